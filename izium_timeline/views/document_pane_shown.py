"""What the document pane shows: one frozen state, from which everything in it follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Evidence, Verdict
from izium_timeline.views.passages import (
    NO_PASSAGES,
    Passage,
    Passages,
    passages_by_document,
    spans_of,
)
from izium_timeline.views.publishers import by_publication

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """A document (``path``), an event (``row``), and which ``piece`` of its evidence.

    The event's evidence need not stand in the document that is shown: a person may look into
    another one.
    """

    chronology: Chronology
    passages: Mapping[str, Passages] = field(default_factory=dict)
    path: str | None = None
    row: int | None = None
    piece: int = 0

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self.chronology.document(self.path) if self.path is not None else None

    @property
    def event(self) -> Event | None:
        """The event that is selected."""
        return None if self.row is None else self.chronology.events[self.row]

    @property
    def evidence(self) -> Evidence | None:
        """The piece of the event's evidence that is chosen."""
        return self.event.evidence[self.piece] if self.event and self.event.evidence else None

    @property
    def span(self) -> Span | None:
        """Where that piece stands in the document shown; None while that is not certain."""
        piece, document = self.evidence, self.document
        if piece is None or document is None or piece.document != document.path:
            return None
        spans = spans_of(piece, document.text)
        return spans[0] if len(spans) == 1 else None

    @property
    def here(self) -> Passages:
        """The passages of the document that is shown."""
        return self.passages.get(self.path or "", NO_PASSAGES)

    @property
    def supporting(self) -> frozenset[str]:
        """The documents that the event's evidence stands in."""
        evidence = self.event.evidence if self.event else ()
        return frozenset(piece.document for piece in evidence)

    def same_text(self, other: "Shown") -> bool:
        """Whether the same document is shown, by its path and the hash of its bytes."""
        here, there = self.document, other.document
        if here is None or there is None or not here.sha256:
            return False
        return (here.path, here.sha256) == (there.path, there.sha256)

    def with_event(self, row: int) -> "Shown":
        """The same with another event, its best evidence, and the document of that."""
        evidence = self.chronology.events[row].evidence
        order = list(Verdict)
        best = min(range(len(evidence)), key=lambda i: order.index(evidence[i].verdict), default=0)
        return replace(self, row=row).with_piece(best)

    def with_event_of(self, other: "Shown") -> "Shown":
        """The same with the event that was selected in another state of the chronology.

        Its words are those in the document in which they were shown; where they stand there no
        longer, as after it was split, they are shown where they are.
        """
        events, event = self.chronology.events, other.event
        if event is None:
            return self
        row = other.row if other.row is not None and other.row < len(events) else None
        if row is None or events[row].id != event.id:
            row = self.chronology.row_of(event.id)
        if row is None:
            return self
        piece = other.piece if other.piece < len(events[row].evidence) else 0
        same = replace(self, row=row, piece=piece)
        if self.path is None or self.path not in other.supporting:
            return same
        if self.path not in same.supporting:
            return same.with_piece(piece)
        here = same.evidence is not None and same.evidence.document == self.path
        return same if here else same.with_document(self.path)

    def with_piece(self, number: int) -> "Shown":
        """The same with another piece of the event's evidence, and its document."""
        chosen = replace(self, piece=number)
        piece = chosen.evidence
        known = piece is not None and self.chronology.document(piece.document) is not None
        return replace(chosen, path=piece.document) if piece and known else chosen

    def with_document(self, path: str) -> "Shown":
        """The same with another document, and the event's first piece of evidence in it."""
        evidence = self.event.evidence if self.event else ()
        here = (number for number, piece in enumerate(evidence) if piece.document == path)
        return replace(self, path=path, piece=next(here, self.piece))

    def with_passage(self, passage: Passage) -> "Shown":
        """The same with the event that a passage of this document supports."""
        return replace(self, row=passage.row, piece=passage.piece)

    def beside(self, point: int, forward: bool) -> Passage | None:
        """The passage after or before the chosen one; where none is chosen, seen from a place."""
        items = self.here.items
        chosen = [(item.row, item.piece) == (self.row, self.piece) for item in items]
        if self.span is not None and any(chosen):
            place = chosen.index(True) + (1 if forward else -1)
            return items[place] if 0 <= place < len(items) else None
        return self.here.after(point - 1) if forward else self.here.before(point)


def first_shown(chronology: Chronology, before: Shown) -> Shown:
    """A chronology without a selected event: in the document that was shown before, else in the
    first published of those that could be read.

    A document that could not be read, and was shown while there was no other, gives way.
    """
    documents = by_publication(chronology)
    path = None if _for_want_of_another(before) else before.path
    if path is None or chronology.document(path) is None:
        readable = [each.path for each in documents if not each.missing]
        path = next(iter(readable or [each.path for each in documents]), None)
    return Shown(chronology, passages_by_document(chronology), path)


def _for_want_of_another(shown: Shown) -> bool:
    document = shown.document
    if document is None or not document.missing:
        return False
    return all(each.missing for each in shown.chronology.documents)
