"""Leads the views' signals to the workspace, and its state back to the views."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from izium_timeline.app.folder_links import FolderLinks
from izium_timeline.app.hunt import Hunt
from izium_timeline.app.parts import Parts
from izium_timeline.app.renewal import renew
from izium_timeline.app.scrub import row_at
from izium_timeline.app.searching import Searching
from izium_timeline.app.status import counts_text, problems_text, standing_text, status_text
from izium_timeline.app.workspace import Workspace
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.edtf import Edtf, edtf_day
from izium_timeline.store.entered import with_searches
from izium_timeline.views.event_dates import date_text
from izium_timeline.views.passage_cells import PassageRow, nothing_lit
from izium_timeline.views.publishers import short_publisher
from izium_timeline.views.search_words import passages_text

if TYPE_CHECKING:
    from izium_timeline.search.find import Hits
    from izium_timeline.search.passages import Passage
    from izium_timeline.temporal.timex import Timex


class Links(QObject):
    """Data down, signals up: no view knows another."""

    def __init__(self, workspace: Workspace, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._parts = parts
        self._passage = -1
        self._passages = self._standing = ""
        self._hunt = Hunt(self)
        self._hunt.told.connect(self._show_passages)
        self._entered = workspace.entries.entered
        self._connect_pane()
        self._connect()
        self.searching = Searching(workspace, parts, self)
        self.folder = FolderLinks(workspace, parts, self)
        self._show_chronology()

    def next_hit(self) -> None:
        """Go to the next hit: the events in their order, then the passages."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the previous hit."""
        self._step(-1)

    def _connect(self) -> None:
        workspace, parts = self._workspace, self._parts
        workspace.opened.connect(self._show_chronology)
        workspace.renewed.connect(self._renew)
        workspace.shown_changed.connect(self._show_shown)
        parts.timeline.playhead_moved.connect(self._show_day)
        parts.timeline.faded.connect(self._show_known)
        parts.timeline.scrubbed.connect(self._select_at)
        parts.timeline.span_changed.connect(workspace.set_span)
        parts.timeline.hidden_changed.connect(workspace.set_hidden)
        parts.timeline.view_changed.connect(
            lambda: parts.overview.show_range(*parts.timeline.visible_range())
        )
        parts.overview.range_changed.connect(parts.timeline.show_range)
        parts.events.event_activated.connect(parts.timeline.fit_event)
        parts.events.menu_asked.connect(parts.timeline.open_menu)
        parts.events.told.connect(parts.status.setText)
        parts.search.query_changed.connect(workspace.search)
        workspace.entries.changed.connect(self._show_entered)
        workspace.refused.connect(parts.search.set_mistake)
        workspace.refused.connect(lambda error: parts.status.setText(str(error)))
        parts.search.next_hit.connect(self.next_hit)
        parts.search.previous_hit.connect(self.previous_hit)
        parts.search.left.connect(parts.timeline.setFocus)
        parts.passages.passage_activated.connect(parts.pane.show_passage)

    def _connect_pane(self) -> None:
        workspace, parts = self._workspace, self._parts
        parts.pane.set_selection_model(workspace.selection)
        parts.pane.event_selected.connect(workspace.select)
        parts.pane.told.connect(parts.status.setText)
        parts.pane.failed.connect(parts.message.tell)
        parts.pane.day_pointed.connect(parts.timeline.set_playhead)

    def _show_chronology(self) -> None:
        workspace, parts = self._workspace, self._parts
        parts.message.hide()  # what it says is of another chronology
        parts.search.clear()
        parts.pane.set_chronology(workspace.chronology)
        self._show_state()
        workspace.set_hidden(parts.timeline.stage.hidden)
        if workspace.row is not None:
            parts.pane.show_event(workspace.row)
        if parts.timeline.playhead is not None:
            self._show_day(parts.timeline.playhead)

    def _renew(self) -> None:
        """Show another state of the same chronology; the pane stays where it is."""
        self._parts.pane.set_chronology(self._workspace.chronology, keep_event=True)
        self._show_state()

    def _show_state(self) -> None:
        workspace, parts = self._workspace, self._parts
        chronology = workspace.chronology
        self._entered = workspace.entries.entered
        self._standing = standing_text(chronology)
        parts.overview.set_chronology(chronology, workspace.columns)
        parts.overview.show_range(*parts.timeline.visible_range())
        parts.pane.set_tagger(partial(_dates_in, chronology))
        parts.header.set_title(chronology.title, counts_text(chronology))
        if workspace.opening.running:
            return  # what can't be read is told when all is read
        self._tell_problems(chronology)

    def _tell_problems(self, chronology: Chronology) -> None:
        """Say what is wrong with the documents, and where the list of them is."""
        message, unread = self._parts.message, problems_text(chronology)
        if told := " ".join(filter(None, (self._workspace.problem, unread))):
            message.tell(told, *(("Show files", "files") if unread else ()))
        else:
            message.hide()

    def _show_entered(self) -> None:
        """Show what was entered; of searches that are kept only the list of them tells."""
        workspace = self._workspace
        before, self._entered = self._entered, workspace.entries.entered
        if with_searches(before, ()) == with_searches(self._entered, ()):
            workspace.take_searches()
        else:
            renew(workspace, self._parts, workspace.base)

    def _show_shown(self) -> None:
        workspace, parts = self._workspace, self._parts
        shown = workspace.shown
        parts.timeline.set_hits(shown.found)
        parts.timeline.repaint()  # at once: it is what a person who types looks at
        self._light_overview()
        hits = shown.hits
        parts.pane.set_words(None if hits is None else partial(_spans, hits))
        if self._hunt.start(hits):
            self._passage = -1
        self._show_result()
        parts.status.setText(status_text(len(workspace.chronology.events), shown, self._standing))

    def _show_passages(self, passages: Sequence["Passage"], more: bool) -> None:
        """Show the passages that were found so far."""
        hits = self._workspace.shown.hits
        paths = {passage.document for passage in passages}
        sources = {
            document.path: short_publisher(document)
            for document in self._workspace.chronology.documents
            if document.path in paths
        }
        rows = [
            PassageRow(p.document, p.start, p.end, sources.get(p.document, p.document), p.excerpt)
            for p in passages
        ]
        spans = nothing_lit if hits is None else partial(_spans, hits)
        self._parts.passages.set_passages(rows, spans, more=more)
        self._passages = passages_text(len(rows), more=more)
        self._show_result()

    def _show_result(self) -> None:
        shown, total = self._workspace.shown, len(self._workspace.chronology.events)
        self._parts.search.set_result(shown.rows, shown.hits, total, self._passages)

    def _step(self, by: int) -> None:
        """Walk the hits in a ring: the events in the list's order, then the passages."""
        rows, passages = self.searching.order, self._parts.passages
        count = len(rows) + passages.count()
        waits = bool(self._parts.search.query.strip()) and self._workspace.shown.hits is None
        if waits or not count:
            return
        place = (self._place_in(rows, by) + by) % count
        if (hits := self._workspace.shown.hits) is not None:
            self._parts.search.set_place(place + 1, count, hits)
        self._passage = place - len(rows)
        if self._passage >= 0:
            passages.open_passage(self._passage)
        else:
            self._passage = -1
            self._workspace.select(int(rows[place]))

    def _place_in(self, rows: NDArray[np.int64], by: int) -> int:
        """Where among the hits one stands; between two of them, at the one walked away from.

        Between hits that are ordered by relevance nobody stands: the first one is next.
        """
        row = self._workspace.row
        if self._passage >= 0:
            return len(rows) + self._passage
        among = row if not self.searching.by_relevance else None
        place = 0 if among is None else int(np.searchsorted(rows, among))
        stands = np.flatnonzero(rows == row)
        if stands.size:
            return int(stands[0])
        return place if by < 0 else place - 1

    def _show_day(self, day: float) -> None:
        """The playhead's day, and how much was known by then where the rest fades."""
        text = date_text(Edtf(edtf_day(int(day // 1))))
        known = self._parts.timeline.stage.known
        if known is not None:
            text = f"{text} · {np.count_nonzero(known)} of {len(known)} events reported by then"
        self._parts.playhead.setText(text)

    def _show_known(self) -> None:
        self._light_overview()
        if self._parts.timeline.playhead is not None:
            self._show_day(self._parts.timeline.playhead)

    def _light_overview(self) -> None:
        stage = self._parts.timeline.stage
        self._parts.overview.set_hits(stage.lit, searched=stage.hits is not None)

    def _select_at(self, day: float) -> None:
        workspace = self._workspace
        row = row_at(workspace.columns, day, workspace.shown.mask)
        if row is not None and row != workspace.row:
            workspace.select(row)


# What a person may never ask for is loaded when asked: the search and the rule tables for
# dates take a quarter of the program's start.


def _dates_in(chronology: Chronology, document: Document) -> "list[Timex]":
    from izium_timeline.app.dates import dates_in

    return dates_in(chronology, document)


def _spans(hits: "Hits", text: str) -> list[tuple[int, int]]:
    from izium_timeline.search.find import spans

    return spans(text, hits)
