"""A quote with its source, as a line that can stand in a note or a brief."""

from typing import NamedTuple

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Basis, Event, Evidence, Verdict


class Citation(NamedTuple):
    """A quote and its source in sentences, empty where nothing is known.

    ``headline`` is the title as ``source`` has it, empty where the text carries none.
    """

    quote: str
    source: str
    headline: str
    address: str
    place: str
    digest: str

    def __str__(self) -> str:
        address = f"{self.address}." if self.address else ""
        parts = (self.quote, f"— {self.source}.", address, self.place, self.digest)
        return " ".join(part for part in parts if part)


def cite_event(chronology: Chronology, event: Event) -> str:
    """Every quote of an event with its citation, one a paragraph; its title and date above.

    Where the sources disagree, that and what a person concluded stand at the end.
    """
    quotes = (cite(chronology, piece) for piece in event.evidence)
    return "\n\n".join((heading_of(event), *quotes, *dispute_of(event)))


def heading_of(event: Event) -> str:
    """An event's date and title."""
    return f"{event.edtf}  {event.title}"


def dispute_of(event: Event) -> list[str]:
    """Where the sources of an event disagree, and what a person concluded."""
    said = (("Conflict", event.conflict), ("Resolution", event.resolution))
    return [f"{name}: {text}" for name, text in said if text]


def cite(chronology: Chronology, piece: Evidence) -> str:
    """A quote, then publisher, title, date, address, place in the text and hash.

    What is not known is left out; a verdict that is not exact is said.
    """
    return str(citation_of(chronology, piece))


def citation_of(chronology: Chronology, piece: Evidence) -> Citation:
    """A quote with its source, in parts."""
    document = chronology.document(piece.document) or Document(piece.document)
    title = _title(document)
    source = ", ".join(part for part in (document.publisher, title, _published(document)) if part)
    return Citation(
        quote=f"“{piece.exact}”",
        source=source,
        headline=title if title.startswith('"') else "",
        address=document.url,
        place=f"{_place(piece, document)}.",
        digest=f"SHA-256 {document.sha256}." if document.sha256 else "",
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
