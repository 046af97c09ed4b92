import json
import math

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from izium_timeline.views.timeline import TimelineView
from tests.timeline.conftest import Shown


def test_a_view_is_taken_up_again_as_it_was_left(shown: Shown, qtbot: QtBot) -> None:
    view = shown.view
    view.set_grouping("place")
    view.show_range(738_300, 738_360)
    view.scroll_by(40)
    view.set_playhead(738_333)
    view.change_pace(faster=True)
    kept = json.loads(json.dumps(view.state()))
    view.set_chronology(shown.chronology, shown.columns)
    view.set_grouping("none")
    view.restore(kept)
    assert view.state() == kept
    assert view.visible_range() == pytest.approx((738_300, 738_360))


def test_a_view_is_taken_up_by_a_window_of_another_size(shown: Shown) -> None:
    shown.view.show_range(738_300, 738_360)
    kept = shown.view.state()
    shown.view.resize(700, 400)
    shown.view.restore(kept)
    assert shown.view.visible_range() == pytest.approx((738_300, 738_360))


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"grouping": "colour", "folded": 7, "order": None, "hidden": [1, "attack"]},
        {"first": "a", "last": math.nan, "scroll": [], "playhead": math.inf, "pace": "fast"},
        {"first": 10, "last": -10, "scroll": -1e300, "pace": -5},
        {"first": -1e300, "last": 1e300, "playhead": True},
    ],
)
def test_a_state_that_makes_no_sense_does_no_harm(shown: Shown, state: dict[str, object]) -> None:
    shown.view.restore(state)
    shown.view.grab()
    first, last = shown.view.visible_range()
    assert math.isfinite(first)
    assert first < last


def test_what_the_window_shows_follows_the_selection_from_elsewhere(
    shown: Shown, qtbot: QtBot
) -> None:
    shown.view.show_range(738_300, 738_310)
    row = shown.row("Unity Day")
    shown.select(row)
    shown.rest(qtbot)
    assert shown.view.current_mark >= 0
    assert shown.view.picture.marks.lead[shown.view.current_mark] == row
    assert shown.view.playhead == 738_542


def test_a_selection_unfolds_its_group(shown: Shown, qtbot: QtBot) -> None:
    shown.view.stage.fold("recovery")
    shown.view.refresh()
    shown.select(shown.row("Unity Day"))
    shown.rest(qtbot)
    assert shown.view.current_mark >= 0


def test_a_selection_leaves_the_playhead_where_its_event_holds(shown: Shown) -> None:
    shown.view.set_playhead(738_300)
    shown.select(shown.row("Izium under Russian occupation"))
    assert shown.view.playhead == 738_300


@pytest.mark.parametrize("grouping", ["category", "document", "place", "none"])
def test_every_grouping_shows_every_event(shown: Shown, grouping: str) -> None:
    shown.view.set_grouping(grouping)
    groups = shown.view.stage.index.groups
    assert sum(group.count for group in groups) == 162
    names = [shown.view.stage.name_of(group.name) for group in groups]
    assert len(set(names)) == len(names)
    assert all(names)
    shown.view.grab()


def test_what_was_reported_after_the_playhead_fades_while_that_is_wanted(shown: Shown) -> None:
    view = shown.view
    row = shown.row("Unity Day")  # in January 2023, told in 2024
    view.set_playhead(738_600)
    view.set_fading(True)
    lit = view.stage.lit
    assert lit is not None
    assert not lit[row]
    assert lit.any()
    view.set_playhead(739_000)
    assert view.stage.lit is not None
    assert view.stage.lit[row]
    view.set_fading(False)
    assert view.stage.lit is None


def test_the_picture_is_painted_anew_only_when_the_playhead_passes_a_publication(
    shown: Shown, qtbot: QtBot
) -> None:
    view = shown.view
    view.set_playhead(738_300)
    view.set_fading(True)
    view.grab()
    painted = view.base_paints
    view.set_playhead(738_301)
    view.grab()
    assert view.base_paints == painted
    view.set_playhead(738_600)
    view.grab()
    assert view.base_paints == painted + 1


def test_a_hit_that_was_reported_later_fades_too(shown: Shown) -> None:
    view = shown.view
    hits = np.zeros(162, np.bool_)
    hits[[shown.row("Unity Day"), shown.row("Ukrainian military raises")]] = True
    view.set_hits(hits)
    view.set_playhead(738_600)
    view.set_fading(True)
    assert view.stage.lit is not None
    assert np.flatnonzero(view.stage.lit).tolist() == [shown.row("Ukrainian military raises")]


@pytest.mark.parametrize(("height", "scrolls"), [(700, False), (300, True)])
def test_a_first_look_begins_above_unless_the_event_lies_below(
    shown: Shown, qtbot: QtBot, height: int, scrolls: bool
) -> None:
    """A window gives the timeline its size only when it is shown: no scroll is left of before."""
    view = TimelineView(shown.view.theme)
    qtbot.addWidget(view)
    view.set_chronology(shown.chronology, shown.columns)
    shown.select(shown.row("Bus and train"))
    view.set_selection_model(shown.selection)
    assert view.scale.scroll > 0
    view.resize(1000, height)
    view.show()
    assert view.at_rest
    assert (view.scale.scroll > 0) is scrolls
    assert view.current_mark >= 0


def test_a_scroll_that_was_left_is_kept_when_the_window_appears(shown: Shown) -> None:
    view = shown.view
    view.scroll_by(60)
    kept = view.state()
    view.hide()
    shown.select(shown.row("Ukrainian military raises"))
    view.restore(kept)
    view.show()
    assert view.scale.scroll == 60
