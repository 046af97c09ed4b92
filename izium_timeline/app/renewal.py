"""Showing another state of the chronology that is open, with everything else as it was."""

from typing import TYPE_CHECKING

from izium_timeline.layout.told import Told
from izium_timeline.model.chronology import Chronology

if TYPE_CHECKING:  # the parts follow the window's first paint
    from izium_timeline.app.parts import Parts
    from izium_timeline.app.workspace import Workspace


def renew(
    workspace: "Workspace", parts: "Parts", base: Chronology, told: Told | None = None
) -> None:
    """Show another state of the open chronology; selection, search, span and view stay.

    ``told`` may hold the facts of its events.
    """
    held = parts.events.held()
    workspace.renew(base, told)
    if held is None:
        return
    event, above = held
    row = workspace.row_of(event.id)
    if row is not None:
        parts.events.hold(row, above)
