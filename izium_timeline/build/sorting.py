"""Very many numbers in order, of which few are held at once.

Runs of them are sorted and put aside, and read back side by side, a range at a time (external
sorting: Knuth, "The Art of Computer Programming", volume 3, section 5.4; the ranges are cut
beforehand, as in sample sort, so that no run is read number by number).
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.ranges import cuts
from izium_timeline.build.records import Records

Numbers = NDArray[np.uint64]

HELD: Final = 1 << 13
"""Numbers that are sorted at once."""
LOWER: Final = np.uint64((1 << 32) - 1)
"""The lower half of a number."""
HALF: Final = np.uint64(32)
"""How far the upper half lies above it."""

_PARTS: Final = 256  # into which all numbers are cut; a range is some of them
_SIZE: Final = 8  # bytes of a number


class _Run(NamedTuple):
    """Sorted numbers: their place in the scratch, and where each part of them begins and ends."""

    at: int
    ends: NDArray[np.int32]


class Sorting:
    """Numbers of 64 bits that are taken in any order and given back in order, once.

    ``upper`` is more than the upper half of any of them. ``scratch`` is where they are put aside,
    unless they are few. Memory holds some times HELD of them, and a kilobyte for each HELD.
    """

    def __init__(self, scratch: Records, upper: int = 1 << 32) -> None:
        cuts = [(upper * part // _PARTS) << 32 for part in range(1, _PARTS)]
        self._scratch, self._held = scratch, HELD
        self._cuts = np.array(cuts, np.uint64)
        self._runs: list[_Run] = []
        self._some = np.empty(HELD, np.uint64)
        self._count = 0

    def add(self, numbers: Numbers) -> None:
        """Take numbers."""
        while len(numbers):
            room = numbers[: self._held - self._count]
            self._some[self._count : self._count + len(room)] = room
            self._count += len(room)
            numbers = numbers[len(room) :]
            if self._count == self._held:
                self._put_aside()

    def in_order(self) -> Iterator[Numbers]:
        """All that were taken, in rising order, about HELD at a time.

        Those with the same upper half come together, however many they are.
        """
        if not self._runs:
            yield np.sort(self._some[: self._count])
            return
        self._put_aside()
        self._some = np.empty(0, np.uint64)
        sizes = np.sum([np.diff(run.ends) for run in self._runs], axis=0)
        for first, last in cuts(sizes, self._held):
            yield self._range(first, last)

    def _put_aside(self) -> None:
        some = self._some[: self._count]
        some.sort()
        ends = np.concatenate(([0], np.searchsorted(some, self._cuts), [len(some)]))
        self._runs.append(_Run(self._scratch.add(some.tobytes()), ends.astype(np.int32)))
        self._count = 0

    def _range(self, first: int, last: int) -> Numbers:
        pieces = []
        for at, ends in self._runs:
            start, size = int(ends[first]), int(ends[last] - ends[first])
            data = self._scratch.read(at + _SIZE * start, _SIZE * size)
            pieces.append(np.frombuffer(data, np.uint64))
        numbers = np.concatenate(pieces)
        numbers.sort()
        return numbers
