"""A folder in the real window: read, watched, reloaded, and asked about."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from izium_timeline.app.main import make_window
from izium_timeline.app.main_window import MainWindow
from izium_timeline.app.watch import Watch
from izium_timeline.app.writing import quotes_written
from izium_timeline.build.records import Records
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import LostEventError
from izium_timeline.model.event import Status
from izium_timeline.store.entered import NOTHING, read_entered
from izium_timeline.store.events.event_rows import EventRows
from izium_timeline.store.last_view import read_view
from izium_timeline.store.open import open_folder
from izium_timeline.store.recent import read_recent
from izium_timeline.store.results.result_place import place_of
from izium_timeline.views.file_table import FileTable
from izium_timeline.views.finder import ActionFinder
from tests.app.test_window import current, part, type_in

OpenFolder = Callable[[], MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Published: 1 June 2022\n\nThe bridge was hit on 4 March 2022.", "utf-8"
    )
    (folder / "b.txt").write_text("Letter\n\nThe mill burned on 7 April 2022.\n", "utf-8")
    (folder / "c.txt").write_text("Diary\n\nYesterday the school opened again.\n", "utf-8")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    return folder


@pytest.fixture
def open_window(qtbot: QtBot, folder: Path) -> OpenFolder:
    def opened() -> MainWindow:
        window = make_window()
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show_folder(folder)
        window.show()
        assert window.windowTitle() == "papers", "at once, before anything is read"
        wait_for(qtbot, window)
        return window

    return opened


def wait_for(qtbot: QtBot, window: MainWindow) -> None:
    """Until all is read and the window stands."""
    qtbot.waitUntil(lambda: window.findChild(QLineEdit, "searchEdit") is not None)
    qtbot.waitUntil(lambda: not window.workspace.opening.running, timeout=10_000)


def dates(window: MainWindow) -> list[str]:
    return [str(event.edtf) for event in window.workspace.chronology.events]


def files(window: MainWindow) -> list[tuple[str, ...]]:
    model = part(window, QTableView, "fileList").model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [tuple(str(model.index(row, at).data()) for at in columns) for row in rows]


def read_anew(window: MainWindow) -> int:
    reading = window.workspace.opening.reading
    assert reading is not None
    return reading.read_anew


def look_for_changes(window: MainWindow) -> None:
    watch = window.findChild(Watch)
    assert isinstance(watch, Watch)
    watch.look()


def read_of(window: MainWindow) -> int:
    return len(window.workspace.chronology.documents)


def show_document(window: MainWindow, path: str) -> None:
    window.parts.pane.show_passage(path, 0, 0)


def test_a_folder_is_read_and_its_files_are_listed(qtbot: QtBot, open_window: OpenFolder) -> None:
    window = open_window()
    assert dates(window) == ["2022-03-04", "2022-04-07"]
    assert part(window, QLabel, "statusMessage").text().startswith("2 events · 2 shown")
    assert not part(window, QWidget, "readingBar").isVisible()
    window.run_action("files")
    assert files(window) == [
        ("a.txt", "read", ""),
        ("b.txt", "read", "publication date not known"),
        ("c.txt", "read", "publication date not known"),
        ("picture.jpg", "skipped", "is of a format that is not read; save it as PDF, DOCX or text"),
    ]
    assert part(window, QLabel, "fileCounts").text() == "3 read, 1 skipped"
    part(window, QLineEdit, "fileFilter").setText("b.")
    table = part(window, QTableView, "fileList")
    assert [line[0] for line in files(window)] == ["b.txt"]
    table.activated.emit(table.model().index(0, 0))
    assert window.parts.pane.state()["document"] == "b.txt"
    part(window, QLineEdit, "fileFilter").clear()
    part(window, QComboBox, "fileState").setCurrentText("skipped")
    assert [line[0] for line in files(window)] == ["picture.jpg"]
    table.activated.emit(table.model().index(0, 0))
    assert part(window, QLabel, "statusMessage").text().startswith("picture.jpg is of a format")


def test_files_are_sorted_by_what_became_of_them_and_the_current_one_stays_so(
    open_window: OpenFolder,
) -> None:
    window = open_window()
    window.run_action("files")
    table = part(window, FileTable, "fileList")
    assert table.hasFocus()
    assert table.current is not None
    assert table.current.path == "a.txt"
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [line[0] for line in files(window)] == ["picture.jpg", "a.txt", "b.txt", "c.txt"]
    assert table.current.path == "a.txt"
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [line[0] for line in files(window)] == ["a.txt", "b.txt", "c.txt", "picture.jpg"]
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not window.actions_by_id["files"].isChecked()
    assert window.timeline.hasFocus()


def test_the_message_about_files_leads_to_them_and_goes_with_their_folder(
    qtbot: QtBot, folder: Path, open_window: OpenFolder, tmp_path: Path
) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4")
    window = open_window()
    part(window, QToolButton, "messageOffer").click()
    assert window.actions_by_id["files"].isChecked()
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("On 1 May 2022 it rained.", "utf-8")
    window.commands.open(other)
    assert window.parts.message.text() == "", "at once, not only when the other folder is read"
    wait_for(qtbot, window)


def test_an_empty_timeline_says_why_it_is_empty(
    qtbot: QtBot, folder: Path, open_window: OpenFolder
) -> None:
    window = open_window()
    stage = window.timeline.stage
    for path in folder.glob("*.txt"):
        path.unlink()
    window.commands.open(folder)
    assert stage.notice[0] == "Reading the documents"
    wait_for(qtbot, window)
    assert "Open a folder" in stage.notice[1]
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4")
    window.run_action("reload")
    wait_for(qtbot, window)
    assert stage.notice[1].startswith("None of the files could be read")


def test_a_file_that_is_not_read_is_not_called_missing(
    folder: Path, open_window: OpenFolder
) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4")
    window = open_window()
    show_document(window, "broken.pdf")
    tabs = part(window, QTabBar, "documentTabs")
    assert tabs.tabText(tabs.currentIndex()) == "broken (not read)"
    notice = part(window, QLabel, "documentNotice").text()
    assert notice.startswith("The document can't be read: ")
    assert "words recorded" not in notice, "there are none"


def being_read(qtbot: QtBot, folder: Path, count: int) -> MainWindow:
    """A window that reads so many files more, and has read some."""
    for number in range(count):
        text = f"Number {number}.\n\n" + "On 4 March 2022 the bridge was hit. " * 8
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    window = make_window()
    qtbot.addWidget(window)
    window.show_folder(folder)
    window.show()
    bar = "progressBar"
    qtbot.waitUntil(lambda: bool(window.findChild(QProgressBar, bar)), timeout=10_000)
    qtbot.waitUntil(lambda: part(window, QProgressBar, bar).value() > 2, timeout=10_000)
    return window


def test_progress_is_shown_and_reading_can_be_cancelled(qtbot: QtBot, folder: Path) -> None:
    window = being_read(qtbot, folder, 100)
    assert " of 103 files · " in part(window, QLabel, "progressLabel").text()
    part(window, QToolButton, "cancelReading").click()
    wait_for(qtbot, window)
    documents = read_of(window)
    assert 2 < documents < 103
    assert dates(window), "what was found stays"
    assert f"cancelled: {documents} of 103 files are shown." in window.parts.message.text()
    look_for_changes(window)
    assert not part(window, QWidget, "changedBar").isVisible(), "what was not read has not changed"
    window.run_action("files")
    assert ("099.txt", "waiting", "was not read: reading was cancelled") in files(window)
    part(window, QToolButton, "messageOffer").click()
    wait_for(qtbot, window)
    assert read_of(window) == 103
    assert window.parts.message.text() == ""


def test_the_rest_of_a_cancelled_reading_comes_as_it_is_read_and_can_be_cancelled_too(
    qtbot: QtBot, folder: Path
) -> None:
    window = being_read(qtbot, folder, 200)
    cancel = part(window, QToolButton, "cancelReading")
    cancel.click()
    wait_for(qtbot, window)
    before = read_of(window)
    assert 2 < before < 203
    seen: list[int] = []
    window.workspace.opening.grown.connect(lambda more: seen.append(len(more.documents)))
    part(window, QToolButton, "messageOffer").click()
    assert window.parts.message.text() == "", "it offers nothing that is done already"
    while window.workspace.opening.reading is None:
        QApplication.processEvents()
    cancel.click()
    assert read_of(window) == before, "what was shown stays"
    assert window.parts.message.text().startswith(f"Reading was cancelled: {before} of ")
    part(window, QToolButton, "messageOffer").click()
    wait_for(qtbot, window)
    assert read_of(window) == 203
    assert seen
    assert min(seen) > before, "less than was shown is never shown"


def test_a_reload_says_what_came_of_it(qtbot: QtBot, folder: Path, open_window: OpenFolder) -> None:
    window = open_window()
    window.run_action("reload")
    wait_for(qtbot, window)
    status = part(window, QLabel, "statusMessage")
    assert status.text().startswith("Read again; files new, changed or gone: 0 · 2 events")
    (folder / "a.txt").unlink()
    (folder / "d.txt").write_text("On 1 May 2022 the market opened.", "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4")
    for count in (3, 0):
        window.run_action("reload")
        wait_for(qtbot, window)
        assert status.text().startswith(f"Read again; files new, changed or gone: {count} · ")


def test_more_results_leave_selection_search_span_and_view(
    qtbot: QtBot, folder: Path, open_window: OpenFolder
) -> None:
    window = open_window()
    whole = open_folder(folder)
    (folder / "0.txt").write_text("On 1 February 2022 the mill was sold.", "utf-8")
    more = open_folder(folder)
    window.workspace.select(1)
    type_in(qtbot, window, "mill")
    qtbot.waitUntil(lambda: window.workspace.shown.hits is not None)
    window.timeline.zoom_in()
    qtbot.waitUntil(lambda: window.timeline.at_rest)
    show_document(window, "a.txt")
    event, view = current(window), window.timeline.state()
    window.workspace.opening.grown.emit(more)
    assert len(window.workspace.chronology.events) == 3
    assert current(window) == event
    assert window.timeline.state() == view
    assert window.parts.pane.state()["document"] == "a.txt"
    assert part(window, QLineEdit, "searchEdit").text() == "mill"
    assert [e.title for e in window.workspace.shown_events] == [
        e.title for e in more.events if "mill" in e.title
    ]
    window.workspace.opening.grown.emit(whole)
    assert current(window) == event
    assert len(window.workspace.shown_events) == 1


def test_the_story_is_fitted_as_it_grows(folder: Path, open_window: OpenFolder) -> None:
    window = open_window()
    first, last = window.timeline.visible_range()
    (folder / "0.txt").write_text("On 1 February 2019 the mill was sold.", "utf-8")
    window.workspace.opening.grown.emit(open_folder(folder))
    assert window.timeline.visible_range()[0] < first - 700
    window.timeline.show_range(first, last)
    before = window.timeline.visible_range()
    window.workspace.opening.grown.emit(Chronology("papers"))
    assert window.timeline.visible_range() == before


def test_the_selected_line_of_the_list_stays_where_it_is_while_more_comes(
    folder: Path, open_window: OpenFolder
) -> None:
    for day in range(1, 29):
        text = f"On {day} April 2022 the level at Lipa fell to {500 - day} centimetres."
        (folder / f"level {day}.txt").write_text(text, "utf-8")
    window = open_window()
    events = window.parts.events
    window.workspace.select(20)
    held = events.held()
    assert held is not None
    (folder / "0.txt").write_text("On 1 February 2022 the mill was sold.", "utf-8")
    window.workspace.opening.grown.emit(open_folder(folder))
    assert window.workspace.row == 21
    assert events.held() == held


def test_changed_files_are_told_and_read_again_alone(
    qtbot: QtBot, folder: Path, open_window: OpenFolder
) -> None:
    window = open_window()
    bar = part(window, QWidget, "changedBar")
    assert not bar.isVisible()
    (folder / "a.txt").write_text("Report\n\nThe bridge was hit on 5 March 2022.\n\n", "utf-8")
    (folder / "d.txt").write_text("On 1 May 2022 the market opened.", "utf-8")
    qtbot.waitUntil(
        lambda: part(window, QLabel, "changedLabel").text().startswith("2 files have changed"),
        timeout=10_000,
    )
    assert bar.isVisible()
    part(window, QToolButton, "changedReload").click()
    wait_for(qtbot, window)
    assert read_anew(window) == 2
    assert dates(window) == ["2022-03-05", "2022-04-07", "2022-05-01"]
    assert not bar.isVisible()


def test_a_file_that_is_only_touched_has_not_changed(
    qtbot: QtBot, folder: Path, open_window: OpenFolder
) -> None:
    window = open_window()
    os.utime(folder / "a.txt", ns=(1, 1))
    (folder / "b.txt").write_text("Letter\n\nThe mill burned on 8 April 2022.\n", "utf-8")
    label = part(window, QLabel, "changedLabel")
    qtbot.waitUntil(lambda: label.text().startswith("1 file has changed"), timeout=10_000)


def enter_date(window: MainWindow, text: str) -> None:
    """Show the document without a date, and write one into the field that asks for it."""
    show_document(window, "c.txt")
    part(window, QLineEdit, "publicationEdit").setText(text)
    part(window, QToolButton, "publicationSet").click()


def test_a_file_that_is_skipped_is_not_told_as_one_that_cannot_be_read(
    folder: Path, open_window: OpenFolder
) -> None:
    scan = next(Path("tests/cases/corpus").glob("pdf_scanned/*.pdf"))
    (folder / "scan.pdf").write_bytes(scan.read_bytes())
    message = open_window().parts.message.text()
    assert message == "1 file was skipped (scan.pdf)."
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4")
    message = open_window().parts.message.text()
    assert message == "1 file can't be read (broken.pdf), 1 file was skipped (scan.pdf)."


def test_what_is_no_date_is_told_in_place(open_window: OpenFolder, folder: Path) -> None:
    window = open_window()
    show_document(window, "a.txt")
    assert not part(window, QLineEdit, "publicationEdit").isVisible(), "it tells itself"
    enter_date(window, "next week")
    assert part(window, QLineEdit, "publicationEdit").text() == "next week", "to be mended"
    problem = part(window, QLabel, "publicationProblem")
    assert "“next week” can't be read as a date with its year; write one like" in problem.text()
    assert problem.isVisible()
    show_document(window, "b.txt")
    assert part(window, QLineEdit, "publicationEdit").text() == ""
    show_document(window, "c.txt")
    assert part(window, QLineEdit, "publicationEdit").text() == "next week", "to be finished"
    assert read_entered(folder) == NOTHING


def test_a_publication_date_is_asked_for_kept_and_can_be_undone(
    qtbot: QtBot, folder: Path, open_window: OpenFolder
) -> None:
    window = open_window()
    enter_date(window, "3 May 2022")
    assert [document.path for document in read_entered(folder).documents] == ["c.txt"]
    wait_for(qtbot, window)
    assert read_anew(window) == 1
    assert "2022-05-02" in dates(window)
    assert not part(window, QLineEdit, "publicationEdit").isVisible()
    window.run_action("undo")
    wait_for(qtbot, window)
    assert read_entered(folder) == NOTHING
    assert "2022-05-02" not in dates(window)
    assert part(window, QLineEdit, "publicationEdit").isVisible()


def test_an_entered_date_is_there_again_and_can_be_taken_back(
    qtbot: QtBot, folder: Path, open_window: OpenFolder
) -> None:
    window = open_window()
    enter_date(window, "2022-05-03")
    wait_for(qtbot, window)
    window.close()
    again = open_window()
    assert read_anew(again) == 0
    assert "2022-05-02" in dates(again)
    show_document(again, "c.txt")
    part(again, QToolButton, "publicationBack").click()
    wait_for(qtbot, again)
    assert "2022-05-02" not in dates(again)
    again.run_action("undo")
    wait_for(qtbot, again)
    assert "2022-05-02" in dates(again)


def test_a_question_is_not_asked_where_the_date_is_known(
    folder: Path, open_window: OpenFolder
) -> None:
    published = {"date": "2022-05-03", "earliest": "2022-05-03", "latest": "2022-05-03"}
    described = {"path": "c.txt", "published": {**published, "basis": "stated"}}
    (folder / "corpus.json").write_text(json.dumps({"documents": [described]}), "utf-8")
    window = open_window()
    show_document(window, "c.txt")
    assert not part(window, QWidget, "publicationField").isVisible()
    assert "2022-05-02" in dates(window)


def test_an_empty_folder_says_what_to_do_and_takes_what_comes(
    qtbot: QtBot, folder: Path, open_window: OpenFolder
) -> None:
    for path in folder.iterdir():
        path.unlink()
    window = open_window()
    assert "holds no documents that can be read; put files into it" in window.parts.message.text()
    (folder / "new.txt").write_text("On 1 May 2022 the market opened.", "utf-8")
    window.run_action("reload")
    wait_for(qtbot, window)
    assert dates(window) == ["2022-05-01"]
    assert window.parts.message.text() == ""


def test_a_folder_that_can_not_be_opened_leaves_what_is_open(
    folder: Path, open_window: OpenFolder
) -> None:
    window = open_window()
    (folder / "below").mkdir()
    (folder / "below").chmod(0)
    if os.access(folder / "below", os.R_OK):
        (folder / "below").rmdir()  # who may read everything finds it gone instead
    window.commands.open(folder / "below")
    assert window.parts.message.text()
    assert dates(window) == ["2022-03-04", "2022-04-07"]


def test_a_disk_that_fails_while_a_folder_is_read_ends_the_reading_with_a_message(
    qtbot: QtBot, folder: Path, open_window: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    shown = dates(window)
    (folder / "d.txt").write_text("The road was cleared on 9 May 2022.", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Records, "_read", Mock(side_effect=OSError(5, "Input/output error")))
        window.run_action("reload")
        qtbot.waitUntil(lambda: "open the folder again" in window.parts.message.text())
    assert not window.workspace.opening.running
    assert dates(window) == shown
    window.run_action("reload")
    wait_for(qtbot, window)
    assert "2022-05-09" in dates(window)


def test_forgetting_removes_what_was_found(open_window: OpenFolder, folder: Path) -> None:
    window = open_window()
    assert place_of(folder).exists()
    assert read_recent() == (folder,)
    window.run_action("forget")
    assert not place_of(folder).exists()
    assert dates(window) == ["2022-03-04", "2022-04-07"]
    assert read_recent() == ()
    window.close()
    assert read_view(folder) == {}, "closing writes nothing of it anew"


def test_forgetting_ends_the_reading(qtbot: QtBot, folder: Path, open_window: OpenFolder) -> None:
    window = open_window()
    window.run_action("reload")
    assert window.workspace.opening.running
    window.run_action("forget")
    assert not window.workspace.opening.running
    assert window.parts.message.text().endswith("Reading was ended.")
    assert not part(window, QWidget, "readingBar").isVisible()


def test_what_was_opened_before_can_be_opened_again(
    qtbot: QtBot, folder: Path, open_window: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.run_action("open_recent")
    assert "No other folder" in part(window, QLabel, "statusMessage").text()
    window.run_action("open_izium")
    monkeypatch.setattr(ActionFinder, "exec", lambda finder: finder.chosen.emit(str(folder)))
    window.run_action("open_recent")
    assert window.windowTitle() == "papers"
    wait_for(qtbot, window)


def test_the_last_look_comes_back(qtbot: QtBot, open_window: OpenFolder) -> None:
    window = open_window()
    window.workspace.select(1)
    window.timeline.zoom_in()
    qtbot.waitUntil(lambda: window.timeline.at_rest)
    event, view = current(window), window.timeline.visible_range()
    window.close()
    again = open_window()
    assert current(again) == event
    assert again.timeline.visible_range() == pytest.approx(view)


def test_each_of_two_folders_is_seen_again_as_it_was(
    qtbot: QtBot, folder: Path, open_window: OpenFolder, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("On 1 May 1998 it rained. On 2 June 1998 it snowed.", "utf-8")
    window = open_window()
    window.workspace.select(1)
    window.timeline.zoom_in()
    qtbot.waitUntil(lambda: window.timeline.at_rest)
    event, view = current(window), window.timeline.visible_range()
    window.commands.open(other)
    window.commands.open(folder)
    window.commands.open(other)
    wait_for(qtbot, window)
    assert window.workspace.row is None
    first, last = window.timeline.visible_range()
    assert last - first < 60, "the days of its own, not those of the folder before"
    window.commands.open(folder)
    wait_for(qtbot, window)
    assert current(window) == event
    assert window.timeline.visible_range() == pytest.approx(view)


def test_candidates_are_accepted_and_turned_down_by_a_key_each(
    qtbot: QtBot, open_window: OpenFolder
) -> None:
    window = open_window()
    workspace, list_of = window.workspace, window.parts.events
    workspace.select(0)
    QTest.keyClick(window.timeline, Qt.Key.Key_N)
    status = part(window, QLabel, "statusMessage")
    assert status.text() == "Turned down: The bridge was hit"
    assert list_of.model().rowCount() == 1
    assert current(window) == workspace.chronology.events[1].id, "the next one to be judged"
    list_of.setFocus()
    QTest.keyClick(list_of, Qt.Key.Key_Y)
    assert [event.status for event in workspace.chronology.events] == [
        Status.REJECTED,
        Status.REVIEWED,
    ]
    assert not window.actions_by_id["accept"].isEnabled()
    again = open_window()
    assert [event.title for event in again.workspace.shown_events] == ["The mill burned"]
    assert quotes_written(again.workspace.chronology) == 1
    type_in(qtbot, again, "status:rejected ")
    qtbot.waitUntil(lambda: again.workspace.shown.hits is not None)
    assert [event.title for event in again.workspace.shown_events] == ["The bridge was hit"]
    again.workspace.select(0)
    again.run_action("accept")
    again.parts.search.set_query("")
    assert len(again.workspace.shown_events) == 2
    again.run_action("undo")
    assert len(again.workspace.shown_events) == 1


def test_a_key_that_can_do_nothing_says_why(open_window: OpenFolder) -> None:
    window = open_window()
    workspace, status = window.workspace, part(window, QLabel, "statusMessage")
    QTest.keyClick(window.timeline, Qt.Key.Key_N)
    assert status.text() == "No event is selected: there is nothing to turn down"
    workspace.select(1)
    for said in ("Accepted: The mill burned", "This event is reviewed already: The mill burned"):
        QTest.keyClick(window.timeline, Qt.Key.Key_Y)
        assert status.text() == said
    workspace.unmatched = frozenset((workspace.chronology.events[0].id,))
    workspace.select(0)
    QTest.keyClick(window.timeline, Qt.Key.Key_Y)
    assert status.text().startswith("A candidate beside the chronology can't be accepted: The")


def test_an_event_that_a_failing_disk_no_longer_gives_is_told_of_and_the_rest_is_shown(
    open_window: OpenFolder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (folder / "a.txt").read_text("utf-8")
    (folder / "a.txt").write_text(f"{text} On 6 March 2022 it rained.", "utf-8")
    window = open_window()
    events, pane = window.workspace.chronology.events, window.parts.pane
    assert isinstance(events, EventRows)
    show_document(window, "a.txt")
    lost = events.row_of(events[1].id)
    read = EventRows.__getitem__

    def fail(self: EventRows, row: Any) -> Any:
        if row == lost:
            raise LostEventError("an event can't be read", remedy="open the folder again")
        return read(self, row)

    monkeypatch.setattr(EventRows, "__getitem__", fail)
    pane.set_chronology(replace(window.workspace.chronology))
    window.workspace.select(1)
    assert window.parts.message.text() == "an event can't be read; open the folder again"
    assert pane.state()["document"] == "a.txt", "what was shown stays"
    QTest.keyClick(window.timeline, Qt.Key.Key_Y)
    assert part(window, QLabel, "statusMessage").text().startswith("This event can't be read")
    window.workspace.select(0)
    window.run_action("reload")
    assert current(window) == events[0].id


def test_names_that_are_longer_than_the_window_is_wide_leave_it_as_it_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    long = tmp_path / ("a_folder_without_blanks_" * 9)
    long.mkdir()
    name = "a_file_without_blanks_" * 9
    (long / f"{name}.txt").write_text("On 1 May 2022 it rained.", "utf-8")
    window = make_window()
    qtbot.addWidget(window)
    window.resize(1100, 700)
    window.show_folder(long)
    window.show()
    wait_for(qtbot, window)
    window.workspace.select(0)
    window.parts.message.tell(f"{long}/{name} can't be read")
    assert window.parts.message.text() == f"{long}/{name} can't be read"
    assert window.minimumSizeHint().width() <= 1100
    assert window.parts.pane.minimumSizeHint().width() < 500
