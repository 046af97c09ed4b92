"""Where the searched events come from: columns, or a chronology turned into them."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Extent
from izium_timeline.model.report import known_from
from izium_timeline.search.columns import Column, Days, Gathering
from izium_timeline.search.fields import EVENT_FIELDS, PUBLISHER
from izium_timeline.search.quotes import QuoteGathering, Quotes
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
        gathered = {name: Gathering() for name in EVENT_FIELDS}
        quotes, days = QuoteGathering(), array("d")
        for row, event in enumerate(chronology.events):  # once: each may come from a disk
            for name, field in EVENT_FIELDS.items():
                gathered[name].add(row, field.values(event, self._documents))
            quotes.add(row, event)
            days.extend(_days(event, self._documents))
        self.columns = {name: values.column() for name, values in gathered.items()}
        self.quotes = quotes.quotes()
        first, last, lasted, known = np.array(days).reshape(-1, 4).T.copy()
        self.days = Days(first, last, lasted != 0, known)

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


def _days(event: Event, documents: Mapping[str, Document]) -> tuple[float, float, bool, float]:
    """The row of an event in ``Days``."""
    first, last = event.bounds.earliest, event.bounds.latest
    return (
        -np.inf if first is None else first,
        np.inf if last is None else last,
        event.extent is Extent.SPAN,
        known_from(event, documents),
    )
