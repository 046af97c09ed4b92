"""Rules for dates written with calendar fields: days, months, years, decades, centuries."""

import re

from izium_timeline.temporal import guards
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    APOSTROPHE,
    COMMA,
    DASH,
    DAY,
    DAY_OR_WORD,
    ERA,
    FULL_WEEKDAY,
    GAP,
    HYPHEN,
    MONTH,
    MONTH_HEADS,
    OF_YEAR,
    ORDINAL_HEADS,
    ORDINAL_WORD,
    ORDINALS,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAY_HEADS,
    YEAR,
    any_of,
    words,
)
from izium_timeline.temporal.partial import Fields
from izium_timeline.temporal.rule import (
    IMPOSSIBLE,
    Built,
    Reading,
    Rule,
    Verdict,
    exists,
    given,
    heads,
    read_fields,
    which_year,
    year_of,
)

_DIGIT = heads("0")
_TAIL = rf"(?:(?:{COMMA}|{GAP}of{GAP}(?:the{GAP}year{GAP})?){YEAR}|{GAP}{OF_YEAR})?"
_JOIN = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?:to|and|or|through|until|till){GAP}|{GAP}?/{GAP}?|{COMMA})"
_DAY_MONTH = rf"{DAY_OR_WORD}{GAP}(?:of{GAP})?{MONTH}"
_NEXT_DAY = rf"(?:the{GAP})?[0-3]?[0-9](?:{GAP}?(?:st|nd|rd|th))?"
_NEXT_MONTH = MONTH.replace("?P<month>", "?:")
_BEFORE_DAY = LazyPattern(
    rf"\b{_NEXT_MONTH}{GAP}[0-3]?[0-9](?:st|nd|rd|th)?(?:{_JOIN}(?:the{GAP})?[0-3]?[0-9](?:st"
    rf"|nd|rd|th)?){{0,2}}"
    rf"{_JOIN}(?:the{GAP})?\Z",
    re.IGNORECASE,
)
_BEFORE_SHORT_YEAR = LazyPattern(rf"(?<![0-9])([12][0-9]{{3}}){GAP}?(?:{DASH}|/){GAP}?\Z")
_BEFORE_BARE_ORDINAL = LazyPattern(
    r"\b(?:on|by|until|from|since|of|before|after|to)\s(?:the\s)?\Z", re.IGNORECASE
)
_SEASON_CUE = LazyPattern(
    r"\b(?:in|by|during|of|until|since|that|this|early|late|mid|next|last|previous|following|"
    r"with|from|to|through|every|each|the|coming|same|their|its|his|throughout|main|and"
    r"|before|after|over)[\s-]\Z",
    re.IGNORECASE,
)
_NO_SEASON = LazyPattern(
    r"\s(?:of\s(?!(?:the\s(?:same|following|next|previous|year)|that|this|last|next"
    r"|[12']?\d)\b)|water|break\b|"
    r"semester|palace|olympics|games|tide|from\s|into|loaded|roll|of\b(?!\s))"
    r"|\sto\s(?:his|her|its|their|the)\b|-(?:loaded|fed|board)|s\b",
    re.IGNORECASE,
)
_CAMPAIGN = LazyPattern(
    r"\s(?:(?:and|to|or)\s(?:spring|summer|autumn|fall|winter)\b|campaign|offensive"
    r"|counter-?offensive|quarters|fighting|months|uprising|supplies)\b",
    re.I,
)
_FALL_IN = LazyPattern(r"fall\sin\s", re.IGNORECASE)
_DECADE_CUE = LazyPattern(r"\b(?:the|early|late|mid)[\s-]\Z", re.IGNORECASE)


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
    before = _BEFORE_BARE_ORDINAL.search(match.string, max(0, match.start() - 12), match.start())
    fields = read_fields(match)
    return fields if before and fields is not IMPOSSIBLE else None


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


def _year(match: re.Match[str]) -> Built:
    if given(match, "shortyear") is not None:
        return None
    known = given(match, "era", "era_before") is not None
    return read_fields(match) if known or guards.bare_year(match.string, *match.span()) else None


def _short_year(match: re.Match[str]) -> Built:
    """The 18 of 1914-18."""
    before = _BEFORE_SHORT_YEAR.search(match.string, max(0, match.start() - 12), match.start())
    if before is None or guards.counted(match.string, match.end()):
        return None
    first, last = int(before[1]), int(match["last"])
    return Fields(first - first % 100 + last) if last > first % 100 else None


_SHORT_YEAR_CUE = LazyPattern(
    r"\b(?:in|of|since|by|until|from|to|and|early|late|mid|spring|summer|autumn|fall|winter"
    r"|back in)"
    rf"[\s-]{APOSTROPHE}\Z",
    re.IGNORECASE,
)


def _apostrophe_year(match: re.Match[str]) -> Built:
    cue = _SHORT_YEAR_CUE.search(match.string, max(0, match.start() - 12), match.start())
    return Fields(short_year=int(match["shortyear"])) if cue else None


_TENS = dict(
    zip(
        words("twenties thirties forties fifties sixties seventies eighties nineties"),
        range(20, 100, 10),
        strict=True,
    )
)


def _decade(match: re.Match[str]) -> Built:
    word, short, text = given(match, "tensword"), given(match, "tens"), match.string
    if word is not None:
        known = _DECADE_CUE.search(text, max(0, match.start() - 8), match.start())
        return Fields(short_year=_TENS[word.lower()], span=10) if known else None
    if short is not None:
        return Fields(short_year=int(short), span=10)
    year = int(match["year"])
    if (given(match, "era") or "").lower().startswith("b"):
        return Fields(1 - (year + 9), span=10)
    return Fields(year, span=10) if year >= 1000 else None


def _century(match: re.Match[str]) -> Built:
    word = given(match, "word")
    count = int(match["count"]) if word is None else ORDINALS["-".join(word.lower().split())]
    if not 1 <= count <= 30:
        return None
    if (given(match, "era") or "").lower().startswith("b"):
        return Fields(1 - 100 * count, span=100)
    return Fields(100 * (count - 1), span=100)


def _season(match: re.Match[str]) -> Built:
    text, (start, end) = match.string, match.span("season")
    if given(match, "winter_end") and match["season"].lower() != "winter":
        return None
    if given(match, "year", "shortyear", "of") is not None:
        return None if _FALL_IN.match(text, start) else read_fields(match)
    cue = _SEASON_CUE.search(text, max(0, start - 12), start) or _CAMPAIGN.match(text, end)
    opening = text[start].isupper() and not text[start + 1].isupper()
    if _NO_SEASON.match(text, end) or not (cue or opening):
        return None
    if text[start:end].lower() == "fall":
        return read_fields(match) if cue and not _verbal_fall(text, start, end) else None
    return read_fields(match)


def _verbal_fall(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 4) : start].lower()
    return before.endswith("to ") or text[end : end + 4] in (" to ", " of ", " in ", "-out")


_PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "latter": 2}


def _quarter(match: re.Match[str]) -> Built:
    word = (given(match, "which") or "").lower()
    number = int(word[0]) if word[:1].isdigit() else _PARTS[word]
    fields = read_fields(match)
    if isinstance(fields, Verdict):
        return None
    return Fields(fields.year, quarter=number, of=fields.of, short_year=fields.short_year)


def _half(match: re.Match[str]) -> Built:
    number = 1 if match["which"].lower() == "first" else 2
    return Fields(year_of(match), half=number, of=which_year(match))


_NO_WEEKDAY = LazyPattern(
    r"\s(?:school|schools|best|roast|Times|Telegraph|Mirror|Express|League|Mail)\b"
)
_NAMED_WEEKDAY = LazyPattern(r"\b(?:Bloody|Black|Good|Ash|Palm|Holy|Cyber|Super|Red|Sheffield)\s\Z")


def _weekday(match: re.Match[str]) -> Built:
    """A weekday, and not Sunday school or Black Friday."""
    named = _NAMED_WEEKDAY.search(match.string, max(0, match.start() - 10), match.start())
    if named or _NO_WEEKDAY.match(match.string, match.end()) or match[0][0].islower():
        return None
    return read_fields(match)


_QUARTER_WORD = r"(?P<which>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))"
_SHORT_OR_LONG = r"(?P<year>[0-9]{4}|[0-9]{2})(?![./-][0-9])"
_WINTER_END = rf"(?:{GAP}?(?:{DASH}|/){GAP}?(?P<winter_end>[0-9]{{2}}(?:[0-9]{{2}})?)(?!{DASH}))?"
_IN_YEAR = (
    rf"(?:(?:{COMMA}|{GAP}(?:of|in){GAP}(?:the{GAP}(?:fiscal{GAP})?year{GAP})?){YEAR}|"
    rf"{GAP}{OF_YEAR})"
)

RULES = (
    Rule(
        "an ISO day",
        _DIGIT,
        r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{2})[-/](?P<day>[0-9]{2})"
        r"(?:[T ](?P<clock>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{2}:?[0-9]{2})?))?",
        _iso,
        "2022-09-10",
    ),
    Rule(
        "an ISO month",
        _DIGIT,
        r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})(?!-)",
        _iso_month,
        "2022-09",
    ),
    Rule(
        "a day in numbers with dots",
        _DIGIT,
        rf"(?P<first>[0-9]{{1,2}})\.(?P<second>[0-9]{{1,2}})\.{_SHORT_OR_LONG}",
        _numeric,
        "10.09.2022",
    ),
    Rule(
        "a day in numbers, the day first",
        _DIGIT,
        rf"(?P<first>1[3-9]|[23][0-9])(?P<mark>[/-])(?P<second>[0-9]{{1,2}})"
        rf"(?P=mark){_SHORT_OR_LONG}",
        _numeric,
        "25/09/2022",
    ),
    Rule(
        "a day in numbers, the month first",
        _DIGIT,
        rf"(?P<first>[0-9]{{1,2}})(?P<mark>[/-])(?P<second>1[3-9]|[23][0-9])"
        rf"(?P=mark){_SHORT_OR_LONG}",
        _numeric,
        "09/25/2022",
    ),
    Rule(
        "a day in numbers of either order",
        _DIGIT,
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
        _DIGIT,
        rf"{DAY}(?P<ahead>(?={_JOIN}{_NEXT_DAY}(?:{_JOIN}{_NEXT_DAY}){{0,3}}{GAP}(?:of"
        rf"{GAP})?{_NEXT_MONTH}\b))",
        _day_alone,
        "10-15 October",
    ),
    Rule(
        "a day whose month stands before",
        _DIGIT,
        rf"{DAY}(?:,{GAP}{YEAR})?",
        _day_alone,
        "May 4 and 5",
    ),
    Rule(
        "a day of the month",
        _DIGIT,
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
        "a year",
        heads("0", "ad", "a", "ce"),
        rf"(?:(?P<era_before>ad|a\.d\.){GAP}(?P<year>[0-9]{{1,4}})|{YEAR})",
        _year,
        "1943",
    ),
    Rule(
        "the first year of a range before Christ",
        _DIGIT,
        rf"(?P<year>[0-9]{{1,4}})(?={_JOIN}[0-9]{{1,4}}{GAP}?(?P<era>b\.?c))",
        read_fields,
        "499-493 BC",
    ),
    Rule(
        "a day with hyphens",
        _DIGIT,
        rf"{DAY}[-.]{MONTH}[-.](?P<year>[12][0-9]{{3}})",
        _dated,
        "10-Sep-2022",
    ),
    Rule("the last year of a range", _DIGIT, r"(?P<last>[0-9]{2})", _short_year, "1914-18"),
    Rule(
        "a short year",
        _DIGIT,
        rf"(?<={APOSTROPHE})(?P<shortyear>[0-9]{{2}})",
        _apostrophe_year,
        "in '45",
    ),
    Rule(
        "a decade",
        heads("0", _TENS),
        rf"(?:(?P<year>[0-9]{{2,3}}0){APOSTROPHE}?s(?:{GAP}?(?P<era>{ERA}))?"
        rf"|(?<={APOSTROPHE})(?P<tens>[0-9]0)s|(?P<tensword>{any_of(_TENS)}))",
        _decade,
        "the 1990s",
    ),
    Rule(
        "a century",
        heads("0", ORDINAL_HEADS),
        rf"(?:(?P<count>[0-9]{{1,2}})(?:st|nd|rd|th)|(?P<word>{ORDINAL_WORD})){HYPHEN}centur"
        rf"(?:y|ies)"
        rf"(?:{GAP}?(?P<era>{ERA}))?",
        _century,
        "the nineteenth century",
    ),
    Rule(
        "a season",
        heads(SEASONS, "springtime", "summertime", "wintertime"),
        rf"{SEASON}(?:time|{HYPHEN}time)?(?:{COMMA}{YEAR}{_WINTER_END}|{GAP}(?:of|in){GAP}"
        rf"(?:the{GAP}year{GAP})?{YEAR}{_WINTER_END}|{GAP}{OF_YEAR})?",
        _season,
        "the summer of 1942",
    ),
    Rule(
        "year and season",
        _DIGIT,
        rf"(?P<year>[12][0-9]{{3}}){GAP}{SEASON}(?!s)",
        read_fields,
        "1982 summer",
    ),
    Rule(
        "a quarter",
        heads("first", "second", "third", "fourth", "final", "0"),
        rf"{_QUARTER_WORD}{HYPHEN}(?:fiscal{GAP})?quarter{_IN_YEAR}?",
        _quarter,
        "the third quarter of 2007",
    ),
    Rule(
        "a numbered quarter", heads("q"), rf"q(?P<which>[1-4])(?:{_IN_YEAR})?", _quarter, "Q3 2007"
    ),
    Rule(
        "half a year",
        heads("first", "second", "latter", "last"),
        rf"(?P<which>first|second|latter|last){GAP}half{_IN_YEAR}",
        _half,
        "the second half of 2008",
    ),
    Rule("a weekday", WEEKDAY_HEADS, FULL_WEEKDAY, _weekday, "Saturday"),
)
