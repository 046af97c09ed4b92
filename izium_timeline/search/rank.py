"""The order of hits: the most relevant first, where that means anything."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from izium_timeline.search.index import ANYWHERE, SearchIndex
from izium_timeline.search.phrases import all_of, any_of, asked
from izium_timeline.search.plan import All, Match, Plan, Some

MOST = 20_000  # rows that are scored; above it relevance takes long and tells nobody anything
_MOST_RUNS = 200  # alternatives that one word may mean

Mask = NDArray[np.bool_]


def by_relevance(plan: Plan, index: SearchIndex, found: Mask) -> NDArray[np.intp]:
    """The rows found, the most relevant first (BM25), equal ones in their order.

    Where there are more than MOST to score, or the query asks for no words, by date.
    """
    rows = np.flatnonzero(found)
    expression = _expression(plan)
    if not expression or _most(plan, index) > MOST:
        return rows
    scored, score = index.events.phrases.relevance(expression)
    scores = np.zeros(len(found))  # BM25 is negative, the least the best
    scores[scored] = score
    return rows[np.argsort(scores[rows], kind="stable")]


def _expression(plan: Plan) -> str:
    """What the plan asks of an event's words, in the full-text index's syntax; else empty."""
    match plan:
        case Match(runs, field) if field == ANYWHERE and len(runs) <= _MOST_RUNS:
            return any_of(sorted(map(asked, runs)))
        case All(parts):
            return all_of(told) if (told := _told(parts)) else ""
        case Some(parts) if len(told := _told(parts)) == len(parts):
            return any_of(told)
        case _:
            return ""


def _told(parts: Iterable[Plan]) -> list[str]:
    return [told for part in parts if (told := _expression(part))]


def _most(plan: Plan, index: SearchIndex) -> float:
    """How many events the expression finds at most; those of several words count as the first."""
    match plan:
        case Match(runs, field) if field == ANYWHERE:
            postings = index.events.postings
            return sum(
                len(postings.rows_of(run.words[0], begins=run.begins and len(run.words) == 1))
                for run in runs
            )
        case All(parts):
            return min((_most(part, index) for part in parts if _expression(part)), default=np.inf)
        case Some(parts):
            return sum(_most(part, index) for part in parts)
        case _:
            return np.inf
