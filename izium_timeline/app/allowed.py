"""Actions that make sense only with some events or some chronologies open."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtGui import QAction

from izium_timeline.app.workspace import Workspace
from izium_timeline.model.event import Status


def _judges(workspace: Workspace, status: Status) -> bool:
    """Whether a person can give the current event this status."""
    event = workspace.current
    return bool(event and event.status is not status and event.id not in workspace.unmatched)


def _has_event(workspace: Workspace) -> bool:
    return workspace.row is not None


def _holds_anything(workspace: Workspace) -> bool:
    return bool(workspace.chronology.events or workspace.chronology.documents)


_ALLOWED: Final[Mapping[str, Callable[[Workspace], bool]]] = {
    **dict.fromkeys(("copy_quote", "copy_event", "copy_date", "open_document"), _has_event),
    "accept": lambda workspace: _judges(workspace, Status.REVIEWED),
    "turn_down": lambda workspace: _judges(workspace, Status.REJECTED),
    "fit_selection": lambda workspace: _has_event(workspace) or workspace.shown.span is not None,
    # What is empty would be written over the file that it could not be read from.
    "save_as": lambda workspace: bool(
        workspace.chronology.events or workspace.chronology.documents
    ),
    "export": lambda workspace: bool(len(workspace.chronology.events)),
    "split": lambda workspace: bool(workspace.current and workspace.current.members),
    # A folder's candidates are all shown.
    "unmatched": lambda workspace: workspace.target is None or not workspace.target.is_dir(),
}


def keep_allowed(actions: Mapping[str, QAction], workspace: Workspace) -> None:
    """Enable each action only while it makes sense."""

    def update() -> None:
        for name, allowed in _ALLOWED.items():
            actions[name].setEnabled(allowed(workspace))

    workspace.opened.connect(update)
    workspace.renewed.connect(update)
    workspace.shown_changed.connect(update)
    workspace.selection.currentChanged.connect(update)
    update()
