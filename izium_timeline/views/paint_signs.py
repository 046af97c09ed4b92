"""The signs of verdicts that are not exact: discs on their marks, told apart by what is in them.

Dark where the recorded words are not verified, light where they only stand elsewhere. They are
the signs that card and list write before the words.
"""

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from izium_timeline.layout.picture import BAR, DOT, Form, Mark, Picture
from izium_timeline.model.event import Verdict
from izium_timeline.store.events.facts import VERDICTS
from izium_timeline.views.colours import mix
from izium_timeline.views.paint_inks import Inks

SIDE: Final = 11.0  # of a sign's picture: the disc and a rim that sets it off
_RADIUS: Final = 4.5
_ASIDE: Final = 4.5  # of a dot's middle, to the right; a bar's sign so far from its beginning
_DOWN: Final = 5.5  # of a dot's middle, so that it hides neither the dot nor its title
_BELOW: Final = 1.5  # of a bar's middle, so that the title above it stays whole
_DIM: Final = 0.35
_Q: Final = ((-1.6, -1.4), (-0.9, -2.7), (0.9, -2.7), (1.6, -1.4), (0.0, 0.4), (0.0, 1.0))
_LINES: Final[dict[Verdict, tuple[tuple[tuple[float, float], ...], ...]]] = {
    Verdict.MOVED: (((-2.5, 0), (2.4, 0)), ((0.2, -2.2), (2.4, 0), (0.2, 2.2))),
    Verdict.ALTERED: tuple(
        ((-2.6, y + 0.6), (-1.2, y - 0.6), (1.2, y + 0.6), (2.6, y - 0.6)) for y in (-1.5, 1.5)
    ),
    Verdict.AMBIGUOUS: (_Q, ((0.0, 2.5), (0.0, 2.8))),
    Verdict.LOST: (((-2, -2), (2, 2)), ((-2, 2), (2, -2))),
    Verdict.MISSING: (((-2.2, 2.2), (2.2, -2.2)),),
}


def paint_signs(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """The signs of all marks that have one."""
    for number in np.flatnonzero(picture.marks.doubt).tolist():
        paint_sign(painter, picture, number, inks)


def paint_sign(painter: QPainter, picture: Picture, number: int, inks: Inks) -> None:
    """The sign of one mark, nothing where its quotes are exact."""
    verdict = VERDICTS[int(picture.marks.doubt[number])]
    mark = picture.marks[number]
    if verdict is Verdict.EXACT or mark.left > picture.scale.width or mark.right < 0:
        return
    place = sign_place(mark)
    inks.stamp(
        painter,
        (place.x() - SIDE / 2, place.y() - SIDE / 2),
        (SIDE, SIDE),
        ("sign", verdict, not mark.hit),
        lambda sign: draw_sign(sign, QPointF(SIDE / 2, SIDE / 2), verdict, inks, dim=not mark.hit),
    )


def sign_place(mark: Mark) -> QPointF:
    """The middle of a mark's sign."""
    if mark.form == Form.DOT:
        return QPointF(mark.middle + _ASIDE, mark.top + DOT + _DOWN)
    half = max(1.5, (mark.right - mark.left) / 2)
    return QPointF(mark.left + min(_ASIDE, half), mark.top + BAR + _BELOW)


def draw_sign(
    painter: QPainter, middle: QPointF, verdict: Verdict, inks: Inks, *, dim: bool = False
) -> None:
    """A sign around a point, of vector strokes: letters of that size would be blots."""
    theme = inks.theme
    ink = mix(theme.text, theme.ground, _DIM) if dim else theme.text
    light = verdict.verified
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ground)
    painter.drawEllipse(middle, SIDE / 2, SIDE / 2)
    painter.setBrush(theme.ground if light else ink)
    painter.setPen(QPen(ink, 1.0) if light else QPen(Qt.PenStyle.NoPen))
    radius = _RADIUS - 0.5 if light else _RADIUS
    painter.drawEllipse(middle, radius, radius)
    _stroke(painter, middle, verdict, ink if light else theme.ground)


def _stroke(painter: QPainter, middle: QPointF, verdict: Verdict, colour: QColor) -> None:
    pen = QPen(colour, 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _LINES[verdict]:
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in line]))
