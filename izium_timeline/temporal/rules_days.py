"""Rules for days and months: written out, in numbers, in lists and ranges; and weekdays."""

import re

from izium_timeline.temporal import guards
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    COMMA,
    DAY,
    DAY_OR_WORD,
    DIGIT_HEAD,
    FULL_WEEKDAY,
    GAP,
    JOIN,
    MONTH,
    MONTH_HEADS,
    OF_YEAR,
    ORDINAL_HEADS,
    WEEKDAY,
    WEEKDAY_HEADS,
    YEAR,
)
from izium_timeline.temporal.partial import Fields
from izium_timeline.temporal.rule import (
    IMPOSSIBLE,
    Built,
    Reading,
    Rule,
    Verdict,
    before,
    behind,
    exists,
    given,
    heads,
    read_fields,
)

_TAIL = rf"(?:(?:{COMMA}|{GAP}of{GAP}(?:the{GAP}year{GAP})?){YEAR}|{GAP}{OF_YEAR})?"
_DAY_MONTH = rf"{DAY_OR_WORD}{GAP}(?:of{GAP})?{MONTH}"
_NEXT_DAY = rf"(?:the{GAP})?[0-3]?[0-9](?:{GAP}?(?:st|nd|rd|th))?"
_NEXT_MONTH = MONTH.replace("?P<month>", "?:")
_BEFORE_DAY = LazyPattern(
    rf"\b{_NEXT_MONTH}{GAP}[0-3]?[0-9](?:st|nd|rd|th)?(?:{JOIN}(?:the{GAP})?[0-3]?[0-9](?:st"
    rf"|nd|rd|th)?){{0,2}}"
    rf"{JOIN}(?:the{GAP})?\Z",
    re.IGNORECASE,
)
_BEFORE_BARE_ORDINAL = LazyPattern(
    r"\b(?:on|by|until|from|since|of|before|after|to)\s(?:the\s)?\Z", re.IGNORECASE
)


def _dated(match: re.Match[str]) -> Built:
    """A day or a month with what else is named beside it."""
    if not guards.month_word(match.string, match.start("month")):
        return None
    return read_fields(match)


def _day_alone(match: re.Match[str]) -> Built:
    """A bare day number whose month stands with the next or the previous one."""
    if given(match, "ahead") is None and not _after_a_day(match):
        return None
    fields = read_fields(match)
    return None if fields is IMPOSSIBLE else fields


def _after_a_day(match: re.Match[str]) -> bool:
    text, (start, end) = match.string, match.span()
    if guards.counted(text, end) or text[end : end + 1] in (":", "%"):
        return False
    return _BEFORE_DAY.search(text, max(0, start - 40), start) is not None


def _ordinal_day(match: re.Match[str]) -> Built:
    """ "the 25th" after a preposition, where no noun follows that it could count."""
    cue = before(match, _BEFORE_BARE_ORDINAL, 12)
    fields = read_fields(match)
    return fields if cue and fields is not IMPOSSIBLE else None


def _month(match: re.Match[str]) -> Built:
    start, end = match.span("month")
    tail = given(match, "year", "shortyear", "of")
    if tail is None:
        return read_fields(match) if guards.bare_month(match.string, start, end) else None
    return _dated(match)


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


_NO_WEEKDAY = LazyPattern(
    r"\s(?:school|schools|best|roast|Times|Telegraph|Mirror|Express|League|Mail)\b"
)
_NAMED_WEEKDAY = LazyPattern(r"\b(?:Bloody|Black|Good|Ash|Palm|Holy|Cyber|Super|Red|Sheffield)\s\Z")


def _weekday(match: re.Match[str]) -> Built:
    """A weekday, and not Sunday school or Black Friday."""
    named = before(match, _NAMED_WEEKDAY, 10)
    if named or behind(match, _NO_WEEKDAY) or match[0][0].islower():
        return None
    return read_fields(match)


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
        "day and month",
        heads("0", WEEKDAY_HEADS, ORDINAL_HEADS),
        rf"(?:{WEEKDAY}{COMMA}(?:the{GAP})?)?{_DAY_MONTH}{_TAIL}",
        _dated,
        "10 September 2022",
    ),
    Rule(
        "month and day",
        heads(MONTH_HEADS, WEEKDAY_HEADS),
        rf"(?:{WEEKDAY}{COMMA})?{MONTH}{GAP}(?:the{GAP})?{DAY_OR_WORD}(?![.,]?[0-9]){_TAIL}",
        _dated,
        "September 10, 2022",
    ),
    Rule(
        "a day whose month follows",
        DIGIT_HEAD,
        rf"{DAY}(?P<ahead>(?={JOIN}{_NEXT_DAY}(?:{JOIN}{_NEXT_DAY}){{0,3}}{GAP}(?:of"
        rf"{GAP})?{_NEXT_MONTH}\b))",
        _day_alone,
        "10-15 October",
    ),
    Rule(
        "a day whose month stands before",
        DIGIT_HEAD,
        rf"{DAY}(?:,{GAP}{YEAR})?",
        _day_alone,
        "May 4 and 5",
    ),
    Rule(
        "a day of the month",
        DIGIT_HEAD,
        rf"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)(?=[.,;:)]|{GAP}(?:and|but|the|to|of{GAP}(?:that"
        rf"|the){GAP}month|in|when|at|a|he|they|it)\b|\Z|\n)",
        _ordinal_day,
        "on the 25th, they left",
    ),
    Rule(
        "month and year",
        MONTH_HEADS,
        rf"{MONTH}(?:{COMMA}{YEAR}|{GAP}(?:of|in){GAP}(?:the{GAP}year{GAP})?{YEAR}|"
        rf"{GAP}{OF_YEAR})?",
        _month,
        "September 2022",
    ),
    Rule(
        "a day with hyphens",
        DIGIT_HEAD,
        rf"{DAY}[-.]{MONTH}[-.](?P<year>[12][0-9]{{3}})",
        _dated,
        "10-Sep-2022",
    ),
    Rule("a weekday", WEEKDAY_HEADS, FULL_WEEKDAY, _weekday, "Saturday"),
)
