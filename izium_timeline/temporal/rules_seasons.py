"""Rules for seasons, quarters and halves of a year."""

import re

from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    COMMA,
    DASH,
    DIGIT_HEAD,
    GAP,
    HYPHEN,
    OF_YEAR,
    SEASON,
    SEASONS,
    YEAR,
)
from izium_timeline.temporal.partial import Fields, Modifier
from izium_timeline.temporal.rule import (
    Built,
    Reading,
    Rule,
    Verdict,
    given,
    heads,
    read_fields,
    which_year,
    year_of,
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
    quarter = Fields(fields.year, quarter=number, of=fields.of, short_year=fields.short_year)
    fiscal = given(match, "fiscal") is not None
    return Reading(quarter, modifier=Modifier.APPROX) if fiscal else quarter


def _half(match: re.Match[str]) -> Built:
    number = 1 if match["which"].lower() == "first" else 2
    return Fields(year_of(match), half=number, of=which_year(match))


_QUARTER_WORD = r"(?P<which>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))"
_WINTER_END = rf"(?:{GAP}?(?:{DASH}|/){GAP}?(?P<winter_end>[0-9]{{2}}(?:[0-9]{{2}})?)(?!{DASH}))?"
_IN_YEAR = (
    rf"(?:(?:{COMMA}|{GAP}(?:of|in){GAP}(?:the{GAP}(?:fiscal{GAP})?year{GAP}"
    rf"|(?P<fiscal>fy{GAP}?|fiscal{GAP}(?:year{GAP})?))?){YEAR}|"
    rf"{GAP}{OF_YEAR})"
)

RULES = (
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
        DIGIT_HEAD,
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
)
