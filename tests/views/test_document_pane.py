"""The document pane: passages in their place, verdicts in words, both ways with the selection."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Anchor, Evidence, Status, Value, Verdict
from izium_timeline.views.colours import mix
from izium_timeline.views.document_pane import DocumentPane
from izium_timeline.views.document_pane_text import DocumentText
from izium_timeline.views.event_model import EventModel
from izium_timeline.views.evidence_card import EvidenceCard
from izium_timeline.views.theme import make_theme
from tests.views.chronologies import (
    CATEGORIES,
    FLAG,
    OTHER,
    POWER,
    REPORT,
    document,
    event,
    evidence,
    two_reports,
)

SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
THEME = make_theme(CATEGORIES, dark=False)
FAINT_GROUND = mix(THEME.category("humanitarian"), THEME.ground, 0.16).name()


@pytest.fixture
def model(qtbot: QtBot) -> EventModel:
    model = EventModel()
    model.set_chronology(two_reports())
    return model


@pytest.fixture
def shared(model: EventModel) -> QItemSelectionModel:
    return QItemSelectionModel(model)


@pytest.fixture
def pane(qtbot: QtBot, shared: QItemSelectionModel) -> DocumentPane:
    shown = DocumentPane()
    shown.set_theme(THEME)
    shown.set_selection_model(shared)
    shown.set_chronology(two_reports())
    qtbot.addWidget(shown)
    shown.resize(460, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def tabs(pane: DocumentPane) -> QTabBar:
    found = pane.findChild(QTabBar, "documentTabs")
    assert isinstance(found, QTabBar)
    return found


def text(pane: DocumentPane) -> DocumentText:
    return pane.findChildren(DocumentText)[0]


def said(pane: DocumentPane) -> str:
    QApplication.processEvents()
    card = pane.findChildren(EvidenceCard)[0]
    return "\n".join(label.text() for label in card.findChildren(QLabel) if not label.isHidden())


def lit(edit: QPlainTextEdit, colour: str) -> list[str]:
    selections = edit.extraSelections()
    return [
        each.cursor.selectedText()
        for each in selections
        if each.format.background().color().name() == colour
    ]


def strongly_lit(pane: DocumentPane) -> list[str]:
    return lit(text(pane), THEME.passage.name())


def click(pane: DocumentPane, words: str) -> None:
    edit = text(pane)
    cursor = edit.document().find(words[len(words) // 2 :][:12])
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionStart() + 1)
    at = edit.cursorRect(cursor).center() + QPoint(2, 0)
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_tabs_stand_in_order_of_publication_under_short_names(pane: DocumentPane) -> None:
    bar = tabs(pane)
    assert [bar.tabText(tab) for tab in range(bar.count())] == ["CNN", "Gwara Media"]
    assert "CNN (as republished)" in bar.tabToolTip(0)


def test_of_very_many_documents_the_tabs_about_the_current_one_are_there(qtbot: QtBot) -> None:
    documents = tuple(document(f"{number:04}.txt", REPORT) for number in range(500))
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.set_chronology(Chronology("Many", documents=documents))
    pane.show_passage("0250.txt", 0, 5)
    bar = tabs(pane)
    assert bar.count() < 100
    assert bar.tabText(bar.currentIndex()) == "Title of 0250.txt"
    pane.show_passage("0499.txt", 0, 5)
    assert bar.currentIndex() == bar.count() - 1


def test_the_tab_of_what_is_shown_stays_current_when_the_same_is_set_again(
    pane: DocumentPane,
) -> None:
    bar, chronology = tabs(pane), two_reports()
    pane.set_chronology(chronology)
    for tab in (1, 0):
        bar.setCurrentIndex(tab)
        pane.set_chronology(chronology, keep_event=True)
        assert bar.currentIndex() == tab


def test_a_selected_event_opens_its_words(pane: DocumentPane, shared: QItemSelectionModel) -> None:
    shared.setCurrentIndex(shared.model().index(0, 0), SELECT)
    assert tabs(pane).tabText(tabs(pane).currentIndex()) == "Gwara Media"
    assert strongly_lit(pane) == [FLAG]
    assert lit(text(pane), FAINT_GROUND) == [POWER]
    assert "✓ quote exact" in said(pane)
    assert "Why 10 September 2022?" in said(pane)
    assert "The reason of flag." in said(pane)


def test_the_other_source_is_one_click_away(pane: DocumentPane) -> None:
    pane.show_event(0)
    chips = {chip.text(): chip for chip in pane.findChildren(QToolButton) if chip.isCheckable()}
    assert set(chips) == {"Gwara Media", "CNN", "Compare quotes"}
    chips["CNN"].click()
    assert tabs(pane).tabText(tabs(pane).currentIndex()) == "CNN"
    assert strongly_lit(pane) == [FLAG[17:]]


def test_the_quotes_of_an_event_are_compared_on_demand(pane: DocumentPane) -> None:
    pane.show_event(0)
    assert said(pane).count("“") == 0
    next(each for each in pane.findChildren(QToolButton) if each.text() == "Compare quotes").click()
    words = said(pane)
    assert f"“{FLAG}”" in words
    assert f"“{FLAG[17:]}”" in words
    assert "CNN, published 13 September 2022, inferred · ✓ quote exact" in words
    pane.show_event(1)
    assert "“" not in said(pane)


def test_figures_that_differ_stand_beside_each_other(qtbot: QtBot) -> None:
    chronology = two_reports()
    values = (Value("b.txt", 46000, "about"), Value("a.txt", 50000, "less than"))
    events = (replace(chronology.events[0], values=values), *chronology.events[1:])
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.set_chronology(replace(chronology, events=events))
    pane.show_event(0)
    next(each for each in pane.findChildren(QToolButton) if each.text() == "Compare quotes").click()
    assert "46,000 (about)" in said(pane)
    assert "50,000 (less than)" in said(pane)


def test_many_sources_are_stepped_through(qtbot: QtBot) -> None:
    body = "One line of evidence.\n" * 9
    pieces = [
        replace(Evidence("b.txt", "One line", at, at + 8), anchor=Anchor(Verdict.EXACT, at, at + 8))
        for at in range(0, len(body), 22)
    ]
    pane = DocumentPane()
    qtbot.addWidget(pane)
    many = (event("many", "2022", pieces),)
    pane.set_chronology(Chronology("Many", many, documents=(document("b.txt", body),)))
    pane.show_event(0)
    for _ in range(2):
        steps = {each.accessibleName(): each for each in pane.findChildren(QToolButton)}
        steps["Previous source"].click()
        QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: the buttons of before
    assert "8 of 9" in said(pane)
    assert text(pane).textCursor().position() == 7 * 22


def test_another_tab_shows_the_selected_event_there(pane: DocumentPane) -> None:
    pane.show_event(0)
    tabs(pane).setCurrentIndex(0)
    assert strongly_lit(pane) == [FLAG[17:]]


def test_a_joined_event_is_shown_by_the_words_of_the_document_that_stays_open(
    pane: DocumentPane,
) -> None:
    together = two_reports()
    flag = together.events[0]
    parts = [replace(flag, id=f"{n}", evidence=(piece,)) for n, piece in enumerate(flag.evidence)]
    pane.set_chronology(replace(together, events=(replace(parts[1], id=flag.id),)))
    pane.show_event(0)
    pane.set_chronology(together, keep_event=True)
    assert pane.state()["document"] == "a.txt"
    assert strongly_lit(pane) == [FLAG[17:]]
    (chosen,) = [each.text() for each in pane.findChildren(QToolButton) if each.isChecked()]
    assert chosen == "CNN"


def test_a_document_that_cannot_be_read_gives_way_to_one_that_can(pane: DocumentPane) -> None:
    read = two_reports().documents
    empty = replace(document("0.txt", "", "2022-09-01"), text=None, problem="is empty")
    pane.set_chronology(Chronology("Papers", documents=(empty,)))
    assert pane.state()["document"] == "0.txt"
    pane.set_chronology(Chronology("Papers", documents=(empty, *read)), keep_event=True)
    assert pane.state()["document"] == "a.txt"
    tabs(pane).setCurrentIndex(0)
    assert pane.state()["document"] == "0.txt"
    pane.set_chronology(Chronology("Papers", documents=(empty, *read)), keep_event=True)
    assert pane.state()["document"] == "0.txt", "where a person wants to see it"


def test_a_click_on_a_lit_passage_selects_its_event(
    pane: DocumentPane, shared: QItemSelectionModel
) -> None:
    pane.show_event(0)
    spy = QSignalSpy(pane.event_selected)
    click(pane, POWER)
    assert spy.at(0) == [1]
    assert shared.currentIndex().row() == 1
    assert strongly_lit(pane) == [POWER]


def test_a_click_beside_all_passages_selects_nothing(pane: DocumentPane) -> None:
    pane.show_event(0)
    spy = QSignalSpy(pane.event_selected)
    click(pane, "Nothing else is known of that day")
    assert spy.count() == 0
    assert strongly_lit(pane) == [FLAG]


def test_a_claim_is_shown_with_who_makes_it_and_what_speaks_against_it(pane: DocumentPane) -> None:
    pane.show_event(1)
    assert "claimed by Valery (resident, to CNN)" in said(pane)
    assert "Another report has no power until November." in said(pane)
    assert "Told in passing." in said(pane)


def test_an_event_without_evidence_says_so(pane: DocumentPane) -> None:
    pane.show_event(2)
    assert "no passage recorded" in said(pane)
    assert strongly_lit(pane) == []


def test_searched_words_are_lit_by_code_points(pane: DocumentPane) -> None:
    pane.show_event(0)
    pane.set_words(lambda text: [match.span() for match in re.finditer("Nothing", text)])
    underlined = [
        each.cursor.selectedText()
        for each in text(pane).extraSelections()
        if each.format.fontUnderline()
    ]
    assert underlined == ["Nothing"]
    pane.set_words(None)
    assert strongly_lit(pane) == [FLAG]


def test_a_passage_of_no_event_can_be_shown(pane: DocumentPane) -> None:
    start = OTHER.index("On that")
    pane.show_passage("a.txt", start, start + 7)
    assert tabs(pane).currentIndex() == 0
    cursor = text(pane).textCursor()
    cursor.setPosition(cursor.position() + 7, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "On that"


def one(piece: Evidence, body: str | None, **parts: str) -> Chronology:
    return Chronology(
        "One",
        (event("flag", "2022-09-10", [piece]),),
        documents=(document("b.txt", body, **parts),),
    )


FOUND = evidence("b.txt", REPORT, FLAG)
PLACE = (FOUND.start, FOUND.end)


@pytest.mark.parametrize(
    ("anchor", "words", "recorded"),
    [
        (Anchor(Verdict.EXACT, *PLACE), "✓ quote exact", False),
        (Anchor(Verdict.MOVED, *PLACE), "quote moved", False),
        (Anchor(Verdict.ALTERED, *PLACE), "quote altered, to confirm", True),
        (Anchor(Verdict.AMBIGUOUS, choices=(PLACE, (0, 5))), "quote ambiguous", True),
        (Anchor(Verdict.LOST), "quote lost", True),
        (None, "document missing", True),
    ],
)
def test_each_verdict_is_said_and_the_recorded_words_stay_readable(
    qtbot: QtBot, anchor: Anchor | None, words: str, recorded: bool
) -> None:
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.set_chronology(one(replace(FOUND, anchor=anchor), REPORT if anchor else None))
    pane.show_event(0)
    assert words in said(pane)
    assert (f"“{FLAG}”" in said(pane)) == recorded


def test_an_ambiguous_quote_offers_its_places_and_picks_none(qtbot: QtBot) -> None:
    body = f"{FLAG}. {FLAG}."
    places = ((0, len(FLAG)), (len(FLAG) + 2, 2 * len(FLAG) + 2))
    piece = replace(FOUND, start=0, end=len(FLAG), anchor=Anchor(Verdict.AMBIGUOUS, choices=places))
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.set_chronology(one(piece, body))
    pane.show_event(0)
    assert "2 places" in said(pane)
    steps = [each for each in pane.findChildren(QToolButton) if each.accessibleName()]
    next_place = next(each for each in steps if each.accessibleName() == "Next place")
    next_place.click()
    next_place.click()
    assert "Place 2 of 2" in said(pane)
    assert text(pane).textCursor().position() == places[1][0]


def test_a_missing_document_shows_the_words_recorded_from_it(qtbot: QtBot) -> None:
    pane = DocumentPane()
    qtbot.addWidget(pane)
    gone = one(FOUND, None, problem="the file is not there", recorded_sha256="a" * 64)
    pane.set_chronology(gone)
    assert FLAG in text(pane).toPlainText()
    notice = pane.findChild(QLabel, "documentNotice")
    assert isinstance(notice, QLabel)
    assert "the file is not there" in notice.text()
    assert "(missing)" in tabs(pane).tabText(0)


@pytest.mark.parametrize("size", [(300, 320), (420, 620), (1200, 500)])
def test_no_text_of_the_card_is_cut_off(qtbot: QtBot, size: tuple[int, int]) -> None:
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.set_theme(THEME)
    pane.resize(*size)
    pane.show()
    moved = replace(FOUND, anchor=Anchor(Verdict.MOVED, *PLACE))
    changed = one(moved, REPORT, recorded_sha256="b" * 64)
    for chronology, row in ((two_reports(), 0), (two_reports(), 1), (changed, 0)):
        pane.set_chronology(chronology)
        pane.show_event(row)
        QApplication.processEvents()
        card = pane.findChildren(EvidenceCard)[0]
        for label in card.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_an_empty_document_says_so(qtbot: QtBot) -> None:
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.set_chronology(Chronology("Empty", documents=(document("b.txt", ""),)))
    assert text(pane).placeholderText() == "The document is empty."


def test_what_no_person_reviewed_says_so(qtbot: QtBot) -> None:
    pane = DocumentPane()
    qtbot.addWidget(pane)
    chronology = two_reports()
    found = tuple(replace(each, status=Status.CANDIDATE) for each in chronology.events)
    pane.set_chronology(replace(chronology, events=found))
    pane.show_event(0)
    assert "no person has reviewed it yet" in said(pane)


def test_a_changed_document_says_so(qtbot: QtBot) -> None:
    pane = DocumentPane()
    qtbot.addWidget(pane)
    exact = replace(FOUND, anchor=Anchor(Verdict.EXACT, *PLACE))
    pane.set_chronology(one(exact, REPORT, recorded_sha256="b" * 64))
    pane.show_event(0)
    assert "✓ quote exact, document changed" in said(pane)


def test_what_is_shown_comes_back(qtbot: QtBot, pane: DocumentPane) -> None:
    pane.show_event(0)
    text(pane).set_text_pixels(20)
    state = pane.state()
    other = DocumentPane()
    qtbot.addWidget(other)
    other.set_chronology(two_reports())
    other.restore(state)
    assert other.state() == state
    other.restore({"document": "gone.txt", "text_pixels": "large"})
    assert other.state()["document"] == "b.txt"


def test_a_document_that_is_read_anew_stays_where_it_was(qtbot: QtBot) -> None:
    body = "One line of a longer report.\n" * 300
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.resize(460, 600)
    pane.show()
    pane.set_chronology(Chronology("One", documents=(document("b.txt", body),)))
    pane.show_passage("b.txt", 5000, 5004)
    top = pane.state()["top"]
    assert 4000 < top < 5000
    pane.set_chronology(Chronology("One", documents=(document("b.txt", f"{body}More."),)))
    assert abs(pane.state()["top"] - top) < 60


@pytest.mark.parametrize(
    ("url", "press", "opened", "copied"),
    [
        ("https://example.org/report", "Cancel", [], ""),
        ("https://example.org/report", "Open in browser", ["https://example.org/report"], ""),
        ("https://example.org/report", "Copy address", [], "https://example.org/report"),
        ("file:///etc/passwd", "Open in browser", [], ""),
        ("javascript:alert(1)", "Open in browser", [], ""),
    ],
)
def test_an_address_is_shown_before_anything_is_opened(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    press: str,
    opened: list[str],
    copied: str,
) -> None:
    went: list[str] = []
    monkeypatch.setattr(
        "izium_timeline.views.document_pane_head.QDesktopServices.openUrl",
        lambda address: went.append(address.toString()),
    )
    QGuiApplication.clipboard().clear()
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.set_chronology(one(FOUND, REPORT, url=url))
    seen: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        buttons = {button.text().replace("&", ""): button for button in box.buttons()}
        buttons.get(press, buttons["Cancel"]).click()

    QTimer.singleShot(0, answer)
    next(each for each in pane.findChildren(QToolButton) if each.text() == "Source…").click()
    assert url in seen[0]
    assert went == opened
    assert QGuiApplication.clipboard().text() == copied


def test_an_empty_chronology_shows_an_empty_pane(qtbot: QtBot) -> None:
    pane = DocumentPane()
    qtbot.addWidget(pane)
    pane.set_chronology(Chronology("None"))
    pane.show()
    assert tabs(pane).count() == 0
    assert text(pane).toPlainText() == ""
    assert "Open a folder" in text(pane).placeholderText()
    assert pane.state()["document"] is None


def test_ten_thousand_passages_light_only_what_is_in_view(qtbot: QtBot) -> None:
    line = "One short line of evidence.\n"
    body = line * 10_000
    pieces = [
        replace(
            Evidence("b.txt", "One short", at, at + 9),
            anchor=Anchor(Verdict.EXACT, at, at + 9),
        )
        for at in range(0, len(body), len(line))
    ]
    pane = DocumentPane()
    qtbot.addWidget(pane)
    many = Chronology("Many", (event("all", "2022", pieces),), documents=(document("b.txt", body),))
    pane.set_chronology(many)
    pane.resize(460, 700)
    pane.show()
    assert 0 < len(text(pane).extraSelections()) < 100
    bar = text(pane).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert 0 < len(text(pane).extraSelections()) < 100
