"""Colours, fonts and small ready-made pictures (sprites) that the timeline is painted with.

A dot, a pill or a fading bar costs several microseconds to draw and one to copy, so each is
drawn once per theme and device pixel ratio, and copied from then on.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QStaticText,
    QTransform,
)

from izium_timeline.layout.labels import PILL_PAD
from izium_timeline.layout.marks import DOT_RADIUS
from izium_timeline.model.event import Voice
from izium_timeline.store.events.facts import VOICES
from izium_timeline.views.colours import contrast, mix
from izium_timeline.views.theme import Theme, ui_font

LABEL_SIZE = 11
_READABLE = 4.5  # to 1, WCAG 2.2 AA
_SPRITES = 1024
_TITLES = 512
_PILL_HEIGHT = 14.0


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
        # Whole numbers are filled ten times as fast, where they are whole pixels.
        self._whole = vector or ratio == round(ratio)
        self._hair = max(1, int(ratio)) / ratio
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

    def upright(self, painter: QPainter, x: float, top: int, height: int, colour: QColor) -> None:
        """A line down, as thick wherever it stands: of whole pixels at any ratio."""
        if self._whole:
            painter.fillRect(round(x), top, 1, height, colour)
        else:
            painter.fillRect(QRectF(self._snap(x), top, self._hair, height), colour)

    def level(self, painter: QPainter, y: float, width: int, colour: QColor) -> None:
        """A line from the painter's left edge to the right, likewise."""
        if self._whole:
            painter.fillRect(0, round(y), width, 1, colour)
        else:
            painter.fillRect(QRectF(0, self._snap(y), width, self._hair), colour)

    def _snap(self, side: float) -> float:
        return round(side * self.ratio) / self.ratio

    def dot(
        self,
        painter: QPainter,
        middle: tuple[float, float],
        colour: QColor,
        voice: int,
        hollow: bool,
    ) -> None:
        """A mark of one day, DOT_RADIUS around its middle: its shape tells the voice."""
        half = DOT_RADIUS + 1.5
        self.stamp(
            painter,
            (middle[0] - half, middle[1] - half),
            (2 * half, 2 * half),
            ("dot", colour.rgb(), voice, hollow),
            lambda dot: paint_point(
                dot, QPointF(half, half), colour, VOICES[voice], hollow, self.theme
            ),
        )

    def pill(
        self,
        painter: QPainter,
        corner: tuple[float, float],
        text: str,
        width: float,
        colour: QColor,
    ) -> None:
        """A count in its pill."""
        self.stamp(
            painter,
            corner,
            (width, _PILL_HEIGHT),
            ("pill", text, colour.rgb()),
            lambda pill: self._paint_pill(pill, text, QRectF(0, 0, width, _PILL_HEIGHT), colour),
        )

    def stamp(
        self,
        painter: QPainter,
        corner: tuple[float, float],
        size: tuple[float, float],
        key: Hashable,
        paint: Callable[[QPainter], object],
    ) -> None:
        """Paint a small picture on whole pixels: a copy of it, itself where there are none."""
        at = QPointF(self._snap(corner[0]), self._snap(corner[1]))
        if not self.vector:
            painter.drawPixmap(at, self.sprite(key, size, paint))
            return
        painter.save()
        painter.translate(at)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.restore()

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
