"""Numbers in a statement with what they count, and whether two statements give the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from izium_timeline.temporal.lexicon import NUMBERS

NUMBER: Final = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![^\W_])|\d+\.\d+(?![^\W_])|\d+(?![^\W_])"
"""Digits that are a number of their own: 476, 46 000, 6,000, 1.5; not the 300 of S300."""

_ABOUT: Final = frozenset(
    ("about", "around", "some", "approximately", "roughly", "nearly", "almost", "circa")
)
_AT_LEAST: Final = {("at", "least"), ("more", "than"), ("no", "fewer"), ("no", "less")}
_AT_MOST: Final = {("at", "most"), ("up", "to"), ("less", "than"), ("fewer", "than")}
_EXACT_BELOW: Final = 20  # smaller counts that differ are of different events
_NEAR: Final = 0.25  # of the larger: counts that differ by more are of different events
_LOOSE: Final = 0.1  # of the larger: what "about" leaves open
_TELLING: Final = 13  # a count from here on that is not round is hardly the same by chance
_ROUND: Final = 100
_DOZEN: Final = "dozen"
_BARE: Final = frozenset(("one", "hundred", "thousand"))
_SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 10**9}


class Agreement(Enum):
    """How two counts for the same stand to each other."""

    SAME = "same"
    NEAR = "near"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, as canonical words, and its wording.

    ``kind`` is "", "about", "at least" or "at most"; a ``measure`` counts units: an age, a way.
    """

    value: float
    counted: frozenset[str]
    text: str
    kind: str = ""
    measure: bool = False

    @property
    def telling(self) -> bool:
        """Whether two statements hardly have it by chance."""
        exact = not self.kind and not self.measure
        return exact and self.value >= _TELLING and self.value % _ROUND != 0

    @property
    def few(self) -> bool:
        """Whether it is so small that another number, or one thing alone, is another event."""
        return self.value < _EXACT_BELOW and not self.measure

    def agrees(self, other: "Count") -> Agreement:
        """How this count stands to another of the same thing."""
        low, high = sorted((self, other), key=lambda each: each.value)
        apart = (high.value - low.value) / high.value if high.value else 0.0
        loose = "about" in (low.kind, high.kind) and apart <= _LOOSE
        within = low.kind == "at least" or high.kind == "at most"
        if not apart or loose or (within and apart <= _NEAR):
            return Agreement.SAME
        near = apart <= _NEAR and high.value >= _EXACT_BELOW
        return Agreement.NEAR if near else Agreement.FAR


def is_number(folded: str) -> bool:
    """Whether a word is a number, or scales one."""
    return folded in NUMBERS or folded in _SCALES or folded == _DOZEN


def number_of(digits: float | None, words: Sequence[str]) -> tuple[float, int] | None:
    """The number that folded words begin with, and how many of them it takes.

    ``digits`` is the value of the first word where it is written in digits. None where there is no
    number. A bare "one", "hundred" or "dozen" counts nothing in particular.
    """
    total, taken = (0.0, 0) if digits is None else (digits, 1)
    for word in words[taken:]:
        if word in _SCALES:
            total = (total or 1.0) * _SCALES[word]
        elif word == _DOZEN:
            total = (total or 1.0) * 12
        elif word in NUMBERS and _goes_on(total, taken, NUMBERS[word]):
            total += NUMBERS[word]
        else:
            break
        taken += 1
    bare = digits is None and taken == 1 and (words[0] not in NUMBERS or words[0] in _BARE)
    return None if not taken or bare else (total, taken)


def _goes_on(total: float, taken: int, number: int) -> bool:
    """Whether a number in words goes on with another: twenty-five, but not two five."""
    return not taken or (20 <= total < 100 and number < 10)


def kind_of(before: Iterable[str]) -> str:
    """How exact a count is by the two folded words before it."""
    words = tuple(before)
    if words[-2:] in _AT_LEAST:
        return "at least"
    if words[-2:] in _AT_MOST:
        return "at most"
    return "about" if words and words[-1] in _ABOUT else ""
