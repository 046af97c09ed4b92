from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.layout.rows import first_fit

_intervals = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair))),
    max_size=60,
).map(sorted)


def _slow(intervals: Sequence[tuple[int, int]]) -> list[int]:
    """First fit as one would do it by hand."""
    ends: list[int] = []
    rows = []
    for start, end in intervals:
        row = next((row for row, last in enumerate(ends) if last <= start), len(ends))
        ends[row : row + 1] = [end]
        rows.append(row)
    return rows


def _fast(intervals: Sequence[tuple[int, int]], limit: int | None = None) -> list[int]:
    start = np.array([start for start, _ in intervals], np.float64)
    end = np.array([end for _, end in intervals], np.float64)
    return list(map(int, first_fit(start, end, limit)))


@given(_intervals)
def test_it_is_first_fit(intervals: list[tuple[int, int]]) -> None:
    assert _fast(intervals) == _slow(intervals)


@given(_intervals)
def test_it_needs_no_more_rows_than_intervals_hold_at_once(
    intervals: list[tuple[int, int]],
) -> None:
    most = max((sum(s <= day < e for s, e in intervals) for day in range(100)), default=0)
    assert max(_fast(intervals), default=-1) + 1 == most


@given(_intervals, st.integers(0, 5))
def test_a_limit_changes_no_row_below_it(intervals: list[tuple[int, int]], limit: int) -> None:
    assert _fast(intervals, limit) == [min(row, limit) for row in _slow(intervals)]


def test_open_ends_take_a_row_for_good() -> None:
    start = np.array([-np.inf, 0.0, 5.0])
    end = np.array([3.0, np.inf, 9.0])
    assert first_fit(start, end).tolist() == [0, 1, 0]
