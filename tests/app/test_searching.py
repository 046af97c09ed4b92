"""Searching in the window: filters, completion, kept searches, order, large chronologies."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from izium_timeline.app.main_window import MainWindow
from izium_timeline.app.renewal import renew
from izium_timeline.app.seeker import Seeker
from izium_timeline.model.errors import LostEventError
from izium_timeline.search import prepare
from izium_timeline.search.find import Hits
from izium_timeline.search.index import SearchIndex
from izium_timeline.store.entered import read_entered
from izium_timeline.store.folders import cache_folder
from izium_timeline.store.open import open_chronology
from izium_timeline.store.searches import Searches, read_searches, write_searches
from tests.app.conftest import OpenWindow

DOWN, RETURN = Qt.Key.Key_Down, Qt.Key.Key_Return


def edit(window: MainWindow) -> QLineEdit:
    found = window.findChild(QLineEdit, "searchEdit")
    assert isinstance(found, QLineEdit)
    return found


def search(qtbot: QtBot, window: MainWindow, query: str) -> None:
    edit(window).setText(query)
    qtbot.waitUntil(lambda: window.workspace.shown.query == query)


def offers(window: MainWindow) -> list[str]:
    found = window.findChild(QListWidget, "searchOfferList")
    if not isinstance(found, QListWidget) or not found.isVisible():
        return []
    return [found.item(row).text() for row in range(found.count())]


def type_in(qtbot: QtBot, window: MainWindow, text: str) -> None:
    window.activateWindow()
    edit(window).setFocus()
    qtbot.waitUntil(lambda: window.workspace.seeker.index is not None)
    QTest.keyClicks(edit(window), text)


def chip(window: MainWindow, clause: str) -> QPushButton:
    buttons = window.parts.facets.findChildren(QPushButton)
    return next(
        button
        for button in buttons
        if button.property("clause") == clause and not button.isHidden()
    )


def has_chip(window: MainWindow, clause: str, *, checked: bool) -> bool:
    return any(
        button.property("clause") == clause and button.isChecked() is checked
        for button in window.parts.facets.findChildren(QPushButton)
    )


def listed(window: MainWindow) -> list[str]:
    model = window.parts.events.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_a_filter_writes_itself_into_the_line_and_out_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.run_action("filters")
    qtbot.waitUntil(lambda: has_chip(window, "category:attack", checked=False))
    count = chip(window, "category:attack").text().split()[-1]
    chip(window, "category:attack").click()
    assert edit(window).text() == "category:attack "
    assert len(listed(window)) == int(count)
    qtbot.waitUntil(lambda: has_chip(window, "category:attack", checked=True))
    chip(window, "category:liberation").click()
    assert edit(window).text() == "category:attack OR category:liberation "
    qtbot.waitUntil(lambda: has_chip(window, "category:liberation", checked=True))
    chip(window, "category:attack").click()
    assert edit(window).text() == "category:liberation "
    window.run_action("filters")
    assert not window.parts.facets.isVisible()


def test_a_view_becomes_one_line(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "izium ")
    window.timeline.set_span((738_215.0, 738_246.0))
    window.timeline.set_hidden(frozenset({"occupation", "military"}))
    found = listed(window)
    window.run_action("take_view")
    line = "izium on:2022-03-01/2022-03-31 -category:military -category:occupation"
    assert edit(window).text().strip() == line
    assert (window.timeline.span, window.workspace.shown.hidden) == (None, frozenset())
    assert listed(window) == found
    assert window.parts.status.text().endswith(line)


def test_what_is_typed_is_completed(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "cate")
    qtbot.waitUntil(lambda: offers(window) == ["category:"])
    QTest.keyClick(edit(window), Qt.Key.Key_Tab)
    assert "category:attack    16 events" in offers(window)
    QTest.keyClicks(edit(window), "li")
    qtbot.waitUntil(lambda: offers(window) == ["category:liberation    22 events"])
    QTest.keyClick(edit(window), DOWN)
    QTest.keyClick(edit(window), RETURN)
    assert edit(window).text() == "category:liberation "
    assert offers(window) == []
    qtbot.waitUntil(lambda: len(listed(window)) == 22)


def test_enter_keeps_its_meaning_while_nothing_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "banksy")
    before = window.workspace.row
    QTest.keyClick(edit(window), RETURN)
    assert edit(window).text() == "banksy"
    assert window.workspace.row != before
    assert read_searches(None).recent == ("banksy",)


def test_a_beginner_is_offered_what_a_line_can_begin_with(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "")
    QTest.keyClick(edit(window), DOWN)
    assert "during:    in a phase" in offers(window)
    QTest.keyClick(edit(window), DOWN)
    QTest.keyClick(edit(window), RETURN)
    assert edit(window).text() == "category:"
    assert "category:attack    16 events" in offers(window)


def test_kept_and_recent_searches_are_offered_and_dropped(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "category:attack ")
    window.run_action("keep_search")
    assert read_entered(None).searches == ("category:attack",)
    assert window.workspace.chronology.searches == ("category:attack",)
    assert window.workspace.shown.query == "category:attack "
    type_in(qtbot, window, "")
    edit(window).clear()
    QTest.keyClick(edit(window), DOWN)
    assert offers(window) == ["category:attack    kept"]
    QTest.keyClick(edit(window), DOWN)
    QTest.keyClick(edit(window), RETURN)
    assert edit(window).text() == "category:attack"
    QTest.keyClick(edit(window), DOWN)
    QTest.keyClick(edit(window), DOWN)
    QTest.keyClick(edit(window), Qt.Key.Key_Delete)
    assert read_entered(None).searches == ()
    assert offers(window) == []
    window.run_action("undo")
    assert read_entered(None).searches == ("category:attack",)


def test_searches_that_an_earlier_version_kept_are_moved_once(open_window: OpenWindow) -> None:
    write_searches(None, Searches(("flag",), ("category:attack",)))
    for _ in range(2):
        window = open_window(None)
        assert window.workspace.chronology.searches == ("category:attack",)
        assert read_entered(None).searches == ("category:attack",)
        assert read_searches(None) == Searches(("flag",))
        window.run_action("undo")
        assert window.parts.status.text() == "There is nothing to undo"


def test_forgetting_a_chronology_forgets_its_searches(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    search(qtbot, window, "flag")
    window.run_action("keep_search")
    (cache_folder() / "search" / "izium" / "content").mkdir(parents=True)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    window.run_action("forget")
    assert read_entered(None).searches == ()
    assert not (cache_folder() / "search" / "izium").exists()


def test_the_list_stands_by_date_or_by_relevance(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "occupation ")
    by_date = listed(window)
    window.run_action("rank_list")
    by_relevance = listed(window)
    assert sorted(by_relevance) == sorted(by_date)
    assert by_relevance != by_date
    assert "occup" in by_relevance[0].lower()
    shown = [event.title for event in window.workspace.shown_events]
    assert shown == by_date  # what is exported stays sorted
    window.run_action("rank_list")
    assert listed(window) == by_date


def test_a_mistake_in_the_line_leaves_the_last_result(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "category:attack ")
    found = listed(window)
    edit(window).setText('category:attack "')
    qtbot.waitUntil(lambda: "not closed" in edit(window).toolTip())
    assert listed(window) == found


def message(window: MainWindow) -> str:
    found = window.findChild(QLabel, "searchMessage")
    return found.text() if isinstance(found, QLabel) and found.isVisible() else ""


def test_a_mistake_is_told_under_the_line_and_mended_by_a_key(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_in(qtbot, window, "categry:attack")
    QTest.keyClick(edit(window), RETURN)
    assert message(window).startswith("There is no field 'categry'")
    assert offers(window) == ["category:attack    instead"]
    QTest.keyClick(edit(window), Qt.Key.Key_Tab)
    assert edit(window).text() == "category:attack"
    assert message(window) == ""
    qtbot.waitUntil(lambda: len(listed(window)) == 16)


def test_half_a_word_is_no_mistake_yet(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, '"six months')
    qtbot.waitUntil(lambda: "not closed" in edit(window).toolTip())
    assert message(window) == ""
    QTest.keyClicks(edit(window), '"')
    qtbot.waitUntil(lambda: len(listed(window)) == 1)
    qtbot.wait(700)
    assert message(window) == ""


def test_hits_are_walked_in_the_list_s_order_and_counted(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "occupation ")
    window.run_action("rank_list")
    walked = []
    for _ in range(3):
        window.run_action("next_hit")
        assert window.workspace.current is not None
        walked.append(window.workspace.current.title)
    assert walked == listed(window)[:3]
    said = window.findChild(QLabel, "searchFound")
    assert isinstance(said, QLabel)
    assert said.text().startswith("hit 3 of ")


def test_what_lies_around_hits_is_shown_but_not_walked(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, '"Unity Day" around:2')
    assert len(listed(window)) > 20
    for _ in range(2):
        window.run_action("next_hit")
        assert window.workspace.current is not None
        assert window.workspace.current.id == "E125"


def test_escape_clears_the_line_and_leaves_an_empty_one(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "flag ")
    qtbot.waitUntil(lambda: len(listed(window)) == 2)
    QTest.keyClick(edit(window), Qt.Key.Key_Escape)
    assert (edit(window).text(), edit(window).hasFocus()) == ("", True)
    QTest.keyClick(edit(window), Qt.Key.Key_Escape)
    assert window.timeline.hasFocus()


def test_what_is_no_hit_is_hidden_by_a_switch_that_is_remembered(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    timeline, hide = window.timeline, window.actions_by_id["hits_alone"]
    search(qtbot, window, "flag ")
    before = timeline.picture
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_H)
    assert hide.isChecked()
    assert len(timeline.picture.marks) == 2 < len(before.marks)
    assert timeline.picture.height == before.height
    assert [timeline.first_event(), timeline.next_event(), timeline.next_event()] == [1, 1, 0]
    search(qtbot, window, "")
    assert len(timeline.picture.marks) == len(before.marks)
    assert open_window(None).actions_by_id["hits_alone"].isChecked()


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every chronology for a large one."""
    for asked in ("is_tiny", "is_small", "answers_at_once"):
        monkeypatch.setattr(prepare, asked, lambda _what: False)


def _titles(window: MainWindow) -> set[str]:
    return {event.title for event in window.workspace.shown_events}


def test_a_search_goes_on_while_the_chronology_grows(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked in ("is_tiny", "answers_at_once"):  # an index is made by a thread, which also answers
        monkeypatch.setattr(prepare, asked, lambda _what: False)
    workspace, parts = window.workspace, window.parts
    whole = workspace.base
    renew(workspace, parts, replace(whole, events=whole.events[1::2]))
    type_in(qtbot, window, "shell")
    qtbot.waitUntil(lambda: workspace.shown.query == "shell")
    half = _titles(window)
    edit(window).setCursorPosition(2)
    renew(workspace, parts, whole)
    assert _titles(window) == half
    assert (edit(window).text(), edit(window).cursorPosition()) == ("shell", 2)
    qtbot.waitUntil(lambda: len(_titles(window)) == 6)
    assert half < _titles(window)
    assert workspace.seeker.index is not None
    assert workspace.seeker.index.chronology is workspace.chronology


@pytest.mark.usefixtures("large")
def test_of_many_queries_the_last_is_answered(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seeker = Seeker(parent)
    seeker.open(open_chronology(None), tmp_path)
    told: list[str] = []
    waits: list[bool] = []
    seeker.answered.connect(lambda query, _hits: told.append(query))
    seeker.waits.connect(lambda: waits.append(True))
    for query in ("l", "li", "lib"):
        seeker.ask(query)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert waits
    assert told == ["lib"]
    with qtbot.waitSignal(seeker.refused) as refused:
        seeker.ask('"')
    assert refused.args is not None
    assert "not closed" in str(refused.args[1])


@pytest.mark.usefixtures("large")
def test_an_index_damaged_while_it_is_open_is_made_anew(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seeker = Seeker(parent)
    seeker.open(open_chronology(None), tmp_path)
    with qtbot.waitSignal(seeker.ready, timeout=20_000):
        seeker.warm()
    assert seeker.index is not None
    seeker.index.close()
    with qtbot.waitSignal(seeker.answered) as answered:
        seeker.ask('"six months"')
    assert answered.args is not None
    assert len(answered.args[1].events) == 1


def test_a_search_goes_on_when_an_index_could_not_be_made(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "is_tiny", lambda _what: False)
    make, failing = prepare.prepare, [LostEventError("an event can't be read")]

    def prepared(*asked: Any) -> SearchIndex:
        if failing:
            raise failing.pop()
        return make(*asked)

    monkeypatch.setattr(prepare, "prepare", prepared)
    parent = QWidget()
    qtbot.addWidget(parent)
    seeker = Seeker(parent)
    seeker.open(open_chronology(None), tmp_path)
    with qtbot.captureExceptions() as caught:
        seeker.ask("flag")
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _error, _trace in caught] == [LostEventError]
    with qtbot.waitSignal(seeker.answered) as answered:
        seeker.ask("flag")
    assert answered.args is not None
    assert answered.args[0] == "flag"


@pytest.mark.usefixtures("large")
def test_a_large_chronology_is_searched_in_the_background(qtbot: QtBot, window: MainWindow) -> None:
    edit(window).setText("flag")
    qtbot.waitUntil(lambda: window.workspace.shown.query == "flag", timeout=20_000)
    hits = window.workspace.shown.hits
    assert isinstance(hits, Hits)
    assert len(listed(window)) == len(hits.events) == 2
    edit(window).setText("izi")
    edit(window).setText("")
    qtbot.waitUntil(lambda: window.workspace.shown.rows is None)
    assert len(listed(window)) == len(window.workspace.chronology.events)


def test_a_search_that_is_not_answered_yet_has_no_next_hit(window: MainWindow) -> None:
    window.workspace.select(3)
    edit(window).setText("flag")
    window.run_action("next_hit")
    assert window.workspace.row == 3
