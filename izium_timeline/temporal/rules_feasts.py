"""Rules for holidays."""

# ruff: noqa: E501  (a row of a table reads best whole)

import re

from izium_timeline.temporal.feasts import INDEPENDENCE, NAMES, canonical
from izium_timeline.temporal.lexicon import APOSTROPHE, COMMA, GAP, MONTHS, OF_YEAR, YEAR, any_of
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
_PLACES = any_of((*INDEPENDENCE, "ukrainian", "american"))
_NATIONS = {"ukrainian": "ukraine", "american": "united states"}
_YEAR = rf"(?:{COMMA}{YEAR}|{GAP}(?:of|in){GAP}{YEAR}|{GAP}{OF_YEAR})?"
_FEAST_HEADS = heads({re.split(r"[ '-]", name)[0] for name in NAMES})
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
    return Reading(Feast(name, fields.year, fields.of, offset), clock=clock)


def _independence(match: re.Match[str]) -> Built:
    fields = read_fields(match)
    if isinstance(fields, Verdict):
        return None
    word = (given(match, "country") or "").lower()
    country = _NATIONS.get(word, word)
    return Feast(
        f"independence day of {country}" if country else "independence day", fields.year, fields.of
    )


RULES = (
    Rule(
        "a holiday",
        _FEAST_HEADS,
        rf"(?P<name>{_NAME})(?:{GAP}(?P<part>night|morning|evening|afternoon))?{_YEAR}",
        _feast,
        "Christmas Day 1963",
    ),
    Rule(
        "an independence day",
        heads("independence", _PLACES.split("|"), "united"),
        rf"(?:(?P<country>{_PLACES})(?:{APOSTROPHE}s)?{GAP})?independence{GAP}day(?:{GAP}of{GAP}(?P<country>{_PLACES}))?{_YEAR}",
        _independence,
        "Independence Day of Ukraine",
    ),
)
