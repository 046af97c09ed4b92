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
_OWNER: Final = (1 << 32) - 1  # the half of a key that tells whose it is
_BITS: Final = 18  # of a word's hash, by which it is counted
_SOME: Final = 4096  # statements that are gone through at a time
_MANY: Final = 1 << 16  # words

Keys = NDArray[np.uint64]


def pairs(statements: Fingerprints) -> Iterator[tuple[int, int] | None]:
    """The pairs worth comparing, each once, by the places in the columns, the lower first.

    None stands between them for a bit of work, so that whoever takes them can pause.
    """
    crowds = _crowds(_keys(statements))
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


def _crowds(keys: Keys) -> tuple[Ints, Ints]:
    """The statements that share a key with others, crowd by crowd, and where each crowd begins."""
    apart = np.bitwise_xor(keys[1:], keys[:-1]) > _OWNER
    first = np.append(0, np.flatnonzero(apart) + 1)[: len(keys)]
    sizes = np.diff(first, append=len(keys))
    told = (sizes > 1) & (sizes <= _CROWD)
    members = (keys[spread(first[told], sizes[told])] & _OWNER).astype(np.int64)
    return members, np.append(0, np.cumsum(sizes[told]))


def _neighbours(members: Ints, starts: Ints) -> Iterator[tuple[int, set[int]]]:
    """Each statement that is in a crowd, with all that are in one with it."""
    crowd = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    order = np.argsort(members, kind="stable")
    places, first = np.unique(members[order], return_index=True)
    ends = np.append(first, len(order))
    for number, place in enumerate(places.tolist()):
        near: set[int] = set()
        for each in crowd[order[ends[number] : ends[number + 1]]].tolist():
            near.update(members[starts[each] : starts[each + 1]].tolist())
        yield place, near


def _keys(statements: Fingerprints) -> Keys:
    """What each statement is found by, in order: its rarest words, each in each of its blocks.

    A key has 32 bits, and the statement's place behind it as many. Two words that share a key by
    chance make one more pair to look at. Some statements are gone through at a time, so that
    memory holds little but the keys.
    """
    common = _frequencies(statements.words)
    keys = bytearray()
    for start in range(0, len(statements), _SOME):
        some = statements.of(np.arange(start, min(start + _SOME, len(statements))))
        starts, words = _rarest(some, common)
        owner, block = _blocks(some)
        each = np.diff(starts)[owner]
        key = _mixed(np.repeat(block, each), words[spread(starts[owner], each)])
        key |= np.repeat(owner + start, each).astype(np.uint64)
        keys += key.tobytes()
    found = np.frombuffer(keys, np.uint64)
    found.sort()
    return found


def _mixed(blocks: Ints, words: NDArray[np.uint32]) -> Keys:
    """A word in a block as a number of 32 bits, in the upper half (multiplicative hashing)."""
    key = blocks.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    key ^= words
    key *= np.uint64(0xD6E8FEB86659FD93)
    key &= ~np.uint64(_OWNER)
    return key


def _frequencies(words: NDArray[np.uint32]) -> Ints:
    """How often words stand there, all counted together whose hashes begin alike."""
    counts = np.zeros(1 << _BITS, np.int64)
    for start in range(0, len(words), _MANY):
        counts += np.bincount(words[start : start + _MANY] >> (32 - _BITS), minlength=1 << _BITS)
    return counts


def _rarest(some: Fingerprints, common: Ints) -> tuple[Ints, NDArray[np.uint32]]:
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
        low, high = (first[here] - _SLIP) // size, (last[here] + _SLIP) // size
        count = np.minimum(high - low + 1, _MOST_BLOCKS)
        owners.append(np.repeat(here, count))
        blocks.append(spread(low, count))
    kind = np.repeat(np.arange(len(blocks)), [len(each) for each in blocks])
    return np.concatenate(owners), np.concatenate(blocks) * len(blocks) + kind
