"""Ranges of numbers: laid one behind the other, and cut out of many sizes in a row."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def spread(starts: Ints, sizes: Ints) -> Ints:
    """The numbers from each start on, so many of each, one range behind the other."""
    numbers = np.arange(sizes.sum())
    numbers += np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    return numbers


def cuts(sizes: NDArray[np.integer], most: int) -> list[tuple[int, int]]:
    """Places in a row in ranges, first and behind the last, whose sizes are ``most`` together.

    What is larger alone is a range of its own.
    """
    until = np.append(0, np.cumsum(sizes, dtype=np.int64))
    found, first = [], 0
    while first < len(sizes):
        last = int(np.searchsorted(until, until[first] + most, side="right")) - 1
        found.append((first, max(first + 1, last)))
        first = found[-1][1]
    return found
