"""Values become the JSON objects of a chronology file; what is empty is left out."""

from typing import Any

from izium_timeline.model.chronology import Chronology, Phase
from izium_timeline.model.days import iso_day
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.event import Basis, Event, Evidence
from izium_timeline.model.interval import Interval

Fields = dict[str, Any]


def chronology_fields(chronology: Chronology) -> Fields:
    """The chronology as the fields of its file, without format and version.

    The events are made one at a time: there may be very many.
    """
    return {
        "title": chronology.title,
        **_present(opens_at=chronology.opens_at),
        "documents": [document_fields(document) for document in chronology.documents],
        "phases": [_phase(phase) for phase in chronology.phases],
        "spellings": [list(names) for names in chronology.spellings],
        "events": map(_event, chronology.events),
        **_present(
            searches=list(chronology.searches),
            apart=[list(pair) for pair in chronology.apart],
        ),
    }


def document_fields(document: Document) -> Fields:
    """A document's description: its path, the hash of the bytes that the quotes were taken from,
    and what is known about it.
    """
    basis = document.title_basis
    return {
        "path": document.path,
        "sha256": document.recorded_sha256 or document.sha256,
        **_present(
            title=document.title,
            title_basis="" if basis is Basis.STATED else str(basis),
            publisher=document.publisher,
            author=document.author,
            url=document.url,
            language=document.language,
            published=_publication(document.publication),
        ),
    }


def _publication(publication: Publication | None) -> Fields:
    if publication is None:
        return {}
    return {
        "date": str(publication.edtf),
        **_bounds(publication.bounds),
        "basis": str(publication.basis),
        **_present(
            reason=publication.reason,
            evidence=[
                {"quote": quote.exact, "start": quote.start, "end": quote.end}
                for quote in publication.evidence
            ],
        ),
    }


def _phase(phase: Phase) -> Fields:
    return {
        "name": phase.name,
        **_bounds(phase.bounds),
        **_present(category=phase.category),
    }


def _event(event: Event) -> Fields:
    return {
        "id": event.id,
        "title": event.title,
        "date": str(event.edtf),
        **_bounds(event.bounds),
        "extent": str(event.extent),
        "basis": str(event.basis),
        "reason": event.reason,
        "category": event.category,
        "kind": str(event.kind),
        "voice": str(event.voice),
        "salience": str(event.salience),
        "status": str(event.status),
        **_present(
            claimed_by=event.claimed_by,
            place=list(event.place),
            actors=list(event.actors),
            note=event.note,
            values=[
                {"document": value.document, "value": value.value, "qualifier": value.qualifier}
                for value in event.values
            ],
            related=list(event.related),
            tags=list(event.tags),
            conflict=event.conflict,
            resolution=event.resolution,
        ),
        "evidence": [_evidence(piece) for piece in event.evidence],
        **_present(members=[_event(member) for member in event.members]),
    }


def _evidence(piece: Evidence) -> Fields:
    timex = piece.timex
    return {
        "source": piece.document,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": piece.exact,
                "prefix": piece.prefix,
                "suffix": piece.suffix,
            },
            {"type": "TextPositionSelector", "start": piece.start, "end": piece.end},
        ],
        **_present(
            timex=timex and {"text": timex.text, "start": timex.start, "end": timex.end},
        ),
    }


def _bounds(bounds: Interval) -> Fields:
    ends = (("earliest", bounds.earliest), ("latest", bounds.latest))
    return {name: None if end is None else iso_day(end) for name, end in ends}


def _present(**fields: Any) -> Fields:
    return {name: value for name, value in fields.items() if value}
