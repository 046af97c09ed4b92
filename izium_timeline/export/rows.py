"""Events as rows of text: what every tabular format writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.days import iso_day
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Evidence, Status
from izium_timeline.model.selected import Selected

_LIST = "; "


class RowPer(StrEnum):
    """What gets a row of its own: an event with its best evidence, or each piece of evidence."""

    EVENT = "event"
    EVIDENCE = "evidence"


class StatusChoice(StrEnum):
    """Which events are written; ``ALL`` leaves the rejected ones out."""

    REVIEWED = "reviewed"
    CANDIDATE = "candidate"
    ALL = "all"

    def takes(self, status: Status) -> bool:
        """Whether an event of that status is written."""
        if self is StatusChoice.ALL:
            return status is not Status.REJECTED
        return status == self.value

    def of(self, chronology: Chronology) -> Selected:
        """The events of a chronology that are written, in its order."""
        statuses = enumerate(chronology.statuses())
        return Selected(chronology.events, (row for row, each in statuses if self.takes(each)))


@dataclass(frozen=True, slots=True)
class Row:
    """One row as text; its fields are the columns in their order, empty where nothing is known.

    ``date`` is EDTF, ``earliest`` and ``latest`` ISO days. ``quote`` is the recorded wording,
    ``quote_start`` and ``quote_end`` are code points of the place found now in the document's
    text, given only where the recorded words stand there. ``document_sha256`` is of the
    document's bytes as they are now.
    """

    id: str
    date: str
    earliest: str
    latest: str
    precision: str
    basis: str
    reason: str
    title: str
    category: str
    place: str
    actors: str
    kind: str
    voice: str
    status: str
    evidence_count: str
    conflict: str
    document: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    quote: str = ""
    quote_start: str = ""
    quote_end: str = ""
    verdict: str = ""
    timex: str = ""
    document_sha256: str = ""
    claimed_by: str = ""
    extent: str = ""
    salience: str = ""
    note: str = ""


COLUMNS = tuple(field.name for field in fields(Row))
cells_of = attrgetter(*COLUMNS)  # a row's values in the order of the columns


def rows_of(chronology: Chronology, events: Iterable[Event], per: RowPer) -> Iterator[Row]:
    """The rows of these events in their order, one at a time."""
    documents = {document.path: document for document in chronology.documents}
    for event in events:
        for piece in _written_evidence(event, per) or (None,):
            yield _row(event, piece, documents.get(piece.document) if piece else None)


def _written_evidence(event: Event, per: RowPer) -> tuple[Evidence, ...]:
    """The evidence of an event that gets a row."""
    if per is RowPer.EVIDENCE:
        return event.evidence
    return (event.best_evidence,) if event.best_evidence else ()


def _row(event: Event, piece: Evidence | None, document: Document | None) -> Row:
    return Row(
        id=event.id,
        date=str(event.edtf),
        earliest=_day(event.bounds.earliest),
        latest=_day(event.bounds.latest),
        precision=event.precision,
        basis=event.basis,
        reason=event.reason,
        title=event.title,
        category=event.category,
        place=_LIST.join(event.place),
        actors=_LIST.join(event.actors),
        kind=event.kind,
        voice=event.voice,
        status=event.status,
        evidence_count=str(len(event.evidence)),
        conflict=event.conflict,
        claimed_by=event.claimed_by,
        extent=event.extent,
        salience=event.salience,
        note=_note(event),
        **_source(document),
        **_passage(piece),
    )


def _note(event: Event) -> str:
    """The event's note; the columns have no other place for what a person concluded."""
    resolved = f"Resolution of the conflict: {event.resolution}" if event.resolution else ""
    return " ".join(part for part in (event.note, resolved) if part)


def _source(document: Document | None) -> dict[str, str]:
    if document is None:
        return {}
    return {
        "publisher": document.publisher,
        "published": str(document.publication.edtf) if document.publication else "",
        "url": document.url,
        "document_sha256": document.sha256,
    }


def _passage(piece: Evidence | None) -> dict[str, str]:
    if piece is None:
        return {}
    placed = piece.anchor if piece.verdict.verified else None
    return {
        "document": piece.document,
        "quote": piece.exact,
        "quote_start": str(placed.start) if placed else "",
        "quote_end": str(placed.end) if placed else "",
        "verdict": piece.verdict,
        "timex": piece.timex.text if piece.timex else "",
    }


def _day(day: int | None) -> str:
    return "" if day is None else iso_day(day)
