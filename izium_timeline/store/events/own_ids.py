"""Ids of their own for candidates of documents that share a passage, and with it an id."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from izium_timeline.store.events.fact_rows import Numbers
from izium_timeline.store.events.facts import LONGEST_ID

Ids = NDArray[np.bytes_]
Hashes = NDArray[np.uint64]
Blocks = Iterable[tuple[Numbers, Ids]]

_WORDS = 3  # of eight bytes, in which an id fits
_HYPHEN = ord("-")


class Renamed(NamedTuple):
    """New ids, by the numbers of the rows that get them, in order."""

    numbers: Numbers
    ids: Ids


def own_ids(blocks: Callable[[], Blocks], count: int, rank: Callable[[int], Any]) -> Renamed:
    """New ids for all but the first of those who share one: the same with a number behind.

    ``blocks`` gives the numbers of ``count`` rows and their ids, some at a time, as often as it is
    asked; the first is that of the lowest rank. No more is held than a hash of each id.
    """
    sharing: defaultdict[bytes, list[int]] = defaultdict(list)
    numbered: set[bytes] = set()
    twice = _twice(blocks(), count)
    for numbers, ids in blocks():
        some = np.flatnonzero(_among(_hashes(ids), twice))
        for number, name in zip(numbers[some].tolist(), ids[some].tolist(), strict=True):
            sharing[name].append(number)
        numbered.update(ids[(_bytes(ids) == _HYPHEN).any(axis=1)].tolist())
    renamed: list[tuple[int, bytes]] = []
    for name, rows in sharing.items():
        free = (new for n in itertools.count(2) if (new := b"%s-%d" % (name, n)) not in numbered)
        renamed += zip(sorted(rows, key=rank)[1:], free, strict=False)
    return _in_order(renamed)


def _in_order(renamed: Sequence[tuple[int, bytes]]) -> Renamed:
    ordered = sorted(renamed)
    return Renamed(
        np.array([number for number, _ in ordered], np.int32),
        np.array([name for _, name in ordered], f"S{LONGEST_ID}"),
    )


def _twice(blocks: Blocks, count: int) -> Hashes:
    """The hashes of ids that stand there more than once, in order."""
    hashes, done = np.empty(count, np.uint64), 0
    for numbers, ids in blocks:
        hashes[done : done + len(numbers)] = _hashes(ids)
        done += len(numbers)
    hashes.sort()
    again: Hashes = hashes[1:][hashes[1:] == hashes[:-1]]
    return again


def _among(hashes: Hashes, ordered: Hashes) -> NDArray[np.bool_]:
    """Which hashes stand among ordered ones; ``np.isin`` would load half of NumPy for that."""
    place = np.searchsorted(ordered, hashes)
    found: NDArray[np.bool_] = np.append(ordered, np.uint64(0))[place] == hashes
    return found & (place < len(ordered))


def _hashes(ids: Ids) -> Hashes:
    """Each id as a number; two ids may share one, which costs a look at them."""
    data = np.zeros((len(ids), _WORDS * 8), np.uint8)
    data[:, :LONGEST_ID] = _bytes(ids)
    hashes = np.zeros(len(ids), np.uint64)
    for word in data.view(np.uint64).T:
        hashes = (hashes ^ word) * np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(29)
    return hashes


def _bytes(ids: Ids) -> NDArray[np.uint8]:
    return np.ascontiguousarray(ids).view(np.uint8).reshape(len(ids), LONGEST_ID)
