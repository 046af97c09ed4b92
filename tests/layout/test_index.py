import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.layout.columns import Columns
from izium_timeline.layout.index import ROW_LIMIT, Grouping, index
from izium_timeline.model.event import Status
from izium_timeline.store.events.facts import STATUSES
from tests.layout.made import columns, izium, some_columns

_groupings = st.sampled_from(list(Grouping))
_REJECTED = STATUSES.index(Status.REJECTED)


@given(some_columns(), _groupings)
def test_each_shown_event_is_in_one_bundle_with_its_own_bounds(
    made: Columns, grouping: Grouping
) -> None:
    found = index(made, grouping)
    shown = np.flatnonzero(made.status != _REJECTED)
    assert sorted(found.members.tolist()) == shown.tolist()
    for bundle in range(len(found.start)):
        for event in found.events_of(bundle).tolist():
            assert found.bundle_of[event] == bundle
            assert (made.start[event], made.end[event]) == (
                found.start[bundle],
                found.end[bundle],
            )


@given(some_columns(), _groupings)
def test_bundles_of_a_row_neither_overlap_nor_are_out_of_order(
    made: Columns, grouping: Grouping
) -> None:
    found = index(made, grouping)
    for group in found.groups:
        for row in range(group.first_row, group.first_row + group.rows):
            lo, hi = found.row_at[row], found.row_at[row + 1]
            assert np.all(found.end[lo:hi][:-1] <= found.start[lo:hi][1:])


@given(some_columns())
def test_no_two_bundles_of_a_group_have_equal_bounds(made: Columns) -> None:
    found = index(made)
    keys = [
        (found.group_of_row(found.row_of(bundle)), found.start[bundle], found.end[bundle])
        for bundle in range(len(found.start))
    ]
    assert len(set(keys)) == len(keys)


@given(some_columns())
def test_the_most_important_event_leads_and_the_source_order_follows(made: Columns) -> None:
    found = index(made)
    for bundle in range(len(found.start)):
        ranks = [(made.salience[event], event) for event in found.events_of(bundle).tolist()]
        assert ranks == sorted(ranks)


@given(some_columns(), _groupings)
def test_events_know_their_group(made: Columns, grouping: Grouping) -> None:
    found = index(made, grouping)
    shown = np.flatnonzero(found.bundle_of >= 0).astype(np.int32)
    numbers = found.groups_of(shown)
    for number, group in enumerate(found.groups):
        assert np.count_nonzero(numbers == number) == group.count


def test_groups_follow_the_story_and_not_the_dates() -> None:
    found = index(columns([(0, 1), (1, 2), (2, 3)], category=[2, 1, 0]))
    assert [group.name for group in found.groups] == ["attack", "occupation", "liberation"]


def test_izium_needs_forty_one_rows_and_hides_none() -> None:
    _, made = izium()
    found = index(made)
    assert sum(group.rows for group in found.groups) == 41
    assert all(group.beyond.count == 0 for group in found.groups)
    assert sum(group.count for group in found.groups) == 162


def test_what_lies_beyond_twelve_rows_is_counted_and_a_full_group_shows_all() -> None:
    made = columns([(day, day + 100) for day in range(20)])
    group = index(made).groups[0]
    assert (group.rows, group.beyond.count, group.count) == (ROW_LIMIT, 8, 20)
    opened = index(made, full=["attack"]).groups[0]
    assert (opened.rows, opened.beyond.count) == (20, 0)


def test_opening_a_group_in_full_moves_none_of_its_shown_events() -> None:
    made = columns([(day, day + 100) for day in range(20)])
    usual, opened = index(made), index(made, full=["attack"])
    for event in range(ROW_LIMIT):
        rows = [found.row_of(int(found.bundle_of[event])) for found in (usual, opened)]
        assert rows[0] == rows[1]


@given(some_columns())
def test_a_bundle_is_as_doubtful_as_its_worst_event(made: Columns) -> None:
    found = index(made)
    for bundle, doubt in enumerate(found.doubt.tolist()):
        assert doubt == max(made.verdict[found.events_of(bundle)].tolist())


def test_a_group_counts_what_is_not_verified() -> None:
    days = [(day, day + 1) for day in range(6)]
    made = columns(days, category=[0, 0, 0, 1, 1, 1], verdict=[0, 2, 5, 0, 1, 0])
    assert [group.unverified for group in index(made).groups] == [2, 0]


def test_a_hidden_event_has_no_bundle() -> None:
    made = columns([(0, 1), (1, 2)])
    found = index(made, shown=np.array([True, False]))
    assert found.bundle_of.tolist() == [0, -1]
    assert found.holding(0, 5).tolist() == [0]


@pytest.mark.parametrize("grouping", list(Grouping))
def test_no_events_at_all_are_no_groups(grouping: Grouping) -> None:
    found = index(columns([]), grouping)
    assert (found.groups, len(found.start)) == ((), 0)


def test_columns_that_run_backwards_are_refused() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        columns([(5, 5)])
    with pytest.raises(ValueError, match="open at both ends"):
        columns([(-np.inf, np.inf)])
