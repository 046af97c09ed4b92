"""Very many numbers in order, of which few are held; and ranges."""

import errno
import io
import os
from itertools import chain, pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build import sorting
from izium_timeline.build.ranges import cuts, spread
from izium_timeline.build.records import Records
from izium_timeline.build.sorting import Sorting
from izium_timeline.model.errors import LostEventError


@given(st.lists(st.lists(st.integers(0, (1 << 64) - 1))), st.integers(1, 40))
def test_numbers_come_back_in_order(batches: list[list[int]], held: int) -> None:
    assert list(chain.from_iterable(_ranges(batches, held, 1 << 32))) == sorted(
        chain.from_iterable(batches)
    )


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)))),
    st.integers(1, 8),
    st.integers(10, 300),
)
def test_what_shares_its_upper_half_comes_together(
    batches: list[list[tuple[int, int]]], held: int, upper: int
) -> None:
    numbers = [[each << 32 | lower for each, lower in batch] for batch in batches]
    ranges = _ranges(numbers, held, upper)
    assert list(chain.from_iterable(ranges)) == sorted(chain.from_iterable(numbers))
    for one, other in pairwise(filter(None, ranges)):
        assert one[-1] >> 32 < other[0] >> 32


def test_no_more_are_given_at_once_than_are_held() -> None:
    dice = np.random.default_rng(1)
    numbers = dice.integers(0, 1 << 64, 20_000, dtype=np.uint64).tolist()
    ranges = _ranges([numbers], 1000, 1 << 32)
    assert max(map(len, ranges)) <= 1000
    assert len(ranges) < 40


@pytest.mark.parametrize("left", [0, 1000, 1003])
def test_numbers_that_can_not_be_read_any_more_are_told_as_such(tmp_path: Path, left: int) -> None:
    place = tmp_path / "scratch"
    with patch.object(sorting, "HELD", 100), place.open("w+b", buffering=0) as file:
        numbers = Sorting(Records(file))
        numbers.add(np.arange(1000, dtype=np.uint64) << np.uint64(20))
        ranges = numbers.in_order()
        os.truncate(place, left)  # as on a disk that fails
        with pytest.raises(LostEventError):
            list(ranges)


def test_a_disk_that_fails_is_told_as_such() -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    with patch.object(sorting, "HELD", 1):
        numbers = Sorting(Records(Failing()))
        numbers.add(np.arange(3, dtype=np.uint64))
        with pytest.raises(LostEventError):
            list(numbers.in_order())


def _ranges(batches: list[list[int]], held: int, upper: int) -> list[list[int]]:
    with patch.object(sorting, "HELD", held):
        numbers = Sorting(Records.temporary(None), upper)
        for batch in batches:
            numbers.add(np.array(batch, np.uint64))
        return [each.tolist() for each in numbers.in_order()]


@given(st.lists(st.integers(0, 20)), st.integers(0, 50))
def test_ranges_are_as_large_as_may_be(sizes: list[int], most: int) -> None:
    ranges = cuts(np.array(sizes, np.int64), most)
    assert list(chain.from_iterable(range(*each) for each in ranges)) == list(range(len(sizes)))
    for first, last in ranges:
        assert last - first == 1 or sum(sizes[first:last]) <= most
        assert last == len(sizes) or sum(sizes[first : last + 1]) > most


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_ranges_are_laid_one_behind_the_other(ranges: list[tuple[int, int]]) -> None:
    starts, sizes = (np.array([each[side] for each in ranges], np.int64) for side in (0, 1))
    expected = chain.from_iterable(range(start, start + size) for start, size in ranges)
    assert spread(starts, sizes).tolist() == list(expected)
