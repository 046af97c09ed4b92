"""What a rule is: a row of a table, and how its match is read.

A rule is tried only where a word (or a number, written ``0``) of its ``heads`` starts. Its
``build`` gets the match and returns the content, ``None`` where this reading does not hold
and another rule may, or ``IMPOSSIBLE`` where the words name something that can't exist: then
nothing inside them is tagged.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
from typing import NamedTuple

from izium_timeline.model.days import month_length
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    MONTH_NUMBERS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAY_NUMBERS,
)
from izium_timeline.temporal.partial import Content, Fields, Modifier, Relation, Unit, Which

_GROUP = re.compile(r"\(\?P<(\w+)>")
# What continues a word: letters, digits, combining marks, and signs without width.
INSIDE = r"\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_OCCURRENCES = ("", "__2", "__3", "__4")


class Verdict(Enum):
    """A reading that names nothing that can exist."""

    IMPOSSIBLE = "impossible"


IMPOSSIBLE = Verdict.IMPOSSIBLE


class Reading(NamedTuple):
    """What a rule read: the content, and what came with it."""

    what: Content
    clock: str = ""
    modifier: Modifier | None = None
    event: str = ""
    relation: Relation | None = None


Built = Content | Reading | Verdict | None


@dataclass(frozen=True)
class Rule:
    """One row: a name, the first words, a pattern, a builder, an example that it must match.

    Without slots, for the pattern to be kept: of every number two dozen rules are asked for it.
    """

    name: str
    heads: frozenset[str]
    source: str
    build: Callable[[re.Match[str]], Built]
    example: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled source, ending at a word's end."""
        return compiled(self.source)


@lru_cache(maxsize=1024)
def compiled(source: str) -> re.Pattern[str]:
    """Compile at first use: compiling all rules at import would cost half a second.

    A group's name may occur more than once in the source; its second occurrence is known to
    ``re`` as ``name__2``, which ``given`` looks up.
    """
    seen: Counter[str] = Counter()

    def numbered(group: re.Match[str]) -> str:
        seen[group[1]] += 1
        return group[0] if seen[group[1]] == 1 else f"(?P<{group[1]}__{seen[group[1]]}>"

    return re.compile(rf"(?:{_GROUP.sub(numbered, source)})(?![{INSIDE}])", re.IGNORECASE)


def heads(*groups: object) -> frozenset[str]:
    """The first words of a rule, out of single words and sets of them."""
    words: set[str] = set()
    for group in groups:
        words.update((group,) if isinstance(group, str) else group)  # type: ignore[arg-type]
    return frozenset(words)


def given(match: re.Match[str], *names: str) -> str | None:
    """The first of the named groups that exists in the pattern and took part."""
    known = match.re.groupindex
    for name in names:
        for occurrence in _OCCURRENCES:
            group = known.get(name + occurrence)
            if group is None:
                break
            if match[group] is not None:
                return str(match[group])
    return None


def before(match: re.Match[str], cue: LazyPattern, reach: int) -> re.Match[str] | None:
    """What a pattern ending in ``\\Z`` finds in the so many characters before a match."""
    return cue.search(match.string, max(0, match.start() - reach), match.start())


def behind(match: re.Match[str], cue: LazyPattern) -> re.Match[str] | None:
    """What a pattern finds right behind a match."""
    return cue.match(match.string, match.end())


def month_of(match: re.Match[str]) -> int | None:
    """The month of the match: a name or a number."""
    word = given(match, "month")
    if word is None:
        return None
    return int(word) if word.isdigit() else MONTH_NUMBERS[word.lower().rstrip(".")]


def day_of(match: re.Match[str]) -> int | None:
    """The day of the month, as a number or an ordinal word."""
    word = given(match, "day", "dayword")
    if word is None:
        return None
    return int(word) if word.isdigit() else ORDINALS["-".join(word.lower().split())]


def weekday_of(match: re.Match[str]) -> int | None:
    """The weekday, 0 for Monday."""
    word = given(match, "weekday")
    return None if word is None else WEEKDAY_NUMBERS[word.lower().rstrip(".")]


def year_of(match: re.Match[str]) -> int | None:
    """The astronomical year of the match, era included; None without one."""
    word = given(match, "year")
    if word is None:
        return None
    before = (given(match, "era", "era_before") or "").lower().startswith("b")
    return 1 - int(word) if before else int(word)


_OF = {"that": Which.SAME, "the": Which.SAME, "this": Which.THIS, "last": Which.LAST}
_OF |= {"next": Which.NEXT, "previous": Which.LAST, "following": Which.NEXT, "same": Which.SAME}


def which_year(match: re.Match[str]) -> Which | None:
    """Which year "of that year", "of the following year" names."""
    word = given(match, "of")
    return None if word is None else _OF[word.lower().split()[-1]]


def read_fields(match: re.Match[str]) -> Fields | Verdict:
    """The calendar fields of a match's named groups; IMPOSSIBLE for a day that can't exist."""
    season = given(match, "season")
    short_year = given(match, "shortyear")
    fields = Fields(
        year=year_of(match),
        month=month_of(match),
        day=day_of(match),
        weekday=weekday_of(match),
        season=None if season is None else SEASONS[season.lower()],
        short_year=None if short_year is None else int(short_year),
        of=which_year(match),
    )
    return fields if exists(fields) else IMPOSSIBLE


def exists(fields: Fields) -> bool:
    """Whether the fields can name a day: of an unknown year, 29 February may be one."""
    if fields.month is not None and not 1 <= fields.month <= 12:
        return False
    if fields.day is None:
        return True
    longest = 31 if fields.month is None else month_length(fields.year or 2000, fields.month)
    if fields.year is not None and fields.month is not None:
        longest = month_length(fields.year, fields.month)
    return 1 <= fields.day <= longest


def amount_of(match: re.Match[str]) -> float | None:
    """The number of the match, None where the words leave it open ("several")."""
    word = given(match, "amount")
    base = 1.0 if word is None else number(word)
    fraction = given(match, "fraction")
    if base is None or fraction is None:
        return base
    return base + {"half": 0.5, "quarter": 0.25}[fraction.lower()]


def number(text: str) -> float | None:
    """The value of a number in digits or words; None for an open one."""
    text = " ".join(text.lower().replace("-", " ").replace("\u2011", " ").split())
    if text[0].isdigit():
        return float(text.replace(",", ""))
    if text in ("a", "an", "one", "single", "a single"):
        return 1
    if text.startswith("half"):
        return 0.5
    if "couple" in text:
        return 2
    if text.endswith("dozen"):
        return 12
    values = [NUMBERS[word] for word in text.split() if word in NUMBERS]
    if not values:
        return None
    return float(sum(values) if 100 not in values else _hundreds(values))


def _hundreds(values: list[int]) -> int:
    place = values.index(100)
    return 100 * (sum(values[:place]) or 1) + sum(values[place + 1 :])


def unit_of(match: re.Match[str]) -> tuple[Unit, float]:
    """The unit of the match, and how many of it the word means (a fortnight is two weeks)."""
    word = given(match, "unit") or ""
    word = word.lower().rstrip("s")
    if word == "fortnight":
        return Unit.WEEK, 2
    if word == "centurie":
        return Unit.CENTURY, 1
    return UNITS[word], 1
