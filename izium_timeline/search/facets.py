"""Facets: by what the hits can be narrowed, each with the count that it would leave."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from izium_timeline.model.days import day_number
from izium_timeline.model.errors import QueryError
from izium_timeline.search.amend import clause_text, values, without
from izium_timeline.search.around import around
from izium_timeline.search.frequent import frequent
from izium_timeline.search.index import SearchIndex
from izium_timeline.search.parse import parse
from izium_timeline.search.plan import matched, plan_of
from izium_timeline.search.query import Around, Clause, Query

MOST = 8  # values of a facet
_MONTHS = 12
# Facet as it is called, and the field that it writes.
_FIELDS = (
    ("category", "category"),
    ("document", "source"),
    ("status", "status"),
    ("place", "place"),
)
_MONTH = ("month", "on")
_AROUND, _DISTANCES = "within", (1, 7, 30)
_EPOCH = day_number(1970, 1)

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, the clause that asks for it, and how many events it finds in place of others.

    Of ``around:`` the count is of the events that are shown beside the hits.
    """

    name: str
    clause: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A field by which hits can be narrowed."""

    name: str
    values: tuple[FacetValue, ...]


def facets_of(index: SearchIndex, line: str) -> tuple[Facet, ...]:
    """The facets of a query: the values most hits have, months in their order.

    A count is what the query finds with this value, and no other of the same field. A query
    that can't be read has none.
    """
    try:
        query = parse(line)
    except QueryError:
        return ()
    found = (
        _facet(index, query, name, field, frequent(index, field, MOST, _base(index, query, field)))
        for name, field in _FIELDS
        if field in index.columns
    )
    months = _months(index, _base(index, query, _MONTH[1]))
    facets = (*found, _facet(index, query, *_MONTH, months), _around(index, query))
    return tuple(facet for facet in facets if facet.values)


def _base(index: SearchIndex, query: Query, field: str) -> Mask:
    return matched(plan_of(without(query, field), index), index)


def _facet(index: SearchIndex, query: Query, name: str, field: str, found: Iterable[str]) -> Facet:
    """The facet with the values found and those that the query gives, most first but for months."""
    base, chosen = _base(index, query, field), values(query, field)
    asked = {parse(clause_text(field, value) + " ").clauses[0]: value for value in found}
    for clause in chosen:
        asked.setdefault(clause, str(clause).partition(":")[2].strip('"'))
    values_found = [
        FacetValue(value, str(clause), count, clause in chosen)
        for clause, value in asked.items()
        if (count := _count(index, clause, base)) or clause in chosen
    ]
    if name != _MONTH[0]:
        values_found.sort(key=lambda value: -value.count)
    return Facet(name, tuple(values_found))


def _around(index: SearchIndex, query: Query) -> Facet:
    """How many events more are shown with those that lie within some days of a hit."""
    asked = [clause for clause in query.clauses if isinstance(clause, Around)]
    if not query.clauses:
        return Facet(_AROUND, ())
    found = matched(plan_of(query, index), index)
    return Facet(
        _AROUND,
        tuple(
            FacetValue(
                f"{clause.days} day{'' if clause.days == 1 else 's'}",
                str(clause),
                int(np.count_nonzero(around(index.days, found, clause.days))),
                clause in asked,
            )
            for clause in sorted({*map(Around, _DISTANCES), *asked}, key=lambda each: each.days)
        ),
    )


def _count(index: SearchIndex, clause: Clause, base: Mask) -> int:
    return int(np.count_nonzero(base & matched(plan_of(Query((clause,)), index), index)))


def _months(index: SearchIndex, base: Mask) -> list[str]:
    """The months in which most events begin, as EDTF, in their order."""
    first = index.days.first[base]
    days = (first[np.isfinite(first)].astype(np.int64) - _EPOCH).astype("datetime64[D]")
    months, counts = np.unique(days.astype("datetime64[M]"), return_counts=True)
    most = np.sort(np.argsort(-counts, kind="stable")[:_MONTHS])
    return [str(month) for month in months[most] if 0 < int(str(month)[:-3]) < 10_000]
