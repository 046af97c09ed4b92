"""What a person writes in the views, handed to the entries. Loaded when something is written."""

from itertools import combinations
from typing import Final

from izium_timeline.app.workspace import Workspace
from izium_timeline.model.event import Status
from izium_timeline.store.entered import with_apart, with_resolution, with_status

_JUDGED: Final = {Status.REVIEWED: "accepted", Status.REJECTED: "turned down"}


def keep_resolution(workspace: Workspace, event_id: str, resolution: str) -> str:
    """Keep what a person concludes from an event's conflict; returns what to tell.

    Raises TimelineError where it can't be kept.
    """
    row = workspace.base.row_of(event_id)
    if row is None:
        return ""
    event = workspace.base.events[row]
    workspace.entries.change(
        f"resolution of “{event.title}”",
        lambda entered: with_resolution(entered, workspace.base, event, resolution),
    )
    return "Resolution kept" if resolution else "Resolution taken back"


def judge_current(workspace: Workspace, status: Status) -> str:
    """Accept the current event, or turn it down; returns what to tell.

    What is turned down goes out of sight, and the event after it becomes the current one. Raises
    TimelineError where that can't be kept.
    """
    event, row = workspace.current, workspace.row
    if event is None or row is None or event.status is status:
        return ""
    following = workspace.beside(row) if status is Status.REJECTED else event.id
    what = _JUDGED[status]
    workspace.entries.change(
        f"“{event.title}” {what}",
        lambda entered: with_status(entered, workspace.base, event, status),
    )
    after = workspace.row_of(following)
    if after is not None:
        workspace.select(after)
    return f"{what.capitalize()}: {event.title}"


def split_current(workspace: Workspace) -> str:
    """Hold the candidates apart that the current event was joined from; returns what to tell.

    Raises TimelineError where that can't be kept.
    """
    event = workspace.current
    if event is None or not event.members:
        return ""
    pairs = tuple(combinations((member.id for member in event.members), 2))
    workspace.entries.change(
        f"split of “{event.title}”",
        lambda entered: with_apart(entered, (*entered.apart, *pairs)),
    )
    return f"Split into {len(event.members)} candidates"
