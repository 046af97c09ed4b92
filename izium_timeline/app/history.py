"""The searches of the open chronology: recent ones, and those that a person keeps.

What is kept was entered by a person, and lies where everything lies that a person enters; recent
searches are only a convenience, and lie in a file of their own.
"""

from contextlib import suppress

from izium_timeline.app.workspace import Workspace
from izium_timeline.model.errors import TimelineError
from izium_timeline.store.entered import with_searches
from izium_timeline.store.searches import (
    LONGEST,
    MOST_KEPT,
    Searches,
    read_searches,
    write_searches,
)
from izium_timeline.views.search_offers import Offer

# What a line can be begun with, for one who has not searched yet.
_HINTS = (
    ("category:", "what kind of event"),
    ("place:", "where"),
    ("actor:", "who"),
    ("source:", "who reports it"),
    ("on:", "possible on a day, in a month, in a season"),
    ("during:", "in a phase"),
    ("has:conflict ", "where sources disagree"),
)


class History:
    """Remembers, keeps and forgets searches; a failure to remember disturbs nobody."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def offers(self) -> list[Offer]:
        """The kept searches and then the recent ones, the latest first; hints to a beginner."""
        kept, entered = self._workspace.chronology.searches, self._entered
        earlier = [
            *(Offer(query, note="kept", kept=query in entered) for query in kept),
            *(
                Offer(query, note="recent", kept=True)
                for query in self._searches().recent
                if query not in kept
            ),
        ]
        return earlier or [Offer(field, note=note) for field, note in _HINTS]

    def keep(self, query: str) -> str:
        """Keep a search; returns what to tell. Raises TimelineError."""
        query = query.strip()
        if not query:
            return "There is no search to keep"
        if len(query) > LONGEST:
            return "The search is too long to be kept"
        self._enter("the search kept", (query, *self._entered))
        return f"Kept: {query}"

    def note(self, query: str) -> None:
        """Remember a search as a recent one."""
        with suppress(TimelineError):
            self._write(self._searches().used(query))

    def drop(self, query: str) -> None:
        """Forget a search."""
        with suppress(TimelineError):
            self._write(self._searches().without(query))
            kept = tuple(other for other in self._entered if other != query)
            if kept != self._entered:
                self._enter("the kept search dropped", kept)

    def adopt(self) -> None:
        """Move what an earlier version kept among the recent searches to what was entered."""
        searches = self._searches()
        if not searches.kept_before:
            return
        with suppress(TimelineError):
            both = (*self._entered, *searches.kept_before)
            self._workspace.entries.adopt(lambda entered: with_searches(entered, both))
            self._workspace.take_searches()
            self._write(Searches(searches.recent))

    @property
    def _entered(self) -> tuple[str, ...]:
        return self._workspace.entries.entered.searches

    def _enter(self, what: str, queries: tuple[str, ...]) -> None:
        kept = tuple(dict.fromkeys(queries))[:MOST_KEPT]
        self._workspace.entries.change(what, lambda entered: with_searches(entered, kept))

    def _searches(self) -> Searches:
        return read_searches(self._workspace.target)

    def _write(self, searches: Searches) -> None:
        if searches != self._searches():
            write_searches(self._workspace.target, searches)
