"""The list of events, its table model, and the selection that it shares."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from izium_timeline.layout.columns import LOST
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import LostEventError
from izium_timeline.model.event import Anchor, Event, Verdict
from izium_timeline.views.event_list import EventList
from izium_timeline.views.event_model import EVENT_ROLE, EventModel
from izium_timeline.views.publishers import sources_text
from izium_timeline.views.shown_rows import ShownRows
from izium_timeline.views.theme import make_theme
from tests.views.chronologies import CATEGORIES, event, two_reports

SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def model(qtbot: QtBot) -> EventModel:
    model = EventModel()
    model.set_chronology(two_reports())
    return model


@pytest.fixture
def shared(model: EventModel) -> QItemSelectionModel:
    return QItemSelectionModel(model)


@pytest.fixture
def events(qtbot: QtBot, model: EventModel, shared: QItemSelectionModel) -> EventList:
    shown = EventList(model, shared)
    shown.set_theme(make_theme(CATEGORIES, dark=False))
    qtbot.addWidget(shown)
    shown.resize(900, 300)
    shown.show()
    return shown


def titles(events: EventList) -> list[str]:
    table = events.model()
    return [table.index(row, 1).data() for row in range(table.rowCount())]


def selected(shared: QItemSelectionModel) -> list[int]:
    return sorted(index.row() for index in shared.selectedRows())


def test_a_row_says_when_what_who_and_how_the_date_is_known(model: EventModel) -> None:
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == ["10 Sep 2022", "Title of flag", "liberation", "2 documents", "resolved"]
    assert model.index(1, 3).data() == "Gwara Media"
    assert model.index(2, 3).data() == "none"
    assert model.index(1, 0).data(EVENT_ROLE).id == "power"


def test_quotes_in_doubt_are_counted_beside_their_sources() -> None:
    chronology = two_reports()
    flag = chronology.events[0]
    lost = replace(flag.evidence[0], anchor=Anchor(Verdict.LOST))
    moved = replace(flag.evidence[1], anchor=Anchor(Verdict.MOVED, 0, 5))
    assert sources_text(chronology, replace(flag, evidence=(lost,))) == "Gwara Media · 1 lost"
    both = replace(flag, evidence=(lost, moved, *flag.evidence))
    assert sources_text(chronology, both) == "2 documents · 1 lost · 1 moved"


def test_screen_readers_hear_the_heading_with_the_cell(model: EventModel) -> None:
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Date: 10 Sep 2022"


def test_the_tip_of_a_date_says_its_bounds_and_why(model: EventModel) -> None:
    tip = model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "between 30 September and 2 October 2022" in tip
    assert "The reason of power." in tip


def test_only_what_is_shown_is_listed_in_the_order_given(events: EventList) -> None:
    events.set_shown([2, 0])
    assert titles(events) == ["Title of later", "Title of flag"]
    events.set_shown([])
    assert titles(events) == []
    events.set_shown(None)
    assert len(titles(events)) == 3


def test_a_click_on_a_heading_sorts_and_a_third_one_takes_the_order_of_time_again(
    events: EventList, shared: QItemSelectionModel
) -> None:
    shared.setCurrentIndex(shared.model().index(0, 0), SELECT)
    heading = events.horizontalHeader()
    at = QPoint(heading.sectionViewportPosition(1) + 20, 10)
    orders = []
    for _ in range(3):
        QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=at)
        orders.append([title.removeprefix("Title of ") for title in titles(events)])
    assert orders == [
        ["flag", "later", "power"],
        ["power", "later", "flag"],
        ["flag", "power", "later"],
    ]
    assert [index.row() for index in events.selectionModel().selectedRows()] == [0]
    assert selected(shared) == [0]


def test_what_is_shown_next_stays_sorted(events: EventList) -> None:
    events.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    events.set_shown([0, 2])
    assert titles(events) == ["Title of later", "Title of flag"]


def test_selecting_elsewhere_selects_here(events: EventList, shared: QItemSelectionModel) -> None:
    shared.setCurrentIndex(shared.model().index(1, 0), SELECT)
    assert [index.row() for index in events.selectionModel().selectedRows()] == [1]
    assert events.currentIndex().row() == 1


def test_selecting_here_selects_elsewhere(events: EventList, shared: QItemSelectionModel) -> None:
    events.set_shown([2, 0])
    events.selectRow(1)
    assert selected(shared) == [0]
    assert shared.currentIndex().row() == 0


def test_arrow_keys_move_the_shared_selection(
    events: EventList, shared: QItemSelectionModel
) -> None:
    events.set_shown([0, 2])
    shared.setCurrentIndex(shared.model().index(0, 0), SELECT)
    QTest.keyClick(events, Qt.Key.Key_Down)
    assert (selected(shared), shared.currentIndex().row()) == ([2], 2)


def test_a_selected_event_that_is_not_shown_stays_selected(
    events: EventList, shared: QItemSelectionModel
) -> None:
    shared.setCurrentIndex(shared.model().index(1, 0), SELECT)
    events.set_shown([0, 2])
    assert selected(shared) == [1]
    assert not events.selectionModel().hasSelection()
    events.set_shown(None)
    assert [index.row() for index in events.selectionModel().selectedRows()] == [1]


def test_enter_and_double_click_activate_the_event(qtbot: QtBot, events: EventList) -> None:
    events.set_shown([2, 0])
    events.selectRow(0)
    with qtbot.waitSignal(events.event_activated) as signal:
        QTest.keyClick(events, Qt.Key.Key_Return)
    assert signal.args == [2]


def test_a_narrow_list_keeps_its_titles_readable(events: EventList) -> None:
    for width, hidden in ((900, []), (640, [4]), (480, [2, 4]), (400, [2, 3, 4])):
        events.resize(width, 300)
        assert [column for column in range(5) if events.isColumnHidden(column)] == hidden
        assert events.columnWidth(1) > 140


def test_copying_writes_the_rows_as_text(events: EventList) -> None:
    events.selectRow(1)
    QTest.keyClick(events, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    line = "c. 1 Oct 2022\tTitle of power\thumanitarian\tGwara Media\tresolved"
    assert QGuiApplication.clipboard().text() == line


def test_another_chronology_replaces_the_rows(
    events: EventList, model: EventModel, shared: QItemSelectionModel
) -> None:
    events.set_shown([2])
    shared.setCurrentIndex(model.index(2, 0), SELECT)
    model.set_chronology(Chronology("One", (event("only", "2022", []),)))
    assert titles(events) == ["Title of only"]
    assert not shared.hasSelection()
    model.set_chronology(Chronology("None"))
    assert titles(events) == []


def test_selecting_all_selects_what_is_shown_alone(qtbot: QtBot) -> None:
    model = EventModel()
    many = tuple(event(f"e{i:06}", "2022", []) for i in range(2_000))
    model.set_chronology(Chronology("Many", many))
    shared = QItemSelectionModel(model)
    shown = EventList(model, shared)
    qtbot.addWidget(shown)
    shown.set_shown(range(1, 2_000, 2))
    shown.selectAll()
    assert selected(shared) == list(range(1, 2_000, 2))


def test_a_paint_asks_no_more_of_the_rows_where_all_are_selected(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    found = ShownRows.mapToSource

    def counted(rows: ShownRows, index: QModelIndex) -> QModelIndex:
        asked.append(index.row())
        return found(rows, index)

    monkeypatch.setattr(ShownRows, "mapToSource", counted)
    model = EventModel()
    many = tuple(event(f"e{i:06}", "2022", []) for i in range(2_000))
    model.set_chronology(Chronology("Many", many))
    shown = EventList(model, QItemSelectionModel(model))
    qtbot.addWidget(shown)
    shown.grab()
    asked.clear()
    shown.selectAll()
    shown.grab()
    assert 0 < len(asked) < 2_000


def test_a_selection_scattered_over_very_many_places_is_kept_by_the_list_alone(
    qtbot: QtBot,
) -> None:
    model = EventModel()
    many = tuple(event(f"e{i:06}", "2022", []) for i in range(4_000))
    model.set_chronology(Chronology("Many", many))
    shared = QItemSelectionModel(model)
    shown = EventList(model, shared)
    qtbot.addWidget(shown)
    shown.set_shown(range(1, 4_000, 2))
    shown.setCurrentIndex(shown.model().index(3, 1))
    shown.selectAll()
    assert selected(shared) == [7]
    assert len(shown.selectionModel().selectedRows()) == 2_000


def test_documents_that_speak_with_one_voice_are_told_in_the_count(
    model: EventModel, qtbot: QtBot
) -> None:
    chronology = two_reports()
    agency = [replace(document, author="AFP") for document in chronology.documents]
    model.set_chronology(replace(chronology, documents=tuple(agency)))
    assert model.index(0, 3).data() == "2 documents"  # they are compared beside everything else
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert model.index(0, 3).data() == "2 documents, 1 independent"
    assert model.index(1, 3).data() == "Gwara Media"


def test_an_event_that_can_not_be_read_any_more_is_painted_as_such(
    events: EventList, model: EventModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> Event:
        raise LostEventError("lost")

    events.show()
    monkeypatch.setattr(model, "event_at", fail)
    assert not events.grab().isNull()
    assert model.data(model.index(0, 1)) == LOST
    assert model.data(model.index(0, 0), EVENT_ROLE) is None
