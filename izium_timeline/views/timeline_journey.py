"""Going about in the timeline: from event to event, along the days, among the groups."""

import math
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from izium_timeline.layout.arrange import row_place
from izium_timeline.layout.picture import ROW
from izium_timeline.layout.touch import mark_of
from izium_timeline.layout.travel import known_days
from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.theme import Theme
from izium_timeline.views.timeline_look import TimelineLook
from izium_timeline.views.timeline_play import Player

if TYPE_CHECKING:
    from izium_timeline.views.event_popup import EventPopup


class TimelineJourney(TimelineLook):
    """A canvas that a window and the keyboard can lead about.

    Rows of the signals are indices into the chronology's events. ``scrubbed`` carries the
    day to which a person moved the playhead, ``span_changed`` (first day, day after the
    last) or None, ``hidden_changed`` the frozen set of categories that are left out,
    ``pace_changed`` milliseconds an event.
    """

    playhead_moved = Signal(float)
    scrubbed = Signal(float)
    event_selected = Signal(int)
    event_activated = Signal(int)
    span_changed = Signal(object)
    hidden_changed = Signal(object)
    pace_changed = Signal(int)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._player = Player(self.next_hit, self)
        self._cursor.moved.connect(self.playhead_moved)
        self._cursor.scrubbed.connect(self.scrubbed)
        self._cursor.chosen.connect(self.event_selected)
        self._cursor.selected.connect(self._reveal)
        self._touch.offered.connect(self._offer)
        self._touch.activated.connect(self._activate)
        self._touch.scrub_ended.connect(self._reveal_current_row)
        self._touch.span_changed.connect(self.span_changed)
        self._touch.hidden_changed.connect(self.hidden_changed)

    @cached_property
    def _popup(self) -> "EventPopup":
        from izium_timeline.views.event_popup import EventPopup  # the first frame lists nothing

        popup = EventPopup(self)
        popup.chosen.connect(self._cursor.choose)
        return popup

    @property
    def current_row(self) -> int | None:
        """The current event's row."""
        return self._cursor.row

    @property
    def current_mark(self) -> int:
        """The number of the current event's mark in the picture, -1 while it has none."""
        row = self._cursor.row
        bundle = -1 if row is None else int(self._stage.index.bundle_of[row])
        return mark_of(self.picture, bundle) if bundle >= 0 else -1

    def mark_under(self, at: QPointF) -> int:
        """The number of the mark at a point of the widget, -1 for none."""
        return self._touch.target_at(at).mark

    def tip(self, at: QPointF) -> str:
        """What a rest of the pointer at a point of the widget tells."""
        return self._touch.tip(at)

    def set_hidden(self, categories: frozenset[str]) -> None:
        """Leave out the events of these categories."""
        self._touch.hide(categories)

    def point_at(self, at: QPointF | None) -> None:
        """Behave as if the pointer were there; None is outside."""
        self._touch.hover(at)

    # Going from event to event.

    def next_event(self) -> bool:
        """Choose the next event; False past the last."""
        return self._cursor.go(1, hits=False)

    def previous_event(self) -> bool:
        """Choose the previous event; False before the first."""
        return self._cursor.go(-1, hits=False)

    def next_hit(self) -> bool:
        """Choose the next hit, or event where nothing is searched; False past the last."""
        return self._cursor.go(1, hits=True)

    def previous_hit(self) -> bool:
        """Choose the previous hit."""
        return self._cursor.go(-1, hits=True)

    def first_event(self) -> bool:
        """Choose the first event."""
        return self._cursor.go_end(last=False)

    def last_event(self) -> bool:
        """Choose the last event."""
        return self._cursor.go_end(last=True)

    def toggle_play(self) -> None:
        """Start or stop the run from event to event."""
        self._player.toggle()

    @property
    def playing(self) -> bool:
        """Whether it runs from event to event."""
        return self._player.playing

    def change_pace(self, *, faster: bool) -> None:
        """Play faster or slower."""
        self._player.change_pace(faster)
        self.pace_changed.emit(self._player.pace)

    def play_faster(self) -> None:
        """Play faster."""
        self.change_pace(faster=True)

    def play_slower(self) -> None:
        """Play slower."""
        self.change_pace(faster=False)

    @property
    def playhead(self) -> float | None:
        """The playhead's day."""
        return self._cursor.playhead

    def set_playhead(self, day: float) -> None:
        """Move the playhead, as if nobody held it."""
        self._cursor.move(day)

    def step_playhead(self, days: int) -> None:
        """Scrub by whole days."""
        day = self._cursor.playhead
        start = self.scale.day(self.scale.width / 2) if day is None else day
        self._cursor.scrub(math.floor(start) + days)
        self._viewport.reveal(math.floor(start) + days, math.floor(start) + days + 1.0)

    @property
    def span(self) -> tuple[float, float] | None:
        """The selected days."""
        return self._touch.span

    def set_span(self, span: tuple[float, float] | None) -> None:
        """Select days, as (first, day after the last), or none."""
        self._touch.set_span(span)

    def clear_span(self) -> None:
        """Select no days."""
        self._touch.set_span(None)

    def mark_span(self) -> None:
        """Begin a span at the playhead, or end the one that was begun there."""
        day = self._cursor.playhead
        if day is not None:
            day = math.floor(day)
            span = self._touch.span or (day, day + 1)
            self._touch.set_span((min(span[0], day), max(span[1], day + 1)))

    def enter(self) -> None:
        """Zoom into the span, else to the current event."""
        if self._touch.span is None and self._cursor.row is not None:
            self._activate(self._cursor.row)
        else:
            self.fit_selection()

    def escape(self) -> None:
        """Stop playing, else clear the span."""
        if self._player.playing:
            self._player.stop()
        else:
            self._touch.set_span(None)

    def toggle_current_group(self) -> None:
        """Fold or unfold the current event's group."""
        name = self.current_group()
        if name is not None:
            self._stage.fold(name)
            self.refresh()

    def move_current_group(self, by: int) -> None:
        """Move the current event's group up (-1) or down (1)."""
        name = self.current_group()
        if name is not None:
            self._stage.move(name, by)
            self.refresh()
            self._reveal()

    def open_current_bundle(self) -> None:
        """List the events that share the current one's bounds and group."""
        row = self._cursor.row
        if row is None or self._stage.index.bundle_of[row] < 0:
            return
        rows = self._stage.index.events_of(int(self._stage.index.bundle_of[row])).tolist()
        place = row_place(self._stage.index, self._stage.folding, row) or 0.0
        x = self.scale.x(self._cursor.playhead or self.scale.first)
        self._offer(rows, QPointF(GUTTER + x, HEADER + place - self.scale.scroll + ROW))

    def list_day(self) -> None:
        """List the events that hold, or may hold, at the playhead's day."""
        day = self._cursor.playhead
        if day is not None:
            self._touch.list_day(QPointF(GUTTER + self.scale.x(day), HEADER))

    def current_group(self) -> str | None:
        """The name of the current event's group."""
        row, index = self._cursor.row, self._stage.index
        if row is None or index.bundle_of[row] < 0:
            return None
        return index.groups[index.group_of_row(index.row_of(int(index.bundle_of[row])))].name

    def _reveal(self) -> None:
        """Bring the current event into view, unless a hand is on the playhead."""
        row = self._cursor.row
        if row is None or self._cursor.scrubbing:
            return
        if self._stage.uncover(row):
            self.refresh()
        self._viewport.reveal(*known_days(self._stage.index, row))
        self._reveal_row(row)

    def _reveal_current_row(self) -> None:
        if self._cursor.row is not None:
            self._reveal_row(self._cursor.row)

    def _activate(self, row: int) -> None:
        self.fit_event(row)
        self.event_activated.emit(row)

    def _offer(self, rows: list[int], at: QPointF) -> None:
        """Let a person choose one of these events."""
        if rows:
            events = self._stage.chronology.events
            self._popup.offer(rows, events, at.toPoint(), self._stage.theme)
