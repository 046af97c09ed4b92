"""The window as a person uses it: look, scrub, search, select, export, come back."""

import shutil
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from izium_timeline.app.main_window import MainWindow
from izium_timeline.layout.picture import DOT
from izium_timeline.layout.touch import mark_of
from izium_timeline.model.days import parse_iso_day
from izium_timeline.model.resource import resource
from izium_timeline.store.open import IZIUM
from izium_timeline.views.colours import contrast
from izium_timeline.views.event_popup import EventPopup
from izium_timeline.views.export_dialog import ExportDialog
from izium_timeline.views.paint_frame import GUTTER, HEADER, TICK
from izium_timeline.views.timeline import TimelineView
from tests.app.conftest import OpenWindow

LEFT = Qt.MouseButton.LeftButton


Part = TypeVar("Part", bound=QWidget)


def part(window: MainWindow, kind: type[Part], name: str) -> Part:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def current(window: MainWindow) -> str:
    event = window.workspace.current
    return "" if event is None else event.id


def listed(window: MainWindow) -> list[str]:
    rows = range(window.parts.events.model().rowCount())
    model = window.parts.events.model()
    return [str(model.index(row, 1).data()) for row in rows]


def listed_current(window: MainWindow) -> str:
    return str(window.parts.events.currentIndex().siblingAtColumn(1).data())


def lit(window: MainWindow) -> str:
    """The words that stand on the ground of the selected passage, in the document pane."""
    text = window.parts.pane.findChild(QPlainTextEdit)
    assert text is not None
    strong = window.parts.timeline.theme.passage
    return " ".join(
        selection.cursor.selectedText()
        for selection in text.extraSelections()
        if selection.format.background().color() == strong
    )


def across(window: MainWindow) -> QSplitter:
    return part(window, QSplitter, "across")


def at_day(window: MainWindow, day: str) -> QPoint:
    """Where a day lies on the ruler."""
    x = window.parts.timeline.scale.x(parse_iso_day(day) + 0.5)
    return QPoint(round(GUTTER + x), TICK - 4)


def type_in(qtbot: QtBot, window: MainWindow, text: str) -> None:
    edit = part(window, QLineEdit, "searchEdit")
    edit.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(edit, event)
    qtbot.waitUntil(lambda: window.workspace.shown.query == edit.text())


def test_the_first_look(window: MainWindow) -> None:
    assert current(window) == "E078"
    assert part(window, QLabel, "statusMessage").text() == (
        "162 events · 162 shown · 194 quotes exact"
    )
    assert part(window, QLabel, "playheadLabel").text() == "10 Sep 2022"
    tabs = part(window, QTabBar, "documentTabs")
    assert tabs.tabText(tabs.currentIndex()) == "Gwara Media"
    assert tabs.height() == tabs.sizeHint().height(), "the current tab's line is cut off"
    assert lit(window) == (
        "on September 10, the Ukrainian military raised the yellow-blue flag over Izium"
    )
    first, last = window.parts.timeline.visible_range()
    assert first < parse_iso_day("2022-02-24")
    assert last > parse_iso_day("2024-01-31")
    assert window.parts.events.model().rowCount() == 162


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_list_offers_the_menu_of_the_event_that_is_clicked(window: MainWindow) -> None:
    events = window.parts.events
    events.scrollToTop()
    place = events.visualRect(events.model().index(0, 1)).center()
    QTest.mouseClick(events.viewport(), Qt.MouseButton.RightButton, pos=place)
    reason = QContextMenuEvent.Reason.Mouse
    at = events.viewport().mapToGlobal(place)
    QApplication.sendEvent(events.viewport(), QContextMenuEvent(reason, place, at))
    menu = part(window, QMenu, "timelineMenu")
    next(action for action in menu.actions() if action.text() == "Copy date").trigger()
    assert QApplication.clipboard().text() == str(window.workspace.chronology.events[0].edtf)
    menu.close()


def test_scrubbing_through_the_liberation_takes_list_and_document_along(
    window: MainWindow,
) -> None:
    timeline = window.parts.timeline
    timeline.show_range(parse_iso_day("2022-08-25"), parse_iso_day("2022-09-25"))
    seen = []
    QTest.mousePress(timeline, LEFT, pos=at_day(window, "2022-09-03"))
    for day in ("2022-09-05", "2022-09-10", "2022-09-12", "2022-09-14"):
        QTest.mouseMove(timeline, at_day(window, day))
        label = part(window, QLabel, "playheadLabel").text()
        assert label == f"{int(day[-2:])} Sep 2022"
        event = window.workspace.current
        assert event is not None
        assert listed_current(window) == event.title
        assert lit(window) == event.evidence[0].exact
        seen.append(event.id)
    QTest.mouseRelease(timeline, LEFT, pos=at_day(window, "2022-09-14"))
    assert seen[1] in ("E078", "E079")
    assert seen[2] == "E115"
    assert len(set(seen)) == 4


def test_the_playhead_can_be_dragged_from_where_it_stands(window: MainWindow) -> None:
    timeline = window.parts.timeline
    start = at_day(window, "2022-09-10")
    QTest.mousePress(timeline, LEFT, pos=QPoint(start.x(), HEADER - 12))
    QTest.mouseMove(timeline, at_day(window, "2023-01-22"))
    QTest.mouseRelease(timeline, LEFT, pos=at_day(window, "2023-01-22"))
    assert "Jan 2023" in part(window, QLabel, "playheadLabel").text()


def test_a_search_marks_dims_and_reduces_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "graffiti")
    found = listed(window)
    assert found
    assert all("raffiti" in title or "rtwork" in title for title in found)
    assert f"162 events · {len(found)} shown" in part(window, QLabel, "statusMessage").text()
    picture = window.parts.timeline.picture
    assert 0 < int(picture.marks.hit.sum()) == len(found)
    edit = part(window, QLineEdit, "searchEdit")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    first = current(window)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert current(window) != first
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert current(window) == first
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.workspace.shown.rows is None)
    assert len(listed(window)) == 162


def test_izium_is_found_in_every_spelling(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Izium")
    quotes = " ".join(
        piece.exact for event in window.workspace.shown_events for piece in event.evidence
    )
    for spelling in ("Izyum", "Iseum", "Eiseum", "Ezeum", "Isium"):
        assert spelling in quotes


def test_a_hit_outside_every_event_is_a_passage(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "raisin")
    assert not window.workspace.shown_events
    assert window.parts.passages.count() == 1
    window.parts.passages.open_passage(0)
    tabs = part(window, QTabBar, "documentTabs")
    assert tabs.tabText(tabs.currentIndex()) == "Geneva Solutions"


def test_walking_the_hits_is_a_ring_both_ways(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "hospital")
    rows = window.workspace.shown.rows
    assert rows is not None
    hits = [window.workspace.chronology.events[row].id for row in rows]
    count = len(hits) + window.parts.passages.count()
    walked = []
    for action in ["next_hit"] * (count + 1) + ["previous_hit"] * (count + 1):
        window.run_action(action)
        walked.append(current(window))
    assert walked[: len(hits)] == hits[hits.index(walked[0]) :] + hits[: hits.index(walked[0])]
    assert set(walked[count + 1 :]) == set(hits)


def test_a_query_that_makes_no_sense_is_told_and_leaves_what_was_found(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_in(qtbot, window, "graffiti")
    found = listed(window)
    edit = part(window, QLineEdit, "searchEdit")
    edit.setText("on:2022-99")
    status = part(window, QLabel, "statusMessage")
    qtbot.waitUntil(lambda: "2022-99" in status.text())
    assert listed(window) == found


def test_a_search_with_passages_leaves_room_for_the_events(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_in(qtbot, window, "izium")
    assert window.parts.passages.count() > 0
    assert window.parts.events.viewport().height() >= 4 * 24


def test_a_reload_keeps_search_and_view(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "graffiti")
    found = listed(window)
    window.timeline.show_range(parse_iso_day("2022-10-01"), parse_iso_day("2022-12-01"))
    seen = window.timeline.visible_range()
    window.run_action("reload")
    qtbot.waitUntil(lambda: listed(window) == found)
    assert window.timeline.visible_range() == pytest.approx(seen)


def test_no_export_goes_over_a_source(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chronology = tmp_path / "copy.chronology.json"
    shutil.copy(resource(IZIUM), chronology)
    shutil.copytree(resource("documents"), tmp_path / "documents")
    window = open_window(chronology)
    article = tmp_path / "documents" / "004_c7863aa28985c665.txt"
    before = article.read_bytes(), chronology.read_bytes()
    for place in (article, chronology):
        answer(monkeypatch, place)
        window.run_action("export")
        assert "not written over" in window.parts.message.text()
    assert (article.read_bytes(), chronology.read_bytes()) == before


def test_a_window_opens_where_nothing_can_be_remembered(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, "/proc/nowhere")
    window = open_window(None)
    assert current(window) == "E078"
    window.run_action("appearance_dark")
    assert "can't be remembered" in window.parts.message.text()
    window.close()


def test_typing_never_moves_the_timeline(qtbot: QtBot, window: MainWindow) -> None:
    before = window.parts.timeline.visible_range()
    type_in(qtbot, window, "was")
    for key in "wasd0.,":
        QTest.keyClicks(part(window, QLineEdit, "searchEdit"), key)
    assert window.parts.timeline.visible_range() == before


def test_choosing_in_the_list_shows_it_everywhere(window: MainWindow) -> None:
    row = window.workspace.row_of("E061")
    assert row is not None
    events = window.parts.events
    events.setCurrentIndex(events.model().index(row, 0))
    assert current(window) == "E061"
    assert lit(window) == "Valery said the fighting in Izium began on March 4"
    assert part(window, QLabel, "playheadLabel").text() == "4 Mar 2022"
    assert window.parts.timeline.picture is not None


def test_a_click_on_a_dot_shows_its_passage(window: MainWindow) -> None:
    timeline = window.parts.timeline
    row = window.workspace.row_of("E125")
    assert row is not None
    timeline.show_range(parse_iso_day("2023-01-10"), parse_iso_day("2023-02-05"))
    picture = timeline.picture
    mark = mark_of(picture, int(timeline.stage.index.bundle_of[row]))
    assert mark >= 0
    place = QPointF(GUTTER + picture.marks.middle[mark], HEADER + picture.marks.top[mark] + DOT)
    QTest.mouseClick(timeline, LEFT, pos=place.toPoint())
    assert current(window) == "E125"
    assert "Unity Day on January 22" in lit(window)


def test_the_keys_of_the_timeline(qtbot: QtBot, window: MainWindow) -> None:
    timeline = window.parts.timeline
    timeline.setFocus()
    start = current(window)
    QTest.keyClick(timeline, Qt.Key.Key_Period)
    assert current(window) != start
    QTest.keyClick(timeline, Qt.Key.Key_Comma)
    assert current(window) == start
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert current(window) == window.workspace.chronology.events[0].id
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert current(window) == window.workspace.chronology.events[-1].id
    days = [last - first for first, last in [timeline.visible_range()]]
    QTest.keyClick(timeline, Qt.Key.Key_W)

    def narrower() -> bool:
        first, last = timeline.visible_range()
        return last - first < days[0] * 0.95

    qtbot.waitUntil(narrower)
    QTest.keyClick(timeline, Qt.Key.Key_Slash)
    assert part(window, QLineEdit, "searchEdit").hasFocus()


def test_a_span_is_the_filter_for_list_and_export(window: MainWindow) -> None:
    timeline = window.parts.timeline
    y = timeline.height() // 2
    shift = Qt.KeyboardModifier.ShiftModifier
    left, right = (at_day(window, day).x() for day in ("2023-03-01", "2023-05-31"))
    QTest.mousePress(timeline, LEFT, shift, QPoint(left, y))
    QTest.mouseMove(timeline, QPoint((left + right) // 2, y))
    QTest.mouseMove(timeline, QPoint(right, y))
    QTest.mouseRelease(timeline, LEFT, shift, QPoint(right, y))
    span = window.workspace.shown.span
    assert span is not None
    assert 0 < len(listed(window)) < 162
    assert "New wave of people return to Izium with the spring" in listed(window)
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Escape)
    assert len(listed(window)) == 162


def test_the_legend_is_a_filter_for_list_and_export(window: MainWindow) -> None:
    window.timeline.set_hidden(frozenset({"military", "background"}))
    window.timeline.hidden_changed.emit(frozenset({"military", "background"}))
    assert len(listed(window)) == 162 - 17 - 10
    assert {event.category for event in window.workspace.shown_events} & {"military"} == set()
    window.timeline.hidden_changed.emit(frozenset())
    assert len(listed(window)) == 162


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), "CSV"))


def test_export_writes_what_the_command_line_writes(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "izium.csv"
    answer(monkeypatch, path)
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    golden = Path(__file__).parent.parent / "export" / "izium.csv"
    assert path.read_bytes() == golden.read_bytes()
    assert part(window, QLabel, "statusMessage").text() == f"162 events written to {path}"


def test_what_is_searched_can_be_exported_from_the_search_line(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "flag.csv"
    answer(monkeypatch, path)
    type_in(qtbot, window, "flag")
    edit = part(window, QLineEdit, "searchEdit")
    edit.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, control)
    kept_from_line = window.parts.search.eventFilter(edit, asked)
    assert kept_from_line, "on X11 the line takes it for a way to its end"
    assert not asked.isAccepted()
    QTest.keyClick(edit, Qt.Key.Key_E, control)
    assert path.exists()


def test_export_of_what_is_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "found.csv"
    answer(monkeypatch, path)
    type_in(qtbot, window, "during:liberation category:liberation")
    window.run_action("export")
    lines = path.read_text("utf-8-sig").splitlines()
    assert len(lines) - 1 == len(listed(window)) < 162


def test_a_failed_export_says_so_and_keeps_what_was_there(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    (folder / "kept").touch()
    answer(monkeypatch, folder)
    window.run_action("export")
    assert "folder.csv: can't be written" in window.parts.message.text()
    assert (folder / "kept").exists()


def test_a_file_that_can_not_be_opened_leaves_what_is_open(
    window: MainWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.chronology.json"
    bad.write_text("{")
    window.commands.open(bad)
    assert "bad.chronology.json" in window.parts.message.text()
    assert len(window.workspace.chronology.events) == 162


def test_documents_that_changed_are_told_after_a_reload(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "copy.chronology.json"
    shutil.copy(resource(IZIUM), path)
    shutil.copytree(resource("documents"), tmp_path / "documents")
    window = open_window(path)
    window.workspace.select(window.workspace.row_of("E061") or 0)
    article = tmp_path / "documents" / "004_c7863aa28985c665.txt"
    article.write_text("A new first line.\n" + article.read_text("utf-8"), "utf-8")
    (tmp_path / "documents" / "003_57ce0c138cc00894.txt").unlink()
    window.run_action("reload")
    status = part(window, QLabel, "statusMessage").text()
    assert "1 document changed" in status
    assert "1 document missing" in status
    assert "moved" in status
    assert "003_57ce0c138cc00894.txt is not there" in window.parts.message.text()
    assert current(window) == "E061"
    words = "Valery said the fighting in Izium began on March 4"
    qtbot.waitUntil(lambda: lit(window) == words)


def test_the_window_comes_back_as_it_was(open_window: OpenWindow) -> None:
    window = open_window(None)
    window.resize(1200, 800)
    across(window).setSizes([700, 500])
    window.parts.timeline.show_range(parse_iso_day("2022-09-01"), parse_iso_day("2022-10-01"))
    window.workspace.select(window.workspace.row_of("E115") or 0)
    sizes, seen = across(window).sizes(), window.parts.timeline.visible_range()
    window.close()
    again = open_window(None)
    again.resize(1200, 800)
    assert across(again).sizes() == sizes
    assert current(again) == "E115"
    assert again.parts.timeline.visible_range() == pytest.approx(seen, abs=0.5)


def test_both_themes_dress_every_part(window: MainWindow) -> None:
    for appearance, dark in (("dark", True), ("light", False)):
        window.run_action(f"appearance_{appearance}")
        picture = window.grab().toImage()
        for place in (QPoint(700, 20), QPoint(500, 400), QPoint(900, 892), QPoint(1395, 600)):
            ratio = picture.devicePixelRatio()
            colour = picture.pixelColor(round(place.x() * ratio), round(place.y() * ratio))
            assert (colour.lightness() < 100) == dark, place


def test_parts_can_be_hidden(window: MainWindow) -> None:
    for name, widget in (
        ("show_document", window.parts.pane),
        ("show_list", window.parts.events),
        ("show_overview", window.parts.overview),
    ):
        window.run_action(name)
        assert not widget.isVisible()
        window.run_action(name)
        assert widget.isVisible()


def test_a_citation_carries_what_another_needs_to_check_it(window: MainWindow) -> None:
    window.run_action("copy_quote")
    text = QGuiApplication.clipboard().text()
    assert "<blockquote>" in QGuiApplication.clipboard().mimeData().html()
    for needed in (
        "“on September 10, the Ukrainian military raised the yellow-blue flag over Izium”",
        "Gwara Media",
        "https://gwaramedia.com/",
        "Characters 10 to 88",
        "SHA-256 c57025a6",
    ):
        assert needed in text


def test_play_runs_from_event_to_event(qtbot: QtBot, window: MainWindow) -> None:
    start = current(window)
    window.run_action("play")
    qtbot.waitUntil(lambda: current(window) != start, timeout=4000)
    window.run_action("play")


def test_the_text_pane_holds_the_document_itself(window: MainWindow) -> None:
    text = window.parts.pane.findChild(QPlainTextEdit)
    assert text is not None
    document = window.workspace.chronology.document("001_cfeb0bea3d3011b6.txt")
    assert document is not None
    assert document.text is not None
    assert text.toPlainText() == document.text.rstrip("\n") or text.toPlainText() == document.text


def test_a_wheel_zooms_about_the_pointer(window: MainWindow) -> None:
    timeline = window.parts.timeline
    assert isinstance(timeline, TimelineView)
    before = timeline.scale
    x = 400.0
    day = before.day(x)
    from PySide6.QtGui import QWheelEvent

    place = QPointF(GUTTER + x, 300)
    event = QWheelEvent(
        place,
        QPointF(timeline.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(timeline, event)
    QTest.qWait(400)
    after = timeline.scale
    assert after.days < before.days
    assert after.day(x) == pytest.approx(day, abs=after.per_pixel)


def test_the_pace_of_play_is_changed_from_the_menu_and_told(window: MainWindow) -> None:
    said = part(window, QLabel, "statusMessage")
    window.run_action("play_slower")
    assert said.text() == "Plays at 3 seconds an event"
    window.run_action("play_faster")
    window.run_action("play_faster")
    assert said.text() == "Plays at 0.8 seconds an event"


def test_reduced_motion_is_remembered(open_window: OpenWindow) -> None:
    window = open_window(None)
    window.actions_by_id["still"].trigger()
    window.timeline.zoom_in()
    assert window.timeline.at_rest
    assert open_window(None).actions_by_id["still"].isChecked()


def test_the_boxes_of_menus_can_be_seen_in_the_dark(window: MainWindow) -> None:
    window.run_action("appearance_dark")
    menu = QMenu()
    action = menu.addAction("Reduce motion")
    action.setCheckable(True)
    menu.resize(menu.sizeHint())
    box = menu.actionGeometry(action)
    picture = menu.grab(box.adjusted(2, 2, 22 - box.width(), -2)).toImage()
    ground = window.timeline.theme.ground
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    assert max(contrast(QColor(colour), ground) for colour in colours) > 2.5


def test_a_key_that_means_nothing_in_the_list_of_a_bundle_acts_on_the_timeline(
    window: MainWindow, qtbot: QtBot
) -> None:
    timeline = window.timeline
    popup = EventPopup(timeline)
    events = window.workspace.chronology.events
    for key, acted in (
        (Qt.Key.Key_W, lambda: not timeline.at_rest),
        (Qt.Key.Key_Slash, lambda: part(window, QLineEdit, "searchEdit").hasFocus()),
    ):
        popup.offer([0, 1, 2], events, QPoint(300, 200), timeline.theme)
        held = popup.findChild(QListWidget)
        assert held is not None
        QTest.keyClick(held, Qt.Key.Key_Down)
        assert held.currentRow() == 1
        assert popup.isVisible()
        QTest.keyClick(held, key)
        qtbot.waitUntil(acted)
        assert not popup.isVisible()


def test_a_long_message_in_the_status_line_makes_the_window_no_wider(window: MainWindow) -> None:
    least = window.minimumSizeHint().width()
    message = f"Saved to /{'long/' * 100}file.csv"
    window.parts.status.setText(message)
    assert window.minimumSizeHint().width() == least
    assert window.parts.status.toolTip() == message


def test_tab_goes_through_the_window_as_one_reads_it(window: MainWindow) -> None:
    window.run_action("files")
    window.timeline.setFocus()
    names: list[str] = []
    while len(names) < 40 and "documentTabs" not in names:
        held = QApplication.focusWidget() or window
        names.append(held.objectName() or held.accessibleName())
        QTest.keyClick(held, Qt.Key.Key_Tab)
    assert names[:3] == ["timelineView", "searchEdit", "Filters of the search (Ctrl+Shift+F)"]
    assert names[-7:] == [
        "overviewView",
        "eventList",
        "fileFilter",
        "fileState",
        "fileList",
        "fileClose",
        "documentTabs",
    ]
