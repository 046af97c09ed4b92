"""The overview strip."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from izium_timeline.layout.overview import BAR, Strip
from izium_timeline.views.colours import mix
from izium_timeline.views.paint_inks import label_font
from izium_timeline.views.theme import Theme

PAD = 6.0
_RULE = 3.0
HANDLE = 5.0
# What lies outside of the strip, one of it and several.
_PLAIN = ("", "")
_HITS = ("hit ", "hits ")
_KNOWN = ("known ", "known ")


def paint_overview(
    painter: QPainter,
    strip: Strip,
    brush: tuple[float, float],
    size: tuple[float, float],
    left: float,
    theme: Theme,
    *,
    searched: bool = True,
) -> None:
    """Paint the strip, ``size`` wide and high in all, its days from ``left`` on; ``brush``
    is the x from which to which the days in view reach. What is lit was ``searched``, or else
    known by the playhead's day."""
    width, height = size
    painter.fillRect(QRectF(0, 0, width, height), theme.panel)
    painter.fillRect(QRectF(0, 0, width, 1), theme.hairline)
    painter.save()
    painter.translate(left, 0)
    for band in strip.bands:
        colour = theme.category(band.category)
        painter.fillRect(
            QRectF(band.left, PAD, band.right - band.left - 1, _RULE), mix(colour, theme.panel, 0.8)
        )
    _paint_counts(painter, strip, height, theme)
    _paint_brush(painter, strip, brush, height, theme)
    painter.restore()
    nouns = _PLAIN if strip.hits is None else _HITS if searched else _KNOWN
    _paint_outside(painter, strip, size, left, theme, nouns)


def _paint_counts(painter: QPainter, strip: Strip, height: float, theme: Theme) -> None:
    """A bar a few pixels; where there are hits, they are lit and the rest is dimmed."""
    room = height - 2 * PAD - _RULE - 3
    most = max(1, int(strip.counts.max(initial=0)))
    plain = mix(theme.secondary, theme.panel, 0.55 if strip.hits is None else 0.25)
    foot = height - PAD
    for place, count in enumerate(strip.counts.tolist()):
        if count:
            tall = max(1.0, count * room / most)
            painter.fillRect(QRectF(place * BAR, foot - tall, BAR - 1, tall), plain)
    if strip.hits is not None:
        for place, count in enumerate(strip.hits.tolist()):
            if count:
                tall = max(2.0, count * room / most)
                painter.fillRect(QRectF(place * BAR, foot - tall, BAR - 1, tall), theme.accent)


def _paint_brush(
    painter: QPainter, strip: Strip, brush: tuple[float, float], height: float, theme: Theme
) -> None:
    left, right = (min(max(x, 0.5), strip.scale.width - 0.5) for x in brush)
    box = QRectF(left, 2.5, max(3.0, right - left), height - 5)
    fill = QColor(theme.accent)
    fill.setAlphaF(0.10)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 1.2))
    painter.setBrush(fill)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    for x in (box.left(), box.right()):
        painter.drawRoundedRect(QRectF(x - 1.5, height / 2 - 7, 3, 14), 1.5, 1.5)


def _paint_outside(
    painter: QPainter,
    strip: Strip,
    size: tuple[float, float],
    left: float,
    theme: Theme,
    nouns: tuple[str, str],
) -> None:
    """How many events, or of those that are lit, lie before and after the strip's range."""
    painter.setFont(label_font())
    painter.setPen(theme.secondary if strip.hits is None else theme.accent)
    words = [f"‹ {strip.before:,} {nouns[strip.before > 1]}earlier"] * bool(strip.before)
    words += [f"{strip.after:,} {nouns[strip.after > 1]}later ›"] * bool(strip.after)
    for line, text in enumerate(words):
        top = size[1] / 2 - 7 * len(words) + 14 * line
        painter.drawText(QRectF(16, top, left - 20, 14), Qt.AlignmentFlag.AlignVCenter, text)
