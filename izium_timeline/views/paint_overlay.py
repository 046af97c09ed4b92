"""What moves over the cached picture: playhead, selection, hover, span, focus."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from izium_timeline.layout.labels import elide
from izium_timeline.layout.picture import BAR, BASELINE, DOT, ROW, Form, Label, Picture
from izium_timeline.layout.scale import Scale
from izium_timeline.views.paint_frame import GUTTER, HEADER, TICK, TICK_PAD
from izium_timeline.views.paint_inks import LABEL_SIZE, Inks
from izium_timeline.views.paint_marks import mark_box, paint_mark
from izium_timeline.views.paint_signs import paint_sign

_FAINT = 0.22  # of the playhead's line where it passes behind a label
_SPAN_TINT = 0.09
_PILL_HEIGHT = 20.0
_PILL_CLEAR = 4.0  # between it and a label of the ruler
_BEAD = 4.0  # half the side of the point where the line meets what holds
_FOCUS = 2.0


class Overlay(NamedTuple):
    """What to paint over a picture.

    ``playhead`` is the day of the playhead, ``date`` its text; ``selected`` and ``hovered``
    are numbers of marks, -1 for none; ``title`` is the selected event's; ``span`` the
    selected days; ``carried`` is the number of the group in the hand, -1 for none; ``focus``
    shows that the keyboard speaks to the timeline, by a line along its upper edge, which no
    scroll bar and no legend covers.
    """

    playhead: float | None = None
    date: str = ""
    selected: int = -1
    title: str = ""
    hovered: int = -1
    span: tuple[float, float] | None = None
    carried: int = -1
    focus: bool = False


def paint_overlay(painter: QPainter, picture: Picture, overlay: Overlay, inks: Inks) -> None:
    """Paint it from the origin of the whole widget."""
    scale = picture.scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(GUTTER, HEADER)
    lanes = QRectF(0, 0, scale.width, scale.height)
    painter.setClipRect(lanes)
    if overlay.span is not None:
        _paint_span(painter, picture, overlay.span, inks)
    if overlay.playhead is not None:
        _paint_line(painter, picture, playhead_x(scale, overlay.playhead), inks)
    if overlay.hovered >= 0 and overlay.hovered != overlay.selected:
        _paint_hover(painter, picture, overlay.hovered, inks)
    if overlay.selected >= 0:
        _paint_selected(painter, picture, overlay.selected, overlay.title, inks)
    painter.restore()
    if overlay.playhead is not None:
        _paint_pill(painter, picture, overlay, inks)
    if overlay.carried >= 0:
        _paint_carried(painter, picture, overlay.carried, inks)
    if overlay.focus:
        painter.fillRect(QRectF(0, 0, painter.viewport().width(), _FOCUS), inks.theme.accent)


def playhead_x(scale: Scale, day: float) -> float:
    """The x of the playhead's line: a whole day's lies at its middle, where its dots are."""
    return scale.x(day + 0.5 if day == int(day) else day)


def pill_box(picture: Picture, x: float, date: str, inks: Inks) -> QRectF:
    """The playhead's date on the ruler, in the whole widget's coordinates; stays inside."""
    width = inks.measure_bold(date) + 20
    left = GUTTER + min(max(x - width / 2, 0.0), picture.scale.width - width)
    return QRectF(left, TICK - LABEL_SIZE - 3, width, _PILL_HEIGHT)


def _paint_line(painter: QPainter, picture: Picture, x: float, inks: Inks) -> None:
    """The line, faint behind labels, and a point where it meets what holds at that day."""
    accent, height = inks.theme.accent, picture.scale.height
    faint = QColor(accent)
    faint.setAlphaF(_FAINT)
    left = round(x * inks.ratio) / inks.ratio - 0.75
    y = 0.0
    for label in sorted(_crossed(picture, x), key=lambda label: label.top):
        painter.fillRect(QRectF(left, y, 1.5, label.top - y), accent)
        painter.fillRect(QRectF(left, label.top, 1.5, label.bottom - label.top), faint)
        y = label.bottom
    painter.fillRect(QRectF(left, y, 1.5, height - y), accent)
    marks = picture.marks
    bead = inks.sprite(("bead",), (2 * _BEAD, 2 * _BEAD), lambda bead: _paint_bead(bead, inks))
    holding = (marks.left <= x) & (marks.right > x) & (marks.form != Form.DOT)
    for top in marks.top[holding].tolist():
        painter.drawPixmap(QPointF(x - _BEAD, top + BAR - _BEAD), bead)


def _paint_bead(painter: QPainter, inks: Inks) -> None:
    painter.setPen(QPen(inks.theme.ground, 1))
    painter.setBrush(inks.theme.accent)
    painter.drawEllipse(QPointF(_BEAD, _BEAD), _BEAD - 1, _BEAD - 1)


def _crossed(picture: Picture, x: float) -> list[Label]:
    return [label for label in picture.labels if label.left - 2 <= x <= label.right + 2]


def _paint_pill(painter: QPainter, picture: Picture, overlay: Overlay, inks: Inks) -> None:
    x = playhead_x(picture.scale, overlay.playhead or 0.0)
    if not -2 <= x <= picture.scale.width + 2:
        return
    box = pill_box(picture, x, overlay.date, inks)
    painter.save()
    for label in _labels_under(picture, box, inks):
        painter.fillRect(label, inks.theme.ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(
        QRectF(GUTTER + x - 0.75, box.bottom(), 1.5, HEADER - box.bottom()), inks.theme.accent
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.theme.accent)
    painter.drawRoundedRect(box, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
    painter.setPen(inks.theme.accent_text)
    painter.setFont(inks.bold)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, overlay.date)
    painter.restore()


def _labels_under(picture: Picture, pill: QRectF, inks: Inks) -> Iterator[QRectF]:
    """Where the ruler's texts are that the playhead's date touches: a part of one misleads."""
    first, last = pill.left() - GUTTER - _PILL_CLEAR, pill.right() - GUTTER + _PILL_CLEAR
    texts = [(0.0, picture.ruler.context)]
    texts += [(round(tick.x) + TICK_PAD, tick.text) for tick in picture.ruler.ticks if tick.text]
    for left, text in texts:
        if left < last and first < left + (width := inks.measure_bold(text)):
            yield QRectF(GUTTER + left - 1, pill.top(), width + 2, HEADER - 6 - pill.top())


def _paint_span(painter: QPainter, picture: Picture, span: tuple[float, float], inks: Inks) -> None:
    """The selected days, tinted, between two lines."""
    scale = picture.scale
    left, right = max(-2.0, scale.x(span[0])), min(scale.width + 2, scale.x(span[1]))
    tint = QColor(inks.theme.accent)
    tint.setAlphaF(_SPAN_TINT)
    painter.fillRect(QRectF(left, 0, right - left, scale.height), tint)
    for x in (left, right):
        painter.fillRect(QRectF(x - 0.75, 0, 1.5, scale.height), inks.theme.accent)


def _paint_carried(painter: QPainter, picture: Picture, group: int, inks: Inks) -> None:
    """A frame around the group in the hand, its name included."""
    box = next((box for box in picture.boxes if box.group == group), None)
    if box is not None:
        top, bottom = max(box.top, 0.0), min(box.bottom, picture.scale.height)
        painter.save()
        painter.setPen(QPen(inks.theme.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, HEADER + top, GUTTER + picture.scale.width - 2, bottom - top))
        painter.restore()


def _area(picture: Picture, number: int) -> QRectF:
    """A mark and its label together."""
    box = mark_box(picture.marks[number])
    label = _label_of(picture, number)
    if label is not None:
        box = box.united(QRectF(label.left, label.top, label.right - label.left, ROW - 2))
    clip = QRectF(-6, -ROW, picture.scale.width + 12, picture.scale.height + 2 * ROW)
    return box.intersected(clip).adjusted(-4, -1, 4, 1)


def _label_of(picture: Picture, number: int) -> Label | None:
    return next((label for label in picture.labels if label.mark == number), None)


def _paint_hover(painter: QPainter, picture: Picture, number: int, inks: Inks) -> None:
    painter.setPen(QPen(inks.theme.secondary, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_area(picture, number), 4, 4)


def _paint_selected(
    painter: QPainter, picture: Picture, number: int, title: str, inks: Inks
) -> None:
    """The selected mark on a ground of its own, in the accent; its event's own title."""
    label = _label_of(picture, number) or _floating(picture, number, title, inks)
    area = _area(picture, number).united(
        QRectF(label.left - 4, label.top - 1, label.right - label.left + 8, ROW)
    )
    painter.setPen(QPen(inks.theme.accent, 1))
    painter.setBrush(inks.theme.selected_row)
    painter.drawRoundedRect(area, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    paint_mark(painter, picture.marks[number], inks.theme.accent, inks)
    if label.pill:
        corner = (label.left, label.top + DOT - 8)
        inks.pill(painter, corner, label.pill, label.pill_width, inks.theme.accent)
    painter.setFont(inks.font)
    painter.setPen(inks.theme.text)
    room = label.right - label.text_left
    text = elide(title, room + 0.5, inks.measure)
    painter.drawText(QPointF(label.text_left, label.top + BASELINE), text)
    paint_sign(painter, picture, number, inks)


def _floating(picture: Picture, number: int, title: str, inks: Inks) -> Label:
    """A label for a selected mark that has none: over its neighbours, inside the view."""
    box = mark_box(picture.marks[number])
    width = inks.measure(title)
    left = min(max(box.right() + 4, 4.0), max(4.0, picture.scale.width - width - 6))
    top = float(picture.marks.top[number])
    return Label(number, left, left + width, top, "", 0.0, left, title, True)
