import os
import subprocess
import sys

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.timeline.conftest import Shown

_Text = QAccessible.Text


def test_a_screen_reader_finds_a_list_of_the_events_in_view(shown: Shown, qtbot: QtBot) -> None:
    shown.rest(qtbot)
    timeline = QAccessible.queryAccessibleInterface(shown.view)
    assert timeline.role() == QAccessible.Role.List
    assert timeline.text(_Text.Name) == "Timeline"
    assert timeline.childCount() == len(shown.view.picture.marks)
    names = [timeline.child(place).text(_Text.Name) for place in range(timeline.childCount())]
    assert any(
        name.startswith("10 Sep 2022: Ukrainian military raises")
        and name.endswith("and 1 more at the same dates")
        for name in names
    )
    assert any("claimed" in name for name in names)


def test_the_current_event_has_the_focus_and_says_what_it_is(shown: Shown, qtbot: QtBot) -> None:
    shown.select(shown.row("Unity Day"))
    shown.rest(qtbot)
    timeline = QAccessible.queryAccessibleInterface(shown.view)
    assert timeline.text(_Text.Value).startswith("22 Jan 2023: Unity Day")
    focused = timeline.focusChild()
    assert focused.text(_Text.Name) == timeline.text(_Text.Value)
    assert focused.state().focused
    where = focused.rect().center()
    assert timeline.childAt(where.x(), where.y()).text(_Text.Name) == focused.text(_Text.Name)


def test_an_item_that_left_the_view_says_so(shown: Shown) -> None:
    timeline = QAccessible.queryAccessibleInterface(shown.view)
    item = timeline.child(timeline.childCount() - 1)
    assert item.isValid()
    shown.view.show_range(800_000, 800_001)
    assert not item.isValid()
    assert item.text(_Text.Name) == ""


_EARLY = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from izium_timeline.views.timeline import TimelineView

application = QApplication([])
view = TimelineView()
assert QAccessible.queryAccessibleInterface(view).role() != QAccessible.Role.List
view.make_accessible()
view.make_accessible()
assert QAccessible.queryAccessibleInterface(view).role() == QAccessible.Role.List
"""


def test_a_screen_reader_that_came_before_the_first_paint_is_told_anew() -> None:
    subprocess.run(
        [sys.executable, "-c", _EARLY],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        timeout=60,
    )
