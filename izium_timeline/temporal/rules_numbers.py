"""Rules for days in numbers: 2022-09-10, 10.09.2022, 09/25/2022, 19.VIII.1941, 17/06."""

import re

from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import DAY, DIGIT_HEAD, any_of
from izium_timeline.temporal.partial import Fields
from izium_timeline.temporal.rule import (
    IMPOSSIBLE,
    Built,
    Reading,
    Rule,
    Verdict,
    before,
    exists,
    given,
    read_fields,
)

_ROMAN = {
    **{"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6},
    **{"vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12},
}
_LINE = LazyPattern(r"(?:^|[\n\r])[\s>*\u2022-]{0,8}\Z")


def _roman(match: re.Match[str]) -> Built:
    """ "19.VIII.1941"; without a year at the head of a line alone: elsewhere it numbers parts."""
    if not match["roman"].isupper():
        return None
    year = given(match, "year")
    if year is None and not (match[0].endswith(".") and before(match, _LINE, 10)):
        return None
    fields = Fields(
        year=None if year is None else int(year),
        month=_ROMAN[match["roman"].lower()],
        day=int(match["day"]),
    )
    return fields if exists(fields) else None


def _numbers_ahead(match: re.Match[str]) -> Built:
    """ "17/06:" at the head of a line; elsewhere it may be a fraction or a score."""
    first, second = int(match["first"]), int(match["second"])
    if not before(match, _LINE, 10) or (first > 12 and second > 12):
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    swappable = first <= 12 and second <= 12 and first != second
    fields = Fields(month=month, day=day, swappable=swappable)
    return fields if exists(fields) else None


def _iso(match: re.Match[str]) -> Built:
    fields = read_fields(match)
    clock = given(match, "clock")
    if isinstance(fields, Verdict) or clock is None:
        return fields
    return Reading(fields, clock=f"T{clock.upper()}")


def _iso_month(match: re.Match[str]) -> Built:
    """2022-09, but not the season 2001-02."""
    year, month = int(match["year"]), int(match["month"])
    if not 1 <= month <= 12 or month == year % 100 + 1:
        return None
    return Fields(year, month)


def _numeric(match: re.Match[str]) -> Built:
    """Numbers parted by dots or slashes: day first or month first, as the document does."""
    first, second = int(match["first"]), int(match["second"])
    if first > 12 and second > 12:
        return IMPOSSIBLE if len(match["year"]) == 4 else None
    if second > 12 and given(match, "mark") is None:
        return IMPOSSIBLE  # dots mean the day first
    day, month = (first, second) if second <= 12 else (second, first)
    swappable = (
        second <= 12 and first <= 12 and first != second and given(match, "mark") is not None
    )
    long_year = len(match["year"]) == 4
    fields = Fields(
        year=int(match["year"]) if long_year else None,
        short_year=None if long_year else int(match["year"]),
        month=month,
        day=day,
        swappable=swappable,
    )
    return fields if exists(fields) else IMPOSSIBLE


_SHORT_OR_LONG = r"(?P<year>[0-9]{4}|[0-9]{2})(?![./-][0-9])"

RULES = (
    Rule(
        "an ISO day",
        DIGIT_HEAD,
        r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{2})[-/](?P<day>[0-9]{2})"
        r"(?:[T ](?P<clock>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{2}:?[0-9]{2})?))?",
        _iso,
        "2022-09-10",
    ),
    Rule(
        "an ISO month",
        DIGIT_HEAD,
        r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})(?!-)",
        _iso_month,
        "2022-09",
    ),
    Rule(
        "a day in numbers with dots",
        DIGIT_HEAD,
        rf"(?P<first>[0-9]{{1,2}})\.(?P<second>[0-9]{{1,2}})\.{_SHORT_OR_LONG}",
        _numeric,
        "10.09.2022",
    ),
    Rule(
        "a day in numbers, the day first",
        DIGIT_HEAD,
        rf"(?P<first>1[3-9]|[23][0-9])(?P<mark>[/-])(?P<second>[0-9]{{1,2}})"
        rf"(?P=mark){_SHORT_OR_LONG}",
        _numeric,
        "25/09/2022",
    ),
    Rule(
        "a day in numbers, the month first",
        DIGIT_HEAD,
        rf"(?P<first>[0-9]{{1,2}})(?P<mark>[/-])(?P<second>1[3-9]|[23][0-9])"
        rf"(?P=mark){_SHORT_OR_LONG}",
        _numeric,
        "09/25/2022",
    ),
    Rule(
        "a day in numbers of either order",
        DIGIT_HEAD,
        rf"(?P<first>0?[0-9]|1[0-2])(?P<mark>[/-])(?P<second>0?[0-9]|1[0-2])"
        rf"(?P=mark){_SHORT_OR_LONG}",
        _numeric,
        "10/09/2022",
    ),
    Rule(
        "a day and a month in Roman numerals",
        DIGIT_HEAD,
        rf"{DAY}(?P<mark>[./])\s?(?P<roman>{any_of(_ROMAN)})(?:(?P=mark)\s?(?P<year>[12][0-9]{{3}})|\.)?",
        _roman,
        "19.VIII.1941",
    ),
    Rule(
        "a day and a month in numbers at the head of a line",
        DIGIT_HEAD,
        r"(?P<first>[0-3]?[0-9])(?P<mark>/)(?P<second>[01]?[0-9])(?=\s?[:|\u2013\u2014]|\s-\s)",
        _numbers_ahead,
        "17/06: a trader is shot",
    ),
)
