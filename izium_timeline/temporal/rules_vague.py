"""Rules for words that name no day: "now", "recently", "soon", "the future"."""

import re

from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import GAP, any_of
from izium_timeline.temporal.partial import (
    Vague,
)
from izium_timeline.temporal.rule import Built, Rule, before, behind, heads

_VAGUE = {
    "now": 0,
    "currently": 0,
    "presently": 0,
    "nowadays": 0,
    "current": 0,
    "recently": -1,
    "recent": -1,
    "lately": -1,
    "former": -1,
    "formerly": -1,
    "soon": 1,
}
_WILL = LazyPattern(r"\b(?:will|would|shall|'ll|may|might|can|could|to|is|are)\b[^.;:]{0,20}\Z")
_SOON_AFTER = LazyPattern(r"\s(?:after|as|before)\b|-")


def _comes_soon(match: re.Match[str]) -> bool:
    """Whether "soon" lies ahead: "will soon fall", not "soon fell" or "soon after"."""
    text, start = match.string, match.start()
    if _SOON_AFTER.match(text, match.end()):
        return False
    return _WILL.search(text, max(0, start - 40), start) is not None


def _vague(match: re.Match[str]) -> Built:
    word = " ".join(match["word"].lower().split())
    if word == "soon" and not _comes_soon(match):
        return None
    if word == "now" and match.string[max(0, match.start() - 5) : match.start()].lower() == "just ":
        return Vague(0)
    return Vague(_VAGUE[word], adjective=word in ("former", "formerly", "recent"))


_PHRASES = {
    "the future": 1,
    "near future": 1,
    "future": 1,
    "the past": -1,
    "present day": 0,
    "present-day": 0,
    "the present": 0,
    "the time being": 0,
    "at the moment": 0,
    "these days": 0,
    "modern day": 0,
    "at present": 0,
    "the recent past": -1,
    "one day": 1,
    "some day": 1,
    "someday": 1,
    "right now": 0,
    "to date": 0,
    "even now": 0,
    "in recent times": -1,
}
_TO_DATE = LazyPattern(r"\s?[,.;)]|\s(?:has|have|had|there|only|no)\b")
_NOT_A_TIME = LazyPattern(
    rf"{GAP}(?!and\b|or\b|but\b|is\b|was\b|were\b|has\b|had\b|to\b|it\b|as\b|he\b)\w"
)
_AT = LazyPattern(r"\b(?:at|by|during|from|in|since|throughout|until|around|of)\s\Z", re.IGNORECASE)


def _pointing(match: re.Match[str]) -> Built:
    """ "At that time", "during this period": the time that was named last."""
    direction = -1 if match["which"].lower() == "that" else 0
    return Vague(direction, back=True) if before(match, _AT, 12) else None


def _phrase(match: re.Match[str]) -> Built:
    key = " ".join(match[0].lower().split())
    if key == "to date" and not behind(match, _TO_DATE):
        return None
    if key in ("the past", "the present") and _NOT_A_TIME.match(match.string, match.end()):
        return None
    return Vague(_PHRASES[key], adjective=key == "future")


RULES = (
    Rule(
        "a time pointed back to",
        heads("this", "that"),
        rf"(?P<which>this|that){GAP}(?:time|period|era)",
        _pointing,
        "during this period",
    ),
    Rule(
        "a word for past, present or future",
        heads(_VAGUE),
        rf"(?P<word>{any_of(_VAGUE)})",
        _vague,
        "now",
    ),
    Rule(
        "a phrase for past, present or future",
        heads({key.split("-")[0].split()[0] for key in _PHRASES}),
        any_of(_PHRASES, {" ": GAP}),
        _phrase,
        "the future",
    ),
)
