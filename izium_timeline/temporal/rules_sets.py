"""Rules for what comes back: "daily", "every Monday", "twice a year"."""

import re

from izium_timeline.temporal.amounts import AMOUNT
from izium_timeline.temporal.lexicon import (
    FULL_MONTH,
    FULL_WEEKDAY,
    GAP,
    LENGTH_UNIT,
    SEASON,
    WEEKDAYS,
    any_of,
)
from izium_timeline.temporal.partial import (
    Fields,
    Repeat,
    Unit,
)
from izium_timeline.temporal.rule import (
    Built,
    Rule,
    amount_of,
    given,
    heads,
    read_fields,
    unit_of,
    weekday_of,
)

_SETS = {
    "daily": Unit.DAY,
    "nightly": Unit.DAY,
    "weekly": Unit.WEEK,
    "monthly": Unit.MONTH,
    "quarterly": Unit.QUARTER,
    "yearly": Unit.YEAR,
    "annual": Unit.YEAR,
    "annually": Unit.YEAR,
    "hourly": Unit.HOUR,
}


def _adverb(match: re.Match[str]) -> Built:
    word = match["set"].lower()
    before = match.string[max(0, match.start() - 10) : match.start()].lower()
    factor = 2 if before.endswith(("bi-", "fortnightly")) else 1
    after = match.string[match.end() : match.end() + 2]
    if after[:1] == " " and after[1:2].isupper() and match[0][0].isupper():
        return None  # the name of a paper: Daily Telegraph
    return Repeat(factor, _SETS[word])


def _every(match: re.Match[str]) -> Built:
    fields = read_fields(match)
    if isinstance(fields, Fields) and fields != Fields():
        return Repeat(1, fields=fields)
    if match["unit"].lower() == "second":
        return None
    unit, factor = unit_of(match)
    other = 2 if given(match, "other") else 1
    amount = amount_of(match)
    return Repeat(None if amount is None else factor * other * amount, unit)


def _per(match: re.Match[str]) -> Built:
    unit, factor = unit_of(match)
    return Repeat(factor, unit)


RULES = (
    Rule("a set, as an adverb", heads(_SETS), rf"(?P<set>{any_of(_SETS)})", _adverb, "daily"),
    Rule(
        "a set with every",
        heads("every", "each"),
        rf"(?:every|each){GAP}(?:(?:single|and{GAP}every|passing){GAP})?(?P<other>(?:other"
        rf"|second){GAP})?"
        rf"(?:{FULL_WEEKDAY}|{FULL_MONTH}|{SEASON}|(?:{AMOUNT}{GAP})?{LENGTH_UNIT})",
        _every,
        "every day",
    ),
    Rule(
        "a weekday that comes back",
        heads([f"{name}s" for name in WEEKDAYS]),
        rf"(?P<weekday>{any_of(WEEKDAYS)})s",
        lambda match: Repeat(1, fields=Fields(weekday=weekday_of(match))),
        "on Mondays",
    ),
    Rule("a rate", heads("per"), rf"per{GAP}{LENGTH_UNIT}", _per, "per month"),
)
