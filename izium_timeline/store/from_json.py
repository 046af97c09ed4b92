"""A chronology's JSON objects become values; every function raises RecordError."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, TypeVar

from izium_timeline.corpus.metadata import read_description
from izium_timeline.model.chronology import Chronology, Phase
from izium_timeline.model.document import Document
from izium_timeline.model.event import (
    Basis,
    Event,
    Evidence,
    Extent,
    Kind,
    Salience,
    Status,
    Value,
    Voice,
    Wording,
)
from izium_timeline.model.record import Record, RecordError
from izium_timeline.model.steps import Step, Steps

T = TypeVar("T")
_SHARE: Final = (0.6, 0.65)  # of opening a chronology


def chronology_steps(record: Record) -> Steps[tuple[Chronology, list[Event]]]:
    """The chronology of a file's outermost object without its events, and these in its order.

    Some of the events may be made already.
    """
    documents = _each(record, "documents", _document, needed=True)
    events = yield from _events(record)
    bare = record.convert(
        "documents",
        lambda: Chronology(
            title=record.text("title"),
            opens_at=record.text("opens_at", ""),
            documents=documents,
            phases=_each(record, "phases", _phase),
            spellings=_lists(record, "spellings"),
            searches=record.texts("searches"),
            apart=_pairs(record),
        ),
    )
    return bare, events


def event_maker(record: Record) -> Callable[[int, Any], Event]:
    """Who makes an event of its object, by its number, for a chronology of these documents."""
    documents = {document.path for document in _each(record, "documents", _document, needed=True)}
    return lambda number, fields: _made(
        Record.of(fields, f"events[{number}]"), lambda row: _event(row, documents)
    )


def _events(record: Record) -> Steps[list[Event]]:
    make, ids = event_maker(record), set()
    events: list[Event] = []
    rows = record.items("events", needed=True)
    for number, row in enumerate(rows):
        event = row if isinstance(row, Event) else make(number, row)
        if event.id in ids:
            raise RecordError(f"events[{number}]: the event {event.id!r} stands there twice")
        events.append(event)
        ids.add(event.id)
        yield Step(len(events), len(rows), "events read", *_SHARE)
    return events


def _each(
    record: Record, name: str, make: Callable[[Record], T], *, needed: bool = False
) -> tuple[T, ...]:
    """The values of a list of objects; a value that refuses is told with its place."""
    if not needed and name not in record.fields:
        return ()  # as of nearly all events
    return tuple(_made(row, make) for row in record.children(name, needed=needed))


def _made(row: Record, make: Callable[[Record], T]) -> T:
    try:
        return make(row)
    except RecordError:
        raise
    except ValueError as error:
        raise RecordError(f"{row.place}: {error}") from None


def _document(row: Record) -> Document:
    described = read_description(row)
    sha256 = row.text("sha256", "")
    if sha256 and (len(sha256) != 64 or set(sha256) - set("0123456789abcdef")):
        raise RecordError(f"{row.at('sha256')} is no SHA-256 in lower-case hexadecimal")
    return replace(described, recorded_sha256=sha256)


def _phase(row: Record) -> Phase:
    return Phase(row.text("name"), row.bounds(), row.text("category", ""))


def _lists(record: Record, name: str) -> tuple[tuple[str, ...], ...]:
    rows = record.fields.get(name, [])
    if not isinstance(rows, list):
        raise RecordError(f"{name} should be a list of lists")
    return tuple(
        Record({"items": items}, f"{name}[{number}]").texts("items")
        for number, items in enumerate(rows)
    )


def _pairs(record: Record) -> tuple[tuple[str, str], ...]:
    pairs = _lists(record, "apart")
    if any(len(pair) != 2 for pair in pairs):
        raise RecordError("apart should hold pairs of ids")
    return tuple((one, other) for one, other in pairs)


def _event(row: Record, documents: set[str]) -> Event:
    return Event(
        id=row.text("id"),
        title=row.text("title"),
        edtf=row.edtf("date"),
        bounds=row.bounds(),
        extent=row.word("extent", Extent),
        basis=row.word("basis", Basis),
        reason=row.text("reason", ""),
        category=row.text("category", ""),
        place=row.texts("place"),
        actors=row.texts("actors"),
        kind=row.word("kind", Kind, Kind.EVENT),
        voice=row.word("voice", Voice, Voice.ASSERTED),
        claimed_by=row.text("claimed_by", ""),
        salience=row.word("salience", Salience, Salience.SECONDARY),
        status=row.word("status", Status, Status.REVIEWED),
        note=row.text("note", ""),
        values=_each(row, "values", _value),
        related=row.texts("related"),
        tags=row.texts("tags"),
        conflict=row.text("conflict", ""),
        resolution=row.text("resolution", ""),
        evidence=_each(row, "evidence", lambda piece: _evidence(piece, documents)),
        members=_each(row, "members", lambda member: _event(member, documents)),
    )


def _value(row: Record) -> Value:
    return Value(row.text("document"), row.number("value"), row.text("qualifier", ""))


def _evidence(row: Record, documents: set[str]) -> Evidence:
    source = row.text("source")
    if source not in documents:
        raise RecordError(f"{row.at('source')} names {source!r}, which is none of the documents")
    selectors = {part.text("type"): part for part in row.children("selector")}
    for needed in ("TextQuoteSelector", "TextPositionSelector"):
        if needed not in selectors:
            raise RecordError(f"{row.at('selector')} lacks a {needed}")
    quote, position = selectors["TextQuoteSelector"], selectors["TextPositionSelector"]
    return Evidence(
        document=source,
        exact=quote.text("exact"),
        prefix=quote.text("prefix", ""),
        suffix=quote.text("suffix", ""),
        start=position.whole("start"),
        end=position.whole("end"),
        timex=_wording(row.child("timex")) if "timex" in row.fields else None,
    )


def _wording(row: Record) -> Wording:
    return Wording(row.text("text"), row.whole("start"), row.whole("end"))
