import numpy as np
from hypothesis import given

from izium_timeline.layout.columns import Columns
from izium_timeline.layout.index import index
from izium_timeline.layout.travel import day_of, days_of, end, known_days, step
from tests.layout.made import columns, some_columns


@given(some_columns())
def test_walking_visits_each_shown_event_once_in_order(made: Columns) -> None:
    found = index(made)
    there, at = [], step(found, None, 1)
    while at is not None:
        there.append(at)
        at = step(found, at, 1)
    back, at = [], step(found, None, -1)
    while at is not None:
        back.append(at)
        at = step(found, at, -1)
    assert there == back[::-1] == np.flatnonzero(found.bundle_of >= 0).tolist()


def test_hits_are_stepped_through_from_anywhere() -> None:
    found = index(columns([(day, day + 1) for day in range(6)]))
    hits = np.array([False, True, False, False, True, False])
    assert [step(found, at, 1, hits) for at in (None, 0, 1, 2, 4)] == [1, 1, 4, 4, None]
    assert [step(found, at, -1, hits) for at in (None, 5, 4, 1)] == [4, 4, 1, None]
    assert (end(found, False, hits), end(found, True, hits)) == (1, 4)


def test_an_open_beginning_is_stood_for_by_the_last_day() -> None:
    found = index(columns([(-np.inf, 5.0), (2.0, np.inf)]))
    assert [day_of(found, event) for event in (0, 1)] == [4.0, 2.0]
    assert days_of(found, 0)[1] == 5.0
    assert days_of(found, 1)[0] == 2.0


def test_of_an_event_with_an_open_end_the_other_day_is_what_is_known() -> None:
    found = index(columns([(-np.inf, 5.0), (2.0, np.inf), (3.0, 9.0)]))
    assert [known_days(found, event) for event in range(3)] == [(4.0, 5.0), (2.0, 3.0), (3.0, 9.0)]
