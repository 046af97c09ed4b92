import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from izium_timeline.layout.scale import Scale
from izium_timeline.views import timeline_motion
from izium_timeline.views.timeline_motion import DURATION, between
from tests.timeline.conftest import Shown


@given(st.floats(0.05, 20), st.floats(0, 1000), st.floats(0, 1))
def test_on_the_way_the_day_under_the_pointer_stays(factor: float, x: float, on: float) -> None:
    start = Scale(738_000, 0.5, 1000, 400)
    way = between(start, start.zoomed(factor, x), on)
    assert way.day(x) == pytest.approx(start.day(x), abs=0.01)
    low, high = sorted((start.per_pixel, start.per_pixel / factor))
    assert low * 0.999 <= way.per_pixel <= high * 1.001


def test_it_ends_where_it_was_led(shown: Shown) -> None:
    start = Scale(738_000, 0.5, 1000, 400)
    end = start.panned(300)
    assert between(start, end, 1.0) == end
    assert between(start, end, 0.5).first == pytest.approx(start.first + 75)
    assert DURATION <= 200


def test_a_system_that_wants_no_motion_gets_none(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_motion, "prefers_stillness", lambda: True)
    shown.view.fit_event(shown.row("Unity Day"))
    assert shown.view.at_rest
    first, last = shown.view.visible_range()
    assert first < 738_542 < last < first + 20


def test_motion_can_be_left_out(shown: Shown, qtbot: QtBot) -> None:
    shown.view.set_still(True)
    shown.view.zoom_in()
    assert shown.view.at_rest
    shown.view.set_still(False)
    shown.view.zoom_in()
    assert not shown.view.at_rest
    shown.rest(qtbot)
