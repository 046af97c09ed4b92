"""Marks and labels of a picture: dots, bars, arrows, pills, titles."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPolygonF

from izium_timeline.layout.columns import SALIENCES, VOICES
from izium_timeline.layout.marks import DOT_RADIUS
from izium_timeline.layout.picture import BAR, BASELINE, DOT, Form, Label, Picture
from izium_timeline.model.event import Salience, Voice
from izium_timeline.views.paint_inks import FADE_WIDTH, Inks, bar_height, paint_bar

_CORE = SALIENCES.index(Salience.CORE)
_LEAST = 3.0  # pixels that a bar is wide at least
_DAY_BAR = 26.0  # pixels a day from which an exact day shows how long it is
_ARROW = 4.5
_PLAIN = frozenset((Voice.ASSERTED, Voice.NEGATED, Voice.CLAIMED))


def paint_marks(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """Bars first, then dots and labels over them."""
    numbers = range(len(picture.marks))
    for number in numbers:
        paint_mark(painter, picture, number, inks)
    paint_labels(painter, picture, picture.labels, inks)


def paint_mark(
    painter: QPainter, picture: Picture, number: int, inks: Inks, accent: QColor | None = None
) -> None:
    """One mark; ``accent`` paints it in that colour instead of its category's."""
    marks = picture.marks
    dim = not marks.hit[number]
    colour = accent or inks.colour(int(marks.category[number]), dim)
    _FORMS[Form(int(marks.form[number]))](painter, picture, number, colour, inks)


def _paint_dot(
    painter: QPainter, picture: Picture, number: int, colour: QColor, inks: Inks
) -> None:
    marks = picture.marks
    left, right, top = (float(a[number]) for a in (marks.left, marks.right, marks.top))
    middle = (left + right) / 2
    if right - left >= _DAY_BAR:
        painter.fillRect(QRectF(left, top + BAR, right - left, 1), colour)
        for edge in (left, right - 1):
            painter.fillRect(QRectF(edge, top + BAR - 2, 1, 3), colour)
    dot = inks.dot(colour, int(marks.voice[number]), bool(marks.hollow[number]))
    half = dot.width() / inks.ratio / 2
    at = QPointF(_snap(middle - half, inks.ratio), _snap(top + DOT - half, inks.ratio))
    painter.drawPixmap(at, dot)


def _paint_bar(
    painter: QPainter, picture: Picture, number: int, colour: QColor, inks: Inks
) -> None:
    marks = picture.marks
    voice, hollow = int(marks.voice[number]), bool(marks.hollow[number])
    window = marks.form[number] == Form.WINDOW
    box = _bar_box(picture, number, bar_height(VOICES[voice], bool(window)), inks.ratio)
    left_open, right_open = bool(marks.open_left[number]), bool(marks.open_right[number])
    fades = window or marks.approximate[number]
    if fades and VOICES[voice] in _PLAIN:
        sprite = inks.fading(colour, voice, bool(window), hollow)
        painter.drawPixmap(box, sprite, _source(picture, number, box, sprite))
    else:
        paint_bar(painter, box, colour, hollow, VOICES[voice])
    if left_open:
        _arrow(painter, max(box.left(), 1.0), box.center().y(), -1, colour)
    if right_open:
        _arrow(painter, min(box.right(), picture.scale.width - 1), box.center().y(), 1, colour)


_FORMS = {Form.DOT: _paint_dot, Form.SPAN: _paint_bar, Form.WINDOW: _paint_bar}


def _bar_box(picture: Picture, number: int, height: float, ratio: float) -> QRectF:
    marks = picture.marks
    left = _snap(float(marks.left[number]), ratio)
    right = _snap(float(marks.right[number]) - 1, ratio)
    top = _snap(float(marks.top[number]) + BAR - height / 2, ratio)
    return QRectF(left, top, max(_LEAST, right - left), height)


def _source(picture: Picture, number: int, box: QRectF, sprite: QPixmap) -> QRectF:
    """The part of a fading bar that the box shows: an end that lies outside does not fade."""
    marks = picture.marks
    ratio = sprite.devicePixelRatio()
    start = 0.4 if marks.cut_left[number] or marks.open_left[number] else 0.0
    end = 0.6 if marks.cut_right[number] or marks.open_right[number] else 1.0
    width = FADE_WIDTH * ratio
    return QRectF(start * width, 0, (end - start) * width, sprite.height())


def _arrow(painter: QPainter, x: float, y: float, way: int, colour: QColor) -> None:
    """An open end: the bar runs on without a known date."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    back = x - way * 2 * _ARROW
    painter.drawPolygon(
        QPolygonF([QPointF(x, y), QPointF(back, y - _ARROW), QPointF(back, y + _ARROW)])
    )
    painter.restore()


def paint_labels(
    painter: QPainter,
    picture: Picture,
    labels: Iterable[Label],
    inks: Inks,
    accent: QColor | None = None,
) -> None:
    """Pills and titles; core events in the text's colour, others in the secondary text's."""
    marks = picture.marks
    salience, category, voice = (
        column.tolist() for column in (marks.salience, marks.category, marks.voice)
    )
    painter.setFont(inks.font)
    pen: QColor | None = None
    for label in labels:
        mark = label.mark
        if label.pill:
            colour = accent or inks.colour(category[mark])
            pill = inks.pill(label.pill, label.pill_width, colour)
            at = QPointF(_snap(label.left, inks.ratio), label.top + DOT - 8)
            painter.drawPixmap(at, pill)
        wanted = accent or (inks.theme.text if salience[mark] == _CORE else inks.theme.secondary)
        if wanted is not pen:
            pen = wanted
            painter.setPen(pen)
        painter.drawText(QPointF(label.text_left, label.top + BASELINE), label.title)
        if VOICES[voice[mark]] is Voice.NEGATED:
            painter.fillRect(
                QRectF(label.text_left, label.top + BASELINE - 4, label.right - label.text_left, 1),
                wanted,
            )


def mark_box(picture: Picture, number: int) -> QRectF:
    """The rectangle in which a mark is drawn, its label aside."""
    marks = picture.marks
    top = float(marks.top[number])
    if marks.form[number] == Form.DOT:
        middle = float(marks.left[number] + marks.right[number]) / 2
        reach = DOT_RADIUS + 2
        return QRectF(middle - reach, top + DOT - reach, 2 * reach, 2 * reach)
    left, right = float(marks.left[number]), float(marks.right[number])
    return QRectF(left, top + BAR - 3, max(_LEAST, right - left), 6)


def _snap(value: float, ratio: float) -> float:
    return round(value * ratio) / ratio
