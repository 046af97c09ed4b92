"""Which candidates tell of one event: groups in which each is alike to each.

Complete linkage (Sørensen, 1948): the most alike are joined first, and two groups become one only
where every two of their members may be one event. No chain of likenesses joins what differs.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain, product
from typing import Final

import numpy as np

from izium_timeline.build.merging.fingerprints import Ints, Places, Prints
from izium_timeline.build.merging.likeness import Statement, likeness, statement_of
from izium_timeline.build.merging.one_event import SAME_WORDS
from izium_timeline.build.merging.pairing import pairs
from izium_timeline.build.merging.repeats import Repeats, repeats
from izium_timeline.build.merging.rings import Rings
from izium_timeline.build.merging.sketches import share_enough
from izium_timeline.build.records import Records
from izium_timeline.build.sorting import HALF, LOWER, Sorting
from izium_timeline.model.event import Event
from izium_timeline.model.steps import Slices

Groups = list[tuple[int, ...]]
Read = Callable[[int], Event]
Known = Callable[[int], Statement]

_AT_HAND: Final = 256  # statements that were looked at last


def grouped(
    prints: Prints, place: Places, read: Read, scratch: Records | None = None
) -> Slices[Groups]:
    """The candidates that tell of one happening, two or more in a group, by their places.

    ``place`` is that of each row's candidate in an order that depends on the candidates alone, -1
    for those that are not compared; ``read`` gives the candidate of a place. The rows themselves
    may be in any order. Members are in order, as are groups. Numbers are put aside in ``scratch``,
    so that memory holds some thirty bytes of a candidate; without it, they are held, too.
    """
    scratch = scratch or Records.temporary(None)
    count = int(place.max(initial=-1)) + 1
    same = yield from repeats(prints, place, count, scratch)
    near = yield from pairs(prints, place, same.alone(), scratch)
    known = lru_cache(maxsize=_AT_HAND)(lambda at: statement_of(read(at)))
    likely = yield from _likely(near, known)
    rings = Rings(likely.places())
    statements = _Statements(same, likely, known)
    for one, other in likely.best_first():
        mine = rings.of(one)
        if other not in mine and statements.of_one(mine, rings.of(other)):
            rings.join(one, other)
        yield
    alone = ([place] for place in same.standing() if place not in rings)
    groups = (chain.from_iterable(map(same.members, each)) for each in chain(rings, alone))
    return sorted(group for each in groups if len(group := tuple(sorted(each))) > 1)


class _Likely:
    """Pairs that are alike, by the places of both, the lower first, in order; and their scores."""

    def __init__(self) -> None:
        self._pairs, self._scores = array("Q"), array("d")

    def add(self, pair: int, score: float) -> None:
        """Take a pair that comes behind all others."""
        self._pairs.append(pair)
        self._scores.append(score)

    def score(self, one: int, other: int) -> float | None:
        """The score of a pair, None where it is not among them."""
        pair = one << 32 | other
        at = bisect_left(self._pairs, pair)
        return self._scores[at] if self._pairs[at : at + 1] == array("Q", [pair]) else None

    def places(self) -> Ints:
        """All that are in a pair."""
        pairs = np.frombuffer(self._pairs, np.uint64)
        return np.union1d(pairs >> HALF, pairs & LOWER).astype(np.int64)

    def best_first(self) -> Iterator[tuple[int, int]]:
        """The pairs, those with the highest scores first, equal ones in order."""
        order = np.argsort(-np.frombuffer(self._scores), kind="stable")
        for pair in map(self._pairs.__getitem__, order.data):
            yield pair >> 32, pair & int(LOWER)


class _Statements:
    """What is known of the candidates that stand for all that say the same, by their places."""

    def __init__(self, same: Repeats, likely: _Likely, known: Known) -> None:
        self._same, self._likely, self._known = same, likely, known

    def of_one(self, some: Iterable[int], others: Iterable[int]) -> bool:
        """Whether every two of two groups may be one event.

        One document tells an event several times only in the same words.
        """
        return all(self._are_one(*sorted(pair)) for pair in product(some, others))

    def _are_one(self, one: int, other: int) -> bool:
        score = self._likely.score(one, other)
        if score is None:
            alike = likeness(self._known(one), self._known(other))
            if alike is None:
                return False
            score = alike.score
        documents = self._same.documents
        return score == SAME_WORDS or documents(one).isdisjoint(documents(other))


def _likely(near: Sorting, known: Known) -> Slices[_Likely]:
    """Which pairs of those that were found are alike."""
    likely = _Likely()
    for numbers in near.in_order():
        for pair in np.unique(numbers).data:
            one, other = known(pair >> 32), known(pair & int(LOWER))
            alike = share_enough(one.telling, other.telling) and likeness(one, other)
            if alike:
                likely.add(pair, alike.score)
            yield
    return likely
