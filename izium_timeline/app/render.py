"""The timeline as a picture in a file, painted by the window's own function."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from izium_timeline.layout.scale import FURTHEST, LONGEST, Scale
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import ExportError
from izium_timeline.store.atomic import write_atomically
from izium_timeline.store.categories import load_categories
from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.paint_legend import paint_legend
from izium_timeline.views.paint_timeline import paint_timeline
from izium_timeline.views.theme import make_theme
from izium_timeline.views.timeline_stage import Stage

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_LEAST = (240, 160)
_MOST = 20_000
_DPI = 96  # of svg and pdf: a point of the timeline is a CSS pixel
_MARGIN = 0.02
_SMALLEST = 0.6  # of the window's size, so that all can be read
_VECTOR_RATIO = 3.0  # pixels of a density, which stays pixels, to one of the rest

Size = tuple[int, int]
Days = tuple[float, float]


class _Paint(Protocol):
    """Paints the timeline onto a device; ``vector`` where that is no grid of pixels."""

    def __call__(self, device: QPaintDevice, *, vector: bool) -> None: ...


def render(
    chronology: Chronology,
    out: Path,
    size: Size = (1600, 900),
    first: int | None = None,
    last: int | None = None,
    *,
    dark: bool = False,
) -> None:
    """Draw the timeline into a file, whole or not at all.

    ``size`` is in pixels, ``first`` and ``last`` are the day numbers to show, both inclusive,
    None for the days that the story fills. Raises ExportError for an ending other than
    ENDINGS, a size that no picture and days that no timeline can have, and a file that can't
    be written.
    """
    writer = _WRITERS.get(out.suffix.lower())
    if writer is None:
        endings = ", ".join(ENDINGS)
        raise ExportError("unknown picture format", path=out, remedy=f"use one of {endings}")
    if not all(low <= side <= _MOST for side, low in zip(size, _LEAST, strict=True)):
        raise ExportError(
            f"a picture of {size[0]}x{size[1]} pixels is out of reach",
            path=out,
            remedy=f"choose a size from {_LEAST[0]}x{_LEAST[1]} to {_MOST}x{_MOST}",
        )
    _application()
    stage = Stage()
    stage.dress(make_theme(load_categories(), dark=dark), 1.0)
    stage.open(chronology, None)
    days = _days(stage.range(whole=False), first, last)
    if days[1] - days[0] > LONGEST or max(map(abs, days)) > FURTHEST:
        raise ExportError(
            "these days are out of reach: a timeline shows about 100,000 years at most, and"
            " none more than a million years away",
            path=out,
            remedy="choose days that are nearer to one another and to today",
        )
    data = writer(size, partial(_paint, stage=stage, size=size, days=days))
    try:
        write_atomically(out, data)
    except OSError as error:
        raise ExportError(
            f"can't be written ({error.strerror})", path=out, remedy="choose another place"
        ) from error


def _application() -> QGuiApplication:
    """Qt's application; where there is no display, on its own offscreen platform."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _DISPLAYS):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication([])


def _days(story: Days, first: int | None, last: int | None) -> Days:
    """The days to show, the second one exclusive. What is given stays; where the story lies on
    its other side, as many days are shown as the story has."""
    length = story[1] - story[0]
    match first, last:
        case int(start), int(end):
            return float(start), max(start, end) + 1.0
        case int(start), None:
            return float(start), story[1] if story[1] > start else start + length
        case None, int(end):
            return story[0] if story[0] <= end else end + 1 - length, end + 1.0
        case _:
            return story


def _paint(device: QPaintDevice, *, vector: bool, stage: Stage, size: Size, days: Days) -> None:
    ratio = _VECTOR_RATIO if vector else 1.0
    zoom = _fit(stage, size)
    width, height = size[0] / zoom, size[1] / zoom
    stage.dress(stage.theme, ratio * zoom, vector=vector)
    legend = stage.legend(width)
    lanes = max(1.0, height - HEADER - legend.height)
    scale = Scale(days[0], 1.0, width - GUTTER, lanes, 0.0, ratio * zoom)
    painter = QPainter(device)
    painter.scale(zoom, zoom)
    picture = stage.arrange(scale.showing(*days, _MARGIN))
    paint_timeline(painter, picture, stage.inks, stage.name_of, stage.notice)
    painter.translate(0, HEADER + lanes)
    paint_legend(painter, legend, width, stage.inks)
    painter.end()


def _fit(stage: Stage, size: Size) -> float:
    """How much smaller than in the window all must be, as a picture can't be scrolled.

    What still has no room at the smallest is folded, the last groups first: their events
    are in a strip and in a count.
    """
    for group in reversed(stage.index.groups):
        zoom = _zoom(stage, size)
        if zoom >= _SMALLEST:
            return min(1.0, zoom)
        stage.fold(group.name)
    return max(_SMALLEST, min(1.0, _zoom(stage, size)))


def _zoom(stage: Stage, size: Size) -> float:
    return size[1] / (HEADER + stage.legend(size[0]).height + stage.height)


def _png(size: Size, paint: _Paint) -> bytes:
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    paint(image, vector=False)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def _svg(size: Size, paint: _Paint) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*size))
    generator.setViewBox(QRect(0, 0, *size))
    generator.setResolution(_DPI)
    generator.setTitle("Timeline")
    paint(generator, vector=True)
    return bytes(data.data())


def _pdf(size: Size, paint: _Paint) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    inches = QSizeF(size[0] / _DPI, size[1] / _DPI)
    page = QPageSize(inches, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle("Timeline")
    paint(writer, vector=True)
    buffer.close()
    return bytes(data.data())


_WRITERS: dict[str, Callable[[Size, _Paint], bytes]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
ENDINGS = tuple(_WRITERS)
