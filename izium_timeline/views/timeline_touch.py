"""What pointing at the timeline and clicking in it does."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from izium_timeline.layout.index import Index
from izium_timeline.layout.legend import Entry, Legend
from izium_timeline.layout.picture import Picture
from izium_timeline.layout.touch import NOTHING, Part, Target, places_past, target_at
from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.paint_overlay import pill_box, playhead_x
from izium_timeline.views.timeline_cursor import Cursor
from izium_timeline.views.timeline_stage import Stage
from izium_timeline.views.timeline_viewport import Viewport
from izium_timeline.views.timeline_words import short_day

_GRIP = 5.0  # pixels beside the playhead's line that take hold of it
_WHOLE_DAYS = 96.0  # pixels a day below which the playhead keeps to whole days
_INTO_CROWD = 6.0  # times closer, at a click on a density
_DEEPEST = 2.0  # days in view at which a density lists what it holds instead

Span = tuple[float, float]


class Touch(QObject):
    """Answers gestures: positions are the widget's, x of ``zoom`` the lanes'.

    ``changed`` asks for a new picture, ``hovered`` for a new overlay; ``offered`` gives the
    rows of events to choose from at a point of the widget; ``span_changed`` the selected
    days as (first, day after the last), or None; ``hidden_changed`` the frozen set of the
    categories that are left out.
    """

    changed = Signal()
    hovered = Signal()
    offered = Signal(object, QPointF)
    activated = Signal(int)
    span_changed = Signal(object)
    hidden_changed = Signal(object)
    scrub_ended = Signal()

    def __init__(
        self,
        stage: Stage,
        viewport: Viewport,
        cursor: Cursor,
        shown: Callable[[], tuple[Picture, Legend]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._viewport = viewport
        self._cursor = cursor
        self._shown = shown
        self.target = NOTHING
        self.shape = Qt.CursorShape.ArrowCursor
        self.span: Span | None = None
        self.carried = -1  # the number of the group in the hand

    def day_at(self, x: float) -> float:
        """The day, with its fraction, at an x of the widget."""
        return self._viewport.scale.day(x - GUTTER)

    def target_at(self, at: QPointF) -> Target:
        """What of the lanes lies at a point."""
        picture, _ = self._shown()
        if not HEADER <= at.y() < HEADER + picture.scale.height:
            return NOTHING
        return target_at(picture, at.x() - GUTTER, at.y() - HEADER)

    def grip(self, at: QPointF) -> float | None:
        """How far the playhead lies to the right of a press that takes hold of it.

        0 for a press on the ruler, which brings the playhead there; None for one that takes
        hold of nothing. A press on the line or on its date never gives just 0.
        """
        picture, _ = self._shown()
        if at.x() < GUTTER or at.y() > HEADER + picture.scale.height:
            return None
        day = self._cursor.playhead
        away = None if day is None else GUTTER + playhead_x(picture.scale, day) - at.x()
        near = away is not None and abs(away) <= _GRIP
        if away is not None and (self._over_date(at) or (near and not self._over_mark(at))):
            return away or _GRIP / 100
        return 0.0 if at.y() < HEADER else None

    def list_day(self, at: QPointF) -> None:
        """List the events that hold, or may hold, at the playhead's day."""
        day = self._cursor.playhead
        if day is not None:
            first = math.floor(day)
            rows = self._stage.index.holding(first, first + 1).tolist()
            self.offered.emit(self._hits_first(rows), at)

    def _over_mark(self, at: QPointF) -> bool:
        return self.target_at(at).part is Part.MARK

    def _over_date(self, at: QPointF) -> bool:
        """Whether a point lies on the playhead's date."""
        picture, _ = self._shown()
        day = self._cursor.playhead
        if day is None:
            return False
        box = pill_box(picture, playhead_x(picture.scale, day), short_day(day), self._stage.inks)
        return box.contains(at)

    def hover(self, at: QPointF | None) -> None:
        """Follow the pointer."""
        target = NOTHING if at is None else self.target_at(at)
        shape = self._shape_at(at, target)
        if (target, shape) != (self.target, self.shape):
            self.target, self.shape = target, shape
            self.hovered.emit()

    def click(self, at: QPointF) -> None:
        """Choose an event, open a bundle or a density, fold a group, switch a category."""
        entry = self._entry_at(at)
        if entry is not None:
            if entry.category >= 0:
                self.hide(self._stage.hidden ^ {entry.text})
            return
        target = self.target_at(at)
        handler = _CLICKS.get(target.part)
        if handler is not None:
            handler(self, target, at)

    def hide(self, categories: frozenset[str]) -> None:
        """Leave out the events of these categories."""
        self._stage.hide(categories)
        self.changed.emit()
        self.hidden_changed.emit(categories)

    def point(self, at: QPointF) -> bool:
        """Choose the event at a point, and do no more; False where there is none."""
        target = self.target_at(at)
        if target.part is Part.MARK:
            self._cursor.choose(int(self._shown()[0].marks.lead[target.mark]))
        return target.part is Part.MARK

    def double_click(self, at: QPointF) -> None:
        """Zoom to an event, or closer about the pointer."""
        target = self.target_at(at)
        if target.part is Part.MARK:
            self.activated.emit(int(self._shown()[0].marks.lead[target.mark]))
        elif target.part is Part.NOTHING and at.x() > GUTTER and self._entry_at(at) is None:
            self.zoom(2.0, at.x() - GUTTER)

    def drag_by(self, pixels: QPointF) -> None:
        """Pan by so many pixels across and down."""
        self._viewport.pan(pixels.x(), pixels.y())

    def take_group(self, at: QPointF) -> bool:
        """Take a group into the hand by its name; whether there is one."""
        target = self.target_at(at)
        if target.part is Part.HEADER:
            self.carried = target.group
            self.shape = Qt.CursorShape.ClosedHandCursor
            self.hovered.emit()
        return target.part is Part.HEADER

    def carry_group(self, at: QPointF) -> None:
        """Bring the group in the hand to a point among the others, and these into view."""
        picture, _ = self._shown()
        y = at.y() - HEADER
        past = places_past(picture, self.carried, y)
        if past:
            self._stage.move(self._stage.index.groups[self.carried].name, past)
            self.changed.emit()
        self.scroll_by(min(y, 0.0) + max(y - picture.scale.height, 0.0))

    def drop_group(self) -> None:
        """Leave the group where it is."""
        self.carried = -1
        self.hover(None)
        self.hovered.emit()

    def scrub(self, day: float) -> None:
        """Bring the playhead to a day: a whole one while days are narrow."""
        whole = 1 / self._viewport.scale.per_pixel < _WHOLE_DAYS
        self._cursor.scrub(math.floor(day) if whole else day)

    def let_go(self) -> None:
        """The playhead rests: time to bring the event that was reached into view."""
        self.scrub_ended.emit()

    def set_span(self, span: Span | None) -> None:
        """Select days, as (first, day after the last), or none."""
        if span != self.span:
            self.span = span
            self.hovered.emit()
            self.span_changed.emit(span)

    def scroll_by(self, pixels: float) -> None:
        """Scroll down by so many pixels."""
        self._viewport.pan(0.0, pixels)

    def zoom(self, factor: float, x: float | None = None, *, smoothly: bool = True) -> None:
        """Zoom about a pixel of the lanes; None is the playhead, or the middle."""
        scale = self._viewport.scale
        if x is None:
            day = self._cursor.playhead
            x = scale.width / 2 if day is None else scale.x(day + 0.5)
            x = x if 0 <= x <= scale.width else scale.width / 2
        self._viewport.zoom(factor, min(max(x, 0.0), scale.width), smoothly)

    def tip(self, at: QPointF) -> str:
        """The tooltip at a point, "" for none."""
        from izium_timeline.views.timeline_tips import Place, tip_at  # no first frame has a tip

        picture, _ = self._shown()
        place = Place(at, self.target_at(at), self._entry_at(at), self._over_date(at))
        return tip_at(self._stage, picture, place, self._cursor.playhead)

    def _shape_at(self, at: QPointF | None, target: Target) -> Qt.CursorShape:
        """How the pointer looks: something to take hold of, to click, or neither."""
        if at is None:
            return Qt.CursorShape.ArrowCursor
        if self.grip(at) is not None:
            return Qt.CursorShape.SizeHorCursor
        clickable = target.part is not Part.NOTHING or self._entry_at(at) is not None
        return Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor

    def _entry_at(self, at: QPointF) -> Entry | None:
        picture, legend = self._shown()
        return legend.at(at.x(), at.y() - HEADER - picture.scale.height)

    def _click_mark(self, target: Target, at: QPointF) -> None:
        marks = self._shown()[0].marks
        self._cursor.choose(int(marks.lead[target.mark]))
        if marks.size[target.mark] > 1:
            rows = self._stage.index.events_of(int(marks.bundle[target.mark]))
            self.offered.emit(self._hits_first(rows.tolist()), at)

    def _click_header(self, target: Target, _at: QPointF) -> None:
        """Fold or unfold a group; one that was opened in full goes back to its usual rows."""
        group = self._stage.index.groups[target.group]
        if group.full:
            self._stage.open_in_full(group.name)
        else:
            self._stage.fold(group.name)
        self.changed.emit()

    def _click_strip(self, target: Target, _at: QPointF) -> None:
        name = self._stage.index.groups[target.group].name
        if name in self._stage.folding.folded:
            self._stage.fold(name)
        else:
            self._stage.open_in_full(name)
        self.changed.emit()

    def _click_crowd(self, target: Target, at: QPointF) -> None:
        scale = self._viewport.scale
        if scale.days > _DEEPEST:
            self.zoom(_INTO_CROWD, at.x() - GUTTER)
            return
        first = self.day_at(at.x() - 1.0)
        rows = _in_group(self._stage.index, target.group, first, first + 3 * scale.per_pixel)
        self.offered.emit(self._hits_first(rows), at)

    def _hits_first(self, rows: list[int]) -> list[int]:
        """The rows as they are listed: what is no hit last, or not where it is left out."""
        hits = self._stage.hits
        if hits is None:
            return rows
        if self._stage.hits_alone:
            return [row for row in rows if hits[row]]
        return sorted(rows, key=lambda row: not hits[row])


def _in_group(index: Index, group: int, first: float, last: float) -> list[int]:
    """The events of a group that touch the days."""
    rows = index.holding(first, last)
    return list(map(int, rows[index.groups_of(rows) == group]))


_Click = Callable[[Touch, Target, QPointF], None]
_CLICKS: dict[Part, _Click] = {
    Part.MARK: Touch._click_mark,
    Part.HEADER: Touch._click_header,
    Part.STRIP: Touch._click_strip,
    Part.CROWD: Touch._click_crowd,
}
