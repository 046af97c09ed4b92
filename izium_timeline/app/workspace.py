"""What is open and what of it is shown: one state, which the views are told about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelectionModel, QObject, Signal

from izium_timeline.app.entries import Entries
from izium_timeline.app.opening import Opening
from izium_timeline.layout.columns import NO_CATEGORY, columns_of
from izium_timeline.layout.told import Told, told_of
from izium_timeline.model.chronology import Category, Chronology
from izium_timeline.model.event import Event, Status
from izium_timeline.model.selected import Selected
from izium_timeline.store.entered import overlay
from izium_timeline.store.events.facts import STATUSES
from izium_timeline.views.event_model import EventModel

if TYPE_CHECKING:
    from izium_timeline.app.seeker import Seeker
    from izium_timeline.search.find import Hits

Span = tuple[float, float]
_ASKS_FOR_THEM = "status:rejected"  # in a query: else what was turned down is in no list


@dataclass(frozen=True, eq=False)
class Shown:
    """What a search, a selected span and the legend's filter leave.

    ``hits`` is None without a search; ``hidden`` holds the names of categories that are left
    out. Two masks over all events, None where nothing is left out: ``found`` is what search and
    span leave, ``mask`` what all three do.
    """

    query: str = ""
    hits: "Hits | None" = None
    span: Span | None = None
    hidden: frozenset[str] = frozenset()
    found: NDArray[np.bool_] | None = None
    mask: NDArray[np.bool_] | None = None

    @cached_property
    def rows(self) -> NDArray[np.intp] | None:
        """The rows that are left, in order; None where nothing is left out."""
        return None if self.mask is None else np.flatnonzero(self.mask)


class Workspace(QObject):
    """The open chronology, the event that is current, and what is shown of it.

    ``chronology`` is ``base``, as it was opened, with what a person entered about it; ``problem``
    says why that can't be shown, if it can't. ``opened`` tells of another chronology, ``leaving``
    that it is about to be another, ``renewed``
    of another state of the same one, whose current event is at ``renewed_row`` now, and which is
    of documents ``read_anew``, or else only of what was entered. ``refused`` carries the
    QueryError of a query that can't be answered; what was found before stays shown. Of what is
    ``forgotten`` no view is to be kept; ``unmatched`` are the ids of events that are shown beside
    those of a chronology, and of which nothing can be entered.
    """

    leaving = Signal()
    opened = Signal()
    renewed = Signal()
    shown_changed = Signal()
    refused = Signal(object)

    def __init__(self, categories: Sequence[Category], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._categories = categories
        self.target: Path | None = None
        self.base = self.chronology = Chronology("")
        self.entries = Entries(self)
        self.problem = ""
        self.renewed_row: int | None = None
        self.read_anew = self.forgotten = False
        self.unmatched: frozenset[str] = frozenset()
        told = told_of(self.chronology)
        self.columns = columns_of(self.chronology, categories, told)
        self._told = told.reusable
        self.model = EventModel(self)
        self.selection = QItemSelectionModel(self.model, self)
        self.shown = Shown()
        self.opening = Opening(self)

    @cached_property
    def seeker(self) -> "Seeker":
        """Who answers queries; the first picture is painted without."""
        from izium_timeline.app.seeker import Seeker

        seeker = Seeker(self)
        seeker.answered.connect(self._show_answer)
        seeker.refused.connect(lambda _query, why: self.refused.emit(why))
        seeker.open(self.chronology, self.target)
        return seeker

    def open(self, folder: Path) -> None:
        """Open a folder: it is shown at once, and ``opening`` tells of what is found in it.

        Raises TimelineError.
        """
        self.opening.start(folder)
        self._show_other(folder, Chronology(folder.resolve().name or str(folder)))

    def show(self, target: Path | None, base: Chronology, told: Told | None = None) -> None:
        """Take an opened chronology, of whose events ``told`` may hold the facts, as the current
        one; what is read of a folder is given up.
        """
        self.opening.stop()
        self._show_other(target, base, told)

    def _show_other(self, target: Path | None, base: Chronology, told: Told | None = None) -> None:
        self.leaving.emit()
        self.forgotten = False
        self._take(target, base, told)
        if "seeker" in vars(self):
            self.seeker.open(self.chronology, target)
        self.shown = Shown()
        self.opened.emit()

    def renew(self, base: Chronology, told: Told | None = None) -> None:
        """Take another state of the same chronology; what is selected stays, the search goes on.

        What it found last is shown until it has found it there. ``told`` is as for ``show``.
        """
        event, shown = self.current, self.shown
        self.read_anew = base is not self.base
        self._take(self.target, base, told)
        self.shown = Shown(query=shown.query)
        self.renewed_row = None if event is None else self.row_of(event.id)
        self.renewed.emit()
        if self.renewed_row is not None:
            self.select(self.renewed_row)
        hits = None if shown.hits is None else shown.hits.carried(self.chronology)
        self._show(query=shown.query, hits=hits, span=shown.span, hidden=shown.hidden)
        if "seeker" in vars(self):
            self.seeker.renew(self.chronology)

    def _take(self, target: Path | None, base: Chronology, told: Told | None) -> None:
        self.target, self.base = target, base
        self.problem = self.entries.open(target)
        self.chronology = overlay(base, self.entries.entered)
        told = told_of(self.chronology, told or self._told)
        self.columns = columns_of(self.chronology, self._categories, told)
        self._told = told.reusable
        self.model.set_chronology(self.chronology)

    def take_searches(self) -> None:
        """Take over which searches a person keeps: nothing else of the chronology changes."""
        bare = replace(self.base, events=(), documents=())
        kept = overlay(bare, self.entries.entered).searches
        self.chronology = replace(self.chronology, searches=kept)

    @property
    def row(self) -> int | None:
        """The current event's row."""
        index = self.selection.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def current(self) -> Event | None:
        """The current event, None where there is none, or it can't be read any more."""
        rows = () if self.row is None else (self.row,)
        return next((event for _, event in self.chronology.readable(rows)), None)

    @property
    def shown_events(self) -> Sequence[Event]:
        """The events that search and span leave, in order."""
        events, rows = self.chronology.events, self.shown.rows
        return events if rows is None else Selected(events, rows.tolist())

    def select(self, row: int) -> None:
        """Make an event the current one."""
        flags = QItemSelectionModel.SelectionFlag
        self.selection.setCurrentIndex(self.model.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def row_of(self, event_id: str) -> int | None:
        """The row of an event by its id."""
        return self.chronology.row_of(event_id)

    def beside(self, row: int) -> str:
        """The id of the event shown after that of a row, or of the one before; "" of none."""
        rows = self.shown.rows
        shown = np.arange(len(self.chronology.events)) if rows is None else rows
        others = [*shown[shown > row][:1].tolist(), *shown[shown < row][-1:].tolist()]
        return self.chronology.events[others[0]].id if others else ""

    def search(self, query: str) -> None:
        """Show what a query finds, as soon as that is known; an empty one shows all."""
        if query.strip():
            self.seeker.ask(query)
        else:
            self.seeker.forget()
            self._show(query=query, hits=None)

    def set_span(self, span: Span | None) -> None:
        """Show what may lie within a span of days (first day, end exclusive); None lifts it."""
        self._show(span=span)

    def set_hidden(self, categories: frozenset[str]) -> None:
        """Leave out the events of these categories."""
        self._show(hidden=categories)

    def _show_answer(self, query: str, hits: "Hits") -> None:
        """Show an answer, which may be of an earlier state of the chronology."""
        self._show(query=query, hits=hits.carried(self.chronology))

    def _show(self, **changes: Any) -> None:
        """Take over what changed of query, hits, span and hidden, and work out what is left."""
        shown = replace(self.shown, **changes)
        found = None if shown.hits is None else shown.hits.mask
        if shown.span is not None:
            first, last = shown.span
            found = _both(found, (self.columns.start < last) & (self.columns.end > first))
        mask = found
        if shown.hidden:
            names = [name or NO_CATEGORY for name in self.columns.categories]
            kept = np.array([name not in shown.hidden for name in names])
            mask = _both(found, kept[self.columns.category])
        turned_down = self.columns.status == STATUSES.index(Status.REJECTED)
        if turned_down.any() and _ASKS_FOR_THEM not in shown.query:
            mask = _both(mask, ~turned_down)
        self.shown = replace(shown, found=found, mask=mask)
        self.shown_changed.emit()


def _both(one: NDArray[np.bool_] | None, other: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return other if one is None else one & other
