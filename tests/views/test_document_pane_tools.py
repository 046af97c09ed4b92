"""What is done with a document: find, step, copy, print, mark dates and what has no event."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from izium_timeline.model.document import Document
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis
from izium_timeline.temporal.timex import Timex, TimexType
from izium_timeline.views.document_pane import DocumentPane
from izium_timeline.views.document_pane_menu import PANE_ACTIONS
from izium_timeline.views.document_pane_print import printed
from izium_timeline.views.document_pane_text import DocumentText
from izium_timeline.views.evidence_text import head_of
from izium_timeline.views.find_bar import FindBar
from izium_timeline.views.theme import make_theme
from tests.views.chronologies import CATEGORIES, FLAG, POWER, REPORT, two_reports

THEME = make_theme(CATEGORIES, dark=True)


@pytest.fixture
def pane(qtbot: QtBot) -> DocumentPane:
    shown = DocumentPane()
    shown.set_theme(THEME)
    shown.set_chronology(two_reports())
    shown.resize(460, 700)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def do(pane: DocumentPane, name: str) -> None:
    menu = pane.findChild(QMenu, "documentMenu")
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == name).trigger()


def text(pane: DocumentPane) -> DocumentText:
    return pane.findChildren(DocumentText)[0]


def underlined(pane: DocumentPane) -> list[str]:
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    return [
        each.cursor.selectedText()
        for each in text(pane).extraSelections()
        if each.format.underlineStyle() != none
    ]


def test_every_action_of_the_menu_has_its_handler(pane: DocumentPane) -> None:
    menu = pane.findChild(QMenu, "documentMenu")
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == [row.id for row in PANE_ACTIONS]


def test_passages_are_stepped_through_in_their_order(pane: DocumentPane) -> None:
    spy = QSignalSpy(pane.event_selected)
    pane.show_event(0)
    pane.next_passage()
    pane.next_passage()
    pane.previous_passage()
    assert [spy.at(number) for number in range(spy.count())] == [[1], [0]]


def test_words_are_found_whatever_their_case_and_blanks(pane: DocumentPane) -> None:
    pane.show_event(0)
    do(pane, "find")
    edit = pane.findChild(QLineEdit, "findEdit")
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, "THE   flag")
    assert underlined(pane) == ["the flag"]
    QTest.keyClick(edit, Qt.Key.Key_Return)
    count = pane.findChildren(FindBar)[0].findChildren(QLabel)[0]
    assert count.text() == "1 of 1"
    assert text(pane).textCursor().position() == REPORT.index("the flag")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert underlined(pane) == []


def test_the_quote_is_copied_with_where_it_stands(pane: DocumentPane) -> None:
    pane.show_event(0)
    do(pane, "copy")
    copied = QGuiApplication.clipboard().mimeData()
    start = REPORT.index(FLAG)
    for part in (FLAG, "Gwara Media", f"{start} to {start + len(FLAG)}", "b.txt", "a" * 64):
        assert part in copied.text()
    assert "<i>" in copied.html()


def test_an_action_that_changes_nothing_in_sight_says_what_came_of_it(
    pane: DocumentPane,
) -> None:
    told: list[str] = []
    pane.told.connect(told.append)
    do(pane, "copy")
    do(pane, "copy_words")
    pane.show_event(0)
    do(pane, "copy")
    for _ in range(3):
        do(pane, "next_passage")
    assert [line.split(":")[0] for line in told] == [
        "There is nothing to copy",
        "No words are selected in the document",
        "Copied with its source",
        "There is no later passage in this document",
        "There is no later passage in this document",
    ]


def test_selected_words_are_copied_with_where_they_stand(pane: DocumentPane) -> None:
    pane.show_event(0)
    start = REPORT.index("Nothing")
    cursor = text(pane).textCursor()
    cursor.setPosition(start + 1)  # behind the sign of two units
    cursor.setPosition(start + 8, cursor.MoveMode.KeepAnchor)
    text(pane).setTextCursor(cursor)
    do(pane, "copy")
    copied = QGuiApplication.clipboard().text()
    assert "“Nothing”" in copied
    assert f"{start} to {start + 7}" in copied


def test_what_has_no_event_is_marked_on_demand(pane: DocumentPane) -> None:
    pane.show_event(0)
    before = len(text(pane).extraSelections())
    do(pane, "gaps")
    marked = [each.cursor.selectedText() for each in text(pane).extraSelections()]
    assert "😀 Nothing else is known of that day." in marked
    assert len(marked) == before + 1
    do(pane, "gaps")
    assert len(text(pane).extraSelections()) == before


def test_sentences_without_an_event_are_counted_and_stepped_through(pane: DocumentPane) -> None:
    pane.show_event(0)
    do(pane, "next_gap")
    assert text(pane).textCursor().position() == REPORT.index("😀")
    note = pane.findChild(QLabel, "documentNote")
    assert isinstance(note, QLabel)
    assert note.text() == "1 of 3 sentences and lines have no event."
    do(pane, "gaps")
    assert not note.isVisible()


def dates(document: Document) -> Sequence[Timex]:
    start = (document.text or "").find("September 10")
    if start < 0:
        return ()
    day = parse_edtf("2022-09-10")
    known = (TimexType.DATE, str(day), None, day.days(), str(day), Basis.RESOLVED, "Nearest.")
    return [Timex(start, start + 12, "September 10", *known)]


def test_dates_are_underlined_on_demand_and_explain_themselves(pane: DocumentPane) -> None:
    pane.set_tagger(dates)
    pane.show_event(0)
    do(pane, "dates")
    assert underlined(pane) == ["September 10"]
    tip = text(pane).tip_at(REPORT.index("September 10") + 3)
    assert tip.splitlines()[0] == "“September 10”: 2022-09-10. Nearest."
    do(pane, "dates")
    assert underlined(pane) == []


def test_the_caret_moves_the_playhead_only_on_demand(pane: DocumentPane) -> None:
    pane.show_event(1)
    spy = QSignalSpy(pane.day_pointed)
    cursor = text(pane).textCursor()
    cursor.setPosition(REPORT.index(FLAG) + 2)
    text(pane).setTextCursor(cursor)
    assert spy.count() == 0
    do(pane, "follow")
    pane.show_event(0)
    assert spy.count() == 0
    cursor.setPosition(REPORT.index(POWER) + 2)
    text(pane).setTextCursor(cursor)
    assert spy.at(0) == [float(datetime.date(2022, 9, 30).toordinal())]


def test_a_document_is_printed_with_its_head_and_marks(
    pane: DocumentPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = tmp_path / "pages.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(pages))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    pane.show_event(0)
    do(pane, "print")
    assert pages.read_bytes().startswith(b"%PDF")


def test_a_printed_page_marks_the_passages(qtbot: QtBot) -> None:
    document = two_reports().document("b.txt")
    assert document is not None
    start = REPORT.index("Nothing")
    pages = printed(document, head_of(document, "English"), [(start, start + 7)])
    assert document.title in pages.toPlainText()
    cursor = pages.find("Nothing")
    assert cursor.charFormat().fontUnderline()
    assert not pages.find("else").charFormat().fontUnderline()


def test_the_size_of_the_text_is_changed_and_set_back(pane: DocumentPane) -> None:
    for name, pixels in (("larger", 15), ("larger", 16), ("smaller", 15), ("common", 14)):
        do(pane, name)
        assert text(pane).text_pixels == pixels
