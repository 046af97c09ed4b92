"""Entering, undoing and saving in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QTextEdit
from pytestqt.qtbot import QtBot

from izium_timeline.app.main_window import MainWindow
from izium_timeline.app.saving import saving_steps, with_ending
from izium_timeline.model.errors import TimelineError, UsageError
from izium_timeline.model.steps import finished
from izium_timeline.store.chronology_file import read_chronology_file
from izium_timeline.store.entered import NOTHING, read_entered, with_resolution, with_searches
from izium_timeline.store.folders import state_folder
from izium_timeline.store.open import open_chronology
from tests.app.conftest import OpenWindow

_TEXT = "The later count."


def _resolve(window: MainWindow) -> str:
    workspace = window.workspace
    event = next(event for event in workspace.chronology.events if event.conflict)
    workspace.entries.change(
        "the resolution of a conflict",
        lambda entered: with_resolution(entered, workspace.chronology, event, _TEXT),
    )
    return event.id


def _resolution(window: MainWindow, event_id: str) -> str:
    row = window.workspace.row_of(event_id)
    assert row is not None
    return window.workspace.chronology.events[row].resolution


def test_a_change_shows_is_kept_and_can_be_undone(window: MainWindow) -> None:
    event_id = _resolve(window)
    assert _resolution(window, event_id) == _TEXT
    assert [event.id for event in read_entered(None).events] == [event_id]
    window.run_action("undo")
    assert _resolution(window, event_id) == ""
    assert read_entered(None) == NOTHING
    assert window.parts.status.text() == "Undone: the resolution of a conflict"
    window.run_action("undo")
    assert window.parts.status.text() == "There is nothing to undo"
    window.run_action("redo")
    assert _resolution(window, event_id) == _TEXT


def test_a_change_leaves_selection_search_and_view(window: MainWindow) -> None:
    workspace, timeline = window.workspace, window.timeline
    window.parts.search.set_query("flag")
    row = workspace.row_of("E011")
    assert row is not None
    workspace.select(row)
    timeline.zoom_in()
    before = (workspace.current, workspace.shown.query, timeline.state())
    _resolve(window)
    assert (workspace.current, workspace.shown.query, timeline.state()) == before
    field = window.findChild(QLineEdit, "searchEdit")
    assert field is not None
    assert field.text() == "flag"


def test_it_is_there_at_the_next_start(window: MainWindow, open_window: OpenWindow) -> None:
    event_id = _resolve(window)
    assert _resolution(open_window(None), event_id) == _TEXT


def test_what_cannot_be_read_is_told_and_not_written_over(open_window: OpenWindow) -> None:
    file = state_folder() / "entered" / "izium.chronology.json"
    file.parent.mkdir()
    file.write_bytes(b"{")
    window = open_window(None)
    assert "What you entered earlier can't be shown" in window.parts.message.text()
    with pytest.raises(UsageError, match="can't be kept"):
        _resolve(window)
    assert file.read_bytes() == b"{"


def test_what_cannot_be_kept_is_not_shown(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise TimelineError("there is no room")

    monkeypatch.setattr("izium_timeline.app.entries.write_entered", full)
    with pytest.raises(TimelineError, match="no room"):
        _resolve(window)
    assert not any(event.resolution for event in window.workspace.chronology.events)


def _save(window: MainWindow, path: Path) -> str:
    workspace = window.workspace
    return finished(saving_steps(workspace.chronology, workspace.target, with_ending(path)))


def test_saving_keeps_all_and_says_what_it_needs(window: MainWindow, tmp_path: Path) -> None:
    event_id = _resolve(window)
    told = _save(window, tmp_path / "mine")
    path = tmp_path / "mine.chronology.json"
    assert "put its documents beside it" in told
    saved = open_chronology(path)
    assert [event.id for event in saved.events if event.resolution == _TEXT] == [event_id]
    for document in window.workspace.chronology.documents:
        (tmp_path / document.path).write_bytes((document.text or "").encode())
    window.commands.open(path)
    assert _save(window, path) == f"Saved to {path}"


def test_forgetting_asks_before_what_was_entered_goes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = window.workspace
    workspace.entries.change("a search", lambda entered: with_searches(entered, ["flag"]))
    answers = iter((QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: next(answers))
    window.run_action("forget")
    assert "flag" in workspace.chronology.searches
    window.run_action("forget")
    assert not workspace.chronology.searches
    assert read_entered(None) == NOTHING


def test_enter_alone_forgets_nothing_that_was_entered(window: MainWindow) -> None:
    entries = window.workspace.entries
    entries.change("a search", lambda entered: with_searches(entered, ["flag"]))
    asked: list[str] = []

    def press_enter() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        QTest.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, press_enter)
    window.run_action("forget")
    assert len(asked) == 1
    assert "flag" in window.workspace.chronology.searches


def _write_resolution(window: MainWindow, event_id: str, text: str) -> QTextEdit:
    row = window.workspace.row_of(event_id)
    assert row is not None
    window.workspace.select(row)
    edit = window.findChild(QTextEdit, "resolutionEdit")
    assert edit is not None
    edit.setFocus()
    QTest.keyClicks(edit, text)
    return edit


def test_a_resolution_is_written_in_the_card_kept_and_undone(
    window: MainWindow, open_window: OpenWindow, tmp_path: Path
) -> None:
    edit = _write_resolution(window, "E009", _TEXT)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert _resolution(window, "E009") == _TEXT
    assert edit.toPlainText() == _TEXT
    assert _resolution(open_window(None), "E009") == _TEXT
    _save(window, tmp_path / "mine")
    saved = read_chronology_file(tmp_path / "mine.chronology.json")
    assert [event.resolution for event in saved.events if event.id == "E009"] == [_TEXT]
    window.run_action("undo")
    assert _resolution(window, "E009") == ""
    assert edit.toPlainText() == ""


def test_what_is_half_written_is_kept_when_a_person_goes_elsewhere(
    window: MainWindow, qtbot: QtBot
) -> None:
    _write_resolution(window, "E009", _TEXT)
    row = window.workspace.row_of("E054")
    assert row is not None
    window.workspace.select(row)
    qtbot.waitUntil(lambda: _resolution(window, "E009") == _TEXT)
    assert _resolution(window, "E054") == ""
    _write_resolution(window, "E054", "March.")
    window.close()
    assert [event.resolution for event in read_entered(None).events] == [_TEXT, "March."]


def test_a_resolution_in_the_file_can_be_taken_back(
    open_window: OpenWindow, window: MainWindow, tmp_path: Path
) -> None:
    _resolve(window)
    _save(window, tmp_path / "mine")
    opened = open_window(tmp_path / "mine.chronology.json")
    assert _resolution(opened, "E009") == _TEXT
    edit = _write_resolution(opened, "E009", "")
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert _resolution(opened, "E009") == ""
    opened.run_action("undo")
    assert _resolution(opened, "E009") == _TEXT
