"""The search field: what it tells, and when."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from izium_timeline.search.find import find
from izium_timeline.search.index import build_index
from izium_timeline.views.search_bar import SearchBar
from izium_timeline.views.search_words import result_text
from izium_timeline.views.theme import make_theme
from tests.views.chronologies import two_reports


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    shown = SearchBar()
    shown.set_theme(make_theme((), dark=True))
    qtbot.addWidget(shown)
    shown.resize(520, 30)
    shown.show()
    return shown


def edit(bar: SearchBar) -> QLineEdit:
    found = bar.findChild(QLineEdit, "searchEdit")
    assert isinstance(found, QLineEdit)
    return found


def found(bar: SearchBar) -> QLabel:
    label = bar.findChild(QLabel, "searchFound")
    assert isinstance(label, QLabel)
    return label


def test_typing_is_told_once_after_a_pause(qtbot: QtBot, bar: SearchBar) -> None:
    spy = QSignalSpy(bar.query_changed)
    with qtbot.waitSignal(bar.query_changed) as told:
        QTest.keyClicks(edit(bar), "flag")
    assert told.args == ["flag"]
    assert spy.count() == 1


def test_cyrillic_input_is_told(qtbot: QtBot, bar: SearchBar) -> None:
    typed = QInputMethodEvent()
    typed.setCommitString("Ізюм")
    with qtbot.waitSignal(bar.query_changed) as told:
        QCoreApplication.sendEvent(edit(bar), typed)
    assert told.args == ["Ізюм"]


def test_enter_tells_at_once_and_asks_for_the_next_hit(bar: SearchBar) -> None:
    told, onward = QSignalSpy(bar.query_changed), QSignalSpy(bar.next_hit)
    QTest.keyClicks(edit(bar), "flag")
    QTest.keyClick(edit(bar), Qt.Key.Key_Return)
    assert (told.count(), onward.count()) == (1, 1)
    QTest.keyClick(edit(bar), Qt.Key.Key_Return)
    assert (told.count(), onward.count()) == (1, 2)


def test_shift_and_enter_ask_for_the_previous_hit(bar: SearchBar) -> None:
    onward, back = QSignalSpy(bar.next_hit), QSignalSpy(bar.previous_hit)
    QTest.keyClick(edit(bar), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (onward.count(), back.count()) == (0, 1)


def test_escape_clears_and_tells_so(bar: SearchBar) -> None:
    bar.set_query("flag")
    spy = QSignalSpy(bar.query_changed)
    QTest.keyClick(edit(bar), Qt.Key.Key_Escape)
    assert (bar.query, spy.at(0)) == ("", [""])


def test_clearing_by_the_program_tells_nothing(qtbot: QtBot, bar: SearchBar) -> None:
    bar.set_query("flag")
    spy = QSignalSpy(bar.query_changed)
    bar.clear()
    qtbot.wait(200)
    assert (bar.query, spy.count()) == ("", 0)


def test_what_was_found_is_said(bar: SearchBar) -> None:
    hits = find(build_index(two_reports()), "flag")
    assert result_text(hits.events, hits, 3) == "1 of 3 events"
    assert result_text(hits.events, hits, None) == "1 event"
    bar.set_result(hits.events, hits, 3)
    assert (found(bar).text(), found(bar).isVisible()) == ("1 of 3 events", True)
    assert edit(bar).accessibleDescription() == "1 of 3 events"
    bar.set_result(None, None)
    assert not found(bar).isVisible()


def test_what_was_found_never_takes_the_room_to_type(bar: SearchBar) -> None:
    bar.resize(260, 30)
    bar.set_place(12_345_678, 123_456_789, find(build_index(two_reports()), "flag"))
    assert not found(bar).isVisible()
    assert edit(bar).toolTip() == edit(bar).accessibleDescription()
