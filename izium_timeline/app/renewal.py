"""Showing another state of the chronology that is open, with everything else as it was."""

from izium_timeline.app.parts import Parts
from izium_timeline.app.workspace import Workspace
from izium_timeline.model.chronology import Chronology


def renew(workspace: Workspace, parts: Parts, base: Chronology) -> None:
    """Show another state of the open chronology; selection, search, span and view stay."""
    event, shown = workspace.current, workspace.shown
    view = parts.timeline.state()
    workspace.renew(base)
    row = None if event is None else workspace.row_of(event.id)
    if row is not None:
        workspace.select(row)
    parts.timeline.set_span(shown.span)
    parts.timeline.restore(view)
    workspace.set_hidden(parts.timeline.stage.hidden)
