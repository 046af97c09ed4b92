"""Asking where to save the chronology, and saving it. Loaded when asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from izium_timeline.app.long_work import Kind, Task
from izium_timeline.app.workspace import Workspace
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.steps import Steps
from izium_timeline.store.chronology_file import ENDING, write_steps
from izium_timeline.store.open import folders_of
from izium_timeline.store.protect import refuse_source


def save_chronology(
    workspace: Workspace, window: QWidget, tell: Callable[[str], None]
) -> Task | None:
    """Ask for a name under which the chronology is saved with all that was entered about it.

    What is saved is what was open when it was asked for. ``tell`` takes what to tell the person;
    None where they changed their mind.
    """
    chronology, target = workspace.chronology, workspace.target
    suggested = f"{chronology.title.lower() or 'chronology'}{ENDING}"
    name, _ = QFileDialog.getSaveFileName(
        window, "Save chronology as", suggested, f"Chronologies (*{ENDING})"
    )
    if not name:
        return None
    path = with_ending(Path(name))
    steps = saving_steps(chronology, target, path)
    return Task(Kind.WRITING, f"Saving {path.name}", steps, tell)


def with_ending(path: Path) -> Path:
    """The path with the ending of chronology files."""
    return path if path.name.endswith(ENDING) else path.with_name(f"{path.name}{ENDING}")


def saving_steps(chronology: Chronology, target: Path | None, path: Path) -> Steps[str]:
    """Write a chronology that was opened from a target, and return what to tell.

    Over the chronology file that is open, too: that is what saving is. Raises TimelineError.
    """
    if not _is_open(target, path):
        refuse_source(path, target, chronology)
    yield from write_steps(chronology, path)
    folders = folders_of(path)
    absent = sum(
        not any((folder / document.path).is_file() for folder in folders)
        for document in chronology.documents
    )
    if not absent:
        return f"Saved to {path}"
    return (
        f"Saved to {path}; put its documents beside it, in {path.parent / 'documents'}, so that "
        "quotes can be checked there"
    )


def _is_open(target: Path | None, path: Path) -> bool:
    if target is None or not target.is_file() or not path.exists():
        return False
    return path.samefile(target)
