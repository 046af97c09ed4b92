"""What stands around the marks: phases, ruler, grid, and the groups' headers."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPolygonF

from izium_timeline.layout.labels import elide
from izium_timeline.layout.picture import GROUP_PAD, Box, Picture
from izium_timeline.views.paint_inks import Inks

GUTTER = 148  # width of the groups' names, left of the lanes
HEADER = 62  # height of phases and ruler, above the lanes
_RULE = 12  # y of the phases' coloured rule
_NAME = 29  # baseline of a phase's name
TICK = 52  # baseline of the ruler's labels
_INDENT = 16
_STRIP = 4.0  # whole device pixels at every usual ratio, and never less than a logical one

NameOf = Callable[[str], str]


def paint_ground(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """Tints of phases and weekends, grid lines, and the lines between groups."""
    theme, scale = inks.theme, picture.scale
    if inks.vector:
        painter.fillRect(QRectF(0, 0, scale.width, scale.height), theme.ground)
        _paint_columns(painter, picture, scale.height, inks)
    else:
        # All of it stands upright: a strip of it, repeated, costs a tenth.
        strip = QPixmap(max(1, round(scale.width * inks.ratio)), round(_STRIP * inks.ratio))
        strip.setDevicePixelRatio(inks.ratio)
        strip.fill(theme.ground)
        columns = QPainter(strip)
        _paint_columns(columns, picture, _STRIP, inks)
        columns.end()
        painter.drawTiledPixmap(QRectF(0, 0, scale.width, scale.height), strip)
    foot = min(scale.height, picture.height - scale.scroll)
    for box in picture.boxes:
        if box.bottom < foot:
            line_box = QRectF(-GUTTER, round(box.bottom), scale.width + GUTTER, 1)
            painter.fillRect(line_box, theme.hairline)


def _paint_columns(painter: QPainter, picture: Picture, height: float, inks: Inks) -> None:
    theme = inks.theme
    for band in picture.bands:
        tint = QColor(theme.category(band.category))
        tint.setAlphaF(theme.phase_tint)
        painter.fillRect(QRectF(band.left, 0, band.right - band.left, height), tint)
    shade = QColor(theme.secondary)
    shade.setAlphaF(0.05)
    for left, right in picture.ruler.weekends:
        painter.fillRect(QRectF(max(0.0, left), 0, right - max(0.0, left), height), shade)
    for tick in picture.ruler.ticks:
        colour = inks.strong_grid if tick.strong else inks.grid
        painter.fillRect(QRectF(round(tick.x), 0, 1, height), colour)


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
        painter.fillRect(QRectF(round(tick.x), HEADER - 1 - height, 1, height), theme.hairline)
        if tick.text:
            painter.setFont(inks.bold if tick.strong else inks.font)
            painter.setPen(theme.text if tick.strong else theme.secondary)
            painter.drawText(QPointF(round(tick.x) + 4, TICK), tick.text)
    if picture.ruler.context:
        painter.setFont(inks.bold)
        painter.setPen(theme.text)
        painter.drawText(QPointF(0, TICK), picture.ruler.context)


def paint_headers(painter: QPainter, picture: Picture, inks: Inks, name_of: NameOf) -> None:
    """The groups' names and counts in the gutter, kept in view while their group is."""
    for box in picture.boxes:
        top = header_top(box)
        colour = inks.colour(box.category) if box.category is not None else inks.theme.text
        painter.drawPixmap(QPointF(0, round(top) + 9), _chevron(box.folded, inks))
        painter.setFont(inks.name)
        painter.setPen(colour)
        name = elide(name_of(box.name), GUTTER - _INDENT - 8, inks.measure_name)
        painter.drawText(QPointF(_INDENT, top + 18), name)
        painter.setFont(inks.font)
        painter.setPen(inks.theme.secondary)
        for line, row in enumerate(_lines(box, inks)):
            painter.drawText(QPointF(_INDENT, top + 33 + 14 * line), row)
        if box.beyond and not box.folded and box.crowd is None and box.bottom - top > 64:
            painter.drawText(QPointF(_INDENT, box.bottom - GROUP_PAD - 4), f"+ {box.beyond:,} more")


def header_top(box: Box) -> float:
    """The y of a group's header: the group's own, or the viewport's while it is above it."""
    return max(box.top, min(0.0, box.bottom - 40))


def _lines(box: Box, inks: Inks) -> list[str]:
    """The count, and what lies outside of the view, in as many lines as there is room for."""
    if box.folded:
        return []
    noun = "event" if box.count == 1 else "events"
    count = f"{box.count:,} {noun}" if box.hits is None else f"{box.hits:,} of {box.count:,}"
    outside = [f"‹ {box.before:,}"] * bool(box.before) + [f"{box.after:,} ›"] * bool(box.after)
    together = "  ".join([count, *outside])
    fits = inks.measure(together) <= GUTTER - _INDENT - 4
    lines = [together] if fits else [count, "  ".join(outside)]
    if box.crowd is not None:
        lines.append(f"up to {box.crowd:,} at once")
    return lines[: max(1, int((box.height - 34) // 14))]


def _chevron(folded: bool, inks: Inks) -> QPixmap:
    def paint(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.theme.secondary)
        corners = _FOLDED if folded else _UNFOLDED
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))

    return inks.sprite(("chevron", folded), (12.0, 8.0), paint)


_FOLDED = ((4, 0.5), (8.5, 4), (4, 7.5))
_UNFOLDED = ((3, 2), (10, 2), (6.5, 6.5))
