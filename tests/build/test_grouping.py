"""Groups of very many candidates: the order of arrival does not matter, nor how little is held."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final, NamedTuple
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build import sorting
from izium_timeline.build.merging.fingerprints import Fingerprints, Places, fingerprints_of
from izium_timeline.build.merging.gist import gist_of_words
from izium_timeline.build.merging.grouping import grouped
from izium_timeline.build.merging.sketches import Sketches, share_enough
from izium_timeline.build.records import Records
from izium_timeline.build.vocabulary.hashing import hashed
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis, Event, Extent
from izium_timeline.model.interval import Interval
from izium_timeline.model.steps import finished
from tests.benchmarks.merging import made_up

_BYTES: Final = 24  # of a candidate, at most
_DATE: Final = parse_edtf("2022")


@given(st.integers(0, 250), st.integers(1, 3), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(number: int, days: int, chance: Random) -> None:
    events = made_up(number, days)
    prints, place = fingerprints_of(events), np.arange(number, dtype=np.int32)
    expected = finished(grouped(prints, place, events.__getitem__))
    assert number < 100 or expected
    order = np.array(chance.sample(range(number), number), np.int64)
    assert finished(grouped(prints.of(order), place[order], events.__getitem__)) == expected


@given(st.integers(100, 200), st.integers(50, 300))
def test_how_many_numbers_are_held_does_not_matter(number: int, held: int) -> None:
    events = made_up(number, 2)
    prints, place = fingerprints_of(events), np.arange(number, dtype=np.int32)
    expected = finished(grouped(prints, place, events.__getitem__))
    with patch.object(sorting, "HELD", held):
        assert finished(grouped(prints, place, events.__getitem__)) == expected


@given(st.integers(0, 200), st.data())
def test_what_has_no_place_is_not_compared(number: int, data: st.DataObject) -> None:
    events = made_up(number, 2)
    told = data.draw(st.lists(st.booleans(), min_size=number, max_size=number))
    rest = [event for event, counts in zip(events, told, strict=True) if counts]
    place = np.where(told, np.cumsum(told) - 1, -1).astype(np.int32)
    expected = finished(
        grouped(fingerprints_of(rest), np.arange(len(rest), dtype=np.int32), rest.__getitem__)
    )
    assert finished(grouped(fingerprints_of(events), place, rest.__getitem__)) == expected


_WORDS = st.frozensets(st.integers(0, 30).map(str), max_size=8)


@given(_WORDS, _WORDS)
def test_a_sketch_leaves_no_pair_aside_that_shares_enough(
    one: frozenset[str], other: frozenset[str]
) -> None:
    words = [sorted(map(int, each)) for each in (one, other)]
    nothing = np.zeros(2, np.int64)
    prints = Fingerprints(
        nothing.astype(np.uint64),
        nothing,
        nothing,
        nothing.astype(np.int32),
        np.append(0, np.cumsum([len(each) for each in words])),
        np.array([word * 7 for each in words for word in each], np.uint32),
    )
    sketches = Sketches(2)
    sketches.put(np.arange(2, dtype=np.int32), prints)
    worth = sketches.may_be_one(np.array([0]), np.array([1]))
    assert worth[0] or not share_enough(one, other)


class _Many(NamedTuple):
    """Made-up statements: their fingerprints in any order, their places, and how to read one."""

    prints: Fingerprints
    place: Places
    read: Callable[[int], Event]


def test_memory_grows_by_some_bytes_a_candidate(tmp_path: Path) -> None:
    few, many = (_peak(number, tmp_path) for number in (20_000, 80_000))
    assert many - few <= _BYTES * 60_000


def _peak(number: int, folder: Path) -> int:
    prints, place, read = _many(number)
    scratch = Records.temporary(folder)
    tracemalloc.start()
    try:
        assert len(finished(grouped(prints, place, read, scratch))) >= number // 21
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _many(number: int) -> _Many:
    """So many statements of eight words each, every twentieth in another order again."""
    dice = np.random.default_rng(number)
    vocabulary = _vocabulary()
    chosen = dice.integers(0, len(vocabulary), (number, 8))
    days = np.sort(dice.integers(0, number // 25, number))
    chosen[19::20], days[19::20] = chosen[18::20, ::-1], days[18::20]
    place = dice.permutation(number)
    hashes = np.array([hashed(word) >> 32 for word in vocabulary], np.uint32)
    first = days[place] + 700_000
    prints = Fingerprints(
        dice.integers(0, 1 << 63, number, dtype=np.uint64),
        first,
        first,
        (place % 1000).astype(np.int32),
        np.arange(number + 1) * 8,
        hashes[chosen[place]].ravel(),
    )

    def read(at: int) -> Event:
        title = " ".join(vocabulary[word] for word in chosen[at])
        day = 700_000 + int(days[at])
        dated = Interval(day, day)
        return Event(f"c{at}", title, _DATE, dated, Extent.WINDOW, Basis.STATED, "why")

    return _Many(prints, place.astype(np.int32), read)


def _vocabulary() -> list[str]:
    """Words that nothing is the same as."""
    dice = Random(1)
    words = ("".join(dice.choices("bcdfghklmnprtvz", k=7)) for _ in range(4000))
    return sorted(word for word in set(words) if gist_of_words(word).telling == {word})
