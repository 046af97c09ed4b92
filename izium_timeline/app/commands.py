"""What the actions do: one method a row of the action table."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from izium_timeline.app.help import choices, show_about, show_keys
from izium_timeline.app.links import Links
from izium_timeline.app.long_work import LongWork, Task
from izium_timeline.app.parts import Parts
from izium_timeline.app.target_commands import TargetCommands
from izium_timeline.app.workspace import Workspace
from izium_timeline.layout.index import Grouping
from izium_timeline.model.errors import TimelineError
from izium_timeline.model.event import Status
from izium_timeline.views.clipboard import citation, event_citation, text_alone
from izium_timeline.views.finder import ActionFinder

if TYPE_CHECKING:
    from izium_timeline.app.unmatched import Unmatched


class Commands(TargetCommands):
    """The handlers. Those of a choice take its value, those of a toggle whether it is on."""

    appearance_chosen = Signal(str)
    action_chosen = Signal(str)
    hits_alone_chosen = Signal(bool)
    still_chosen = Signal(bool)
    unmatched_ended = Signal()
    part_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        parts: Parts,
        links: Links,
        work: LongWork,
        window: QWidget,
    ) -> None:
        super().__init__(workspace, parts, links, work, window)
        timeline = parts.timeline
        self.zoom_in = timeline.zoom_in
        self.zoom_out = timeline.zoom_out
        self.pan_left = timeline.pan_left
        self.pan_right = timeline.pan_right
        self.fit_all = timeline.fit_all
        self.fit_selection = timeline.fit_selection
        self.next_event = timeline.next_event
        self.previous_event = timeline.previous_event
        self.first_event = timeline.first_event
        self.last_event = timeline.last_event
        self.play = timeline.toggle_play
        self.play_faster = timeline.play_faster
        self.play_slower = timeline.play_slower
        timeline.pace_changed.connect(self._tell_pace)
        self.set_fading = timeline.set_fading
        self.next_hit = links.next_hit
        self.previous_hit = links.previous_hit
        self.show_filters = links.searching.show_filters
        self.rank_list = links.searching.rank_list

    @cached_property
    def _unmatched(self) -> "Unmatched":
        from izium_timeline.app.unmatched import Unmatched  # few ask for it

        made = Unmatched(self._workspace, self._parts, self._work, self)
        made.ended.connect(self.unmatched_ended)
        return made

    def save_as(self) -> None:
        """Ask for a name, and write the chronology with all that was entered into a file."""
        from izium_timeline.app.saving import save_chronology

        self._begin(save_chronology(self._workspace, self._window, self._parts.status.setText))

    def undo(self) -> None:
        """Take back what was entered last."""
        self._tell(self._workspace.entries.undo)

    def redo(self) -> None:
        """Enter again what was taken back last."""
        self._tell(self._workspace.entries.redo)

    def show_unmatched(self, on: bool) -> None:
        """Show the candidates that match no event, or take them away again."""
        self._unmatched.show(on)

    def split(self) -> None:
        """Take the current event apart into the candidates that it was joined from."""
        from izium_timeline.app.entering import split_current

        self._tell(lambda: split_current(self._workspace))

    def accept(self) -> None:
        """Accept the current event: it is reviewed from then on."""
        self._judge(Status.REVIEWED)

    def turn_down(self) -> None:
        """Turn the current event down: it goes out of sight, and into no export."""
        self._judge(Status.REJECTED)

    def _judge(self, status: Status) -> None:
        from izium_timeline.app.entering import judge_current

        self._tell(lambda: judge_current(self._workspace, status))

    def export(self) -> None:
        """Ask what to export and where to, and write it."""
        from izium_timeline.app.writing import export_events

        self._begin(export_events(self._workspace, self._window, self._parts.status.setText))

    def export_picture(self) -> None:
        """Ask for a file, and draw the whole timeline into it."""
        from izium_timeline.app.writing import export_picture

        dark = self._parts.timeline.theme.dark
        self._tell(lambda: export_picture(self._workspace, self._window, dark=dark))

    def quit(self) -> None:
        """Close the window, which remembers its place."""
        self._window.close()

    def find(self) -> None:
        """Put the cursor into the search."""
        self._parts.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_search(self) -> None:
        """Keep the search among those that the arrow down offers in the search line."""
        self._tell(self._links.searching.keep)

    def take_view(self) -> None:
        """Write the span and the legend's filter into the search line."""
        self._tell(self._links.searching.take_view)

    def clear(self) -> None:
        """Lift the search and the span."""
        self._parts.search.set_query("")
        self._parts.timeline.clear_span()

    def copy_quote(self) -> None:
        """Copy the best quote of the current event with its source."""
        event = self._workspace.current
        if event is not None and event.best_evidence is not None:
            self._copy(citation(self._workspace.chronology, event.best_evidence))

    def copy_event(self) -> None:
        """Copy the current event with all its quotes."""
        event = self._workspace.current
        if event is not None:
            self._copy(event_citation(self._workspace.chronology, event))

    def copy_date(self) -> None:
        """Copy the current event's date as EDTF."""
        event = self._workspace.current
        if event is not None:
            self._copy(text_alone(str(event.edtf)))

    def group_by(self, grouping: str) -> None:
        """Group the timeline."""
        self._parts.timeline.set_grouping(Grouping(grouping))

    def keep_resolution(self, event_id: str, resolution: str) -> None:
        """Keep what a person concludes from an event's conflict."""
        from izium_timeline.app.entering import keep_resolution

        self._tell(lambda: keep_resolution(self._workspace, event_id, resolution))

    def show_overview(self, on: bool) -> None:
        """Show or hide the overview."""
        self._parts.places["overview"].setVisible(on)

    def show_list(self, on: bool) -> None:
        """Show or hide the event list and the passages under it."""
        self._parts.places["list"].setVisible(on)

    def show_document(self, on: bool) -> None:
        """Show or hide the document pane."""
        self._parts.places["document"].setVisible(on)

    def show_hits_alone(self, on: bool) -> None:
        """Hide what a search does not find on timeline and overview, or dim it."""
        self._parts.timeline.show_hits_alone(on)
        self._parts.overview.show_hits_alone(on)
        self.hits_alone_chosen.emit(on)

    def show_still(self, on: bool) -> None:
        """Go everywhere at once, or smoothly."""
        self._parts.timeline.set_still(on)
        self.still_chosen.emit(on)

    def show_files(self, on: bool) -> None:
        """Show or hide the files of the folder, with what became of each."""
        self._links.folder.show_files(on)

    def full_screen(self, on: bool) -> None:
        """Fill the screen, or go back."""
        state = self._window.windowState()
        full = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if on else state & ~full)

    def set_appearance(self, appearance: str) -> None:
        """Take the light theme, the dark one, or the system's."""
        self.appearance_chosen.emit(appearance)

    def open_document(self) -> None:
        """Show the current event's passage, also where the document was hidden."""
        row = self._workspace.row
        self.part_wanted.emit("show_document")
        if row is not None:
            self._parts.pane.show_event(row)

    def find_action(self) -> None:
        """Find an action by its name, and do it."""
        finder = ActionFinder(choices(), self._window)
        finder.chosen.connect(self.action_chosen)
        finder.exec()

    def show_keys(self) -> None:
        """Show the keys and the gestures."""
        show_keys(self._parts.timeline.theme, self._window)

    def about(self) -> None:
        """Say what this is, and whose the texts are."""
        show_about(self._window)

    def _begin(self, task: Task | None) -> None:
        if task is not None:
            self._work.begin(task)

    def _tell(self, act: Callable[[], str]) -> None:
        """Do what can fail: the status line tells what came of it, the bar what failed."""
        try:
            told = act()
        except TimelineError as error:
            self._parts.message.tell(str(error))
        else:
            self._parts.status.setText(told or self._parts.status.text())

    def _tell_pace(self, milliseconds: int) -> None:
        self._parts.status.setText(f"Plays at {milliseconds / 1000:g} seconds an event")

    def _copy(self, copied: QMimeData) -> None:
        QGuiApplication.clipboard().setMimeData(copied)
        self._parts.status.setText("Copied")
