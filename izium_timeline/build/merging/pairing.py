"""Which statements are worth comparing: those of about one time that share a rare word.

A pair that is alike shares most of its words, and so one of the rarest few of each (prefix
filtering: Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins in data
cleaning", 2006). Blocks of days keep statements of other times out of sight. What is found
depends on the set of statements alone, never on their order.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.merging.fingerprints import (
    Fingerprints,
    Hashes,
    Ints,
    Places,
    Prints,
    through,
)
from izium_timeline.build.merging.sketches import SLIP, Sketches
from izium_timeline.build.ranges import spread
from izium_timeline.build.records import Records
from izium_timeline.build.sorting import HALF, LOWER, Sorting
from izium_timeline.model.interval import OPEN_FIRST, OPEN_LAST
from izium_timeline.model.steps import Slices

_PREFIX: Final = 4  # words of a statement, its rarest, by which it is found
_CROWD: Final = 32  # statements of one block that share a word: with more, it tells nothing
_BLOCKS: Final = (32, 1024, 32_768, 1 << 20)
"""Days in a block, for dates as wide as that at most."""
_MOST_BLOCKS: Final = 64  # of one statement; only a date wider than all history has more
_BITS: Final = 18  # of a word's hash, by which it is counted
_TOGETHER: Final = 1 << 12  # pairs that are looked at together


def pairs(
    prints: Prints, place: Places, alone: NDArray[np.bool_], scratch: Records
) -> Slices[Sorting]:
    """The pairs worth comparing, by the places of both.

    ``place`` is that of each row, or -1, ``alone`` says of each place whether its candidate is
    compared. A pair has the lower place in the upper half of a number, and may be there several
    times.
    """
    counts = yield from _frequencies(prints, place, alone)
    sketches = Sketches(len(alone))
    keys = Sorting(scratch)
    for some, at in through(prints, place, alone):
        sketches.put(at, some)
        keys.add(_keys(some, at, counts))
        yield
    del counts  # as large as all else
    found = Sorting(scratch, len(alone))
    for numbers in keys.in_order():
        for one, other in _together(numbers):
            worth = sketches.may_be_one(one, other)
            found.add((one[worth].astype(np.uint64) << HALF) | other[worth].astype(np.uint64))
            yield
    return found


def _together(keys: Hashes) -> Iterator[tuple[Ints, Ints]]:
    """Every two statements that share a key, of a range of sorted keys, the lower place first."""
    upper, owners = keys >> HALF, (keys & LOWER).astype(np.int64)
    first = np.flatnonzero(np.append(True, upper[1:] != upper[:-1])[: len(keys)])
    sizes = np.diff(first, append=len(keys))
    for size in range(2, _CROWD + 1):
        one, other = np.triu_indices(size, 1)
        crowds, most = first[sizes == size], max(1, _TOGETHER // len(one))
        for start in range(0, len(crowds), most):
            members = owners[crowds[start : start + most, None] + np.arange(size)]
            pair = members[:, one].ravel(), members[:, other].ravel()
            apart = pair[0] < pair[1]  # one may be there twice, of two words that share a key
            yield pair[0][apart], pair[1][apart]


def _keys(some: Fingerprints, at: Places, counts: NDArray[np.int32]) -> Hashes:
    """What each statement is found by: its rarest words, each in each of its blocks.

    A key has 32 bits, and the statement's place behind it as many. Two words that share a key by
    chance make one more pair to look at.
    """
    starts, words = _rarest(some, counts)
    owner, block = _blocks(some)
    each = np.diff(starts)[owner]
    key = _mixed(np.repeat(block, each), words[spread(starts[owner], each)])
    key |= np.repeat(at[owner], each).astype(np.uint64)
    return key


def _mixed(blocks: Ints, words: NDArray[np.uint32]) -> Hashes:
    """A word in a block as a number of 32 bits, in the upper half (multiplicative hashing)."""
    key = blocks.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    key ^= words
    key *= np.uint64(0xD6E8FEB86659FD93)
    key &= ~LOWER
    return key


def _frequencies(
    prints: Prints, place: Places, alone: NDArray[np.bool_]
) -> Slices[NDArray[np.int32]]:
    """How often words stand there, all counted together whose hashes begin alike."""
    counts = np.zeros(1 << _BITS, np.int32)
    for some, _ in through(prints, place, alone):
        np.add.at(counts, some.words >> (32 - _BITS), 1)
        yield
    return counts


def _rarest(some: Fingerprints, common: NDArray[np.int32]) -> tuple[Ints, NDArray[np.uint32]]:
    """The rarest words of each statement: those of i from ``starts[i]`` to ``starts[i + 1]``."""
    sizes = np.diff(some.starts)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    words = some.words
    words = words[np.lexsort((words, common[words >> (32 - _BITS)], owner))]
    few = np.minimum(sizes, _PREFIX)
    return np.append(0, np.cumsum(few)), words[spread(some.starts[:-1], few)]


def _blocks(some: Fingerprints) -> tuple[Ints, Ints]:
    """The blocks that each statement lies in: those for its width, and the next wider ones.

    A single day needs the first alone: no date that is more than a month wide agrees with it.
    An open end agrees only with its like: its block is its known end. Two columns of equal
    length: a statement's place, and the number of one of its blocks.
    """
    first, last = some.first, some.last
    until, since = first == OPEN_FIRST, last == OPEN_LAST
    bounded = np.flatnonzero(~(until | since))
    width = last[bounded] - first[bounded] + 1
    level = np.minimum(np.searchsorted(_BLOCKS, width), len(_BLOCKS) - 1)
    owners, blocks = [np.flatnonzero(since), np.flatnonzero(until)], [first[since], last[until]]
    for number, size in enumerate(_BLOCKS):
        here = bounded[(level == number) | ((level == number - 1) & (width > 1))]
        low, high = (first[here] - SLIP) // size, (last[here] + SLIP) // size
        count = np.minimum(high - low + 1, _MOST_BLOCKS)
        owners.append(np.repeat(here, count))
        blocks.append(spread(low, count))
    kind = np.repeat(np.arange(len(blocks)), [len(each) for each in blocks])
    return np.concatenate(owners), np.concatenate(blocks) * len(blocks) + kind
