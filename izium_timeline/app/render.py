"""The timeline as a picture in a file, painted by the window's own function."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

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

from izium_timeline.layout.scale import Scale
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

Size = tuple[int, int]
Paint = Callable[[QPaintDevice, float], None]


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
    ENDINGS, a size that no picture can have, and a file that can't be written.
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
    days = (first, None if last is None else last + 1)
    data = writer(size, lambda device, ratio: _paint(device, ratio, chronology, size, days, dark))
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


def _paint(
    device: QPaintDevice,
    ratio: float,
    chronology: Chronology,
    size: Size,
    days: tuple[float | None, float | None],
    dark: bool,
) -> None:
    stage = Stage()
    stage.dress(make_theme(load_categories(), dark=dark), ratio, vector=ratio > 1)
    stage.open(chronology, None)
    zoom = _fit(stage, size)
    width, height = size[0] / zoom, size[1] / zoom
    stage.dress(stage.theme, ratio * zoom, vector=ratio > 1)
    legend = stage.legend(width)
    main = stage.range(whole=False)
    first = main[0] if days[0] is None else days[0]
    last = max(main[1] if days[1] is None else days[1], first + 1)
    lanes = max(1.0, height - HEADER - legend.height)
    scale = Scale(first, 1.0, width - GUTTER, lanes, 0.0, ratio * zoom)
    painter = QPainter(device)
    painter.scale(zoom, zoom)
    picture = stage.arrange(scale.showing(first, last, _MARGIN))
    paint_timeline(painter, picture, stage.inks, stage.name_of)
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


def _png(size: Size, paint: Paint) -> bytes:
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    paint(image, 1.0)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def _svg(size: Size, paint: Paint) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*size))
    generator.setViewBox(QRect(0, 0, *size))
    generator.setResolution(_DPI)
    generator.setTitle("Timeline")
    paint(generator, 3.0)
    return bytes(data.data())


def _pdf(size: Size, paint: Paint) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    inches = QSizeF(size[0] / _DPI, size[1] / _DPI)
    page = QPageSize(inches, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle("Timeline")
    paint(writer, 3.0)
    buffer.close()
    return bytes(data.data())


_WRITERS: dict[str, Callable[[Size, Paint], bytes]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
ENDINGS = tuple(_WRITERS)
