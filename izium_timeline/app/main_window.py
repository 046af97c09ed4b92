"""The main window. The timeline stands first; everything else follows its first paint."""

import gc
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QMainWindow

from izium_timeline.app.dress import dress_parts, dress_window
from izium_timeline.app.frame import build_frame
from izium_timeline.app.geometry import restore_geometry, save_geometry
from izium_timeline.app.renewal import renew
from izium_timeline.app.workspace import Workspace
from izium_timeline.layout.told import Told
from izium_timeline.model.chronology import Category, Chronology
from izium_timeline.model.errors import TimelineError
from izium_timeline.store.last_view import read_view, write_view
from izium_timeline.store.settings import Appearance, Settings, write_settings
from izium_timeline.views.theme import Theme, make_theme, system_is_dark
from izium_timeline.views.timeline import TimelineView
from izium_timeline.views.timeline_words import LOADING, READING

if TYPE_CHECKING:
    from izium_timeline.app.commands import Commands
    from izium_timeline.app.parts import Parts
    from izium_timeline.app.rest import Rest

_FIRST_SIZE = QSize(1440, 900)


class MainWindow(QMainWindow):
    """One chronology in one window.

    ``parts``, ``commands`` and ``actions_by_id`` are made when they are first asked for, at the
    latest right after the timeline was painted.
    """

    def __init__(self, categories: tuple[Category, ...], settings: Settings) -> None:
        super().__init__()
        self._categories = categories
        self._settings = settings
        self._view: dict[str, Any] = {}
        self._coming_back = False
        self._whole = True
        self._awaited: Path | None = None
        self.workspace = Workspace(categories, self)
        self.timeline = TimelineView(self._theme())
        self.timeline.set_selection_model(self.workspace.selection)
        self.timeline.installEventFilter(self)
        self._frame = build_frame(self, self.timeline)
        self.workspace.leaving.connect(self._keep_view)
        self.workspace.opened.connect(self._show_timeline)
        self.workspace.renewed.connect(self._renew_timeline)
        self.workspace.opening.grown.connect(self._grow)
        self.workspace.opening.finished.connect(self._finish)
        self.workspace.opening.progressed.connect(self._show_reading)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.setAcceptDrops(True)
        dress_window(self, self._theme())
        if not restore_geometry(self, self._frame.splitters):
            self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize()))

    @property
    def parts(self) -> "Parts":
        """The parts beside the timeline."""
        return self._rest.parts

    @property
    def commands(self) -> "Commands":
        """What the actions do."""
        return self._rest.commands

    @property
    def actions_by_id(self) -> dict[str, QAction]:
        """The actions by the ids of the action table."""
        return self._rest.actions

    @cached_property
    def _rest(self) -> "Rest":
        from izium_timeline.app.rest import build_rest  # half of all that the window loads

        rest = build_rest(
            self,
            self._frame,
            self.workspace,
            self.timeline,
            self._theme(),
            self._settings.appearance,
        )
        for asked in (
            rest.commands.action_chosen,
            rest.parts.header.triggered,
            self.timeline.requested,
        ):
            asked.connect(self.run_action)
        rest.work.ended.connect(self._await_nothing)
        rest.commands.appearance_chosen.connect(self._set_appearance)
        rest.actions["filters"].toggled.connect(rest.parts.header.set_filtering)
        rest.actions["hits_alone"].setChecked(self._settings.hits_alone)
        rest.commands.hits_alone_chosen.connect(lambda on: self._keep_setting(hits_alone=on))
        rest.actions["still"].setChecked(self._settings.still)
        rest.commands.still_chosen.connect(lambda on: self._keep_setting(still=on))
        self.workspace.opened.connect(self._take_up_view)  # once all parts show what is opened
        rest.parts.pane.restore(self._view.get("pane") or {})
        return rest

    def complete(self) -> None:
        """Make what has not been made yet, and let the collector of garbage begin its work."""
        self._rest  # noqa: B018 - asking for it makes it
        self.timeline.make_accessible()
        gc.freeze()
        gc.enable()
        if self._awaited is not None and not self._rest.work.reads:
            self.commands.open(self._awaited)

    def show_chronology(
        self, target: Path | None, chronology: Chronology, told: Told | None = None
    ) -> None:
        """Show an opened chronology as it was last seen, or whole at its first event.

        ``told`` may hold the facts of its events.
        """
        self.workspace.show(target, chronology, told)
        self._take_up_view()

    def show_file(self, target: Path) -> None:
        """Show a chronology file that is still to be read, once the window stands."""
        self._awaited = target
        self.workspace.show(target, Chronology(target.name))
        self._whole = False
        self.timeline.setFocus()

    def show_folder(self, folder: Path) -> None:
        """Show a folder that is still to be read; raises TimelineError where it can't be."""
        self.workspace.open(folder)
        self._take_up_view()

    def _show_as_it_was(self, event_id: str) -> None:
        row = self.workspace.row_of(event_id)
        if row is not None:
            self.workspace.select(row)
        if self._view.get("timeline"):  # last: to select an event can move the view to it
            self.timeline.restore(self._view["timeline"])
        self.timeline.setFocus()

    def _grow(self, chronology: Chronology) -> None:
        renew(self.workspace, self.parts, chronology)
        if self._coming_back and self.workspace.row_of(str(self._view.get("event"))) is not None:
            self._come_back()

    def _finish(self, chronology: Chronology) -> None:
        self._whole = True
        renew(self.workspace, self.parts, chronology)
        if self._coming_back:
            self._come_back()
        gc.freeze()

    def _come_back(self) -> None:
        """Look where the last look was, once that is there, unless a person looks elsewhere."""
        self._coming_back = False
        if self.workspace.row is None:
            self._show_as_it_was(str(self._view.get("event")))
            self.parts.pane.restore(self._view.get("pane") or {})

    def run_action(self, action_id: str) -> None:
        """Do the action of that id, as its menu would."""
        self.actions_by_id[action_id].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Complete the window once the timeline has been painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.complete)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place and the last view, and keep what is half written.

        A window that has still to write something stays if that can't be written.
        """
        if not self._rest.work.finish():  # a window that is closed at once has a view, too
            event.ignore()
            return
        self._keep_view()
        self.workspace.opening.stop()
        save_geometry(self, self._frame.splitters)
        super().closeEvent(event)

    def _keep_view(self) -> None:
        """Keep what is half written, and the view, unless it is of a part of what is read."""
        if "_rest" not in vars(self):
            return
        self.parts.pane.finish()
        if self.workspace.forgotten or not self._whole:
            return
        current = self.workspace.current
        view = {
            "timeline": self.timeline.state(),
            "pane": self.parts.pane.state(),
            "event": current.id if current else "",
        }
        write_view(self.workspace.target, view)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a folder or a file of this machine."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.commands.open(Path(event.mimeData().urls()[0].toLocalFile()))

    def _theme(self) -> Theme:
        appearance = self._settings.appearance
        dark = appearance is Appearance.DARK
        if appearance is Appearance.SYSTEM:
            dark = system_is_dark()
        return make_theme(self._categories, dark=dark)

    def _dress(self) -> None:
        theme = self._theme()
        dress_window(self, theme)
        self.timeline.set_theme(theme)
        dress_parts(self.parts, theme)

    def _set_appearance(self, appearance: str) -> None:
        self._keep_setting(appearance=Appearance(appearance))
        self._dress()

    def _keep_setting(self, **changed: Any) -> None:
        self._settings = replace(self._settings, **changed)
        try:
            write_settings(self._settings)
        except (OSError, TimelineError) as error:
            self.parts.message.tell(f"The setting can't be remembered: {error}")

    def _renew_timeline(self) -> None:
        workspace = self.workspace
        self.timeline.renew(
            workspace.chronology,
            workspace.columns,
            workspace.renewed_row,
            fit=workspace.read_anew,
        )

    def _show_timeline(self) -> None:
        self.setWindowTitle(self.workspace.chronology.title)
        self._show_reading()
        self.timeline.set_chronology(self.workspace.chronology, self.workspace.columns)

    def _await_nothing(self) -> None:
        self._awaited = None
        self._show_reading()

    def _show_reading(self) -> None:
        """Let an empty timeline say whether events may come."""
        awaited = READING if self.workspace.opening.running else None
        awaited = LOADING if self._awaited is not None else awaited
        if awaited != self.timeline.stage.awaited:
            self.timeline.stage.awaited = awaited
            self.timeline.drop_picture()

    def _take_up_view(self) -> None:
        """Look where the last look was; in a folder once that much of it is read."""
        workspace = self.workspace
        self._view = read_view(workspace.target)
        self._whole = not workspace.opening.running
        self._coming_back = bool(self._view) and not self._whole
        if workspace.opening.running:
            self.timeline.setFocus()
            return
        self._show_as_it_was(str(self._view.get("event") or workspace.chronology.opens_at))
        if "_rest" in vars(self):
            self.parts.pane.restore(self._view.get("pane") or {})
