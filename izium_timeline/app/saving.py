"""Asking where to save the chronology, and saving it. Loaded when asked for."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from izium_timeline.app.workspace import Workspace
from izium_timeline.store.chronology_file import ENDING, write_chronology_file
from izium_timeline.store.open import folders_of
from izium_timeline.store.protect import refuse_source


def save_chronology(workspace: Workspace, window: QWidget) -> str:
    """Ask for a name, and write the chronology there with all that was entered about it.

    Returns what to tell the person, empty where they changed their mind. Raises TimelineError.
    """
    suggested = f"{workspace.chronology.title.lower() or 'chronology'}{ENDING}"
    name, _ = QFileDialog.getSaveFileName(
        window, "Save chronology as", suggested, f"Chronologies (*{ENDING})"
    )
    return write_chronology(workspace, Path(name)) if name else ""


def write_chronology(workspace: Workspace, path: Path) -> str:
    """Write the open chronology to a file; returns what to tell. Raises TimelineError.

    Over the chronology file that is open, too: that is what saving is.
    """
    if not path.name.endswith(ENDING):
        path = path.with_name(f"{path.name}{ENDING}")
    if not _is_open(workspace, path):
        refuse_source(path, workspace.target, workspace.chronology)
    write_chronology_file(workspace.chronology, path)
    folders = folders_of(path)
    absent = sum(
        not any((folder / document.path).is_file() for folder in folders)
        for document in workspace.chronology.documents
    )
    if not absent:
        return f"Saved to {path}"
    return (
        f"Saved to {path}; put its documents beside it, in {path.parent / 'documents'}, so that "
        "quotes can be checked there"
    )


def _is_open(workspace: Workspace, path: Path) -> bool:
    target = workspace.target
    if target is None or not target.is_file() or not path.exists():
        return False
    return path.samefile(target)
