"""Actions that make sense only with some events or some chronologies open."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtGui import QAction

from izium_timeline.app.workspace import Workspace

_ALLOWED: Final[Mapping[str, Callable[[Workspace], bool]]] = {
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
    workspace.selection.currentChanged.connect(update)
    update()
