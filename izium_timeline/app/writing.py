"""Asking where to write, and writing: the CSV and the picture. Loaded when asked for."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from izium_timeline.app.render import ENDINGS, render
from izium_timeline.app.workspace import Workspace
from izium_timeline.export.rows import RowPer, StatusChoice
from izium_timeline.export.verdicts import warning
from izium_timeline.export.write import write
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Event, Status
from izium_timeline.store.protect import refuse_source
from izium_timeline.views.export_dialog import ExportDialog


def export_events(workspace: Workspace, window: QWidget) -> str:
    """Ask what to export and where to, and write it.

    Returns what to tell the person, empty where they changed their mind. Raises TimelineError.
    """
    every = StatusChoice.ALL.of(workspace.chronology)  # what was turned down is never written
    rows = workspace.shown.rows
    shown = every if rows is None else every.at(rows.tolist())
    quotes = quotes_written(workspace.chronology)
    dialog = ExportDialog(len(shown), len(every), quotes, window)
    if not dialog.exec():
        return ""
    choice = dialog.choice()
    suggested = f"{workspace.chronology.title.lower() or 'chronology'}.csv"
    name, _ = QFileDialog.getSaveFileName(window, "Export as CSV", suggested, "CSV (*.csv)")
    if not name:
        return ""
    path = Path(name) if Path(name).suffix else Path(f"{name}.csv")
    per = RowPer.EVIDENCE if choice.by_evidence else RowPer.EVENT
    return write_events(workspace, path, per, shown if choice.only_shown else every)


def quotes_written(chronology: Chronology) -> int:
    """How many quotes the events have, without those that a person turned down, which are few."""
    statuses = enumerate(chronology.statuses())
    rejected = (row for row, status in statuses if status is Status.REJECTED)
    left_out = sum(len(chronology.events[row].evidence) for row in rejected)
    return chronology.verdicts().total() - left_out


def write_events(workspace: Workspace, path: Path, per: RowPer, events: Sequence[Event]) -> str:
    """Write events to a file; returns what to tell. Raises TimelineError."""
    refuse_source(path, workspace.target, workspace.chronology)
    doubts = warning(write(workspace.chronology, events, path, per=per))
    return f"Events written to {path}: {len(events):,}{f'; {doubts}' if doubts else ''}"


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
