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
from izium_timeline.temporal.rule import (
    IMPOSSIBLE,
    Built,
    Rule,
    before,
    behind,
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
    ahead = given(match, "ahead") is not None
    if not ahead and not _after_a_day(match):
        return None
    if ahead and _falls(match):
        return None
    fields = read_fields(match)
    return None if fields is IMPOSSIBLE else fields


_NEXT_NUMBER = LazyPattern(r"(?:st|nd|rd|th)?\D{1,6}?(?P<next>[0-3]?[0-9])(?![0-9])")


def _falls(match: re.Match[str]) -> bool:
    """Whether a smaller day follows: "Camp 9, 3 March" names one day, not two."""
    after = behind(match, _NEXT_NUMBER)
    return after is not None and int(after["next"]) <= int(match["day"])


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


def _numbered_weekday(match: re.Match[str]) -> Built:
    fields = read_fields(match)
    return None if fields is IMPOSSIBLE else fields


_NO_WEEKDAY = LazyPattern(
    r"\s(?:school|schools|best|roast|Times|Telegraph|Mirror|Express|League|Mail)\b"
)
_NAMED_WEEKDAY = LazyPattern(
    r"\b(?:Bloody|Black|Trinity|Low|Whit|Passion|Good|Ash|Palm|Holy|Cyber|Super|Red|Sheffield)\s\Z"
)


_THE = LazyPattern(r"\bthe\s\Z", re.IGNORECASE)
# "The Monday after my birthday" is counted from a day that is not known.
_FROM_EVENT = LazyPattern(
    r"\s(?:after|before|following|preceding)\s(?:the|my|his|her|its|our|their|a|an)\b"
)


def _weekday(match: re.Match[str]) -> Built:
    """A weekday, and not Sunday school or Black Friday."""
    named = before(match, _NAMED_WEEKDAY, 10)
    counted = before(match, _THE, 4) and behind(match, _FROM_EVENT)
    if counted or named or behind(match, _NO_WEEKDAY) or match[0][0].islower():
        return None
    return read_fields(match)


RULES = (
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
        "a weekday and the day of the month",
        WEEKDAY_HEADS,
        rf"{WEEKDAY}{COMMA}(?:the{GAP})?(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)(?!{GAP}(?:of{GAP})?"
        rf"{_NEXT_MONTH}\b)",
        _numbered_weekday,
        "Friday 11th",
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
        rf"|the){GAP}month|in|when|while|at|by|before|after|during|with|because|a|he|she|we|they|it)\b|\Z|\n)",
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
