"""Actions that make sense only with some events or some chronologies open."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from PySide6.QtGui import QAction

from izium_timeline.app.workspace import Workspace
from izium_timeline.model.event import Status


class _Judgement(NamedTuple):
    """A status that a person gives an event, and the words for giving it and for having it."""

    status: Status
    give: str
    given: str
    has: str


_JUDGEMENTS: Final[Mapping[str, _Judgement]] = {
    "accept": _Judgement(Status.REVIEWED, "accept", "accepted", "is reviewed already"),
    "turn_down": _Judgement(Status.REJECTED, "turn down", "turned down", "is turned down already"),
}


def why_not(workspace: Workspace, action_id: str) -> str:
    """Why the current event can't be accepted or turned down; empty where it can, and for other
    actions.
    """
    judgement, event = _JUDGEMENTS.get(action_id), workspace.current
    if judgement is None:
        return ""
    if event is None and workspace.row is None:
        return f"No event is selected: there is nothing to {judgement.give}"
    if event is None:
        return f"This event can't be read any more; open the folder again to {judgement.give} it"
    if event.id in workspace.unmatched:
        return f"A candidate beside the chronology can't be {judgement.given}: {event.title}"
    if event.status is judgement.status:
        return f"This event {judgement.has}: {event.title}"
    return ""


def _has_event(workspace: Workspace) -> bool:
    return workspace.row is not None


def _holds_anything(workspace: Workspace) -> bool:
    return bool(workspace.chronology.events or workspace.chronology.documents)


_ALLOWED: Final[Mapping[str, Callable[[Workspace], bool]]] = {
    **dict.fromkeys(("copy_quote", "copy_event", "copy_date", "open_document"), _has_event),
    "accept": lambda workspace: not why_not(workspace, "accept"),
    "turn_down": lambda workspace: not why_not(workspace, "turn_down"),
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
