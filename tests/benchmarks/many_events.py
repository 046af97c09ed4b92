"""Columns of events that nobody wrote, as the search takes them."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from izium_timeline.layout.columns import Columns
from izium_timeline.model.event import Extent
from izium_timeline.search.columns import Column, Days, make_column
from izium_timeline.search.quotes import QuoteGathering, Quotes
from izium_timeline.search.text_index import CHUNK, Piece
from izium_timeline.store.events.facts import EXTENTS, STATUSES, VOICES


class ColumnSource:
    """The columns of the timeline as a source of the search: events without quotes."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.days = Days(
            first=np.floor(columns.start),
            last=np.ceil(columns.end) - 1,
            lasted=columns.extent == EXTENTS.index(Extent.SPAN),
            known=np.full(len(columns), np.nan),
        )
        self.columns: Mapping[str, Column] = {
            "category": _coded(columns.categories, columns.category),
            "place": _coded(columns.places, columns.place),
            "source": _coded(columns.documents, columns.document),
            "status": _coded(STATUSES, columns.status),
            "voice": _coded(VOICES, columns.voice),
            "extent": _coded(EXTENTS, columns.extent),
        }
        self.quotes: Quotes = QuoteGathering().quotes()

    def pieces(self) -> Iterator[Piece]:
        """Title, no quotes, place, no actors, category and document of each event."""
        columns = self._columns
        for first in range(0, len(columns), CHUNK):
            part = slice(first, first + CHUNK)
            titles = columns.titles[part]
            none = [""] * len(titles)
            yield Piece(
                (
                    titles,
                    none,
                    _named(columns.places, columns.place[part]),
                    none,
                    _named(columns.categories, columns.category[part]),
                    _named(columns.documents, columns.document[part]),
                )
            )


def _coded(names: Sequence[str], codes: "np.ndarray[tuple[int], np.dtype[np.generic]]") -> Column:
    rows = np.arange(len(codes), dtype=np.int32)
    return make_column(names, rows, codes.astype(np.int32))


def _named(names: Sequence[str], codes: "np.ndarray[tuple[int], np.dtype[np.int32]]") -> list[str]:
    return [names[code] for code in codes.tolist()]
