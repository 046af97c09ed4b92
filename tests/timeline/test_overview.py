import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from izium_timeline.model.chronology import Chronology
from izium_timeline.views.overview import OverviewView
from izium_timeline.views.paint_frame import GUTTER
from tests.timeline.conftest import Shown

_LEFT = Qt.MouseButton.LeftButton


def _drag(overview: OverviewView, start: float, end: float) -> None:
    scale = overview.strip.scale
    points = [QPoint(round(GUTTER + scale.x(day)), 25) for day in (start, end)]
    QTest.mousePress(overview, _LEFT, pos=points[0])
    QTest.mouseMove(overview, points[1])
    QTest.mouseRelease(overview, _LEFT, pos=points[1])


def test_the_brush_lies_over_the_days_of_the_timeline(
    shown: Shown, overview: OverviewView, qtbot: QtBot
) -> None:
    shown.view.show_range(738_300, 738_400)
    assert overview.brushed == pytest.approx((738_300, 738_400))


def test_dragging_the_brush_moves_the_timeline(shown: Shown, overview: OverviewView) -> None:
    shown.view.show_range(738_300, 738_400)
    _drag(overview, 738_350, 738_450)
    assert shown.view.visible_range() == pytest.approx((738_400, 738_500), abs=2)


def test_dragging_an_end_resizes_it(shown: Shown, overview: OverviewView) -> None:
    shown.view.show_range(738_300, 738_400)
    _drag(overview, 738_400, 738_600)
    assert shown.view.visible_range() == pytest.approx((738_300, 738_600), abs=2)
    _drag(overview, 738_300, 738_500)
    assert shown.view.visible_range() == pytest.approx((738_500, 738_600), abs=3)


def test_an_end_cannot_pass_the_other(shown: Shown, overview: OverviewView) -> None:
    shown.view.show_range(738_300, 738_400)
    _drag(overview, 738_300, 738_700)
    first, last = shown.view.visible_range()
    assert first < last == pytest.approx(738_400, abs=1)


def test_a_click_beside_the_brush_brings_it_there(shown: Shown, overview: OverviewView) -> None:
    shown.view.show_range(738_300, 738_400)
    at = QPoint(round(GUTTER + overview.strip.scale.x(738_700)), 25)
    QTest.mouseClick(overview, _LEFT, pos=at)
    assert shown.view.visible_range() == pytest.approx((738_650, 738_750), abs=2)


def test_the_keyboard_moves_and_resizes_the_brush(shown: Shown, overview: OverviewView) -> None:
    shown.view.show_range(738_300, 738_400)
    QTest.keyClick(overview, Qt.Key.Key_Right)
    assert shown.view.visible_range() == pytest.approx((738_310, 738_410))
    QTest.keyClick(overview, Qt.Key.Key_Minus)
    assert shown.view.visible_range() == pytest.approx((738_297.5, 738_422.5))


def test_hits_light_up_in_the_strip(shown: Shown, overview: OverviewView) -> None:
    before = overview.grab().toImage()
    overview.set_hits(np.arange(len(shown.columns)) == shown.row("Unity Day"))
    assert overview.strip.hits is not None
    assert overview.strip.hits.sum() == 1
    assert overview.grab().toImage() != before


def test_what_was_known_by_a_day_is_not_called_a_hit(shown: Shown, overview: OverviewView) -> None:
    lit = np.ones(len(shown.columns), np.bool_)
    overview.set_hits(lit)
    assert overview.strip.before > 0
    searched = overview.grab().toImage()
    overview.set_hits(lit, searched=False)
    assert overview.grab().toImage() != searched


def test_an_empty_chronology_is_an_empty_strip(overview: OverviewView) -> None:
    overview.set_chronology(Chronology(""))
    overview.resize(10, 48)
    overview.grab()
    assert overview.strip.counts.sum() == 0
