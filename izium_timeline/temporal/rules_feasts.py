"""Rules for holidays."""

# ruff: noqa: E501  (a row of a table reads best whole)

import re

from izium_timeline.temporal.feasts import NAMES, canonical
from izium_timeline.temporal.lexicon import APOSTROPHE, COMMA, GAP, MONTHS, OF_YEAR, YEAR, any_of
from izium_timeline.temporal.nations import COUNTRY_OF, COUNTRY_WORDS
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

_NAME = any_of(re.escape(name).replace(r"\ ", GAP).replace("'", f"{APOSTROPHE}?") for name in NAMES)
_YEAR = rf"(?:{COMMA}{YEAR}|{GAP}(?:of|in){GAP}{YEAR}|{GAP}{OF_YEAR})?"
_FEAST_HEADS = heads({re.split(r"[ '.-]", name)[0] for name in (*NAMES, *COUNTRY_OF)})
_PERIOD = re.compile(
    r"\s(?:and\snew|sales?|season|holidays?|shopping|period|tree|card|carol|island)\b", re.I
)
_NIGHT = {"night": "TNI", "morning": "TMO", "evening": "TEV", "afternoon": "TAF"}


_NAMED = re.compile(rf"{GAP}(?!(?:{any_of(name.title() for name in MONTHS)})\b)[A-Z][a-z]")
_CUE = re.compile(
    r"\b(?:at|on|by|before|after|since|until|during|for|over|last|next|this)\s\Z", re.IGNORECASE
)
_TITLE = re.compile(r"[\"'\u201c\u2018][A-Z][a-z]+\s\Z")


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
    country = COUNTRY_OF.get((given(match, "country") or "").lower())
    return Reading(Feast(name, fields.year, fields.of, offset, country), clock=clock)


RULES = (
    Rule(
        "a holiday",
        _FEAST_HEADS,
        rf"(?:(?P<country>{COUNTRY_WORDS})(?:{APOSTROPHE}s)?{GAP})?(?P<name>{_NAME})"
        rf"(?:{GAP}of{GAP}(?P<country>{COUNTRY_WORDS}))?(?:{GAP}(?P<part>night|morning|evening|afternoon))?{_YEAR}",
        _feast,
        "Christmas Day 1963",
    ),
)
