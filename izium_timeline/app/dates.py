"""The dates in a document, as the pane asks for them. Loaded when a person first does."""

from izium_timeline.build.calendar import calendar_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.edtf import Edtf, EdtfError, parse_edtf
from izium_timeline.model.event import Basis
from izium_timeline.temporal import Timex, tag


def publication_from(text: str) -> Publication:
    """The publication date that a person wrote, as EDTF or as a date in words.

    Raises EdtfError where it is neither, or not a whole date: what it counts from is not known.
    """
    edtf = _edtf(text.strip())
    return Publication(edtf, edtf.bounds(), Basis.STATED, "Entered by hand.")


def _edtf(text: str) -> Edtf:
    try:
        return parse_edtf(text)
    except EdtfError:
        found = tag(text)
        whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
        if not whole or found[0].basis is not Basis.STATED or not found[0].edtf:
            raise
        return parse_edtf(found[0].edtf)


def dates_in(chronology: Chronology, document: Document) -> list[Timex]:
    """The temporal expressions of a document, read with the chronology's own events."""
    publication = document.publication
    published = None if publication is None else str(publication.edtf)
    return tag(document.text or "", published, calendar=calendar_of(chronology))
