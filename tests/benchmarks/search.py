"""How long it takes from a key press in the search to the repainted timeline.

    python -m tests.benchmarks.search --events N|izium

Words are typed letter by letter, a key each 60 ms whether or not the last one was answered; a
key is answered by the first repaint that shows the hits of its query or of a later one. For
``izium`` that is the whole window; for N events, which are columns, the search bar with timeline
and overview, led by the window's own seeker. Prints one JSON object: ``build_ratio`` compares
building and keeping the index with plain FTS5 inserts of the same rows, ``scan_ms`` is a linear
scan of the same texts in Python, ``memory_mb`` the peak of typing above what the process held
before it opened the index: what is mapped of that counts in.
"""

import argparse
import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QInputMethodEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from izium_timeline.app.main import make_window
from izium_timeline.app.seeker import Seeker
from izium_timeline.layout.columns import Columns
from izium_timeline.model.chronology import Chronology
from izium_timeline.search.find import Hits, find
from izium_timeline.search.index import SearchIndex, build_index
from izium_timeline.search.keep import load_index, save_index
from izium_timeline.search.source import ChronologySource, Source
from izium_timeline.search.text_index import Piece
from izium_timeline.store.categories import load_categories
from izium_timeline.store.open import open_chronology
from izium_timeline.views.overview import OverviewView
from izium_timeline.views.search_bar import SearchBar
from izium_timeline.views.theme import make_theme
from izium_timeline.views.timeline import TimelineView
from tests.benchmarks.many_events import ColumnSource
from tests.benchmarks.synthetic import synthetic

SIZE = QSize(1600, 500)
LETTERS = 8
KEY_S = 0.06  # from one key to the next: two hundred words a minute
WORDS = {
    "synthetic": ("shelling", "обстріл", "bridge", "мешканці", "hospital", "повернення", "school"),
    "izium": ("liberation", "attack", "shelling", "hospital", "occupation", "izium", "ukrainian"),
}
ROUNDS = 3
_LONGEST_S = 30.0


def run(arguments: Sequence[str]) -> None:
    """Print one line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--events", required=True)
    events: str = parser.parse_args(arguments).events
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"XDG_{kind}_HOME": folder for kind in ("CACHE", "CONFIG", "STATE")})
        report = _izium(Path(folder)) if events == "izium" else _many(int(events), Path(folder))
        application.closeAllWindows()
        print(json.dumps(report), flush=True)


def _izium(folder: Path) -> dict[str, float]:
    chronology = open_chronology(None)
    built = _built(chronology, ChronologySource(chronology), folder, runs=7)
    window = make_window()
    window.resize(1440, 900)
    window.show_chronology(None, chronology)
    window.show()
    _wait(lambda: window.findChild(QLineEdit, "searchEdit") is not None)
    parts, workspace = window.parts, window.workspace
    before = _memory("VmRSS")
    workspace.seeker.warm()
    typist = Typist(parts.search, parts.timeline, lambda: workspace.shown.query)
    texts = _texts(ChronologySource(chronology))
    return {**built, **_typed(typist, WORDS["izium"], before), **_scanned(texts, WORDS["izium"])}


def _many(count: int, folder: Path) -> dict[str, float]:
    columns = synthetic(count)
    source, chronology = ColumnSource(columns), Chronology("Synthetic")
    scanned = _scanned(_texts(source), WORDS["synthetic"])
    built = _built(chronology, source, folder, runs=1)
    stage = Stage(chronology, columns)
    stage.show()
    _rest(0.2)
    before = _memory("VmRSS")
    index = load_index(chronology, folder / "0")
    stage.seeker.use(index)
    typed = _typed(stage.typist, WORDS["synthetic"], before)
    return {**built, "find_ms": _found(index, WORDS["synthetic"]), **typed, **scanned}


class Stage(QWidget):
    """Search bar, timeline and overview over columns, led by the window's own seeker."""

    def __init__(self, chronology: Chronology, columns: Columns) -> None:
        super().__init__()
        theme = make_theme(load_categories(), dark=False)
        self._bar = SearchBar()
        self._timeline, self._overview = TimelineView(theme), OverviewView(theme)
        self._shown = ""
        self.seeker = Seeker(self)
        self.typist = Typist(self._bar, self._timeline, lambda: self._shown)
        column = QVBoxLayout(self)
        for view in (self._bar, self._timeline, self._overview):
            column.addWidget(view)
        self._timeline.setFixedSize(SIZE)
        self._timeline.set_chronology(chronology, columns)
        self._overview.set_chronology(chronology, columns)
        self.seeker.answered.connect(self._show)
        self._bar.query_changed.connect(self.seeker.ask)

    def _show(self, query: str, hits: Hits) -> None:
        self._shown = query
        self._timeline.set_hits(hits.mask)
        self._overview.set_hits(hits.mask)
        self._bar.set_result(hits.rows, hits, len(hits.mask))


class Typist(QObject):
    """Types into a search bar, and notes for each key when its answer was painted.

    ``shown`` tells the query whose hits the timeline shows.
    """

    def __init__(self, bar: SearchBar, timeline: TimelineView, shown: Callable[[], str]) -> None:
        super().__init__(timeline)
        edit = bar.findChild(QLineEdit, "searchEdit")
        assert isinstance(edit, QLineEdit)
        self._edit, self._timeline, self._shown = edit, timeline, shown
        self._pressed: list[float] = []
        self._done = 0
        self.times: list[float] = []
        timeline.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the timeline paint, and note the time when it has painted its picture anew."""
        if not isinstance(event, QPaintEvent):
            return False
        before = self._timeline.base_paints
        self._timeline.paintEvent(event)
        if self._timeline.base_paints != before:
            now, answered = time.perf_counter(), len(self._shown())
            keys = self._pressed[self._done : answered]
            self.times += [(now - pressed) * 1000 for pressed in keys]
            self._done = max(self._done, answered)
        return True

    def type(self, word: str) -> None:
        """Type a word at speed, wait for its last answer, and clear the line."""
        self._pressed, self._done = [], 0
        due = began = time.perf_counter()
        while self._done < len(word):
            now = time.perf_counter()
            if len(self._pressed) < len(word) and now >= due:
                due += KEY_S
                self._press(word[len(self._pressed)])
            QCoreApplication.processEvents()
            if now - began > _LONGEST_S:
                raise TimeoutError(f"no answer to {word!r}")
        self._edit.clear()
        _rest(0.1)

    def _press(self, letter: str) -> None:
        """Press a key; as an input method does, which can write in any alphabet."""
        self._pressed.append(time.perf_counter())
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QCoreApplication.sendEvent(self._edit, event)


def _typed(typist: Typist, words: Sequence[str], before: float) -> dict[str, float]:
    """The times of all keys, and the peak of memory above what was held ``before``, in bytes."""
    typist.type(words[0][:LETTERS])  # the first letters load what the start leaves out
    typist.times.clear()
    _forget_peak()
    for _ in range(ROUNDS):
        for word in words:
            typist.type(word[:LETTERS])
    return {
        "keys": len(typist.times),
        "median_ms": round(statistics.median(typist.times), 2),
        "p95_ms": round(float(np.percentile(typist.times, 95)), 2),
        "most_ms": round(max(typist.times), 2),
        "memory_mb": round((_memory("VmHWM") - before) / 1e6, 1),
    }


def _built(chronology: Chronology, source: Source, folder: Path, runs: int) -> dict[str, float]:
    """The times of building and keeping the index, and of plain inserts, in turns."""
    pieces = tuple(source.pieces())
    index_s, plain_s = [], []
    for number in range(runs):
        place = folder / str(number)
        place.mkdir()
        plain_s.append(_seconds(partial(_insert, pieces, place / "plain")))
        (place / "plain").unlink()
        index_s.append(_seconds(partial(_keep, chronology, source, place)))
    build, plain = statistics.median(index_s), statistics.median(plain_s)
    return {
        "events": len(source.days),
        "build_s": round(build, 3),
        "plain_s": round(plain, 3),
        "build_ratio": round(build / plain, 2),
        "index_mb": round(sum(path.stat().st_size for path in place.iterdir()) / 1e6, 1),
    }


def _keep(chronology: Chronology, source: Source, place: Path) -> None:
    index = build_index(chronology, source, place)
    index.close()
    save_index(index, place)


def _insert(pieces: Sequence[Piece], place: Path) -> None:
    """The same rows into an FTS5 table as it comes, with the same pragmas."""
    base = sqlite3.connect(place, isolation_level=None)
    for pragma in ("journal_mode=off", "synchronous=off", "cache_size=-65536"):
        base.execute(f"pragma {pragma}").fetchall()
    base.execute("create virtual table plain using fts5(title, quotes, place, actors, category, s)")
    base.execute("begin")
    for piece in pieces:
        base.executemany(
            "insert into plain values (?, ?, ?, ?, ?, ?)", zip(*piece.columns, strict=True)
        )
    base.execute("commit")
    base.close()


def _found(index: SearchIndex, words: Sequence[str]) -> float:
    times = [
        _seconds(partial(find, index, word[:size])) * 1000
        for word in words
        for size in range(1, LETTERS + 1)
    ]
    return round(statistics.median(times), 2)


def _scanned(texts: Sequence[str], words: Sequence[str]) -> dict[str, float]:
    times = [_seconds(partial(_scan, texts, word[:3])) * 1000 for word in words]
    return {"scan_ms": round(statistics.median(times), 2)}


def _scan(texts: Sequence[str], begun: str) -> list[int]:
    return [row for row, text in enumerate(texts) if begun in text]


def _texts(source: Source) -> list[str]:
    """What is searched of each event, as a scan would have it."""
    return [
        " ".join(cells).casefold()
        for piece in source.pieces()
        for cells in zip(*piece.columns, strict=True)
    ]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _wait(holds: Callable[[], bool]) -> None:
    began = time.perf_counter()
    while not holds() and time.perf_counter() - began < _LONGEST_S:
        QCoreApplication.processEvents()


def _rest(seconds: float) -> None:
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        QCoreApplication.processEvents()


def _forget_peak() -> None:
    """Let the kernel measure the peak of memory from here on."""
    path = Path("/proc/self/clear_refs")
    if path.exists():
        path.write_text("5")


def _memory(field: str) -> float:
    """Bytes of this process's memory, now (VmRSS) or at most (VmHWM); 0 where not told."""
    path = Path("/proc/self/status")
    lines = path.read_text().splitlines() if path.exists() else []
    return next((float(line.split()[1]) * 1024 for line in lines if line.startswith(field)), 0.0)


if __name__ == "__main__":
    run(sys.argv[1:])
