"""Where the searched events come from: columns, or a chronology turned into them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Extent
from izium_timeline.model.report import known_from
from izium_timeline.search.columns import Column, Days, column_of
from izium_timeline.search.fields import EVENT_FIELDS, PUBLISHER
from izium_timeline.search.quotes import Quotes, quotes_of
from izium_timeline.search.text_index import CHUNK, Piece
from izium_timeline.search.tokens import joined

# How much a word counts for relevance in each column of an event's texts.
WEIGHTS = (6.0, 3.0, 2.0, 2.0, 1.0, 1.0)


class Source(Protocol):
    """Events in their order, as many as ``days`` has rows.

    ``pieces`` gives their texts in the columns of WEIGHTS: title, quotes, places, actors,
    category, publishers; several values of one are joined by ``tokens.BOUNDARY``.
    ``columns`` has a column for each field of EVENT_FIELDS that the events have.
    """

    @property
    def days(self) -> Days: ...  # noqa: D102 - see the class
    @property
    def columns(self) -> Mapping[str, Column]: ...  # noqa: D102
    @property
    def quotes(self) -> Quotes: ...  # noqa: D102
    def pieces(self) -> Iterator[Piece]: ...  # noqa: D102


class ChronologySource:
    """The events of a chronology."""

    def __init__(self, chronology: Chronology) -> None:
        self._events = chronology.events
        self._documents = {document.path: document for document in chronology.documents}
        self.days = _days(chronology.events, self._documents)
        self.columns = {
            name: column_of(field.values(event, self._documents) for event in chronology.events)
            for name, field in EVENT_FIELDS.items()
        }
        self.quotes = quotes_of(chronology.events)

    def pieces(self) -> Iterator[Piece]:
        """The texts that events are found by: their own and their quotes, not their documents'."""
        for first in range(0, len(self._events), CHUNK):
            texts = [self._texts(event) for event in self._events[first : first + CHUNK]]
            yield Piece(tuple(zip(*texts, strict=True)))

    def _texts(self, event: Event) -> Sequence[str]:
        return (
            event.title,
            joined(piece.exact for piece in event.evidence),
            joined(event.place),
            joined(event.actors),
            event.category,
            joined(PUBLISHER.values(event, self._documents)),
        )


def _days(events: Sequence[Event], documents: Mapping[str, Document]) -> Days:
    bounds = [(event.bounds.earliest, event.bounds.latest) for event in events]
    return Days(
        first=np.array([-np.inf if first is None else first for first, _ in bounds], np.float64),
        last=np.array([np.inf if last is None else last for _, last in bounds], np.float64),
        lasted=np.array([event.extent is Extent.SPAN for event in events], np.bool_),
        known=np.array([known_from(event, documents) for event in events], np.float64),
    )
