"""The timeline's context menu: what can be done with the current event, and its category."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from izium_timeline.model.event import Status
from izium_timeline.views.timeline_journey import TimelineJourney

# The window's own actions, by their ids; they act on the current event.
_WINDOW_ACTIONS = (
    ("accept", "Accept"),
    ("turn_down", "Turn down"),
    ("copy_event", "Copy event"),
    ("copy_quote", "Copy quote with citation"),
    ("copy_date", "Copy date"),
    ("open_document", "Open document"),
)
_GROUP_ACTIONS: tuple[tuple[str, Callable[[TimelineJourney], None]], ...] = (
    ("Fold or unfold its group", lambda view: view.toggle_current_group()),
    ("Move its group up", lambda view: view.move_current_group(-1)),
    ("Move its group down", lambda view: view.move_current_group(1)),
)


class TimelineMenu(QObject):
    """Builds the menu anew each time; ``requested`` carries the id of a window's action."""

    requested = Signal(str)

    def __init__(self, view: TimelineJourney) -> None:
        super().__init__(view)
        self._view = view

    def offer(self, at: QPoint, row: int | None) -> None:
        """Show the menu at a point of the screen, for the current event or for none (None)."""
        menu = QMenu(self._view)
        menu.setObjectName("timelineMenu")
        menu.aboutToHide.connect(menu.deleteLater)
        own = {name: menu.addAction(text) for name, text in _WINDOW_ACTIONS}
        for name, action in own.items():
            action.triggered.connect(lambda _on, name=name: self.requested.emit(name))
        menu.addSeparator()
        menu.addAction("Zoom to it").triggered.connect(lambda _on: self._view.fit_selection())
        menu.addAction("List what shares its dates").triggered.connect(
            lambda _on: self._view.open_current_bundle()
        )
        menu.addSeparator()
        for text, act in _GROUP_ACTIONS:
            menu.addAction(text).triggered.connect(lambda _on, act=act: act(self._view))
        for action in menu.actions():
            action.setEnabled(row is not None)
        if row is not None:
            status = self._view.stage.chronology.events[row].status
            own["accept"].setEnabled(status is not Status.REVIEWED)
            own["turn_down"].setEnabled(status is not Status.REJECTED)
        menu.addSeparator()
        self._add_categories(menu, row)
        menu.popup(at)

    def _add_categories(self, menu: QMenu, row: int | None) -> None:
        stage = self._view.stage
        if row is not None:
            own = stage.columns.categories[int(stage.columns.category[row])] or "no category"
            others = frozenset(name or "no category" for name in stage.columns.categories) - {own}
            menu.addAction(f"Show only {own}").triggered.connect(
                lambda _on: self._view.set_hidden(others)
            )
        every = menu.addAction("Show all categories")
        every.setEnabled(bool(stage.hidden))
        every.triggered.connect(lambda _on: self._view.set_hidden(frozenset()))
