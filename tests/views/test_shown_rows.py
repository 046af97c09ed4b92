"""The rows that are shown, against Qt's own checks of a model and by property."""

from dataclasses import replace
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import LostEventError
from izium_timeline.views.event_model import EventModel
from izium_timeline.views.shown_rows import ShownRows
from tests.views.chronologies import event

COUNT = 12
TITLE = 1
EVENTS = tuple(event(f"e{number:02}", "2022", []) for number in range(COUNT))
ROWS = st.lists(st.integers(0, COUNT - 1), unique=True)


def model_of_events() -> EventModel:
    model = EventModel()
    model.set_chronology(Chronology("Some", EVENTS))
    return model


def test_both_models_keep_what_qt_asks_of_a_model(qtbot: QtBot) -> None:
    model = EventModel()
    shown = ShownRows(model)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(each, fatal) for each in (model, shown)]
    model.set_chronology(Chronology("Some", EVENTS))
    shown.set_shown([3, 1, 7])
    shown.set_shown([])
    shown.set_shown(None)
    model.set_chronology(Chronology("None"))
    assert len(testers) == 2
    assert shown.rowCount() == 0


@given(ROWS)
def test_every_row_shown_leads_to_its_event_and_back(rows: list[int]) -> None:
    model = model_of_events()
    shown = ShownRows(model)
    shown.set_shown(rows)
    assert [shown.event_row(row) for row in range(shown.rowCount())] == rows
    assert [shown.row_of(row) for row in rows] == list(range(len(rows)))
    for row in set(range(COUNT)) - set(rows):
        assert shown.row_of(row) is None
        assert not shown.mapFromSource(model.index(row, 0)).isValid()


@given(ROWS, st.lists(st.sampled_from("aAbB"), min_size=COUNT, max_size=COUNT), st.booleans())
def test_rows_with_equal_cells_stay_in_the_order_given(
    rows: list[int], titles: list[str], descending: bool
) -> None:
    model = model_of_events()
    shown = ShownRows(model)
    shown.sort(TITLE)  # by titles that are all of one form: of these nothing may stay
    named = tuple(replace(event, title=title) for event, title in zip(EVENTS, titles, strict=True))
    model.set_chronology(Chronology("Named", named))
    shown.set_shown(rows)
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    shown.sort(TITLE, order)
    wanted = sorted(rows, key=lambda row: titles[row].lower(), reverse=descending)
    assert [shown.event_row(row) for row in range(shown.rowCount())] == wanted


@given(ROWS, ROWS)
def test_selections_are_taken_over_as_whole_rows(rows: list[int], chosen: list[int]) -> None:
    model = model_of_events()
    shown = ShownRows(model)
    shown.set_shown(rows)
    selection = QItemSelection()
    for row in chosen:
        selection.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
    there = shown.shown_selected(selection)
    held = QItemSelectionModel(shown)
    held.select(there, QItemSelectionModel.SelectionFlag.Select)
    found = {shown.event_row(index.row()) for index in held.selectedRows()}
    assert found == set(rows) & set(chosen)
    back = QItemSelectionModel(model)
    back.select(shown.events_selected(there), QItemSelectionModel.SelectionFlag.Select)
    assert {index.row() for index in back.selectedRows()} == found


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sorted in a moment, and of the rest an event at a time."""
    monkeypatch.setattr("izium_timeline.views.column_ranks.MOMENT", 0.0)
    monkeypatch.setattr("izium_timeline.views.column_ranks._SLICE", 0.0)


def _titled(*titles: str) -> Chronology:
    named = (replace(event, title=title) for event, title in zip(EVENTS, titles, strict=False))
    return Chronology("Titled", tuple(named))


def _shown_events(shown: ShownRows) -> list[int]:
    return [shown.event_row(row) for row in range(shown.rowCount())]


@pytest.mark.usefixtures("slow")
def test_very_many_events_are_sorted_in_a_while(qtbot: QtBot) -> None:
    model = EventModel()
    model.set_chronology(_titled("c", "a", "b"))
    shown = ShownRows(model)
    with qtbot.waitSignal(shown.ranking.ready):
        shown.sort(TITLE)
        assert _shown_events(shown) == [0, 1, 2]
    assert _shown_events(shown) == [1, 2, 0]
    model.set_chronology(_titled("c", "a", "0"))
    assert _shown_events(shown) == [1, 2, 0], "of as many events, as they were last"
    with qtbot.waitSignal(shown.ranking.ready):
        pass
    assert _shown_events(shown) == [2, 1, 0]
    model.set_chronology(_titled("b", "a"))
    assert _shown_events(shown) == [0, 1]
    model.set_chronology(_titled("a", "b", "c"))
    with qtbot.waitSignal(shown.ranking.ready):
        pass
    assert _shown_events(shown) == [0, 1, 2], "nothing comes of what is sorted no more"


@pytest.mark.usefixtures("slow")
def test_events_that_can_not_be_read_stay_in_the_order_of_time(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_: object) -> str:
        raise LostEventError("an event can't be read")

    model = EventModel()
    model.set_chronology(_titled("b", "a"))
    shown = ShownRows(model)
    monkeypatch.setattr("izium_timeline.views.column_ranks.COLUMNS", (None, Mock(text=lose)))
    told: list[str] = []
    shown.ranking.told.connect(told.append)
    shown.sort(TITLE)
    assert _shown_events(shown) == [0, 1]
    assert told == ["an event can't be read"]
