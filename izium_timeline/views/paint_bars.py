"""Bars: solid, dashed, of two lines, hollow, fading at their ends."""

from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from izium_timeline.model.event import Voice
from izium_timeline.views.colours import mix
from izium_timeline.views.paint_inks import Inks

SPAN_HEIGHT = 4
WINDOW_HEIGHT = 3
CLAIMED_HEIGHT = 5
WHOLE = (0.0, 1.0)
_FADE_WIDTH = 256  # of the sprite that a fading bar is stretched from
_FADE = 0.22  # of a window's length, either side
_WINDOW_TONE = 0.8  # of its colour: a window is quieter than a span
_APPROXIMATE = 0.08  # of a span's length
_THIN = 1.0
_DASHES = {Voice.PLANNED: (5.0, 3.0), Voice.HYPOTHETICAL: (1.5, 2.5)}


def bar_height(voice: Voice, window: bool) -> int:
    """How thick a bar is: a window is thinner than a span, a claim two lines with a gap."""
    if voice is Voice.CLAIMED:
        return CLAIMED_HEIGHT
    return WINDOW_HEIGHT if window else SPAN_HEIGHT


def paint_bar(
    painter: QPainter, box: QRectF, fill: QColor | QBrush, hollow: bool, voice: Voice
) -> None:
    """A bar: dashed for what is not asserted to have happened, two lines for a claim, one for
    all else; a candidate's is an outline, or as thin as a line can be."""
    dashes = _DASHES.get(voice)
    if dashes is not None:
        middle = box.center().y()
        width = _THIN if hollow else box.height()
        pen = QPen(QBrush(fill), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length * 2 / width for length in dashes])
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
        return
    for part in _bar_parts(box, hollow, voice):
        painter.fillRect(part, fill)


def _bar_parts(box: QRectF, hollow: bool, voice: Voice) -> list[QRectF]:
    """The rectangles that a bar is made of."""
    if voice is not Voice.CLAIMED and not hollow:
        return [box]
    if voice is not Voice.CLAIMED and box.height() < SPAN_HEIGHT:
        return [QRectF(box.left(), box.center().y() - _THIN / 2, box.width(), _THIN)]
    line = _THIN if hollow else box.height() * 0.3
    rails = [QRectF(box.left(), top, box.width(), line) for top in (box.top(), box.bottom() - line)]
    ends = (
        []
        if voice is Voice.CLAIMED
        else [
            QRectF(left, box.top(), line, box.height()) for left in (box.left(), box.right() - line)
        ]
    )
    return rails + ends


def paint_fading(
    painter: QPainter,
    box: QRectF,
    colour: QColor,
    voice: Voice,
    inks: Inks,
    *,
    window: bool,
    hollow: bool,
    part: tuple[float, float] = WHOLE,
) -> None:
    """A bar that fades at both ends, or the ``part`` of it from one share of it to another."""
    share = _FADE if window else _APPROXIMATE

    def tone() -> QColor:
        return mix(colour, inks.theme.ground, _WINDOW_TONE) if window else colour

    def paint(sprite: QPainter) -> None:
        whole = QRectF(0, 0, _FADE_WIDTH, box.height())
        paint_bar(sprite, whole, tone(), hollow, voice)
        sprite.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        sprite.drawImage(whole, _veil(share))

    if inks.vector:
        paint_bar(painter, box, _gradient(box, tone(), share, part), hollow, voice)
        return
    key = ("fading", colour.rgb(), voice, window, hollow)
    sprite = inks.sprite(key, (_FADE_WIDTH, box.height()), paint)
    width, height = sprite.width(), sprite.height()
    source = QRectF(part[0] * width, 0, (part[1] - part[0]) * width, height)
    painter.drawPixmap(box, sprite, source)


@cache
def _veil(share: float) -> QImage:
    """A line of pixels, opaque but for that share of it at either end, where it fades.

    (Laid over a bar. Qt's gradients do the same, but Python takes 8 ms to load their class.)
    """
    way = (np.arange(_FADE_WIDTH) + 0.5) / _FADE_WIDTH
    alpha = np.clip(np.minimum(way, 1 - way) / share, 0, 1) * 255
    pixels = np.repeat(alpha.round().astype(np.uint8)[:, np.newaxis], 4, axis=1)
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.tobytes(), _FADE_WIDTH, 1, form).copy()


def _gradient(box: QRectF, colour: QColor, share: float, part: tuple[float, float]) -> QBrush:
    """The same for a device without pixels: opaque between the shares that fade."""
    from PySide6.QtGui import QGradient, QLinearGradient

    first, last = part
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    # The other mode writes fifty stops into an SVG file.
    gradient.setInterpolationMode(QGradient.InterpolationMode.ComponentInterpolation)
    for way in (first, *(way for way in (share, 1 - share) if first < way < last), last):
        faded = QColor(colour)
        faded.setAlphaF(min(1.0, min(way, 1 - way) / share))
        gradient.setColorAt((way - first) / (last - first), faded)
    return QBrush(gradient)
