"""Rules for years, decades and centuries."""

import re

from izium_timeline.temporal import guards
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    APOSTROPHE,
    DASH,
    DIGIT_HEAD,
    ERA,
    GAP,
    HYPHEN,
    JOIN,
    ORDINAL_HEADS,
    ORDINAL_WORD,
    ORDINALS,
    YEAR,
    any_of,
    words,
)
from izium_timeline.temporal.partial import Fields, Modifier
from izium_timeline.temporal.rule import (
    Built,
    Reading,
    Rule,
    before,
    given,
    heads,
    read_fields,
)

_BEFORE_SHORT_YEAR = LazyPattern(rf"(?<![0-9])([12][0-9]{{3}}){GAP}?(?:{DASH}|/){GAP}?\Z")
_DECADE_CUE = LazyPattern(r"\b(?:the|early|late|mid)[\s-]\Z", re.IGNORECASE)


def _year(match: re.Match[str]) -> Built:
    if given(match, "shortyear") is not None:
        return None
    known = given(match, "era", "era_before") is not None
    return read_fields(match) if known or guards.bare_year(match.string, *match.span()) else None


def _short_year(match: re.Match[str]) -> Built:
    """The 18 of 1914-18."""
    earlier = before(match, _BEFORE_SHORT_YEAR, 12)
    if earlier is None or guards.counted(match.string, match.end()):
        return None
    first, last = int(earlier[1]), int(match["last"])
    return Fields(first - first % 100 + last) if last > first % 100 else None


_SHORT_YEAR_CUE = LazyPattern(
    r"\b(?:in|of|since|by|until|from|to|and|early|late|mid|spring|summer|autumn|fall|winter"
    r"|back in)"
    rf"[\s-]{APOSTROPHE}\Z",
    re.IGNORECASE,
)


def _apostrophe_year(match: re.Match[str]) -> Built:
    cue = before(match, _SHORT_YEAR_CUE, 12)
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
    bare = given(match, "baretens")
    if bare is not None:
        return Fields(short_year=int(bare), span=10) if before(match, _DECADE_CUE, 8) else None
    year = int(match["year"])
    if (given(match, "era") or "").lower().startswith("b"):
        return Fields(1 - (year + 9), span=10)
    return Fields(year, span=10) if year >= 1000 else None


def _fiscal_year(match: re.Match[str]) -> Built:
    """A year that begins in another month than January, which one depends on who counts."""
    return Reading(Fields(int(match["year"])), modifier=Modifier.APPROX)


def _century(match: re.Match[str]) -> Built:
    word = given(match, "word")
    count = int(match["count"]) if word is None else ORDINALS["-".join(word.lower().split())]
    if not 1 <= count <= 30:
        return None
    if (given(match, "era") or "").lower().startswith("b"):
        return Fields(1 - 100 * count, span=100)
    return Fields(100 * (count - 1), span=100)


RULES = (
    Rule(
        "a year",
        heads("0", "ad", "a", "ce"),
        rf"(?:(?P<era_before>ad|a\.d\.){GAP}(?P<year>[0-9]{{1,4}})|{YEAR})",
        _year,
        "1943",
    ),
    Rule(
        "a fiscal year",
        heads("fy", "fiscal"),
        rf"(?:fy{GAP}?|fiscal{GAP}(?:year{GAP})?)(?P<year>[12][0-9]{{3}})",
        _fiscal_year,
        "FY 2019",
    ),
    Rule(
        "the first year of a range before Christ",
        DIGIT_HEAD,
        rf"(?P<year>[0-9]{{1,4}})(?={JOIN}[0-9]{{1,4}}{GAP}?(?P<era>b\.?c))",
        read_fields,
        "499-493 BC",
    ),
    Rule("the last year of a range", DIGIT_HEAD, r"(?P<last>[0-9]{2})", _short_year, "1914-18"),
    Rule(
        "a short year",
        DIGIT_HEAD,
        rf"(?<={APOSTROPHE})(?P<shortyear>[0-9]{{2}})",
        _apostrophe_year,
        "in '45",
    ),
    Rule(
        "a decade",
        heads("0", _TENS),
        rf"(?:(?P<year>[0-9]{{2,3}}0){APOSTROPHE}?s(?:{GAP}?(?P<era>{ERA}))?"
        rf"|(?<={APOSTROPHE})(?P<tens>[0-9]0)s|(?P<baretens>[2-9]0)s|(?P<tensword>{any_of(_TENS)}))",
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
)
