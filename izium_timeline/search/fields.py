"""The fields that a query can name: a row each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from izium_timeline.model.document import Document
from izium_timeline.model.event import Basis, Event, Extent, Kind, Salience, Status, Verdict, Voice
from izium_timeline.model.interval import Interval, Precision

Documents = Mapping[str, Document]


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
    """A condition on an event and the days that a date of the query names."""

    name: str
    example: str
    holds: Callable[[Event, Interval, Documents], bool]


def _sources(event: Event, documents: Documents) -> Iterable[str]:
    """Publisher and path of each document that supports the event."""
    for path in dict.fromkeys(piece.document for piece in event.evidence):
        yield path
        if document := documents.get(path):
            yield document.publisher


def _present(event: Event, _: Documents) -> Iterable[str]:
    return (name for name in _PARTS if getattr(event, name))


def _words(name: str, kind: type[StrEnum], example: str) -> EventField:
    """The row of a field that holds one of the machine words of its kind."""
    return EventField(name, example, lambda event, _: (getattr(event, name),), tuple(kind))


_PARTS = ("conflict", "note", "place", "actors", "values", "related", "tags", "evidence")

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


def _overlap(one: Interval, other: Interval) -> bool:
    """Whether a day lies in both; an open end reaches as far as need be."""
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Interval, other: Interval) -> bool:
    last, first = one.latest, other.earliest
    return last is not None and first is not None and last < first


def _within(inner: Interval, outer: Interval) -> bool:
    """Whether every day of the first lies in the second."""
    starts = outer.earliest is None or (
        inner.earliest is not None and inner.earliest >= outer.earliest
    )
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return starts and ends


def _certainly_on(event: Event, days: Interval, _: Documents) -> bool:
    """A span lasted through the days; anything else lies within them, wherever it lies."""
    lasted = event.extent is Extent.SPAN and _within(days, event.bounds)
    return lasted or _within(event.bounds, days)


def _may_follow(event: Event, days: Interval, _: Documents) -> bool:
    last, end = event.bounds.latest, days.latest
    return end is not None and (last is None or last > end)


def _may_precede(event: Event, days: Interval, _: Documents) -> bool:
    first, start = event.bounds.earliest, days.earliest
    return start is not None and (first is None or first < start)


def _known_by(event: Event, days: Interval, documents: Documents) -> bool:
    """Whether a document that supports the event may have been out by then."""
    published = (
        document.publication.bounds
        for piece in event.evidence
        if (document := documents.get(piece.document)) and document.publication
    )
    return any(
        days.latest is None or bounds.earliest is None or bounds.earliest <= days.latest
        for bounds in published
    )


TIME_FIELDS = {
    field.name: field
    for field in (
        TimeField("after", "after:2022-09", _may_follow),
        TimeField("before", "before:2022-03", _may_precede),
        TimeField("on", "on:2022-09-10", lambda event, days, _: _overlap(event.bounds, days)),
        TimeField("certainly-on", "certainly-on:2022-09-10", _certainly_on),
        TimeField("known-by", "known-by:2022-10", _known_by),
    )
}

DURING = "during"
# Every field's name, with what a person may write.
EXAMPLES = {
    **{name: field.example for name, field in EVENT_FIELDS.items()},
    DURING: "during:occupation",
    **{name: field.example for name, field in TIME_FIELDS.items()},
}


def overlaps_any(event: Event, days: Iterable[Interval]) -> bool:
    """Whether the event may lie in one of the intervals."""
    return any(_overlap(event.bounds, interval) for interval in days)
