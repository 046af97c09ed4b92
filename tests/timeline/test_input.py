import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu
from pytestqt.qtbot import QtBot

from izium_timeline.views.paint_frame import GUTTER, HEADER
from tests.timeline.conftest import Shown

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def _wheel(shown: Shown, at: QPoint, *, angle: QPoint, pixels: QPoint | None = None) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(shown.view.mapToGlobal(at)),
        pixels or QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        _NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(shown.view, event)


def _drag(shown: Shown, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = _NONE) -> None:
    view = shown.view
    QTest.mousePress(view, _LEFT, modifier, start)
    for part in (0.3, 0.6, 1.0):
        QTest.mouseMove(view, start + (end - start) * part)
    QTest.mouseRelease(view, _LEFT, modifier, end)


def _point(shown: Shown, day: float, y: int) -> QPoint:
    return QPoint(round(GUTTER + shown.view.scale.x(day)), y)


def _mark(shown: Shown, row: int) -> QPoint:
    """Where the label of an event's mark is, in the widget."""
    picture = shown.view.picture
    label = next(one for one in picture.labels if picture.marks.lead[one.mark] == row)
    return QPoint(round(GUTTER + label.text_left + 4), round(HEADER + label.top + 6))


def test_the_wheel_zooms_about_the_pointer(shown: Shown, qtbot: QtBot) -> None:
    at = QPoint(600, 300)
    day, days = shown.view.scale.day(600 - GUTTER), shown.view.scale.days
    _wheel(shown, at, angle=QPoint(0, 120))
    shown.rest(qtbot)
    assert shown.view.scale.days < days
    assert shown.view.scale.day(600 - GUTTER) == pytest.approx(day, abs=0.01)
    _wheel(shown, at, angle=QPoint(0, -120))
    shown.rest(qtbot)
    assert shown.view.scale.days == pytest.approx(days)


def test_fractions_of_a_notch_add_up(shown: Shown, qtbot: QtBot) -> None:
    days = shown.view.scale.days
    for _ in range(8):
        _wheel(shown, QPoint(600, 300), angle=QPoint(0, 15))
    shown.rest(qtbot)
    assert shown.view.scale.days == pytest.approx(days / 1.25)


def test_two_fingers_sideways_pan_by_their_pixels(shown: Shown) -> None:
    scale = shown.view.scale
    _wheel(shown, QPoint(600, 300), angle=QPoint(-160, 0), pixels=QPoint(-40, 0))
    assert shown.view.scale.first == pytest.approx(scale.day(40))
    assert shown.view.scale.days == pytest.approx(scale.days)


def test_over_the_names_the_wheel_scrolls(shown: Shown) -> None:
    days = shown.view.scale.days
    _wheel(shown, QPoint(40, 300), angle=QPoint(0, -120))
    assert shown.view.scale.scroll > 0
    assert shown.view.scale.days == pytest.approx(days)


def test_a_drag_pans_both_ways(shown: Shown) -> None:
    scale = shown.view.scale
    _drag(shown, QPoint(700, 400), QPoint(650, 350))
    assert shown.view.scale.first == pytest.approx(scale.day(50))
    assert shown.view.scale.scroll == pytest.approx(50)


def test_a_click_selects_an_event_and_brings_the_playhead(shown: Shown, qtbot: QtBot) -> None:
    shown.rest(qtbot)
    row = shown.row("Unity Day")
    with qtbot.waitSignal(shown.view.event_selected) as chosen:
        QTest.mouseClick(shown.view, _LEFT, _NONE, _mark(shown, row))
    assert chosen.args == [row]
    assert shown.current == row
    assert shown.view.playhead == 738_542.0


def test_a_double_click_zooms_to_an_event(shown: Shown, qtbot: QtBot) -> None:
    row = shown.row("Unity Day")
    with qtbot.waitSignal(shown.view.event_activated) as activated:
        QTest.mouseDClick(shown.view, _LEFT, _NONE, _mark(shown, row))
    shown.rest(qtbot)
    assert activated.args == [row]
    first, last = shown.view.visible_range()
    assert last - first < 20
    assert first < 738_542 < last


def test_a_bundle_opens_into_a_list_to_choose_from(shown: Shown, qtbot: QtBot) -> None:
    lead = shown.row("Checkpoints stand")
    QTest.mouseClick(shown.view, _LEFT, _NONE, _mark(shown, lead))
    offered = shown.view.findChild(QListWidget)
    assert offered is not None
    assert offered.count() == 9
    assert "Checkpoints stand" in offered.item(0).text()
    QTest.keyClick(offered, Qt.Key.Key_Down)
    QTest.keyClick(offered, Qt.Key.Key_Return)
    assert shown.chronology.events[shown.current].title in offered.item(1).text()
    assert not offered.isVisible()
    assert shown.view.hasFocus()


def test_the_list_closes_when_one_looks_elsewhere(shown: Shown) -> None:
    shown.select(shown.row("Checkpoints stand"))
    QTest.keyClick(shown.view, Qt.Key.Key_O)
    offered = shown.view.findChild(QListWidget)
    assert offered is not None
    assert offered.isVisible()
    QTest.keyClick(offered, Qt.Key.Key_Escape)
    assert not offered.isVisible()
    QTest.keyClick(shown.view, Qt.Key.Key_O)
    QTest.mouseClick(shown.view, _LEFT, _NONE, QPoint(GUTTER + 5, 580 - 40))
    assert not offered.isVisible()


def test_a_click_on_the_ruler_scrubs_to_a_whole_day(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.view.scrubbed) as scrubbed:
        QTest.mouseClick(shown.view, _LEFT, _NONE, _point(shown, 738_408.4, 50))
    assert scrubbed.args is not None
    assert abs(scrubbed.args[0] - 738_408) <= 1
    assert shown.view.playhead == scrubbed.args[0] == math.floor(scrubbed.args[0])


def test_dragging_the_playhead_scrubs_and_the_selection_does_not_pull_it_back(
    shown: Shown,
) -> None:
    days: list[float] = []
    shown.view.set_playhead(738_300)
    shown.view.scrubbed.connect(days.append)
    shown.view.scrubbed.connect(lambda _day: shown.select(0))
    _drag(shown, _point(shown, 738_300.5, 590 - 60), _point(shown, 738_400.5, 300))
    assert len(days) >= 3
    assert days == sorted(days)
    assert shown.view.playhead == days[-1]
    assert days[-1] == pytest.approx(738_400, abs=1)


def test_after_scrubbing_the_event_that_was_reached_is_in_view(shown: Shown, qtbot: QtBot) -> None:
    row = shown.row("Zelensky says")
    shown.view.set_playhead(738_300)
    shown.view.scrubbed.connect(lambda _day: shown.select(row))
    _drag(shown, _point(shown, 738_300.5, 530), _point(shown, 738_408.5, 300))
    shown.rest(qtbot)
    assert shown.view.current_mark >= 0


def test_a_click_on_the_playheads_date_lists_what_holds_then(shown: Shown) -> None:
    shown.view.set_playhead(738_408)
    QTest.mouseClick(shown.view, _LEFT, _NONE, _point(shown, 738_408.5, 48))
    offered = shown.view.findChild(QListWidget)
    assert offered is not None
    holding = np.count_nonzero((shown.columns.start < 738_409) & (shown.columns.end > 738_408))
    assert offered.count() == holding > 30
    assert shown.view.playhead == 738_408


def test_shift_and_drag_select_whole_days_and_esc_clears_them(shown: Shown, qtbot: QtBot) -> None:
    spans: list[tuple[float, float] | None] = []
    shown.view.span_changed.connect(spans.append)
    _drag(shown, _point(shown, 738_300.5, 300), _point(shown, 738_350.5, 320), _SHIFT)
    first, last = spans[-1] or (0, 0)
    assert (first, last) == (math.floor(first), math.floor(last))
    assert first == pytest.approx(738_300, abs=1)
    assert last == pytest.approx(738_351, abs=1)
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    shown.rest(qtbot)
    assert shown.view.visible_range() == pytest.approx((first, last), abs=5)
    QTest.keyClick(shown.view, Qt.Key.Key_Escape)
    assert spans[-1] is None


def test_a_header_folds_its_group_and_unfolds_it(shown: Shown) -> None:
    box = shown.view.picture.boxes[0]
    at = QPoint(30, round(HEADER + box.top + 20))
    QTest.mouseClick(shown.view, _LEFT, _NONE, at)
    assert shown.view.picture.boxes[0].folded
    QTest.mouseClick(shown.view, _LEFT, _NONE, at)
    assert not shown.view.picture.boxes[0].folded


def test_the_legend_hides_and_shows_a_category(shown: Shown) -> None:
    at = QPoint(20, 600 - 40)
    names = [box.name for box in shown.view.picture.boxes]
    QTest.mouseClick(shown.view, _LEFT, _NONE, at)
    assert shown.view.stage.hidden == {"attack"}
    assert [box.name for box in shown.view.picture.boxes][:2] == names[1:3]
    QTest.mouseClick(shown.view, _LEFT, _NONE, at)
    assert not shown.view.stage.hidden


@pytest.mark.parametrize(
    ("key", "factor"),
    [("W", 1 / 1.5), ("+", 1 / 1.5), ("S", 1.5), ("-", 1.5)],
)
def test_keys_zoom(shown: Shown, qtbot: QtBot, key: str, factor: float) -> None:
    days = shown.view.scale.days
    QTest.keyClicks(shown.view, key)
    shown.rest(qtbot)
    assert shown.view.scale.days == pytest.approx(days * factor)


@pytest.mark.parametrize(
    ("key", "later"),
    [
        (Qt.Key.Key_A, False),
        (Qt.Key.Key_Left, False),
        (Qt.Key.Key_D, True),
        (Qt.Key.Key_Right, True),
    ],
)
def test_keys_pan(shown: Shown, qtbot: QtBot, key: Qt.Key, later: bool) -> None:
    first = shown.view.scale.first
    QTest.keyClick(shown.view, key)
    shown.rest(qtbot)
    assert (shown.view.scale.first > first) == later


def test_keys_go_from_event_to_event(shown: Shown, qtbot: QtBot) -> None:
    for key, row in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Period, 1),
        (Qt.Key.Key_Period, 2),
        (Qt.Key.Key_Comma, 1),
        (Qt.Key.Key_End, 161),
        (Qt.Key.Key_Period, 161),
    ):
        QTest.keyClick(shown.view, key)
        assert shown.current == row
    shown.rest(qtbot)
    assert shown.view.current_mark >= 0


def test_fit_all_shows_the_story_and_again_everything(shown: Shown, qtbot: QtBot) -> None:
    QTest.keyClick(shown.view, Qt.Key.Key_W)
    for first in (738_215, 698_344, 738_215):
        QTest.keyClick(shown.view, Qt.Key.Key_0)
        shown.rest(qtbot)
        begins, ends = shown.view.visible_range()
        assert begins < first < begins + (ends - begins) * 0.1


def test_the_keyboard_selects_days_folds_moves_and_lists(shown: Shown) -> None:
    shown.view.set_playhead(738_300)
    QTest.keyClick(shown.view, Qt.Key.Key_X)
    for _ in range(5):
        QTest.keyClick(shown.view, Qt.Key.Key_Right, _SHIFT)
    QTest.keyClick(shown.view, Qt.Key.Key_X)
    assert shown.view.span == (738_300, 738_306)
    shown.select(shown.row("Unity Day"))
    QTest.keyClick(shown.view, Qt.Key.Key_Up, _SHIFT)
    assert shown.view.stage.folding.order[2] == "recovery"
    QTest.keyClick(shown.view, Qt.Key.Key_C)
    assert shown.view.stage.folding.folded == {"recovery"}


def test_keys_with_control_belong_to_the_window(shown: Shown, qtbot: QtBot) -> None:
    days = shown.view.scale.days
    QTest.keyClick(shown.view, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert shown.view.scale.days == days


def test_a_new_gesture_interrupts_an_animation(shown: Shown, qtbot: QtBot) -> None:
    shown.view.fit_event(shown.row("Unity Day"))
    _drag(shown, QPoint(700, 400), QPoint(690, 400))
    assert shown.view.at_rest


def test_play_runs_from_event_to_event_and_stops_at_the_last(shown: Shown, qtbot: QtBot) -> None:
    shown.select(158)
    for _ in range(4):
        QTest.keyClick(shown.view, Qt.Key.Key_BracketRight)
    QTest.keyClick(shown.view, Qt.Key.Key_Space)
    assert shown.view.playing
    assert shown.current == 159
    qtbot.waitUntil(lambda: not shown.view.playing, timeout=10_000)
    assert shown.current == 161


def test_esc_stops_play(shown: Shown) -> None:
    QTest.keyClick(shown.view, Qt.Key.Key_Space)
    QTest.keyClick(shown.view, Qt.Key.Key_Escape)
    assert not shown.view.playing


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_context_menu_asks_for_the_windows_actions(shown: Shown, qtbot: QtBot) -> None:
    row = shown.row("Unity Day")
    at = _mark(shown, row)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(shown.view, QContextMenuEvent(reason, at, shown.view.mapToGlobal(at)))
    menu = shown.view.findChild(QMenu, "timelineMenu")
    assert menu is not None
    assert shown.current == row
    with qtbot.waitSignal(shown.view.requested) as asked:
        next(action for action in menu.actions() if action.text() == "Copy date").trigger()
    assert asked.args == ["copy_date"]
    next(a for a in menu.actions() if a.text() == "Show only recovery").trigger()
    assert [box.name for box in shown.view.picture.boxes] == ["recovery"]
    menu.close()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_menu_of_empty_ground_leaves_the_current_event_alone(
    shown: Shown, qtbot: QtBot
) -> None:
    shown.select(shown.row("Unity Day"))
    shown.rest(qtbot)
    at = next(
        QPoint(x, y)
        for y in range(HEADER + 10, 500, 5)
        for x in range(GUTTER + 20, 900, 5)
        if shown.view.mark_under(QPointF(x, y)) < 0
    )
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(shown.view, QContextMenuEvent(reason, at, shown.view.mapToGlobal(at)))
    menu = shown.view.findChild(QMenu, "timelineMenu")
    assert menu is not None
    enabled = {action.text() for action in menu.actions() if action.isEnabled()} - {""}
    assert not enabled
    assert shown.view.current_row == shown.row("Unity Day")
    menu.close()


def test_home_shows_the_known_end_of_an_open_beginning(shown: Shown, qtbot: QtBot) -> None:
    first = int(np.argmin(shown.columns.start))
    assert np.isneginf(shown.columns.start[first])
    shown.view.show_range(738_500, 738_530)
    shown.view.first_event()
    shown.rest(qtbot)
    left, right = shown.view.visible_range()
    assert left < shown.columns.end[first] - 1 < right
    assert left < (shown.view.playhead or 0.0) < right


def test_hits_that_are_all_below_are_scrolled_to_and_the_days_stay(
    shown: Shown, qtbot: QtBot
) -> None:
    shown.view.resize(1000, 300)
    days = shown.view.visible_range()
    seen = {box.name for box in shown.view.picture.boxes}
    background = shown.columns.categories.index("background")
    assert "background" not in seen
    shown.view.set_hits(shown.columns.category == background)
    shown.rest(qtbot)
    assert any(box.hits for box in shown.view.picture.boxes)
    assert shown.view.visible_range() == pytest.approx(days)
    scroll = shown.view.scale.scroll
    shown.view.set_hits(np.ones(len(shown.columns), np.bool_))
    shown.rest(qtbot)
    assert shown.view.scale.scroll == scroll


def test_a_group_is_moved_by_its_name(shown: Shown) -> None:
    names = [box.name for box in shown.view.picture.boxes]
    first, third = shown.view.picture.boxes[0], shown.view.picture.boxes[2]
    _drag(shown, QPoint(30, round(HEADER + 20)), QPoint(40, round(HEADER + third.bottom - 4)))
    moved = [box.name for box in shown.view.picture.boxes]
    assert moved[:3] == [*names[1:3], first.name]
    assert not any(box.folded for box in shown.view.picture.boxes)
    top = next(box.top for box in shown.view.picture.boxes if box.name == first.name)
    _drag(shown, QPoint(30, round(HEADER + top + 20)), QPoint(30, HEADER + 4))
    assert [box.name for box in shown.view.picture.boxes][:3] == names[:3]


def test_a_group_carried_past_the_edge_brings_the_others_into_view(shown: Shown) -> None:
    _drag(shown, QPoint(30, HEADER + 20), QPoint(30, shown.view.height() + 60))
    assert shown.view.scale.scroll > 0


def _pinch(shown: Shown, kind: Qt.NativeGestureType, value: float, at: QPointF) -> None:
    event = QNativeGestureEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        QPointF(shown.view.mapToGlobal(at)),
        value,
        QPointF(),
    )
    QApplication.sendEvent(shown.view, event)


def test_a_pinch_zooms_about_its_middle(shown: Shown) -> None:
    at = QPointF(600, 300)
    day, days = shown.view.scale.day(600 - GUTTER), shown.view.scale.days
    kinds = Qt.NativeGestureType
    _pinch(shown, kinds.BeginNativeGesture, 0, at)
    for _ in range(4):
        _pinch(shown, kinds.ZoomNativeGesture, 0.1, at)
    _pinch(shown, kinds.EndNativeGesture, 0, at)
    assert shown.view.at_rest
    assert shown.view.scale.days == pytest.approx(days / 1.1**4)
    assert shown.view.scale.day(600 - GUTTER) == pytest.approx(day, abs=0.01)
    _pinch(shown, kinds.RotateNativeGesture, 30, at)
    assert shown.view.scale.days == pytest.approx(days / 1.1**4)
