"""Everything of the window that follows the first paint: parts, links, commands, menus."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from izium_timeline.app.actions import ACTIONS, SINGLE_KEYS, ActionRow
from izium_timeline.app.allowed import keep_allowed, why_not
from izium_timeline.app.commands import Commands
from izium_timeline.app.dress import dress_parts
from izium_timeline.app.frame import Frame
from izium_timeline.app.links import Links
from izium_timeline.app.long_work import Kind, LongWork
from izium_timeline.app.parts import Parts, build_parts
from izium_timeline.app.publishing import Publishing
from izium_timeline.app.rereading import Rereading
from izium_timeline.app.workspace import Workspace
from izium_timeline.views.theme import Theme
from izium_timeline.views.timeline import TimelineView


@dataclass(frozen=True, slots=True)
class Rest:
    """The parts, the work that takes long, what the actions do, and the actions by their ids."""

    parts: Parts
    work: LongWork
    commands: Commands
    actions: dict[str, QAction]


def build_rest(
    window: QMainWindow,
    frame: Frame,
    workspace: Workspace,
    timeline: TimelineView,
    theme: Theme,
    appearance: str,
) -> Rest:
    """Make the rest of a window whose timeline stands."""
    parts = build_parts(frame, workspace, timeline)
    dress_parts(parts, theme)  # before they are filled: tabs keep the height of an earlier style
    links = Links(workspace, parts, window)
    Rereading(workspace, parts, window)
    Publishing(workspace, parts, window)
    work = LongWork(parts.working, window)
    work.failed.connect(parts.message.tell)
    work.cancelled.connect(parts.status.setText)
    workspace.leaving.connect(lambda: work.leave(Kind.READING, Kind.SEEKING))
    commands = Commands(workspace, parts, links, work, window)
    parts.pane.resolution_written.connect(commands.keep_resolution)
    chosen = {"group": "category", "appearance": appearance}
    actions = {row.id: _action(row, commands, chosen, window) for row in ACTIONS}
    commands.unmatched_ended.connect(lambda: actions["unmatched"].setChecked(False))
    parts.files.closed.connect(lambda: actions["files"].setChecked(False))
    for wanted in (commands.part_wanted, links.folder.part_wanted, parts.message.asked):
        wanted.connect(lambda action_id: _bring_about(actions[action_id]))
    keep_allowed(actions, workspace)
    _fill_menus(frame, actions, window)
    _add_single_keys(parts, actions, workspace)
    return Rest(parts, work, commands, actions)


def _action(
    row: ActionRow, commands: Commands, chosen: dict[str, str], window: QMainWindow
) -> QAction:
    shown = f"{row.text}\t{row.keys}" if row.keys and not row.shortcut else row.text
    action = QAction(shown, window)
    action.setObjectName(row.id)
    if row.shortcut:
        action.setShortcut(QKeySequence(row.shortcut))
    handler: Callable[..., object] = getattr(commands, row.handler)
    group, _, value = row.choice.partition(":")
    action.setCheckable(row.toggle or bool(group))
    action.setChecked(chosen.get(group) == value if group else row.id.startswith("show_"))
    if row.toggle:
        action.toggled.connect(handler)
    elif group:
        action.triggered.connect(lambda _on: handler(value))
    else:
        # triggered hands False to a handler's first default argument
        action.triggered.connect(lambda _on: handler())
    return action


def _bring_about(action: QAction) -> None:
    """Do what is asked for; what can be on or off is to be on, and may be."""
    if action.isCheckable():
        action.setChecked(True)
    else:
        action.trigger()


def _fill_menus(frame: Frame, actions: dict[str, QAction], window: QMainWindow) -> None:
    groups: dict[str, QActionGroup] = {}
    for row in ACTIONS:
        menu = frame.menus[row.menu]
        if row.line_before:
            menu.addSeparator()
        menu.addAction(actions[row.id])
        group = row.choice.partition(":")[0]
        if group:
            groups.setdefault(group, QActionGroup(window)).addAction(actions[row.id])


def _add_single_keys(parts: Parts, actions: dict[str, QAction], workspace: Workspace) -> None:
    def press(action_id: str) -> None:
        """Do what the key is for, or say why that can't be done now."""
        if why := why_not(workspace, action_id):
            parts.status.setText(why)
        else:
            actions[action_id].trigger()

    for view in (parts.timeline, parts.events):
        for key, action_id in SINGLE_KEYS:
            shortcut = QShortcut(QKeySequence(key), view)
            # With what lies over the timeline: the list of a bundle.
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(press, action_id))
