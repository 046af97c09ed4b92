"""The fields that a query can name: a row each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from izium_timeline.model.document import Document
from izium_timeline.model.event import Basis, Event, Extent, Kind, Salience, Status, Verdict, Voice
from izium_timeline.model.interval import Interval, Precision
from izium_timeline.search.columns import Days

Documents = Mapping[str, Document]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class EventField:
    """A field of an event that is searched by its words.

    ``values`` gives the texts to search; where ``choices`` are given, no other word is known.
    """

    name: str
    example: str
    values: Callable[[Event, Documents], Iterable[str]]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeField:
    """A condition on events and the days that a date of the query names, as a mask."""

    name: str
    example: str
    holds: Callable[[Days, Interval], Mask]


def _sources(event: Event, documents: Documents) -> Iterable[str]:
    """Path and publisher of each document that supports the event."""
    yield from (piece.document for piece in event.evidence)
    yield from _publishers(event, documents)


def _publishers(event: Event, documents: Documents) -> Iterable[str]:
    for path in dict.fromkeys(piece.document for piece in event.evidence):
        if document := documents.get(path):
            yield document.publisher


def _present(event: Event, _: Documents) -> Iterable[str]:
    return (name for name in _PARTS if getattr(event, name))


def _words(name: str, kind: type[StrEnum], example: str) -> EventField:
    """The row of a field that holds one of the machine words of its kind."""
    return EventField(name, example, lambda event, _: (getattr(event, name),), tuple(kind))


_PARTS = (
    "conflict",
    "resolution",
    "note",
    "place",
    "actors",
    "values",
    "related",
    "tags",
    "evidence",
)

EVENT_FIELDS = {
    field.name: field
    for field in (
        EventField("category", "category:attack", lambda event, _: (event.category,)),
        EventField("place", "place:Kharkiv", lambda event, _: event.place),
        EventField("actor", 'actor:"Russian soldiers"', lambda event, _: event.actors),
        EventField("source", "source:CNN", _sources),
        EventField("tag", "tag:culture", lambda event, _: event.tags),
        EventField("by", "by:Valery", lambda event, _: (event.claimed_by,)),
        EventField("has", "has:conflict", _present, _PARTS),
        EventField(
            "verdict",
            "verdict:lost",
            lambda event, _: (piece.verdict for piece in event.evidence),
            tuple(Verdict),
        ),
        _words("status", Status, "status:candidate"),
        _words("voice", Voice, "voice:claimed"),
        _words("basis", Basis, "basis:inferred"),
        _words("kind", Kind, "kind:measurement"),
        _words("extent", Extent, "extent:span"),
        _words("salience", Salience, "salience:core"),
        _words("precision", Precision, "precision:day"),
    )
}


PUBLISHER = EventField("publisher", "", _publishers)  # part of what is found without a field


def _reach(days: Interval) -> tuple[float, float]:
    """First and last day, infinite at an open end."""
    first, last = days.earliest, days.latest
    return -np.inf if first is None else first, np.inf if last is None else last


def overlapping(events: Days, days: Interval) -> Mask:
    """Which events may lie in the days, in one of them at least."""
    first, last = _reach(days)
    return (events.first <= last) & (events.last >= first)


def _certainly_on(events: Days, days: Interval) -> Mask:
    """A span lasted through the days; anything else lies within them, wherever it lies."""
    first, last = _reach(days)
    lasted = events.lasted & (events.first <= first) & (events.last >= last)
    return lasted | ((events.first >= first) & (events.last <= last))


def _may_follow(events: Days, days: Interval) -> Mask:
    return events.last > _reach(days)[1]


def _may_precede(events: Days, days: Interval) -> Mask:
    return events.first < _reach(days)[0]


def _known_by(events: Days, days: Interval) -> Mask:
    """Whether a document that supports the event may have been out by then; NaN never was."""
    return events.known <= _reach(days)[1]


TIME_FIELDS = {
    field.name: field
    for field in (
        TimeField("after", "after:2022-09", _may_follow),
        TimeField("before", "before:2022-03", _may_precede),
        TimeField("on", "on:2022-09-10", overlapping),
        TimeField("certainly-on", "certainly-on:2022-09-10", _certainly_on),
        TimeField("known-by", "known-by:2022-10", _known_by),
    )
}

DURING = "during"
AROUND = "around"
# Every field's name, with what a person may write.
EXAMPLES = {
    **{name: field.example for name, field in EVENT_FIELDS.items()},
    DURING: "during:occupation",
    **{name: field.example for name, field in TIME_FIELDS.items()},
    AROUND: "around:7",
}
