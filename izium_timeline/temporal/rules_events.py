"""Rules for the named events of a corpus: made anew for each calendar of events."""

import re

from izium_timeline.temporal.events import EventCalendar
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import GAP, any_of
from izium_timeline.temporal.partial import EventPart, Modifier, Relation
from izium_timeline.temporal.rule import Built, Reading, Rule, heads

_PART = {
    "beginning": -1,
    "start": -1,
    "outbreak": -1,
    "outset": -1,
    "onset": -1,
    "end": 1,
    "conclusion": 1,
    "close": 1,
}
_EARLY = {"early": Modifier.START, "late": Modifier.END, "mid": Modifier.MID}
_PARTED = LazyPattern(rf"\b(?:{any_of(_PART)}){GAP}of\b", re.IGNORECASE)
_RELATIONS = ("before", "after", "since", "until", "during")


def _part(match: re.Match[str]) -> Built:
    """ "the beginning of the war"."""
    return Reading(EventPart(_PART[match["edge"].lower()]), event=match["event"])


def _early(match: re.Match[str]) -> Built:
    """ "early in the war"."""
    return Reading(EventPart(), modifier=_EARLY[match["edge"].lower()], event=match["event"])


def _relation(match: re.Match[str]) -> Built:
    """ "before the invasion"."""
    relation = Relation(match["relation"].lower())
    if _PARTED.search(match["event"]):
        return None
    return Reading(EventPart(), event=match["event"], relation=relation)


def event_rules(calendar: EventCalendar) -> tuple[Rule, ...]:
    """The rules for a calendar's events; none for an empty calendar."""
    if not calendar.events:
        return ()
    event = calendar.phrase()
    rows = (
        ("the beginning or end of an event", _PART, rf"(?P<edge>{any_of(_PART)}){GAP}of", _part),
        ("a part of an event", _EARLY, rf"(?P<edge>early|late|mid)(?:{GAP}on)?{GAP}in", _early),
        ("a relation to an event", _RELATIONS, rf"(?P<relation>{any_of(_RELATIONS)})", _relation),
    )
    return tuple(
        Rule(name, heads(words), rf"{source}{GAP}{event}", build, f"{next(iter(words))} the war")
        for name, words, source, build in rows
    )
