"""A quote with its source, as a line that can stand in a note or a brief."""

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Basis, Event, Evidence, Verdict


def cite_event(chronology: Chronology, event: Event) -> str:
    """Every quote of an event with its citation, one a paragraph; its title and date above.

    Where the sources disagree, that and what a person concluded stand at the end.
    """
    quotes = (cite(chronology, piece) for piece in event.evidence)
    conflict = f"Conflict: {event.conflict}" if event.conflict else ""
    resolved = f"Resolution: {event.resolution}" if event.resolution else ""
    parts = (f"{event.edtf}  {event.title}", *quotes, conflict, resolved)
    return "\n\n".join(part for part in parts if part)


def cite(chronology: Chronology, piece: Evidence) -> str:
    """A quote, then publisher, title, date, address, place in the text and hash.

    What is not known is left out; a verdict that is not exact is said.
    """
    document = chronology.document(piece.document) or Document(piece.document)
    title = _title(document)
    source = ", ".join(part for part in (document.publisher, title, _published(document)) if part)
    return " ".join(
        part
        for part in (
            f"“{piece.exact}”",
            f"— {source}.",
            f"{document.url}." if document.url else "",
            f"{_place(piece, document)}.",
            f"SHA-256 {document.sha256}." if document.sha256 else "",
        )
        if part
    )


def _title(document: Document) -> str:
    """The headline in quotation marks; a title that the text does not carry gets none."""
    if not document.title:
        return document.path
    if document.title_basis is Basis.STATED:
        return f'"{document.title}"'
    return f"no headline in the text [{document.title}]"


def _published(document: Document) -> str:
    publication = document.publication
    return "" if publication is None else f"published {publication.edtf} ({publication.basis})"


def _place(piece: Evidence, document: Document) -> str:
    anchor = piece.anchor
    if anchor is None or anchor.start is None:
        return f"Quote {piece.verdict} in {piece.document}"
    told = "" if anchor.verdict is Verdict.EXACT else f", quote {anchor.verdict}"
    page = document.page_at(anchor.start)
    where = f"Page {page}, characters" if page else "Characters"
    return f"{where} {anchor.start} to {anchor.end} of {piece.document}{told}"
