import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.layout.columns import Columns
from izium_timeline.layout.tally import make_tally
from tests.layout.made import some_columns

_edges = st.lists(st.integers(-40, 160), min_size=2, max_size=40, unique=True).map(
    lambda days: np.array(sorted(days), np.float64) / 2
)


def _touching(columns: Columns, first: float, last: float) -> np.ndarray:
    return (columns.start < last) & (columns.end > first)


def _everything(columns: Columns) -> np.ndarray:
    return np.arange(len(columns), dtype=np.int32)


@given(some_columns(), _edges)
def test_a_column_counts_the_events_of_each_category_that_touch_it(
    columns: Columns, edges: np.ndarray
) -> None:
    tally = make_tally(columns.start, columns.end, columns.category, _everything(columns))
    counts = tally.per_column(edges)
    for layer, category in enumerate(tally.categories):
        for column, (first, last) in enumerate(zip(edges[:-1], edges[1:], strict=True)):
            touching = _touching(columns, first, last) & (columns.category == category)
            assert counts[layer, column] == np.count_nonzero(touching)


@given(some_columns(), _edges)
def test_with_a_mask_it_counts_hits_alone(columns: Columns, edges: np.ndarray) -> None:
    mask = np.arange(len(columns)) % 3 == 0
    tally = make_tally(columns.start, columns.end, columns.category, _everything(columns))
    counts = tally.per_column(edges, mask).sum(axis=0)
    for column, (first, last) in enumerate(zip(edges[:-1], edges[1:], strict=True)):
        touching = _touching(columns, first, last) & mask
        assert counts[column] == np.count_nonzero(touching)
    assert tally.hits(mask) == np.count_nonzero(mask)


@given(some_columns(), _edges)
def test_every_event_is_before_within_or_after(columns: Columns, edges: np.ndarray) -> None:
    tally = make_tally(columns.start, columns.end, columns.category, _everything(columns))
    first, last = float(edges[0]), float(edges[-1])
    before, after = tally.outside(first, last)
    within = np.count_nonzero(_touching(columns, first, last))
    assert before + within + after == len(columns)
    mask = np.arange(len(columns)) % 3 == 0
    before, after = tally.outside(first, last, mask)
    within = np.count_nonzero(_touching(columns, first, last) & mask)
    assert before + within + after == np.count_nonzero(mask)
