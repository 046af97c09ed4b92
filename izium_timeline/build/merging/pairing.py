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

from izium_timeline.build.merging.dates import Dates, compare_dates
from izium_timeline.build.merging.fingerprints import Fingerprints, Ints, spread
from izium_timeline.model.interval import OPEN_FIRST, OPEN_LAST

_PREFIX: Final = 4  # words of a statement, its rarest, by which it is found
_OTHERS: Final = 2  # words of the shorter of two that the longer may lack
_CROWD: Final = 32  # statements of one block that share a word: with more, it tells nothing
_BLOCKS: Final = (32, 1024, 32_768, 1 << 20)
"""Days in a block, for dates as wide as that at most."""
_SLIP: Final = 7  # days by which two accounts of one event may differ
_MOST_BLOCKS: Final = 64  # of one statement; only a date wider than all history has more


def pairs(statements: Fingerprints) -> Iterator[tuple[int, int] | None]:
    """The pairs worth comparing, each once, by the places in the columns, the lower first.

    None stands between them for a bit of work, so that whoever takes them can pause.
    """
    crowds = _crowds(*_keys(statements))
    yield None
    for place, near in _neighbours(*crowds):
        words, days = statements.words_of(place), statements.days_of(place)
        for other in sorted(near):
            if (
                other > place
                and _share_enough(words, statements.words_of(other))
                and compare_dates(days, statements.days_of(other)) is not Dates.APART
            ):
                yield place, other
        yield None


def _share_enough(one: frozenset[int], other: frozenset[int]) -> bool:
    shared = len(one & other)
    return shared > 1 and min(len(one), len(other)) - shared <= _OTHERS


def _crowds(owner: Ints, key: Ints) -> tuple[Ints, Ints, Ints]:
    """By their keys the statements that share one, and where each such crowd begins and ends."""
    order = np.argsort(key, kind="stable")
    owner, key = owner[order], key[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    last = np.append(first[1:], len(key))
    told = (last - first > 1) & (last - first <= _CROWD)
    return owner, first[told], last[told]


def _neighbours(owner: Ints, first: Ints, last: Ints) -> Iterator[tuple[int, set[int]]]:
    """Each statement that is in a crowd, with all that are in one with it."""
    crowd = np.repeat(np.arange(len(first)), last - first)
    member = owner[spread(first, last - first)]
    order = np.argsort(member, kind="stable")
    crowds_of = np.split(crowd[order], np.flatnonzero(np.diff(member[order])) + 1)
    for place, crowds in zip(np.unique(member).tolist(), crowds_of, strict=bool(len(member))):
        near: set[int] = set()
        for each in crowds.tolist():
            near.update(owner[first[each] : last[each]].tolist())
        yield place, near


def _keys(statements: Fingerprints) -> tuple[Ints, Ints]:
    """What each statement is found by: its rarest words, each in each of its blocks, as numbers.

    Two columns of equal length: a statement's place, and one of its keys.
    """
    starts, rank, most = _rarest(statements)
    owner, block = _blocks(statements)
    each = np.diff(starts)[owner]
    key = np.repeat(block * most, each)
    key += rank[spread(starts[owner], each)]
    return np.repeat(owner, each), key


def _rarest(statements: Fingerprints) -> tuple[Ints, NDArray[np.int32], int]:
    """The rarest words of each statement as numbers, the rarer the lower, and how many words there
    are in all. Those of statement i are from ``starts[i]`` to ``starts[i + 1]``.
    """
    order = np.argsort(statements.words, kind="stable")
    known = statements.words[order]
    first = np.flatnonzero(np.append(True, known[1:] != known[:-1])[: len(known)])
    frequency = np.diff(first, append=len(known))
    ranks = np.empty(len(first), np.int32)
    ranks[np.argsort(frequency, kind="stable")] = np.arange(len(first))
    sizes = np.diff(statements.starts)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.repeat(ranks, frequency)
    rank += np.repeat(np.arange(len(sizes)) << 32, sizes)
    rank.sort()  # by statement, and within it
    few = np.minimum(sizes, _PREFIX)
    starts = np.concatenate(([0], np.cumsum(few)))
    return starts, rank[spread(statements.starts[:-1], few)].astype(np.int32), len(first)


def _blocks(statements: Fingerprints) -> tuple[Ints, Ints]:
    """The blocks that each statement lies in: those for its width, and the next wider ones.

    A single day needs the first alone: no date that is more than a month wide agrees with it.
    An open end agrees only with its like: its block is its known end. Two columns of equal
    length: a statement's place, and the number of one of its blocks.
    """
    first, last = statements.first, statements.last
    until, since = first == OPEN_FIRST, last == OPEN_LAST
    bounded = np.flatnonzero(~(until | since))
    width = last[bounded] - first[bounded] + 1
    level = np.minimum(np.searchsorted(_BLOCKS, width), len(_BLOCKS) - 1)
    owners, blocks = [np.flatnonzero(since), np.flatnonzero(until)], [first[since], last[until]]
    for number, size in enumerate(_BLOCKS):
        here = bounded[(level == number) | ((level == number - 1) & (width > 1))]
        low, high = (first[here] - _SLIP) // size, (last[here] + _SLIP) // size
        count = np.minimum(high - low + 1, _MOST_BLOCKS)
        owners.append(np.repeat(here, count))
        blocks.append(spread(low, count))
    kind = np.repeat(np.arange(len(blocks)), [len(each) for each in blocks])
    _, number_of = np.unique(np.concatenate(blocks) * len(blocks) + kind, return_inverse=True)
    return np.concatenate(owners), number_of
