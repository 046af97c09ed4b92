"""What makes searching easy: completion, filters, earlier and kept searches, the list's order."""

import math
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer

from izium_timeline.app.history import History
from izium_timeline.app.parts import Parts
from izium_timeline.app.workspace import Span, Workspace
from izium_timeline.layout.columns import NO_CATEGORY
from izium_timeline.model.edtf import edtf_day, parse_edtf
from izium_timeline.views.event_dates import date_text
from izium_timeline.views.search_facets import Chip
from izium_timeline.views.search_offers import Offer

_PAUSE = 150  # milliseconds without a change before filters are counted


class Searching(QObject):
    """Leads the search bar and the filters to the index, and back."""

    def __init__(self, workspace: Workspace, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._parts = parts
        self._history = History(workspace)
        self._history.adopt()
        self.by_relevance = False
        self._order: NDArray[np.intp] | None = None
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_PAUSE)
        self._count.timeout.connect(self._show_facets)
        search = parts.search
        search.entered.connect(lambda: QTimer.singleShot(0, self, workspace.seeker.warm))
        search.typed.connect(self._complete)
        search.history_asked.connect(self._offer_history)
        search.dropped.connect(self._history.drop)
        search.next_hit.connect(self._note)
        parts.facets.toggled.connect(self._toggle)
        workspace.opened.connect(self._history.adopt)
        workspace.opened.connect(self._follow)
        workspace.shown_changed.connect(self._follow)
        workspace.seeker.ready.connect(self._follow)
        workspace.seeker.waits.connect(search.set_waiting)

    def show_filters(self, on: bool) -> None:
        """Show or hide the filters."""
        self._parts.facets.setVisible(on)
        self._show_facets()

    def rank_list(self, on: bool) -> None:
        """Order the list by relevance, or by date."""
        self.by_relevance = on
        self._show_order()

    @property
    def order(self) -> NDArray[np.intp]:
        """The rows of the hits, in the list's order; of all events where nothing is searched."""
        if self._order is None:
            return np.arange(len(self._workspace.chronology.events))
        near = self._near
        return self._order if near is None else self._order[~near[self._order]]

    @property
    def _near(self) -> NDArray[np.bool_] | None:
        """The events that are shown because a hit is near."""
        hits = self._workspace.shown.hits
        return None if hits is None else hits.near

    def keep(self) -> str:
        """Keep the search that is shown; returns what to tell. Raises TimelineError."""
        return self._history.keep(self._workspace.shown.query)

    def take_view(self) -> str:
        """Write the span and what the legend leaves out into the line, and lift them there.

        So the view is one line, to be kept, sent or exported. Returns what to tell; raises
        TimelineError.
        """
        from izium_timeline.search.amend import narrowed

        shown, timeline = self._workspace.shown, self._parts.timeline
        clauses = view_clauses(shown.span, shown.hidden)
        if not clauses:
            return "There is no span, and the legend leaves nothing out"
        line = narrowed(self._query, clauses)
        timeline.clear_span()
        timeline.set_hidden(shown.hidden & {NO_CATEGORY})
        self._parts.search.set_query(line)
        return f"The search is now: {line.strip()}"

    @property
    def _query(self) -> str:
        """What is shown, typing errors corrected."""
        shown = self._workspace.shown
        return shown.query if shown.hits is None else shown.hits.corrected or shown.query

    def _follow(self) -> None:
        """The filters and the list's order follow what is shown."""
        self._show_order()
        if self._parts.facets.isVisible():
            self._count.start()

    def _show_order(self) -> None:
        workspace = self._workspace
        shown, index = workspace.shown, workspace.seeker.index
        if self.by_relevance and shown.hits is not None and index is not None:
            from izium_timeline.search.find import ranked

            rows = ranked(index, shown.hits)
            self._order = rows if shown.mask is None else rows[shown.mask[rows]]
        else:
            self._order = shown.rows
        self._parts.events.set_shown(self._order, self._near)

    def _show_facets(self) -> None:
        if not self._parts.facets.isVisible():
            return
        index = self._workspace.seeker.index
        if index is None:
            self._workspace.seeker.warm()  # tells when it is ready
            return
        from izium_timeline.search.facets import facets_of

        self._parts.facets.set_facets(
            [
                (
                    facet.name,
                    [Chip(_shown_name(facet.name, value.name), value.clause, value.count,
                          value.chosen)
                     for value in facet.values],
                )
                for facet in facets_of(index, self._query)
            ]
        )  # fmt: skip

    def _toggle(self, clause: str) -> None:
        from izium_timeline.search.amend import toggled

        self._parts.search.set_query(toggled(self._query, clause))

    def _complete(self, line: str, cursor: int) -> None:
        index = self._workspace.seeker.index
        if index is None:
            return
        from izium_timeline.search.complete import completions

        self._parts.search.offer(
            [
                Offer(found.text, found.start, found.end, _events(found.count))
                for found in completions(index, line, cursor)
            ]
        )

    def _offer_history(self) -> None:
        self._parts.search.offer(self._history.offers())

    def _note(self) -> None:
        """A search whose hits a person steps through is worth remembering."""
        shown = self._workspace.shown
        if shown.hits:
            self._history.note(shown.query)


def view_clauses(span: Span | None, hidden: Collection[str]) -> list[str]:
    """A span of days (its end exclusive) and categories left out, as clauses of a query."""
    from izium_timeline.search.amend import clause_text

    clauses = [
        f"-{clause_text('category', name)}" for name in sorted(hidden) if name != NO_CATEGORY
    ]
    if span is not None:
        first, last = math.floor(span[0]), math.ceil(span[1]) - 1
        days = dict.fromkeys((edtf_day(first), edtf_day(last)))
        clauses.insert(0, f"on:{'/'.join(map(str, days))}")
    return clauses


def _shown_name(facet: str, name: str) -> str:
    """A value in a person's words: months are dates."""
    return date_text(parse_edtf(name)) if facet == "month" else name


def _events(count: int | None) -> str:
    if count is None:
        return ""
    return f"{count:,} event{'' if count == 1 else 's'}"
