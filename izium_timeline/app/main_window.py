"""The main window: the parts, the menus of the action table, and what is remembered."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow

from izium_timeline.app.actions import ACTIONS, SINGLE_KEYS, ActionRow
from izium_timeline.app.commands import Commands
from izium_timeline.app.dress import dress
from izium_timeline.app.geometry import restore_geometry, save_geometry
from izium_timeline.app.links import Links
from izium_timeline.app.parts import build_parts
from izium_timeline.app.workspace import Workspace
from izium_timeline.model.chronology import Category, Chronology
from izium_timeline.store.last_view import read_view, write_view
from izium_timeline.store.settings import Appearance, Settings, write_settings
from izium_timeline.views.theme import Theme, make_theme, system_is_dark

_FIRST_SIZE = QSize(1440, 900)


class MainWindow(QMainWindow):
    """One chronology in one window."""

    def __init__(self, categories: tuple[Category, ...], settings: Settings) -> None:
        super().__init__()
        self._categories = categories
        self._settings = settings
        self.workspace = Workspace(self)
        self.parts = build_parts(self, self.workspace)
        self._links = Links(self.workspace, self.parts, categories, self)
        self.commands = Commands(self.workspace, self.parts, self._links, self)
        self.actions_by_id = {row.id: self._action(row) for row in ACTIONS}
        self._build_menus()
        self._add_single_keys()
        self.commands.appearance_chosen.connect(self._set_appearance)
        self.commands.action_chosen.connect(self.run_action)
        self.parts.header.triggered.connect(self.run_action)
        self.parts.timeline.requested.connect(self.run_action)
        self.workspace.opened.connect(self._show_title)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.setAcceptDrops(True)
        self._dress()
        if not restore_geometry(self, self.parts.splitters):
            self.resize(self._first_size())

    def show_chronology(self, target: Path | None, chronology: Chronology) -> None:
        """Show an opened chronology as it was last seen, or whole at its first event."""
        self.workspace.show(target, chronology)
        view = read_view(target)
        if view.get("timeline"):
            self.parts.timeline.restore(view["timeline"])
        event_id = str(view.get("event") or chronology.opens_at)
        row = self.workspace.row_of(event_id)
        if row is not None:
            self.workspace.select(row)
        self.parts.timeline.setFocus()

    def run_action(self, action_id: str) -> None:
        """Do the action of that id, as its menu would."""
        self.actions_by_id[action_id].trigger()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place and the last view."""
        save_geometry(self, self.parts.splitters)
        self._keep_view()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a folder or a file of this machine."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.commands.open(Path(event.mimeData().urls()[0].toLocalFile()))

    def _action(self, row: ActionRow) -> QAction:
        shown = f"{row.text}\t{row.keys}" if row.keys and not row.shortcut else row.text
        action = QAction(shown, self)
        action.setObjectName(row.id)
        if row.shortcut:
            action.setShortcut(QKeySequence(row.shortcut))
        handler: Callable[..., None] = getattr(self.commands, row.handler)
        if row.toggle:
            action.setCheckable(True)
            action.setChecked(row.id.startswith("show_"))
            action.toggled.connect(handler)
        elif row.choice:
            value = row.choice.partition(":")[2]
            action.setCheckable(True)
            action.setChecked(value in ("category", str(self._settings.appearance)))
            action.triggered.connect(lambda _on: handler(value))
        else:
            # triggered hands False to a handler's first default argument
            action.triggered.connect(lambda _on: handler())
        return action

    def _build_menus(self) -> None:
        groups: dict[str, QActionGroup] = {}
        menus: dict[str, Any] = {}
        for row in ACTIONS:
            menu = menus.setdefault(row.menu, None) or self.menuBar().addMenu(f"&{row.menu}")
            menus[row.menu] = menu
            action = self.actions_by_id[row.id]
            if row.line_before:
                menu.addSeparator()
            menu.addAction(action)
            group = row.choice.partition(":")[0]
            if group:
                groups.setdefault(group, QActionGroup(self)).addAction(action)

    def _add_single_keys(self) -> None:
        for view in (self.parts.timeline, self.parts.events):
            for key, action_id in SINGLE_KEYS:
                shortcut = QShortcut(QKeySequence(key), view)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(self.actions_by_id[action_id].trigger)

    def _theme(self) -> Theme:
        appearance = self._settings.appearance
        dark = appearance is Appearance.DARK
        if appearance is Appearance.SYSTEM:
            dark = system_is_dark()
        return make_theme(self._categories, dark=dark)

    def _dress(self) -> None:
        dress(self, self.parts, self._theme())

    def _set_appearance(self, appearance: str) -> None:
        self._settings = replace(self._settings, appearance=Appearance(appearance))
        write_settings(self._settings)
        self._dress()

    def _show_title(self) -> None:
        self.setWindowTitle(self.workspace.chronology.title)

    def _keep_view(self) -> None:
        event = self.workspace.current
        view = {"timeline": self.parts.timeline.state(), "event": event.id if event else ""}
        write_view(self.workspace.target, view)

    def _first_size(self) -> QSize:
        return _FIRST_SIZE.boundedTo(self.screen().availableSize())
