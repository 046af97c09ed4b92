"""A chronology's JSON objects become values; every function raises RecordError."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

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

T = TypeVar("T")


def chronology_from(record: Record) -> Chronology:
    """The chronology of a file's outermost object."""
    documents = _each(record, "documents", _document, needed=True)
    named = {document.path for document in documents}
    events = _each(record, "events", lambda row: _event(row, named), needed=True)
    return record.convert(
        "events",
        lambda: Chronology(
            title=record.text("title"),
            opens_at=record.text("opens_at", ""),
            documents=documents,
            phases=_each(record, "phases", _phase),
            spellings=_lists(record, "spellings"),
            events=events,
            searches=record.texts("searches"),
            apart=_pairs(record),
        ),
    )


def _each(
    record: Record, name: str, make: Callable[[Record], T], *, needed: bool = False
) -> tuple[T, ...]:
    """The values of a list of objects; a value that refuses is told with its place."""

    def value(row: Record) -> T:
        try:
            return make(row)
        except RecordError:
            raise
        except ValueError as error:
            raise RecordError(f"{row.place}: {error}") from None

    return tuple(value(row) for row in record.children(name, needed=needed))


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
