"""Which statements are worth comparing: those of about one time that share a rare word.

A pair that is alike shares most of its words, and so one of the rarest few of each (prefix
filtering: Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins in data
cleaning", 2006). Blocks of days keep statements of other times out of sight. What is found
depends on the set of statements alone, never on their order.
"""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from izium_timeline.build.merging.dates import width
from izium_timeline.model.interval import Interval

_PREFIX: Final = 4  # words of a statement, its rarest, by which it is found
_OTHERS: Final = 2  # words of the shorter of two that the longer may lack
_CROWD: Final = 32  # statements of one block that share a word: with more, it tells nothing
_BLOCKS: Final = (32, 1024, 32_768, 1 << 20)
"""Days in a block, for dates as wide as that at most."""

Keys = list[tuple[int, ...]]
Places = dict[int, list[int]]


class Dated(NamedTuple):
    """A statement as it is sought: the words that tell what of it, and its days."""

    words: frozenset[str]
    days: Interval


def pairs(statements: Sequence[Dated]) -> Iterator[tuple[int, int] | None]:
    """The pairs worth comparing, each once, by the places in the sequence, the lower first.

    None stands between them for a bit of work, so that whoever takes them can pause.
    """
    keys, found = yield from _indexed(statements)
    for place, each in enumerate(keys):
        near: set[int] = set()
        for key in each:
            if key in found and len(found[key]) <= _CROWD:
                near.update(found[key])
        words = statements[place].words
        for other in sorted(near):
            if other > place and _share_enough(words, statements[other].words):
                yield place, other
        yield None


def _indexed(statements: Sequence[Dated]) -> Generator[None, None, tuple[Keys, Places]]:
    """The keys of each statement, and the places of those that share one; few keys are shared."""
    keys: Keys = []
    first: dict[int, int] = {}
    found: Places = {}
    for place, each in enumerate(_keys(statements)):
        keys.append(each)
        for key in each:
            if first.setdefault(key, place) != place:
                found.setdefault(key, [first[key]]).append(place)
        yield
    return keys, found


def _share_enough(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared > 1 and min(len(one), len(other)) - shared <= _OTHERS


def _keys(statements: Sequence[Dated]) -> Iterator[tuple[int, ...]]:
    """What each statement is found by: its rarest words, each in each of its blocks, as numbers."""
    frequency = Counter(chain.from_iterable(statement.words for statement in statements))
    by_rarity = sorted(frequency, key=lambda word: (frequency[word], word))
    rank = {word: place for place, word in enumerate(by_rarity)}
    blocks: defaultdict[tuple[int, int], int] = defaultdict(lambda: len(blocks))
    for statement in statements:
        rare = sorted([rank[word] for word in statement.words])[:_PREFIX]
        numbers = [blocks[block] * len(rank) for block in _blocks(statement.days)]
        yield tuple([number + word for number in numbers for word in rare])


def _blocks(days: Interval) -> Iterator[tuple[int, int]]:
    """The blocks that an interval lies in: those for its width, and the next wider ones.

    A single day needs the first alone: no date that is more than a month wide agrees with it.
    An open end agrees only with its like: its block is its known end.
    """
    if days.earliest is None or days.latest is None:
        known = days.earliest if days.latest is None else days.latest
        yield (-1 if days.latest is None else -2), known or 0
        return
    level = next(i for i, size in enumerate(_BLOCKS) if width(days) <= size or size == _BLOCKS[-1])
    levels = range(level, level + 1 if width(days) == 1 else min(level + 2, len(_BLOCKS)))
    for size in (_BLOCKS[each] for each in levels):
        for block in range((days.earliest - 7) // size, (days.latest + 7) // size + 1):
            yield size, block
