"""What a statement is (event, state, measurement), and how much it matters."""

import re
from collections.abc import Sequence
from functools import cache

from izium_timeline.build.candidates.lexicon import words
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.statement_date import Dating
from izium_timeline.build.candidates.verbs import main_verb, participle_at
from izium_timeline.model.document import Publication
from izium_timeline.model.event import Extent, Kind, Salience, Value, Voice
from izium_timeline.model.interval import Precision

_COUNTED = re.compile(
    r"%|\b(?:per\s?cent|population|inhabitants?|residents?|people|square|hectares|casualties|strikes?|cases|households|refugees)\b",
    re.IGNORECASE,
)
_BE = frozenset(("is", "are", "was", "were", "be", "been", "'s", "'re", "am", "has", "have", "had"))
_BETWEEN = re.compile(
    r"\s+(?:(?:[a-z]+ly|also|then|all|now|not|just|being|been|first|later|never)\s+)*"
)
_CLEFT = re.compile(r"\s*It\s(?:was|is)\s(?:not\suntil|only)\s[\w\s,]{2,40}?\sthat\s")
_CORE_CATEGORIES = frozenset(("attack", "occupation", "liberation"))
_OLD = 5 * 365  # days before publication beyond which something is background


@cache
def _stative() -> frozenset[str]:
    return words("verbs", "stative")


def kind_of(text: str, clause: Span, dating: Dating, values: Sequence[Value], voice: Voice) -> Kind:
    """The kind of a statement, by its first verb and the figures in it."""
    cleft = _CLEFT.match(text, *clause)
    clause = Span(cleft.end(), clause.end) if cleft else clause
    verb = main_verb(text, *clause)
    states = dating.holds if verb is None else _is_stative(text, verb)
    if values and states and _COUNTED.search(text, *clause):
        return Kind.MEASUREMENT
    if voice is Voice.PLANNED:
        return Kind.EVENT
    if verb is None:
        return Kind.STATE if dating.holds else Kind.EVENT
    if dating.holds:
        return Kind.STATE
    return Kind.STATE if _is_stative(text, verb) else Kind.EVENT


def _is_stative(text: str, verb: re.Match[str]) -> bool:
    """Whether the verb tells how things are: "was mild", not "was destroyed"."""
    word = verb[0].lower()
    if word not in _stative():
        return False
    if word not in _BE:
        return True
    between = _BETWEEN.match(text, verb.end())
    return between is None or participle_at(text, between.end(), len(text)) is None


def extent_of(dating: Dating, kind: Kind) -> Extent:
    """What the days of a statement mean."""
    if dating.holds:
        return Extent.WINDOW
    if dating.days.precision is Precision.DAY:
        return Extent.INSTANT
    if dating.lasting or (kind is Kind.STATE and dating.plain):
        return Extent.SPAN
    return Extent.WINDOW


def salience_of(
    dating: Dating, kind: Kind, category: str, voice: Voice, published: Publication | None
) -> Salience:
    """Core: a dated happening of the story. Background: long before it, or unnarrowed."""
    if _is_old(dating, published):
        return Salience.BACKGROUND
    narrow = dating.days.precision not in (Precision.YEAR, Precision.DECADE, Precision.CENTURY)
    told = voice in (Voice.ASSERTED, Voice.CLAIMED)
    happening = kind is not Kind.STATE or dating.plain
    if told and narrow and happening and (category in _CORE_CATEGORIES or kind is Kind.EVENT):
        return Salience.CORE if category else Salience.SECONDARY
    return Salience.SECONDARY


def _is_old(dating: Dating, published: Publication | None) -> bool:
    latest = dating.days.latest
    if published is None or latest is None or published.bounds.earliest is None:
        return False
    return latest < published.bounds.earliest - _OLD
