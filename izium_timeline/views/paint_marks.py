"""Marks and labels of a picture: dots, bars, arrows, pills, titles."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from izium_timeline.layout.marks import DOT_RADIUS
from izium_timeline.layout.picture import BAR, BASELINE, DOT, Form, Mark, Picture
from izium_timeline.model.event import Salience, Voice
from izium_timeline.store.events.facts import SALIENCES, VOICES
from izium_timeline.views.paint_bars import bar_height, paint_bar, paint_fading
from izium_timeline.views.paint_inks import Inks

_CORE = SALIENCES.index(Salience.CORE)
_NEGATED = VOICES.index(Voice.NEGATED)
_DOT, _WINDOW = int(Form.DOT), int(Form.WINDOW)
_LEAST = 3.0  # pixels that a bar is wide at least
_DAY_BAR = 26.0  # pixels a day from which an exact day shows how long it is
_ARROW = 4.5
_PLAIN = frozenset((Voice.ASSERTED, Voice.NEGATED, Voice.CLAIMED))


def paint_marks(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """Bars and dots, then labels over them."""
    for mark in picture.marks.each:
        colour = inks.colour(mark.category, dim=not mark.hit)
        (_paint_dot if mark.form == _DOT else _paint_bar)(painter, mark, colour, inks)
    paint_labels(painter, picture, inks)


def paint_mark(painter: QPainter, mark: Mark, colour: QColor, inks: Inks) -> None:
    """One mark, in a colour other than its category's."""
    (_paint_dot if mark.form == _DOT else _paint_bar)(painter, mark, colour, inks)


def _paint_dot(painter: QPainter, mark: Mark, colour: QColor, inks: Inks) -> None:
    """A dot in the middle of its day; a wide day also shows from where to where it lasts."""
    wide = mark.right - mark.left
    if wide >= _DAY_BAR:
        painter.fillRect(QRectF(mark.left, mark.top + BAR, wide, 1), colour)
        for edge in (mark.left, mark.right - 1):
            painter.fillRect(QRectF(edge, mark.top + BAR - 2, 1, 3), colour)
    if not mark.left - DOT_RADIUS <= mark.middle <= mark.right + DOT_RADIUS:
        return
    inks.dot(painter, (mark.middle, mark.top + DOT), colour, mark.voice, mark.hollow)


def _paint_bar(painter: QPainter, mark: Mark, colour: QColor, inks: Inks) -> None:
    voice = VOICES[mark.voice]
    window = mark.form == _WINDOW
    box = _bar_box(mark, bar_height(voice, window), inks.ratio)
    if (window or mark.approximate) and voice in _PLAIN:
        paint_fading(
            painter, box, colour, voice, inks, window=window, hollow=mark.hollow, part=_part(mark)
        )
    else:
        paint_bar(painter, box, colour, mark.hollow, voice)
    if mark.open_left:
        _arrow(painter, max(box.left(), 1.0), box.center().y(), -1, colour)
    if mark.open_right:
        _arrow(painter, box.right(), box.center().y(), 1, colour)


def _bar_box(mark: Mark, height: float, ratio: float) -> QRectF:
    left = _snap(mark.left, ratio)
    right = _snap(mark.right - 1, ratio)
    top = _snap(mark.top + BAR - height / 2, ratio)
    return QRectF(left, top, max(_LEAST, right - left), height)


def _part(mark: Mark) -> tuple[float, float]:
    """The part of a fading bar that is shown: an end that lies outside does not fade."""
    start = 0.4 if mark.cut_left or mark.open_left else 0.0
    return start, 0.6 if mark.cut_right or mark.open_right else 1.0


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


def paint_labels(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """Pills and titles; core events in the text's colour, others in the secondary text's."""
    marks = picture.marks
    salience, category, voice = (
        column.tolist() for column in (marks.salience, marks.category, marks.voice)
    )
    painter.setFont(inks.font)
    pen: QColor | None = None
    for label in picture.labels:
        mark = label.mark
        if label.pill:
            corner = (label.left, label.top + DOT - 8)
            colour = inks.colour(category[mark])
            inks.pill(painter, corner, label.pill, label.pill_width, colour)
        wanted = inks.theme.text if salience[mark] == _CORE else inks.theme.secondary
        if wanted is not pen:
            pen = wanted
            painter.setPen(pen)
        if label.full and not inks.vector:
            at = QPointF(label.text_left, label.top + BASELINE - inks.ascent)
            painter.drawStaticText(at, inks.title(label.title))
        else:
            painter.drawText(QPointF(label.text_left, label.top + BASELINE), label.title)
        if voice[mark] == _NEGATED:
            through = QRectF(label.text_left, label.top + BASELINE - 4, 0, 1)
            through.setRight(label.right)
            painter.fillRect(through, wanted)


def mark_box(mark: Mark) -> QRectF:
    """The rectangle in which a mark is drawn, its label aside."""
    if mark.form == _DOT:
        reach = DOT_RADIUS + 2
        return QRectF(mark.middle - reach, mark.top + DOT - reach, 2 * reach, 2 * reach)
    return QRectF(mark.left, mark.top + BAR - 3, max(_LEAST, mark.right - mark.left), 6)


def _snap(value: float, ratio: float) -> float:
    return round(value * ratio) / ratio
