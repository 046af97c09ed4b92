"""What stands around the marks: phases, ruler, grid, and the groups' headers."""

import math
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from izium_timeline.layout.labels import elide
from izium_timeline.layout.picture import GROUP_PAD, Box, Picture
from izium_timeline.views.colours import mix
from izium_timeline.views.paint_inks import Inks

GUTTER = 148  # width of the groups' names, left of the lanes
HEADER = 62  # height of phases and ruler, above the lanes
_RULE = 12  # y of the phases' coloured rule
_NAME = 29  # baseline of a phase's name
TICK = 52  # baseline of the ruler's labels
TICK_PAD = 4  # between a tick's line and its label
_INDENT = 16
_WEEKEND = 0.05

NameOf = Callable[[str], str]


def paint_ground(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """Tints of phases and weekends, grid lines, and the lines between groups.

    In whole pixels and opaque wherever that can be: Qt fills those ten times as fast.
    """
    theme, scale = inks.theme, picture.scale
    width, height = math.ceil(scale.width), math.ceil(scale.height)
    for left, right, tint in _tints(picture, inks):
        painter.fillRect(left, 0, right - left, height, tint)
        shade = mix(theme.secondary, tint, _WEEKEND)
        for start, end in picture.ruler.weekends:
            first, last = max(left, round(start)), min(right, round(end))
            if first < last:
                painter.fillRect(first, 0, last - first, height, shade)
    for x in picture.ruler.faint:
        inks.upright(painter, x, 0, height, inks.grid)
    for tick in picture.ruler.ticks:
        colour = inks.strong_grid if tick.strong else inks.grid
        inks.upright(painter, tick.x, 0, height, colour)
    foot = _foot(picture)
    for box in picture.boxes:
        if box.bottom < foot:
            inks.level(painter, box.bottom, width, theme.hairline)


def _tints(picture: Picture, inks: Inks) -> Iterator[tuple[int, int, QColor]]:
    """The ground from left to right: of each phase, and of what lies between two."""
    at, width = 0, math.ceil(picture.scale.width)
    for band in picture.bands:
        left, right = round(band.left), round(band.right)
        yield at, left, inks.theme.ground
        yield left, right, inks.tint(band.category)
        at = right
    yield at, width, inks.theme.ground


def paint_ruler(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """Phases and ruler; y runs from the header's upper edge."""
    theme, scale = inks.theme, picture.scale
    painter.setFont(inks.bold)
    for band in picture.bands:
        colour = theme.category(band.category)
        painter.fillRect(QRectF(band.left, _RULE, band.right - band.left - 1, 3), colour)
        if band.named:
            painter.setPen(colour)
            painter.drawText(QPointF(band.left + 4, _NAME), band.name)
    painter.fillRect(QRectF(-GUTTER, HEADER - 1, scale.width + GUTTER, 1), theme.hairline)
    for tick in picture.ruler.ticks:
        height = 20 if tick.text else 5
        inks.upright(painter, tick.x, HEADER - 1 - height, height, theme.hairline)
    for strong, font, pen in (
        (False, inks.font, theme.secondary),
        (True, inks.bold, theme.text),
    ):
        painter.setFont(font)
        painter.setPen(pen)
        for tick in picture.ruler.ticks:
            if tick.text and tick.strong == strong:
                painter.drawText(QPointF(round(tick.x) + TICK_PAD, TICK), tick.text)
    if picture.ruler.context:
        painter.drawText(QPointF(0, TICK), picture.ruler.context)


def paint_headers(painter: QPainter, picture: Picture, inks: Inks, name_of: NameOf) -> None:
    """The groups' names and counts in the gutter, kept in view while their group is.

    All names first, then all counts: a change of font costs as much as a name.
    """
    painter.setFont(inks.name)
    foot = _foot(picture)
    for box in picture.boxes:
        if box.bottom < foot:
            inks.level(painter, box.bottom, GUTTER, inks.theme.hairline)
        top = header_top(box)
        _paint_chevron(painter, round(top) + 9, box.folded, inks)
        painter.setPen(inks.theme.text if box.category is None else inks.colour(box.category))
        name = elide(name_of(box.name), GUTTER - _INDENT - 8, inks.measure_name)
        painter.drawText(QPointF(_INDENT, top + 18), name)
    painter.setFont(inks.font)
    painter.setPen(inks.theme.secondary)
    for box in picture.boxes:
        top = header_top(box)
        for line, row in enumerate(_lines(box, inks)):
            painter.drawText(QPointF(_INDENT, top + 33 + 14 * line), row)
        if box.beyond and not box.folded and box.crowd is None and box.bottom - top > 64:
            painter.drawText(QPointF(_INDENT, box.bottom - GROUP_PAD - 4), f"+ {box.beyond:,} more")


def _foot(picture: Picture) -> float:
    """The y below which no line between two groups lies."""
    return min(picture.scale.height, picture.height - picture.scale.scroll)


def header_top(box: Box) -> float:
    """The y of a group's header: the group's own, or the viewport's while it is above it."""
    return max(box.top, min(0.0, box.bottom - 40))


def _lines(box: Box, inks: Inks) -> list[str]:
    """The count, what lies outside of the view, what is unverified: as many lines as fit."""
    if box.folded:
        return []
    noun = "event" if box.count == 1 else "events"
    count = f"{box.count:,} {noun}" if box.hits is None else f"{box.hits:,} of {box.count:,}"
    outside = [f"‹ {box.before:,}"] * bool(box.before) + [f"{box.after:,} ›"] * bool(box.after)
    together = "  ".join([count, *outside])
    fits = inks.measure(together) <= GUTTER - _INDENT - 4
    lines = [together] if fits else [count, "  ".join(outside)]
    if box.unverified:
        lines.append(f"{box.unverified:,} unverified")
    if box.crowd is not None:
        lines.append(f"up to {box.crowd:,} at once")
    return lines[: max(1, int((box.height - 34) // 14))]


def _paint_chevron(painter: QPainter, top: float, folded: bool, inks: Inks) -> None:
    def paint(chevron: QPainter) -> None:
        chevron.setPen(Qt.PenStyle.NoPen)
        chevron.setBrush(inks.theme.secondary)
        corners = _FOLDED if folded else _UNFOLDED
        chevron.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))

    inks.stamp(painter, (0.0, top), (12.0, 8.0), ("chevron", folded), paint)


_FOLDED = ((4, 0.5), (8.5, 4), (4, 7.5))
_UNFOLDED = ((3, 2), (10, 2), (6.5, 6.5))
