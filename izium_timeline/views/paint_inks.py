"""Colours, fonts and small ready-made pictures (sprites) that the timeline is painted with.

A dot, a pill or a fading bar costs several microseconds to draw and one to copy, so each is
drawn once per theme and device pixel ratio, and copied from then on.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import cache, lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QStaticText,
    QTransform,
)

from izium_timeline.layout.columns import VOICES
from izium_timeline.layout.labels import PILL_PAD
from izium_timeline.layout.marks import DOT_RADIUS
from izium_timeline.model.event import Voice
from izium_timeline.views.colours import contrast, mix
from izium_timeline.views.theme import Theme, ui_font

LABEL_SIZE = 11
FADE_WIDTH = 256  # of the sprite that a fading bar is stretched from
SPAN_HEIGHT = 4
WINDOW_HEIGHT = 3
CLAIMED_HEIGHT = 5
_FADE = 0.22  # of a window's length, either side
_WINDOW_TONE = 0.8  # of its colour: a window is quieter than a span
_APPROXIMATE = 0.08  # of a span's length
_READABLE = 4.5  # to 1, WCAG 2.2 AA
_SPRITES = 1024
_TITLES = 512
_THIN = 1.0
_DASHES = {Voice.PLANNED: (5.0, 3.0), Voice.HYPOTHETICAL: (1.5, 2.5)}


class Inks:
    """What to paint with in one theme, at one device pixel ratio.

    ``categories`` are the names behind the picture's category codes; ``vector`` is for a
    device that is no grid of pixels.
    """

    def __init__(
        self, theme: Theme, categories: Sequence[str], ratio: float, *, vector: bool = False
    ) -> None:
        self.theme = theme
        self.ratio = ratio
        self.vector = vector
        self.grid = mix(theme.hairline, theme.ground, 0.75)
        self.strong_grid = theme.hairline.darker(108)
        self.colours = [theme.category(name) for name in categories]
        self.dimmed = [mix(colour, theme.ground, 0.28) for colour in self.colours]
        self.font = label_font()
        self.bold = label_font(bold=True)
        self.name = unkerned(ui_font(13, bold=True))
        self.measure = text_measure(self.font)
        self.measure_bold = text_measure(self.bold)
        self.measure_name = text_measure(self.name)
        self.ascent = QFontMetricsF(self.font).ascent()
        self._sprites: dict[Hashable, QPixmap] = {}
        self.title = lru_cache(maxsize=_TITLES)(self._laid_out)

    def colour(self, category: int | None, dim: bool = False) -> QColor:
        """The colour of a category code; the secondary text's for several or an unknown one."""
        if category is None or not 0 <= category < len(self.colours):
            return self.theme.secondary
        return (self.dimmed if dim else self.colours)[category]

    def tint(self, category: str) -> QColor:
        """The ground of a phase."""
        return mix(self.theme.category(category), self.theme.ground, self.theme.phase_tint)

    def dot(self, colour: QColor, voice: int, hollow: bool) -> QPixmap:
        """A mark of one day, DOT_RADIUS around its middle: its shape tells the voice."""
        side = 2 * DOT_RADIUS + 3
        return self.sprite(
            ("dot", colour.rgb(), voice, hollow),
            (side, side),
            lambda painter: paint_point(
                painter, QPointF(side / 2, side / 2), colour, VOICES[voice], hollow, self.theme
            ),
        )

    def pill(self, text: str, width: float, colour: QColor) -> QPixmap:
        """A count in its pill."""
        height = 14.0
        return self.sprite(
            ("pill", text, colour.rgb()),
            (width, height),
            lambda painter: self._paint_pill(painter, text, QRectF(0, 0, width, height), colour),
        )

    def fading(self, colour: QColor, voice: int, window: bool, hollow: bool) -> QPixmap:
        """A bar FADE_WIDTH wide that fades at both ends; drawn stretched."""
        height = bar_height(VOICES[voice], window)
        return self.sprite(
            ("fading", colour.rgb(), voice, window, hollow),
            (FADE_WIDTH, height),
            lambda painter: self._paint_fading(painter, colour, VOICES[voice], window, hollow),
        )

    def sprite(
        self, key: Hashable, size: tuple[float, float], paint: Callable[[QPainter], object]
    ) -> QPixmap:
        """The picture of that name, painted when it is first asked for."""
        found = self._sprites.get(key)
        if found is None:
            if len(self._sprites) >= _SPRITES:
                self._sprites.clear()
            found = QPixmap(*(max(1, round(side * self.ratio)) for side in size))
            found.setDevicePixelRatio(self.ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter)
            painter.end()
            self._sprites[key] = found
        return found

    def pill_colours(self, colour: QColor) -> tuple[QColor, QColor]:
        """Ground and ink of a pill: the ink as near to the colour as can be read there."""
        ground = mix(colour, self.theme.ground, 0.2)
        inks = (mix(colour, self.theme.text, share) for share in (1.0, 0.8, 0.6, 0.4, 0.2))
        readable = (ink for ink in inks if contrast(ink, ground) >= _READABLE)
        return ground, next(readable, self.theme.text)

    def _laid_out(self, title: str) -> QStaticText:
        """A title that is drawn often, its letters laid out once."""
        text = QStaticText(title)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(QTransform(), self.font)
        return text

    def _paint_pill(self, painter: QPainter, text: str, box: QRectF, colour: QColor) -> None:
        ground, ink = self.pill_colours(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(ink)
        painter.setFont(self.bold)
        painter.drawText(QPointF(PILL_PAD - 0.5, 11), text)

    def _paint_fading(
        self, painter: QPainter, colour: QColor, voice: Voice, window: bool, hollow: bool
    ) -> None:
        colour = mix(colour, self.theme.ground, _WINDOW_TONE) if window else colour
        box = QRectF(0, 0, FADE_WIDTH, bar_height(voice, window))
        paint_bar(painter, box, colour, hollow, voice)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(box, _veil(_FADE if window else _APPROXIMATE))


@cache
def _veil(share: float) -> QImage:
    """A line of pixels, opaque but for that share of it at either end, where it fades.

    (Laid over a bar. Qt's gradients do the same, but Python takes 8 ms to load their class.)
    """
    way = (np.arange(FADE_WIDTH) + 0.5) / FADE_WIDTH
    alpha = np.clip(np.minimum(way, 1 - way) / share, 0, 1) * 255
    pixels = np.repeat(alpha.round().astype(np.uint8)[:, np.newaxis], 4, axis=1)
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.tobytes(), FADE_WIDTH, 1, form).copy()


def label_font(*, bold: bool = False) -> QFont:
    """The timeline's font: a text is as wide as its letters together."""
    return unkerned(ui_font(LABEL_SIZE, bold=bold))


def unkerned(font: QFont) -> QFont:
    """The font with each letter as wide as it is alone."""
    font.setKerning(False)
    return font


def text_measure(font: QFont) -> Callable[[str], float]:
    """How wide a text is in a font: its letters' advances, each asked for once."""
    metrics = QFontMetricsF(font)
    letter = lru_cache(maxsize=4096)(lambda char: float(metrics.horizontalAdvance(char)))
    return lru_cache(maxsize=8192)(lambda text: sum(map(letter, text)))


def bar_height(voice: Voice, window: bool) -> int:
    """How thick a bar is: a window is thinner than a span, a claim two lines with a gap."""
    if voice is Voice.CLAIMED:
        return CLAIMED_HEIGHT
    return WINDOW_HEIGHT if window else SPAN_HEIGHT


def paint_bar(painter: QPainter, box: QRectF, fill: QColor, hollow: bool, voice: Voice) -> None:
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


def paint_point(
    painter: QPainter, at: QPointF, colour: QColor, voice: Voice, hollow: bool, theme: Theme
) -> None:
    """A disc for what is asserted, a diamond for a claim, an arrowhead for a plan, a square
    for what might be, a cross for what is denied; hollow for a candidate."""
    pen = QPen(colour, 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(theme.ground if hollow else colour)
    corners = _SHAPES.get(voice)
    radius = DOT_RADIUS - 0.5
    if corners is None:
        painter.drawEllipse(at, radius, radius)
    elif voice is Voice.NEGATED:
        painter.drawPolyline(_polygon(at, corners[:2], radius))
        painter.drawPolyline(_polygon(at, corners[2:], radius))
    else:
        painter.drawPolygon(_polygon(at, corners, radius))


def _polygon(at: QPointF, corners: Sequence[tuple[float, float]], radius: float) -> QPolygonF:
    return QPolygonF([at + QPointF(x * radius, y * radius) for x, y in corners])


_SHAPES: dict[Voice, tuple[tuple[float, float], ...]] = {
    Voice.CLAIMED: ((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)),
    Voice.PLANNED: ((-0.8, -1), (1.1, 0), (-0.8, 1)),
    Voice.HYPOTHETICAL: ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
    Voice.NEGATED: ((-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8), (0.8, -0.8)),
}
