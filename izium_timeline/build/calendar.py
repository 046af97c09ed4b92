"""A calendar of named events out of a reviewed chronology.

"The liberation", "the invasion", "the start of the war": articles name the turning points of
a story without dating them. A row of the table says which words name a kind of turning
point, and how the titles of such events read; the chronology says when it was.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from izium_timeline.model.chronology import Chronology, Phase
from izium_timeline.model.event import Event, Extent, Salience, Status
from izium_timeline.model.interval import Interval
from izium_timeline.temporal import EventCalendar, NamedEvent, harvest


@dataclass(frozen=True, slots=True)
class _Kind:
    """Words that name a kind of event, how titles tell of it, and what it spans.

    ``lasting`` kinds are looked for among events that last, others among single days;
    an ``open`` kind has a beginning, and no end that the chronology knows.
    """

    names: tuple[str, ...]
    titles: str
    lasting: bool = False
    open: bool = False


_KINDS = (
    _Kind(
        ("liberation", "de-occupation", "deoccupation", "recapture", "retaking"),
        r"\b(?:liberated|retaken|recaptured|retakes?|liberates?|recaptures?)\b",
    ),
    _Kind(("occupation",), r"\bunder\b.*\boccupation\b|^occupation\b", lasting=True),
    _Kind(
        ("invasion", "full-scale invasion"),
        r"\binvasion\b.*\b(?:begins|starts)\b|\binvades\b",
        open=True,
    ),
    _Kind(
        ("war", "full-scale war"),
        r"\b(?:war|invasion)\b.*\b(?:begins|starts|breaks out)\b",
        open=True,
    ),
    _Kind(("siege",), r"\bsiege\b", lasting=True),
    _Kind(("counteroffensive", "counter-offensive"), r"\bcounter-?offensive\b", lasting=True),
    _Kind(
        ("ceasefire", "truce", "armistice"),
        r"\b(?:ceasefire|truce|armistice)\b.*\b(?:begins|signed)\b",
    ),
    _Kind(("surrender",), r"\bsurrenders?\b"),
    _Kind(("election",), r"\belections? held\b"),
    _Kind(("earthquake",), r"\bearthquake\b"),
)


def calendar_of(chronology: Chronology, texts: Iterable[str] = ()) -> EventCalendar:
    """The named events of a chronology: its reviewed events, its phases, its texts.

    Events come before phases, and both before what the ``texts`` say beside a full date
    ("the liberation in September 2022"). A person adds more with ``extended``.
    """
    events = [event for kind in _KINDS if (event := _named(kind, chronology.events))]
    phases = map(_from_phase, chronology.phases)
    texted = (event for text in texts for event in harvest(text))
    return EventCalendar((*events, *phases, *texted))


def _named(kind: _Kind, events: Sequence[Event]) -> NamedEvent | None:
    title = re.compile(kind.titles, re.IGNORECASE)
    found = [
        event
        for event in events
        if _is_turning_point(event) and title.search(event.title) and _fits(kind, event)
    ]
    if not found:
        return None
    days = min(found, key=lambda event: (not _is_core(event), _length(event.bounds))).bounds
    return NamedEvent(kind.names, Interval(days.earliest, None) if kind.open else days)


def _is_turning_point(event: Event) -> bool:
    """Whether an event is reviewed and part of the story, with both its ends known."""
    if event.status is not Status.REVIEWED or event.salience is Salience.BACKGROUND:
        return False
    return event.bounds.earliest is not None and event.bounds.latest is not None


def _fits(kind: _Kind, event: Event) -> bool:
    return event.extent is (Extent.SPAN if kind.lasting else Extent.INSTANT)


def _is_core(event: Event) -> bool:
    return event.salience is Salience.CORE


def _length(days: Interval) -> int:
    return (days.latest or 0) - (days.earliest or 0)


def _from_phase(phase: Phase) -> NamedEvent:
    return NamedEvent((phase.name.lower(),), phase.bounds)
