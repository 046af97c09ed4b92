"""Asking where to write, and writing: the CSV and the picture. Loaded when asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from izium_timeline.app.long_work import Kind, Task
from izium_timeline.app.render import ENDINGS, render
from izium_timeline.app.workspace import Workspace
from izium_timeline.export.rows import RowPer, StatusChoice
from izium_timeline.export.verdicts import warning
from izium_timeline.export.write import write_steps
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Event, Status
from izium_timeline.model.steps import Steps
from izium_timeline.store.protect import refuse_source
from izium_timeline.views.export_dialog import ExportDialog


def export_events(
    workspace: Workspace, window: QWidget, tell: Callable[[str], None]
) -> Task | None:
    """Ask what to export and where to.

    What is written is what was open when it was asked for. ``tell`` takes what to tell the person;
    None where they changed their mind.
    """
    chronology, target = workspace.chronology, workspace.target
    every = StatusChoice.ALL.of(chronology)  # what was turned down is never written
    rows = workspace.shown.rows
    shown = every if rows is None else every.at(rows.tolist())
    dialog = ExportDialog(len(shown), len(every), quotes_written(chronology), window)
    if not dialog.exec():
        return None
    choice = dialog.choice()
    suggested = f"{chronology.title.lower() or 'chronology'}.csv"
    name, _ = QFileDialog.getSaveFileName(window, "Export as CSV", suggested, "CSV (*.csv)")
    if not name:
        return None
    path = Path(name) if Path(name).suffix else Path(f"{name}.csv")
    per = RowPer.EVIDENCE if choice.by_evidence else RowPer.EVENT
    events = shown if choice.only_shown else every
    steps = export_steps(chronology, target, path, per, events)
    return Task(Kind.WRITING, f"Exporting {path.name}", steps, tell)


def quotes_written(chronology: Chronology) -> int:
    """How many quotes the events have, without those that a person turned down, which are few."""
    statuses = enumerate(chronology.statuses())
    rejected = (row for row, status in statuses if status is Status.REJECTED)
    left_out = sum(len(chronology.events[row].evidence) for row in rejected)
    return chronology.verdicts().total() - left_out


def export_steps(
    chronology: Chronology, target: Path | None, path: Path, per: RowPer, events: Sequence[Event]
) -> Steps[str]:
    """Write events of a chronology that was opened from a target, and return what to tell.

    Raises TimelineError.
    """
    refuse_source(path, target, chronology)
    doubts = warning((yield from write_steps(chronology, events, path, per=per)))
    number = f"{len(events):,} event{'' if len(events) == 1 else 's'}"
    return f"{number} written to {path}{f'; {doubts}' if doubts else ''}"


def export_picture(workspace: Workspace, window: QWidget, *, dark: bool) -> str:
    """Ask for a file, and draw the whole timeline into it; returns what to tell.

    Raises TimelineError.
    """
    kinds = ";;".join(f"{ending[1:].upper()} (*{ending})" for ending in ENDINGS)
    name, _ = QFileDialog.getSaveFileName(window, "Export picture", "", kinds)
    if not name:
        return ""
    path = Path(name) if Path(name).suffix else Path(f"{name}{ENDINGS[0]}")
    refuse_source(path, workspace.target, workspace.chronology)
    render(workspace.chronology, path, dark=dark)
    return f"Picture written to {path}"
