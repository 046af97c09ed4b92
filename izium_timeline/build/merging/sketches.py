"""What is held of each candidate while pairs are sought: enough to leave most of them aside."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.merging.fingerprints import Fingerprints, Hashes, Ints, Places

OTHERS: Final = 2
"""Words of the shorter of two statements that the longer may lack."""
SLIP: Final = 7
"""Days by which two accounts of one event may differ."""

_SHARED: Final = 2  # words that two statements share at least
_BITS: Final = 63  # for words; the last bit says that two words of the statement have one
_CLASHING: Final = np.uint64(1 << _BITS)
_LIMITS: Final = np.iinfo(np.int32)
_MASKS: Final = (0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F, 0x0101010101010101)


class Sketches:
    """Sixteen bytes of each candidate, by its place: its days, those beyond millions of years cut
    off, and its words, one bit each (signatures, as in superimposed coding: Mooers, 1948).
    """

    def __init__(self, count: int) -> None:
        self._words = np.zeros(count, np.uint64)
        self._from = np.zeros(count, np.int32)  # less the days of a slip
        self._last = np.zeros(count, np.int32)

    def put(self, at: Places, some: Fingerprints) -> None:
        """Keep what is needed of some candidates, which have these places."""
        self._words[at] = _signatures(some)
        low, high = _LIMITS.min + SLIP, _LIMITS.max
        self._from[at] = np.clip(some.first, low, high) - SLIP
        self._last[at] = np.clip(some.last, low, high)

    def may_be_one(self, one: Ints, other: Ints) -> NDArray[np.bool_]:
        """Which pairs may share words enough, and be of one time; the others surely do not.

        A word of one that the other has not may be hidden behind another word's bit, so that there
        are as many words missing as bits, or more. And no more words are shared than bits where
        either has a bit for each word.
        """
        near = (self._from[one] <= self._last[other]) & (self._from[other] <= self._last[one])
        mine, theirs = self._words[one], self._words[other]
        both = mine & theirs
        shared = _ones(both & ~_CLASHING)
        near &= (shared >= _SHARED) | (both >= _CLASHING)
        fewer = np.minimum(_ones(mine & ~_CLASHING), _ones(theirs & ~_CLASHING))
        return near & (fewer <= shared + OTHERS)


def share_enough(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two statements of these telling words may tell of one event."""
    shared = len(one & other)
    return shared >= _SHARED and min(len(one), len(other)) - shared <= OTHERS


def _signatures(some: Fingerprints) -> Hashes:
    sizes = np.diff(some.starts)
    worded = np.flatnonzero(sizes)
    bits = np.uint64(1) << (some.words % np.uint32(_BITS)).astype(np.uint64)
    found = np.zeros(len(some), np.uint64)
    if len(worded):
        found[worded] = np.bitwise_or.reduceat(bits, some.starts[:-1][worded])
    found[_ones(found) < sizes] |= _CLASHING
    return found


def _ones(numbers: Hashes) -> NDArray[np.int64]:
    """How many bits of each number are set (SWAR: Warren, "Hacker's Delight", 5-1)."""
    first, second, third, ones = map(np.uint64, _MASKS)
    two, four = np.uint64(2), np.uint64(4)
    pairs = numbers - ((numbers >> np.uint64(1)) & first)
    fours = (pairs & second) + ((pairs >> two) & second)
    counts: NDArray[np.int64] = (
        (((fours + (fours >> four)) & third) * ones) >> np.uint64(56)
    ).view(np.int64)
    return counts
