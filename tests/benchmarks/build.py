"""How fast a folder of documents becomes a chronology, and what its window is like meanwhile.

    python -m tests.benchmarks.build --documents N [--cores C]

N synthetic articles of 5 KB in a temporary folder, an empty home, and no more than C processors
for the program with all its processes. Prints one JSON object:

* ``kb_per_s``: text read, from nothing to the joined chronology, without a window;
* ``memory_mb``: the most that this process took above what it took before, with the most that
  any one of the others took in all;
* ``first_s``: from opening the folder in a window to the first painted candidates;
* ``cached_s``: from opening it again to the painted whole;
* ``frame_p95_ms``, ``frame_p95_idle_ms``: from the time a frame is due, 50 a second, to its being
  painted, while the folder is read and while nothing else goes on.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from izium_timeline.app.main import make_application, make_window
from izium_timeline.app.main_window import MainWindow
from izium_timeline.model.chronology import Chronology
from izium_timeline.store.folder import FolderReading
from izium_timeline.store.results.result_place import forget_results
from tests.benchmarks.articles import write_articles

_FRAME = 20  # milliseconds
_FRAMES = 150
_LONGEST = 600.0


def run(arguments: Sequence[str]) -> None:
    """Print one line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, required=True)
    parser.add_argument("--cores", type=int, default=len(_processors()))
    given = parser.parse_args(arguments)
    cores = _keep_to(given.cores)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as place:
        for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = str(Path(place) / "home")
        folder = Path(place) / "articles"
        folder.mkdir()
        size = write_articles(folder, given.documents)
        report = {"documents": given.documents, "cores": cores, **_read(folder, size, cores)}
        forget_results(folder)
        print(json.dumps({**report, **_shown(folder)}), flush=True)


def _processors() -> list[int]:
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


def _keep_to(cores: int) -> int:
    """Keep this process and those that it starts to so many processors; returns how many."""
    kept = _processors()[:cores]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, kept)
    return len(kept)


def _read(folder: Path, size: int, cores: int) -> dict[str, float]:
    """Reading without a window."""
    before, most = _memory(os.getpid()), {"here": 0.0, "there": 0.0}
    began = time.perf_counter()
    reading = FolderReading(folder, cores=cores)
    while reading.advance(0.1, wait=0.1):
        there = max((_memory(pid) for pid in _children()), default=0.0)
        most["here"] = max(most["here"], _memory(os.getpid()) - before)
        most["there"] = max(most["there"], there)
    chronology = reading.chronology()
    took = time.perf_counter() - began
    return {
        "kb_per_s": round(size / took / 1000, 1),
        "memory_mb": round((most["here"] + most["there"]) / 1e6, 1),
        "candidates": reading.candidates,
        "events": len(chronology.events),
    }


def _shown(folder: Path) -> dict[str, float]:
    """Reading with a window, and opening again what was read."""
    application = make_application()
    window = make_window()
    window.show_chronology(None, Chronology("Nothing"))
    window.resize(1440, 900)
    window.show()
    _until(application, lambda: window.findChild(QObject, "searchEdit") is not None)
    window.complete()
    frames = Frames(window)
    began = time.perf_counter()
    window.commands.open(folder)
    _until(application, lambda: _is_painted(window))
    first = time.perf_counter() - began
    _until(application, lambda: not window.workspace.opening.running)
    busy = frames.stop()
    frames = Frames(window)
    _until(application, lambda: len(frames.times) >= _FRAMES)
    idle = frames.stop()
    began = time.perf_counter()
    window.commands.open(folder)
    _until(application, lambda: not window.workspace.opening.running)
    _until(application, lambda: _is_painted(window))
    cached = time.perf_counter() - began
    window.close()
    return {
        "first_s": round(first, 3),
        "cached_s": round(cached, 3),
        "frame_p95_ms": round(float(np.percentile(busy, 95)), 1),
        "frame_most_ms": round(max(busy), 1),
        "frame_p95_idle_ms": round(float(np.percentile(idle, 95)), 1),
    }


class Frames(QObject):
    """Pans the timeline back and forth, 50 times a second, and notes when each frame is there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.times: list[float] = []
        self._timeline = window.timeline
        self._began = time.perf_counter()
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(self._timer.timerType().PreciseTimer)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self._show)
        self._timer.start()

    def stop(self) -> list[float]:
        """Show no more; returns the milliseconds from when each frame was due."""
        self._timer.stop()
        return self.times

    def _show(self) -> None:
        # A frame that comes late leaves out those that were due before it.
        due = int((time.perf_counter() - self._began) * 1000 / _FRAME)
        late, self._count = max(self._count + 1, 1), due
        first, last = self._timeline.visible_range()
        step = (last - first) / 200 * (1 if due // 40 % 2 else -1)
        self._timeline.show_range(first + step, last + step)
        self._timeline.repaint()
        self.times.append((time.perf_counter() - self._began) * 1000 - min(late, due) * _FRAME)


def _is_painted(window: MainWindow) -> bool:
    """Whether events are on the screen: the timeline has painted some."""
    if not window.workspace.chronology.events:
        return False
    window.timeline.repaint()
    return True


def _until(application: QApplication, done: Callable[[], bool]) -> None:
    """Let the window live until something is so; raises TimeoutError where it never is."""
    end = time.monotonic() + _LONGEST
    while not done():
        application.processEvents()
        time.sleep(0.001)  # as an event loop would
        if time.monotonic() > end:
            raise TimeoutError


def _children() -> list[int]:
    """The processes that this one started, but for those that still run its own program.

    Until one begins its own, it has all memory of this one.
    """
    listed = Path(f"/proc/self/task/{os.getpid()}/children")
    threads = Path("/proc/self/task").iterdir() if listed.exists() else ()
    every = (pid for thread in threads for pid in (thread / "children").read_text().split())
    return [int(pid) for pid in every if _command(pid) != _command("self")]


def _command(pid: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _memory(pid: int) -> float:
    """Bytes of memory that a process holds; 0 where that is not told, or it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0.0)


if __name__ == "__main__":
    run(sys.argv[1:])
