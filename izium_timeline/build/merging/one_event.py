"""Whether two statements tell of one event. A wrong yes is much worse than a missed one.

Words are compared as sets with weights. What two statements share has to be enough to tell one
event from another, and what only one of them says may be no other event's mark: another name,
another thing, another count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import token_sort_ratio

from izium_timeline.build.merging.counts import Agreement, Count
from izium_timeline.build.merging.gist import Gist
from izium_timeline.build.merging.same_words import same_words
from izium_timeline.build.merging.terms import PLAIN, WEAK

SAME_WORDS: Final = 100.0
"""The score of statements in the very same words; no other one has it."""

_ENOUGH: Final = 3.5  # weight that must be shared
_EXTRA: Final = 0.45  # of the shared weight: what one of the two may say beyond the other
_EXTRA_ONCE: Final = 0.6  # the same where what happened happens once
_OTHERS: Final = 2.5  # weight that both may say beyond each other where a telling count is shared
_ALL_BUT_SAME: Final = 0.2  # of the shared weight: what one may say where their dates differ
_COUNT, _TELLING_COUNT = 1.0, 3.0
_ORDER: Final = {Agreement.SAME: 0, Agreement.NEAR: 1, Agreement.FAR: 2}
_BESIDES: Final = 2  # words that must be shared beside a telling number and what it counts
_LONG: Final = 6  # letters from which on a word may be misspelled


class Likeness(NamedTuple):
    """How two statements of one event are alike.

    ``strong``: they share what happens once, or a telling count. ``closest``: hardly anything
    stands in only one of them. ``score`` is 0 to 100, 100 for the very same words. ``shared``
    holds the canonical words, ``disputed`` the counts that differ.
    """

    score: float
    shared: frozenset[str]
    strong: bool
    closest: bool
    disputed: tuple[tuple[Count, Count], ...] = ()


def told_of_one(one: Gist, other: Gist) -> Likeness | None:
    """How two statements are alike, None where they may be of different events."""
    if one.turns != other.turns or one.roles.contradict(other.roles):
        return None
    paired = _pair_counts(one.counts, other.counts)
    if paired is None:
        return None
    shared, left, right = _compare(one, other)
    if _both_sided(one, other, left, right):
        return None
    return _judge(one, other, shared, left, right, paired)


def says_enough(gist: Gist) -> bool:
    """Whether a statement could be told from others if another said the very same."""
    return _weight(gist, gist, gist.weights.keys(), gist.counts) >= _ENOUGH


def _weight(one: Gist, other: Gist, words: Iterable[str], counts: Iterable[Count]) -> float:
    """How much the words and numbers that two statements share weigh together."""
    worded = sum([max(one.weights[word], other.weights.get(word, 0.0)) for word in words])
    return worded + sum([_TELLING_COUNT if count.telling else _COUNT for count in counts])


def contradict(one: Gist, other: Gist, *, names_too: bool) -> bool:
    """Whether the sentences of two alike statements tell of different things, numbers or names."""
    _, left, right = _compare(one, other)
    things = same_words().things
    differ = left & things and right & things
    named = names_too and left & one.names and right & other.names
    return bool(differ or named) or _pair_counts(one.counts, other.counts) is None


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Numbers that are the same, that differ a little, and those that stand on one side alone."""

    same: tuple[Count, ...]
    near: tuple[tuple[Count, Count], ...]
    left: tuple[Count, ...]
    right: tuple[Count, ...]


def _pair_counts(one: tuple[Count, ...], other: tuple[Count, ...]) -> _Pairs | None:
    """The counts of two statements in pairs; None where they are of different events."""
    same: list[Count] = []
    near: list[tuple[Count, Count]] = []
    rest = list(other)
    alone: list[Count] = []
    for count in one:
        partners = [each for each in rest if count.counted & each.counted or _equal(count, each)]
        if not partners:
            alone.append(count)
            continue
        best = min(partners, key=lambda each: _ORDER[count.agrees(each)])
        rest.remove(best)
        match count.agrees(best):
            case Agreement.FAR:
                return None
            case Agreement.NEAR:
                near.append((count, best))
            case Agreement.SAME:
                same.append(count)
    return _Pairs(tuple(same), tuple(near), tuple(alone), tuple(rest))


def _equal(one: Count, other: Count) -> bool:
    return one.telling and other.telling and one.value == other.value


def _compare(one: Gist, other: Gist) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that are shared, and those of either side alone, misspelled ones forgiven."""
    shared = one.weights.keys() & other.weights.keys()
    left, right = one.weights.keys() - shared, other.weights.keys() - shared
    for mine, theirs in product(sorted(left), sorted(right)):
        if mine in left and theirs in right and _misspelled(mine, theirs):
            shared |= {mine}
            left, right = left - {mine}, right - {theirs}
    return frozenset(shared), frozenset(left), frozenset(right)


def _misspelled(one: str, other: str) -> bool:
    long = min(len(one), len(other)) >= _LONG
    ends = one[0] == other[0] and one[-1] == other[-1]
    return long and ends and OSA.distance(one, other, score_cutoff=1) <= 1


def _both_sided(one: Gist, other: Gist, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether each has a name, or each a thing, that the other has not."""
    things = same_words().things
    return bool((left & one.names and right & other.names) or (left & things and right & things))


def _names_differ(one: Gist, other: Gist, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether only one of two statements has names that tell it from others.

    Given names, regions and countries do not, where the two have another name in common.
    """
    alone = (left & one.names) | (right & other.names)
    if one.names & other.names:
        alone -= one.aside | other.aside | same_words().countries
    return bool(alone)


def _judge(
    one: Gist,
    other: Gist,
    shared: frozenset[str],
    left: frozenset[str],
    right: frozenset[str],
    paired: _Pairs,
) -> Likeness | None:
    lists = same_words()
    telling = _is_telling(one, other, shared, paired.same)
    names = one.names & other.names
    once = bool(shared & lists.once)
    weight = _weight(one, other, shared, paired.same)
    sides = ((one, left, paired.left), (other, right, paired.right))
    less = min(_alone(gist, words, counts, role=PLAIN) for gist, words, counts in sides)
    more = max(_alone(gist, words, counts, role=WEAK) for gist, words, counts in sides)
    strong = (once or telling) and bool(names - lists.countries)
    same_line = one.line == other.line
    if weight < _ENOUGH or not (
        same_line or _within(less, more, weight, telling=telling, once=once)
    ):
        return None
    if not telling and (left | right) & lists.things:
        return None
    if not telling and _names_differ(one, other, left, right):
        return None
    if any(count.counted & shared and count.few for count in (*paired.left, *paired.right)):
        return None
    score = SAME_WORDS if same_line else min(99.0, token_sort_ratio(one.line, other.line))
    closest = more <= _ALL_BUT_SAME * weight
    return Likeness(score, shared, strong, closest, paired.near)


def _is_telling(one: Gist, other: Gist, shared: frozenset[str], counts: tuple[Count, ...]) -> bool:
    """Whether a number and what was done to what it counts are hardly the same by chance."""
    mine, theirs = (
        frozenset().union(*(count.counted for count in gist.counts)) for gist in (one, other)
    )
    counted = mine & theirs
    others = {word for word in shared if one.weights[word] > WEAK} - one.names
    return any(count.telling for count in counts) and len(others - counted) >= _BESIDES


def _alone(gist: Gist, words: frozenset[str], counts: tuple[Count, ...], *, role: float) -> float:
    """How much weighs what only one of two statements says, a role so much."""
    roles = same_words().roles
    return len(counts) * PLAIN + sum(
        role if word in roles else gist.weights[word] for word in words
    )


def _within(less: float, more: float, weight: float, *, telling: bool, once: bool) -> bool:
    """Whether what only one of two statements says leaves them of one event."""
    if telling:
        return less <= _OTHERS and more <= weight
    return less < PLAIN and more <= (_EXTRA_ONCE if once else _EXTRA) * weight
