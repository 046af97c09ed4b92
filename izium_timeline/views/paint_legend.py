"""The legend below the lanes."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from izium_timeline.layout.legend import LINE, Entry, Legend, Shape, shape_width
from izium_timeline.layout.picture import Form
from izium_timeline.model.event import Verdict, Voice
from izium_timeline.views.paint_bars import bar_height, paint_bar, paint_fading
from izium_timeline.views.paint_inks import Inks, paint_point
from izium_timeline.views.paint_signs import draw_sign

_BAR = 22.0
_END = 0.14  # of a long bar


def paint_legend(painter: QPainter, legend: Legend, width: float, inks: Inks) -> None:
    """Paint the legend from the painter's origin; a hidden category is struck out."""
    painter.fillRect(QRectF(0, 0, width, max(1.0, legend.height)), inks.theme.panel)
    painter.fillRect(QRectF(0, 0, width, 1), inks.theme.hairline)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for entry in legend.entries:
        middle = entry.top + LINE / 2
        text_left = entry.left + 16
        if entry.shape is None:
            _paint_swatch(painter, entry, middle, inks)
        else:
            text_left += shape_width(entry.shape)
            _paint_shape(painter, entry.shape, entry.left, middle, inks)
        painter.setFont(_struck(inks.font) if not entry.on else inks.font)
        painter.setPen(inks.theme.text if entry.on and not entry.shape else inks.theme.secondary)
        painter.drawText(QPointF(text_left, middle + 4), entry.text)
    painter.restore()


def _paint_swatch(painter: QPainter, entry: Entry, middle: float, inks: Inks) -> None:
    colour = inks.colour(entry.category)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(colour if entry.on else inks.theme.panel)
    painter.drawRoundedRect(QRectF(entry.left + 1, middle - 4.5, 9, 9), 2, 2)


def _paint_shape(painter: QPainter, shape: Shape, left: float, middle: float, inks: Inks) -> None:
    colour = inks.theme.secondary
    if shape.verdict is not Verdict.EXACT:
        draw_sign(painter, QPointF(left + 6, middle), shape.verdict, inks)
        return
    if shape.form is Form.DOT:
        at = QPointF(left + 6, middle)
        paint_point(painter, at, colour, shape.voice, shape.hollow, inks.theme)
        return
    window = shape.form is Form.WINDOW
    height = bar_height(shape.voice, window)
    box = QRectF(left, middle - height / 2, _BAR, height)
    if window:
        paint_fading(painter, box, colour, shape.voice, inks, window=True, hollow=shape.hollow)
    elif shape.approximate:
        _paint_soft_ends(painter, box, inks)
    else:
        paint_bar(painter, box, colour, False, shape.voice)
    if shape.open_end:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(_head(left + _BAR + 2, middle))
    if shape.point:
        at = QPointF(left + _BAR + 9, middle)
        paint_point(painter, at, colour, shape.voice, shape.hollow, inks.theme)


def _paint_soft_ends(painter: QPainter, box: QRectF, inks: Inks) -> None:
    """Both ends of a long bar whose dates are approximate: those of a short one can't be seen."""
    half = QRectF(box.topLeft(), QSizeF(box.width() / 2, box.height()))
    for left, part in ((box.left(), (0.0, _END)), (half.right(), (1 - _END, 1.0))):
        half.moveLeft(left)
        colour = inks.theme.secondary
        paint_fading(
            painter, half, colour, Voice.ASSERTED, inks, window=False, hollow=False, part=part
        )


def _head(x: float, y: float) -> QPolygonF:
    points: Sequence[tuple[float, float]] = ((x, y), (x - 8, y - 4.5), (x - 8, y + 4.5))
    return QPolygonF([QPointF(*point) for point in points])


def _struck(font: QFont) -> QFont:
    struck = QFont(font)
    struck.setStrikeOut(True)
    return struck
