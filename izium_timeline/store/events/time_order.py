"""The order of a chronology, for events of which only facts are at hand."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from izium_timeline.store.events.fact_array import Facts
from izium_timeline.store.events.fact_rows import Numbers

_SOME: Final = 1 << 13  # events sorted at a time, about


def in_time(blocks: Callable[[], Iterable[tuple[Numbers, Facts]]], count: int) -> Numbers:
    """The numbers of ``count`` rows in the order of time: by earliest and latest day and by id.

    ``blocks`` gives numbers with their facts, some at a time, as often as it is asked. Those of
    one range of first days are sorted at a time: of the others only the first days are held.
    """
    order, done = np.empty(count, np.int32), 0
    begins: tuple[int | None, ...] = (*_begins(blocks(), count), None)
    for low, high in pairwise(begins):
        every = (_between(*block, low, high) for block in blocks())
        parts = [part for part in every if len(part[0])]
        numbers, *keys = map(np.concatenate, zip(*parts, strict=True))
        order[done : done + len(numbers)] = numbers[np.lexsort(keys)]
        done += len(numbers)
    return order


def _begins(blocks: Iterable[tuple[Numbers, Facts]], count: int) -> Iterable[int]:
    """The first days with which ranges of some events begin."""
    firsts, done = np.empty(count, np.int64), 0
    for numbers, facts in blocks:
        firsts[done : done + len(numbers)] = facts["earliest"]
        done += len(numbers)
    firsts.sort()
    return dict.fromkeys(firsts[::_SOME].tolist())


def _between(
    numbers: Numbers, facts: Facts, low: int | None, high: int | None
) -> tuple[NDArray[Any], ...]:
    """The numbers of those of some days, and what they are sorted by, the first last."""
    days = facts["earliest"]
    here = days >= low if high is None else (days >= low) & (days < high)
    return numbers[here], facts["id"][here], facts["latest"][here], days[here]
