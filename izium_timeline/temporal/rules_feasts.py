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
    given,
    heads,
    read_fields,
)

_WORD = r"[A-Z][a-z.]{1,14}(?:\s(?=States\b)States)?"
_NAME = any_of(re.escape(name).replace(r"\ ", GAP).replace("'", f"{APOSTROPHE}?") for name in NAMES)
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
_TITLE = LazyPattern(r"[\"'\u201c\u2018][A-Z][a-z]+\s\Z")


def _country(match: re.Match[str]) -> str | None:
    """The country before or behind the name: "Ukraine's Independence Day", "... of India"."""
    before = _COUNTRY_BEFORE.search(match.string, max(0, match.start() - 24), match.start())
    word = given(match, "country") or (before[1] if before else "")
    return COUNTRY_OF.get(word.lower())


def _cued(match: re.Match[str]) -> bool:
    return _CUE.search(match.string, max(0, match.start() - 8), match.start()) is not None


def _feast(match: re.Match[str]) -> Built:
    if _TITLE.search(match.string, max(0, match.start() - 14), match.start()):
        return None  # the song "White Christmas"
    if not match["name"][0].isupper() or _PERIOD.match(match.string, match.end()):
        return None
    name, offset = canonical(match["name"])
    if _NAMED.match(match.string, match.end()) and not _cued(match):
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
