"""How long a frame of the timeline takes, in the real widget.

    python -m tests.benchmarks.frames --events N|izium [--dpr R] [--days] [--save DIR]

200 frames of 1600 x 500, each at a new scale, from the whole range to a day and back, each
arranged, painted and shown into an image with playhead, selection, hover and span on it.
Prints one JSON object; ``fill_ms`` is the time of filling and showing an image of that size,
a measure of the machine. ``memory_mb`` is the peak above the data columns.
"""

import argparse
import gc
import json
import math
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from izium_timeline.layout.bands import whole_range
from izium_timeline.layout.columns import Columns, columns_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.store.categories import load_categories
from izium_timeline.store.open import open_chronology
from izium_timeline.views.theme import make_theme
from izium_timeline.views.timeline import TimelineView
from tests.benchmarks.synthetic import synthetic

SIZE = QSize(1600, 500)
FRAMES = 200
_SAVED = (0, 100, 199)


def run(arguments: Sequence[str]) -> None:
    """Print one line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--events", required=True)
    parser.add_argument("--dpr", type=float, default=1.0)
    parser.add_argument("--days", action="store_true")
    parser.add_argument("--save", type=Path)
    given = parser.parse_args(arguments)
    os.environ["QT_SCALE_FACTOR"] = str(given.dpr)
    application = QApplication([])
    view = _view(application)
    chronology, columns, convert_s = _data(given.events, given.days)
    gc.collect()
    _forget_peak()
    before = _memory("VmRSS")
    build_s = _milliseconds(lambda: _open(view, chronology, columns)) / 1000
    image = QImage(SIZE * view.devicePixelRatioF(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(view.devicePixelRatioF())
    script = script_of(columns)
    times = [_milliseconds(_frame(view, script, number, image)) for number in range(FRAMES)]
    memory = _memory("VmHWM") - before
    if given.save:
        _save(view, script, image, given.save)
    report = {
        "events": len(columns),
        "dpr": view.devicePixelRatioF(),
        "days": given.days,
        "convert_s": round(convert_s, 3),
        "build_s": round(build_s, 3),
        "memory_mb": round(memory / 1e6, 1),
        **_statistics(times),
        "fill_ms": round(statistics.median(_milliseconds(_fill(image)) for _ in range(20)), 3),
        "pictures": view.base_paints,
    }
    print(json.dumps(report), flush=True)


def _view(application: QApplication) -> TimelineView:
    view = TimelineView(make_theme(load_categories(), dark=False))
    view.setFixedSize(SIZE)
    view.show()
    application.processEvents()
    return view


def _statistics(times: list[float]) -> dict[str, float]:
    return {
        "median_ms": round(statistics.median(times), 2),
        "p95_ms": round(float(np.percentile(times, 95)), 2),
        "most_ms": round(max(times), 2),
        "whole_ms": round(times[0], 2),
    }


def _open(view: TimelineView, chronology: Chronology, columns: Columns) -> None:
    """Index the columns; the synthetic ones by their lanes, which are places."""
    view.set_grouping("place" if columns.places[:1] == ("Lane 1",) else "category")
    view.set_chronology(chronology, columns)


def _data(events: str, whole_days: bool) -> tuple[Chronology, Columns, float]:
    """The chronology, its columns, and the seconds that its objects took to become columns."""
    if events == "izium":
        chronology = open_chronology(None)
        began = time.perf_counter()
        columns = columns_of(chronology, load_categories())
        return chronology, columns, time.perf_counter() - began
    return Chronology("Synthetic"), synthetic(int(events), whole_days=whole_days), 0.0


@dataclass(frozen=True, slots=True)
class Script:
    """Where the frames look: the whole range, and where in it most events are."""

    first: float
    last: float
    focus: float
    spread: float

    def window(self, number: int) -> tuple[float, float]:
        """The days of a frame: from the whole range to a day and back, about a day that
        drifts where most events are, so that no frame looks at an empty stretch."""
        far = 1 - abs(2 * number / (FRAMES - 1) - 1)
        share = (self.last - self.first) ** -far
        focus = self.focus + 0.4 * far * self.spread * math.sin(number / 17)
        return focus - (focus - self.first) * share, focus + (self.last - focus) * share


def script_of(columns: Columns) -> Script:
    """The script for these events."""
    first, last = whole_range(columns) or (0.0, 1.0)
    starts = columns.start[np.isfinite(columns.start)]
    low, middle, high = (float(day) for day in np.quantile(starts, (0.25, 0.5, 0.75)))
    return Script(first, last, middle, high - low)


def _frame(view: TimelineView, script: Script, number: int, image: QImage) -> Callable[[], object]:
    """Show the days of a frame."""
    first, last = script.window(number)
    view.set_playhead(math.floor((first + last) / 2))

    def show() -> None:
        view.show_range(first, last)
        view.point_at(QPointF(700, 200 + number % 90))
        view.render(image, QPoint())

    return show


def _fill(image: QImage) -> Callable[[], object]:
    """Fill an image and show it in another, as a window does at least."""
    shown = image.copy()

    def show() -> None:
        image.fill(0xFFFFFFFF)
        painter = QPainter(shown)
        painter.drawImage(0, 0, image)
        painter.end()

    return show


def _save(view: TimelineView, script: Script, image: QImage, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in _SAVED:
        _frame(view, script, number, image)()
        image.save(str(folder / f"frame-{number:03}.png"))


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


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
