"""The one function that paints a timeline: the window and ``render`` both call it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from izium_timeline.layout.picture import Picture
from izium_timeline.views.paint_density import paint_density
from izium_timeline.views.paint_frame import (
    GUTTER,
    HEADER,
    NameOf,
    paint_ground,
    paint_headers,
    paint_ruler,
)
from izium_timeline.views.paint_inks import Inks
from izium_timeline.views.paint_marks import paint_marks
from izium_timeline.views.paint_signs import paint_signs

Notice = tuple[str, str]  # what an empty timeline says, in two lines

NO_EVENTS = ("No events yet", "Open a folder of documents or a chronology file: File, Open.")


def own_name(name: str) -> str:
    """How a group is called: its own name with a capital letter."""
    return name[:1].upper() + name[1:] if name else "None named"


def paint_timeline(
    painter: QPainter,
    picture: Picture,
    inks: Inks,
    name_of: NameOf = own_name,
    notice: Notice = NO_EVENTS,
) -> None:
    """Paint a picture, its header and gutter included, from the painter's origin.

    The whole is GUTTER wider and HEADER higher than the picture's viewport. Where it holds
    nothing at all, ``notice`` says so. The lanes come first, as an SVG file does not clip what
    runs over their edge.
    """
    scale = picture.scale
    painter.save()
    painter.translate(GUTTER, HEADER)
    painter.setClipRect(QRectF(0, 0, scale.width, scale.height))
    paint_ground(painter, picture, inks)
    for density in picture.densities:
        paint_density(painter, density, inks)
    paint_marks(painter, picture, inks)
    paint_signs(painter, picture, inks)
    painter.restore()
    painter.fillRect(QRectF(0, 0, scale.width + GUTTER, HEADER), inks.theme.ground)
    painter.fillRect(QRectF(0, HEADER, GUTTER, scale.height), inks.theme.ground)
    painter.save()
    painter.translate(0, HEADER)
    painter.setClipRect(QRectF(0, 0, GUTTER, scale.height))
    paint_headers(painter, picture, inks, name_of)
    painter.restore()
    painter.save()
    painter.translate(GUTTER, 0)
    painter.setClipRect(QRectF(-GUTTER, 0, scale.width + GUTTER, HEADER))
    paint_ruler(painter, picture, inks)
    painter.restore()
    if not picture.boxes and not picture.height:
        _say_empty(painter, picture, inks, notice)


def _say_empty(painter: QPainter, picture: Picture, inks: Inks, notice: Notice) -> None:
    """An empty timeline says why, and what to do."""
    middle = QPointF((picture.scale.width + GUTTER) / 2, HEADER + picture.scale.height / 2)
    for text, font, pen, down in (
        (notice[0], inks.name, inks.theme.text, -4),
        (notice[1], inks.font, inks.theme.secondary, 16),
    ):
        painter.setFont(font)
        painter.setPen(pen)
        line = QRectF(0, middle.y() + down - 12, 2 * middle.x(), 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
