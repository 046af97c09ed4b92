"""Rules for holidays."""

import re

from izium_timeline.temporal.feasts import NAMES, canonical
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import APOSTROPHE, COMMA, GAP, MONTHS, OF_YEAR, YEAR, any_of
from izium_timeline.temporal.nations import COUNTRY_OF
from izium_timeline.temporal.partial import Feast
from izium_timeline.temporal.rule import (
    Built,
    Reading,
    Rule,
    Verdict,
    before,
    behind,
    given,
    heads,
    read_fields,
)

_WORD = r"[A-Z][a-z.]{1,14}(?:\s(?=States\b)States)?"
_NAME = any_of(NAMES, {" ": GAP, "'": f"{APOSTROPHE}?"})
_YEAR = rf"(?:{COMMA}{YEAR}|{GAP}(?:of|in){GAP}{YEAR}|{GAP}{OF_YEAR})?"
_FEAST_HEADS = heads({re.split(r"[ '.-]", name)[0] for name in NAMES})
_PERIOD = LazyPattern(
    r"\s(?:and\snew|sales?|season|holidays?|shopping|period|tree|card|carol|island)\b", re.I
)
_NIGHT = {"night": "TNI", "morning": "TMO", "evening": "TEV", "afternoon": "TAF"}


_NAMED = LazyPattern(rf"{GAP}(?!(?:{any_of(name.title() for name in MONTHS)})\b)[A-Z][a-z]")
_CUE = LazyPattern(
    r"\b(?:at|on|by|before|after|since|until|during|for|over|last|next|this)\s\Z", re.IGNORECASE
)
_COUNTRY_BEFORE = LazyPattern(rf"\b([A-Z][A-Za-z.]{{1,14}}(?:\sStates)?)(?:{APOSTROPHE}s)?\s\Z")
_UNTIL_THE = LazyPattern(r"\b(?:before|until|after|in|into)\sthe\s\Z", re.IGNORECASE)
_TITLE = LazyPattern(r"[\"'\u201c\u2018][A-Z][a-z]+\s\Z")


def _the_new_year(match: re.Match[str]) -> bool:
    """ "Before the new year", written small."""
    small = match["name"].lower().split() == ["new", "year"]
    return small and before(match, _UNTIL_THE, 14) is not None


def _country(match: re.Match[str]) -> str | None:
    """The country before or behind the name: "Ukraine's Independence Day", "... of India"."""
    named = before(match, _COUNTRY_BEFORE, 24)
    word = given(match, "country") or (named[1] if named else "")
    return COUNTRY_OF.get(word.lower())


def _cued(match: re.Match[str]) -> bool:
    return before(match, _CUE, 8) is not None


def _feast(match: re.Match[str]) -> Built:
    if before(match, _TITLE, 14):
        return None  # the song "White Christmas"
    if not (match["name"][0].isupper() or _the_new_year(match)) or behind(match, _PERIOD):
        return None
    name, offset = canonical(match["name"])
    if behind(match, _NAMED) and not _cued(match):
        return None
    fields = read_fields(match)
    if isinstance(fields, Verdict):
        return None
    clock = _NIGHT.get((given(match, "part") or "").lower(), "")
    what = Feast(name, fields.year, fields.of, offset, _country(match))
    return Reading(what, clock=clock)


RULES = (
    Rule(
        "a holiday",
        _FEAST_HEADS,
        rf"(?P<name>{_NAME})(?:{GAP}of{GAP}(?P<country>{_WORD}))?(?:{GAP}(?P<part>night"
        rf"|morning|evening|afternoon))?{_YEAR}",
        _feast,
        "Christmas Day 1963",
    ),
)
