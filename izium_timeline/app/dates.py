"""The dates in a document, as the pane asks for them. Loaded when a person first does."""

from izium_timeline.app.typed_dates import date_from
from izium_timeline.build.calendar import calendar_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.event import Basis
from izium_timeline.temporal import Timex, tag


def publication_from(text: str) -> Publication:
    """The publication date that a person wrote; raises UsageError where that is no whole date."""
    edtf = date_from(text)
    return Publication(edtf, edtf.bounds(), Basis.STATED, "Entered by hand.")


def dates_in(chronology: Chronology, document: Document) -> list[Timex]:
    """The temporal expressions of a document, read with the chronology's own events."""
    publication = document.publication
    published = None if publication is None else str(publication.edtf)
    return tag(document.text or "", published, calendar=calendar_of(chronology))
