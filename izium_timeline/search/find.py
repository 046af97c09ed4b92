"""Finding: a line in, the events and passages that it means out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import compress, islice

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.vocabulary.words import words_in
from izium_timeline.model.chronology import Chronology
from izium_timeline.search.around import around
from izium_timeline.search.correction import corrected
from izium_timeline.search.index import ANYWHERE, SearchIndex
from izium_timeline.search.parse import parse
from izium_timeline.search.passages import MOST, Passage, passages_of
from izium_timeline.search.plan import matched, plan_of, wanted
from izium_timeline.search.query import Around, Query
from izium_timeline.search.rank import by_relevance
from izium_timeline.search.runs import Pattern, pattern_of

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Hits:
    """What a search found.

    ``mask`` is over all events of the ``chronology``: those found, and with them those that
    ``around:`` asked for; ``near`` is the mask of the latter alone, None where they were not
    asked for. ``corrected`` is the query that was answered in place of the one asked, None where
    nothing was corrected. ``words`` looks for what was found in a text.
    """

    chronology: Chronology
    query: Query
    mask: Mask
    near: Mask | None
    words: Pattern
    seek_passages: Callable[[], Iterator[Passage | None]]
    corrected: str | None = None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Hits in documents that lie in no quote of the events found, MOST of them at most.

        They are sought when they are first asked for, so that the events found can be shown
        before. Where there is much text, ``seek_passages`` gives them one by one, and None now
        and then where it can be left off.
        """
        return tuple(islice(filter(None, self.seek_passages()), MOST))

    @property
    def rows(self) -> NDArray[np.intp]:
        """The rows of ``chronology.events`` that are shown, in their order."""
        return np.flatnonzero(self.mask)

    @property
    def events(self) -> tuple[int, ...]:
        """The same as plain numbers."""
        return tuple(self.rows.tolist())

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.mask.any()) or any(self.seek_passages())

    def carried(self, chronology: Chronology) -> "Hits":
        """What was found in another state of the same chronology: events by their ids.

        It stands for what is found there until that is known.
        """
        if chronology.events == self.chronology.events:
            return self
        return replace(
            self,
            chronology=chronology,
            mask=_carried(self.mask, self.chronology, chronology),
            near=self.near
            if self.near is None
            else _carried(self.near, self.chronology, chronology),
        )


def find(index: SearchIndex, text: str, *, exact: bool = False) -> Hits:
    """What the line finds; where that is nothing, what it finds with typing errors corrected.

    ``exact`` forbids the correction. An event is found by its own fields and its quotes; a hit
    elsewhere in a document is a passage. An empty line finds every event. Raises ParseError (a
    QueryError).
    """
    asked = parse(text)
    hits = _answer(asked, index)
    if hits or exact:
        return hits
    query = corrected(asked, index)
    better = hits if query == asked else _answer(query, index)
    return replace(better, corrected=str(query).strip()) if better else hits


def _answer(query: Query, index: SearchIndex) -> Hits:
    plan = plan_of(query, index)
    found = matched(plan, index)
    distances = [clause.days for clause in query.clauses if isinstance(clause, Around)]
    near = around(index.days, found, max(distances)) if distances else None
    return Hits(
        chronology=index.chronology,
        query=query,
        mask=found if near is None else found | near,
        near=near,
        seek_passages=partial(passages_of, plan, index, found),
        words=pattern_of(
            run for match in wanted(plan) if match.field == ANYWHERE for run in match.runs
        ),
    )


def _carried(mask: Mask, before: Chronology, after: Chronology) -> Mask:
    found = set(compress(before.ids(), mask.tolist()))
    return np.fromiter(map(found.__contains__, after.ids()), np.bool_, len(after.events))


def ranked(index: SearchIndex, hits: Hits) -> NDArray[np.intp]:
    """The rows that are shown, the most relevant first; see ``rank.by_relevance``.

    Hits that were not found with this index are given in their order.
    """
    if hits.chronology is not index.chronology:
        return hits.rows
    return by_relevance(plan_of(hits.query, index), index, hits.mask)


def spans(text: str, hits: Hits) -> list[tuple[int, int]]:
    """Where the words that were found stand in a text: code points, in order, apart."""
    return list(hits.words.found(tuple(words_in(text)))) if hits.words else []
