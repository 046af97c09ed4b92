"""Rules for the named events of a corpus: made anew for each calendar of events."""

# ruff: noqa: E501  (a row of a table reads best whole)

import re

from izium_timeline.temporal.events import EventCalendar
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
_RELATIONS = ("before", "after", "since", "until", "during")
_WORD = r"[^\W\d_][\w'\u2019-]{0,30}"


def _part(match: re.Match[str]) -> Built:
    """ "the beginning of the war"."""
    return Reading(EventPart(_PART[match["edge"].lower()]), event=match["event"])


def _early(match: re.Match[str]) -> Built:
    """ "early in the war"."""
    return Reading(EventPart(), modifier=_EARLY[match["edge"].lower()], event=match["event"])


def _relation(match: re.Match[str]) -> Built:
    """ "before the invasion"."""
    relation = Relation(match["relation"].lower())
    return Reading(EventPart(), event=match["event"], relation=relation)


def event_phrase(calendar: EventCalendar) -> str:
    """The pattern of a noun phrase that names one of the events, up to three words before it."""
    names = any_of(
        re.escape(name).replace(r"\ ", GAP) for event in calendar.events for name in event.names
    )
    return rf"(?P<event>(?:(?:the|its|their|his|her|this|that|a){GAP})?(?:{_WORD}{GAP}){{0,3}}?(?:{names}))(?![\w-])"


def event_rules(calendar: EventCalendar) -> tuple[Rule, ...]:
    """The rules for a calendar's events; none for an empty calendar."""
    if not calendar.events:
        return ()
    event = event_phrase(calendar)
    return (
        Rule(
            "the beginning or end of an event",
            heads(_PART),
            rf"(?P<edge>{any_of(_PART)}){GAP}of{GAP}{event}",
            _part,
            "the beginning of the war",
        ),
        Rule(
            "a part of an event",
            heads(_EARLY),
            rf"(?P<edge>early|late|mid)(?:{GAP}on)?{GAP}in{GAP}{event}",
            _early,
            "early in the war",
        ),
        Rule(
            "a relation to an event",
            heads(_RELATIONS),
            rf"(?P<relation>{any_of(_RELATIONS)}){GAP}{event}",
            _relation,
            "before the invasion",
        ),
    )
