"""What is open and what of it is shown: one state, which the views are told about."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelectionModel, QObject, Signal

from izium_timeline.layout.columns import columns_of
from izium_timeline.model.chronology import Category, Chronology
from izium_timeline.model.event import Event
from izium_timeline.store.open import open_chronology
from izium_timeline.views.event_model import EventModel

if TYPE_CHECKING:
    from izium_timeline.search.find import Hits
    from izium_timeline.search.index import SearchIndex

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a search and a selected span leave: hits, and the rows that the list shows.

    ``hits`` is None without a search; ``rows`` None where nothing is left out. Rows are
    indices into the chronology's events.
    """

    query: str = ""
    hits: "Hits | None" = None
    span: Span | None = None
    rows: tuple[int, ...] | None = None

    def mask(self, count: int) -> NDArray[np.bool_] | None:
        """The shown rows as a mask over all events, None where nothing is left out."""
        if self.rows is None:
            return None
        mask = np.zeros(count, dtype=np.bool_)
        mask[list(self.rows)] = True
        return mask


class Workspace(QObject):
    """The open chronology, the event that is current, and what is shown of it."""

    opened = Signal()
    shown_changed = Signal()

    def __init__(self, categories: Sequence[Category], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._categories = categories
        self.target: Path | None = None
        self.chronology = Chronology("")
        self.columns = columns_of(self.chronology, categories)
        self.model = EventModel(self)
        self.selection = QItemSelectionModel(self.model, self)
        self.shown = Shown()
        self._index: SearchIndex | None = None

    def open(self, target: Path | None) -> None:
        """Open Izium (None), a chronology file or a folder; raises TimelineError."""
        self.show(target, open_chronology(target))

    def show(self, target: Path | None, chronology: Chronology) -> None:
        """Take an opened chronology as the current one."""
        self.target, self.chronology = target, chronology
        self.columns = columns_of(chronology, self._categories)
        self._index = None
        self.shown = Shown()
        self.model.set_chronology(chronology)
        self.opened.emit()

    @property
    def row(self) -> int | None:
        """The current event's row."""
        index = self.selection.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def current(self) -> Event | None:
        """The current event."""
        return None if self.row is None else self.chronology.events[self.row]

    @property
    def shown_events(self) -> tuple[Event, ...]:
        """The events that search and span leave, in order."""
        events = self.chronology.events
        rows = self.shown.rows
        return events if rows is None else tuple(events[row] for row in rows)

    def select(self, row: int) -> None:
        """Make an event the current one."""
        flags = QItemSelectionModel.SelectionFlag
        self.selection.setCurrentIndex(self.model.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def row_of(self, event_id: str) -> int | None:
        """The row of an event by its id."""
        events = self.chronology.events
        return next((row for row, event in enumerate(events) if event.id == event_id), None)

    def search(self, query: str) -> None:
        """Show what a query finds; an empty one shows all. Raises QueryError."""
        hits = self._find(query) if query.strip() else None
        self._show(query, hits, self.shown.span)

    def set_span(self, span: Span | None) -> None:
        """Show what may lie within a span of days (first day, end exclusive); None lifts it."""
        self._show(self.shown.query, self.shown.hits, span)

    def _find(self, query: str) -> "Hits":
        from izium_timeline.search.find import find  # no start needs them
        from izium_timeline.search.index import build_index

        self._index = self._index or build_index(self.chronology)
        return find(self._index, query)

    def _show(self, query: str, hits: "Hits | None", span: Span | None) -> None:
        rows: Sequence[int] | None = None if hits is None else hits.events
        if span is not None:
            every = range(len(self.chronology.events)) if rows is None else rows
            rows = [row for row in every if _meets(self.chronology.events[row], span)]
        self.shown = Shown(query, hits, span, None if rows is None else tuple(rows))
        self.shown_changed.emit()


def _meets(event: Event, span: Span) -> bool:
    earliest, latest = event.bounds.earliest, event.bounds.latest
    return (earliest is None or earliest < span[1]) and (latest is None or latest + 1 > span[0])
