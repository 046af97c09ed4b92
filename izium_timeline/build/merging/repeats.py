"""Candidates that say the very same of the same time: one of them stands for all."""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.merging.fingerprints import Hashes, Places, Prints, through
from izium_timeline.build.records import Records
from izium_timeline.build.sorting import HALF, LOWER, Sorting
from izium_timeline.model.steps import Slices


class Repeats:
    """The candidates, by their places, for which another one stands: the first that says the same.

    ``pairs`` are in order, with the one that stands in the upper half and the other in the lower.
    ``document`` is that of each candidate, negative where it has none.
    """

    def __init__(self, pairs: Hashes, document: NDArray[np.int32]) -> None:
        self._pairs, self._document = pairs.data, document

    def members(self, place: int) -> list[int]:
        """The places of those that a candidate stands for, itself the first."""
        first, last = (bisect_left(self._pairs, each << 32) for each in (place, place + 1))
        return [place, *(number & int(LOWER) for number in self._pairs[first:last])]

    def documents(self, place: int) -> set[int]:
        """The documents of those that a candidate stands for."""
        return {code for code in self._document[self.members(place)].tolist() if code >= 0}

    def standing(self) -> list[int]:
        """The places of those that stand for others."""
        places: list[int] = np.unique(np.asarray(self._pairs) >> HALF).tolist()
        return places

    def alone(self) -> NDArray[np.bool_]:
        """Which candidates stand for themselves."""
        alone = np.ones(len(self._document), np.bool_)
        alone[np.asarray(self._pairs) & LOWER] = False
        return alone


def repeats(prints: Prints, place: Places, count: int, scratch: Records) -> Slices[Repeats]:
    """Who stands for whom among candidates whose places are below ``count``.

    They are sorted by the upper half of what they say with the place behind it. The lower half is
    looked up for those alone that share the upper one.
    """
    lower, document = np.empty(count, np.uint32), np.empty(count, np.int32)
    said = Sorting(scratch)
    for some, at in through(prints, place):
        lower[at], document[at] = some.said & LOWER, some.document
        said.add((some.said & ~LOWER) | at.astype(np.uint64))
        yield
    found = []
    for numbers in said.in_order():
        found.append(_same(numbers, lower))
        yield
    pairs = np.concatenate(found)
    pairs.sort()
    return Repeats(pairs, document)


def _same(numbers: Hashes, lower: NDArray[np.uint32]) -> Hashes:
    """The pairs of a range of sorted numbers."""
    upper = numbers >> HALF
    equal = upper[1:] == upper[:-1]
    shared = np.flatnonzero(np.append(equal, False) | np.append(False, equal))
    place = numbers[shared] & LOWER
    said = (numbers[shared] & ~LOWER) | lower[place]
    order = np.lexsort((place, said))
    place, said = place[order], said[order]
    new = np.append(True, said[1:] != said[:-1])[: len(said)]
    first = place[np.maximum.accumulate(np.where(new, np.arange(len(said)), 0))]
    found: Hashes = (first[~new] << HALF) | place[~new]
    return found
