"""Disjoint groups of numbers that are joined two by two: each group is a ring."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator

from izium_timeline.build.merging.fingerprints import Ints


class Rings:
    """Groups of these numbers, which are in rising order; at first each is alone.

    Each number knows the next one of its group, the last the first. Two rings become one where two
    of their numbers, one of each, change what follows them.
    """

    def __init__(self, numbers: Ints) -> None:
        self._numbers = numbers.data
        self._next = array("q", range(len(numbers)))

    def __contains__(self, number: int) -> bool:
        at = self._at(number)
        return at < len(self._numbers) and self._numbers[at] == number

    def __iter__(self) -> Iterator[list[int]]:
        """The groups, each once."""
        return (group for number in self._numbers if number == min(group := self.of(number)))

    def of(self, number: int) -> list[int]:
        """The group of a number, which comes first in it."""
        start = self._at(number)
        group, at = [number], self._next[start]
        while at != start:
            group.append(self._numbers[at])
            at = self._next[at]
        return group

    def join(self, one: int, other: int) -> None:
        """Make one group of those of two numbers, which are not in one yet."""
        first, second = self._at(one), self._at(other)
        following = self._next
        following[first], following[second] = following[second], following[first]

    def _at(self, number: int) -> int:
        return bisect_left(self._numbers, number)
