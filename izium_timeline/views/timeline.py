"""The timeline: what a window, the mouse and the keyboard can ask of it."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from izium_timeline.layout.arrange import hit_place
from izium_timeline.layout.columns import Columns
from izium_timeline.layout.index import Grouping
from izium_timeline.layout.picture import ROW
from izium_timeline.layout.touch import NOTHING
from izium_timeline.model.chronology import Chronology
from izium_timeline.views.theme import Theme
from izium_timeline.views.timeline_gestures import Gestures
from izium_timeline.views.timeline_journey import TimelineJourney
from izium_timeline.views.timeline_state import number, restore_stage, stage_state, view_state

if TYPE_CHECKING:
    from izium_timeline.views.timeline_menu import TimelineMenu

Mask = NDArray[np.bool_]


class TimelineView(TimelineJourney):
    """Events in time, grouped into lanes, with phases, ruler, playhead and legend.

    Rows of the selection model are indices into the chronology's events. ``requested``
    carries the id of an action that the context menu or a key asks for, for the current event;
    ``faded`` tells that other events fade than before.
    """

    requested = Signal(str)
    faded = Signal()

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("timelineView")
        self.setAccessibleName("Timeline")
        self._gestures = Gestures(self._touch, self)
        self._accessible = False
        self._fades = False
        self._cursor.moved.connect(self._fade)

    def make_accessible(self) -> None:
        """Describe the events in view to screen readers, and tell them of each change.

        Not done with the first frame, which it would keep waiting for classes of Qt's.
        """
        from izium_timeline.views.timeline_access import install, tell_change

        if not self._accessible:
            self._accessible = True
            install(self)
            self._cursor.selected.connect(lambda: tell_change(self))

    @cached_property
    def _menu(self) -> "TimelineMenu":
        from izium_timeline.views.timeline_menu import TimelineMenu  # nor for a menu

        menu = TimelineMenu(self)
        menu.requested.connect(self.requested)
        return menu

    # What is shown.

    def set_chronology(
        self,
        chronology: Chronology,
        columns: Columns | None = None,
        theme: Theme | None = None,
    ) -> None:
        """Show a chronology, at the days that its story fills."""
        self._player.stop()
        if theme is not None:
            self.set_theme(theme)
        self._cursor.clear()
        self._stage.open(chronology, columns)
        self._stage.fade_after(None)
        self._touch.set_span(None)
        self.refresh()
        self._viewport.show(*self._stage.range(whole=False), smoothly=False)

    def renew(
        self, chronology: Chronology, columns: Columns, row: int | None, *, fit: bool = True
    ) -> None:
        """Show another state of the same chronology, its current event being at ``row`` now.

        All else stays; with ``fit`` days that fitted the story are those that it fills now.
        """
        story = self._stage.range(whole=False)
        fitted = fit and (not len(self._stage.columns) or self._viewport.fits(*story))
        self._stage.renew(chronology, columns)
        self._cursor.row = row
        self._touch.target = NOTHING
        self.refresh()
        if fitted:
            self._viewport.show(*self._stage.range(whole=False), smoothly=False)

    def set_hits(self, mask: Mask | None) -> None:
        """Mark hits, a mask over all events, and dim the rest; None ends that.

        Where no group in view has one, it scrolls to the first that has; the days in view stay.
        """
        self._stage.hits = mask
        self.drop_picture()
        self._reveal_hits()

    def show_hits_alone(self, on: bool) -> None:
        """Leave out what is no hit, or dim it; every row stays where it is."""
        self._stage.hits_alone = on
        self.drop_picture()

    def ask_hits_alone(self) -> None:
        """Ask the window to change between leaving out and dimming what is no hit."""
        self.requested.emit("hits_alone")

    def _reveal_hits(self) -> None:
        """Scroll to the first group with hits, where none of those in view has any."""
        scale, hits = self._viewport.target, self._stage.hits
        if hits is None:
            return
        view = scale.scroll + ROW, scale.scroll + scale.height - ROW
        place = hit_place(self._stage.index, self._stage.folding, hits, *view)
        if place is not None:
            self._viewport.go(replace(scale, scroll=place))

    def set_fading(self, on: bool) -> None:
        """Fade what was reported after the playhead's day, or no longer."""
        self._fades = on
        self._fade()

    def _fade(self) -> None:
        """Follow the playhead; from one publication to the next it costs no new picture."""
        if self._stage.fade_after(self._cursor.playhead if self._fades else None):
            self.drop_picture()
            self.faded.emit()

    def set_selection_model(self, model: QItemSelectionModel) -> None:
        """Share the current event with list and pane."""
        self._cursor.bind(model)

    def set_grouping(self, grouping: str) -> None:
        """Group by category, document, place, or none."""
        self._stage.group_by(Grouping(grouping))
        self.refresh()

    # The last view is remembered.

    def state(self) -> dict[str, Any]:
        """What ``restore`` takes: plain values for a JSON file."""
        view = view_state(self._viewport.target, self._cursor.playhead)
        return {**stage_state(self._stage), **view, "pace": self._player.pace}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up a view again; what makes no sense is left as it is."""
        restore_stage(self._stage, state)
        self.refresh()
        first, last = number(state.get("first")), number(state.get("last"))
        if first is not None and last is not None and first < last:
            scale = self._viewport.target.showing(first, last)
            scroll = number(state.get("scroll")) or 0.0
            self._viewport.place(replace(scale, scroll=scroll))
        playhead, pace = number(state.get("playhead")), number(state.get("pace"))
        if playhead is not None:
            self._cursor.move(playhead)
        if pace is not None:
            self._player.set_pace(round(pace))

    # What Qt tells.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of ``timeline_keys``, while the timeline has the focus."""
        from izium_timeline.views.timeline_keys import act_of  # no first frame waits for a key

        act = act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the event under the pointer, or the current one from the keyboard."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        nowhere = by_mouse and not self._touch.point(QPointF(event.pos()))
        self._menu.offer(event.globalPos(), None if nowhere else self.current_row)

    def open_menu(self, at: QPoint) -> None:
        """Show the menu of the current event at a point of the screen."""
        self._menu.offer(at, self.current_row)
