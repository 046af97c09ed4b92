"""What a person may be about to type: fields, and the values that events have, with counts."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.vocabulary.words import folded_words
from izium_timeline.model.errors import QueryError
from izium_timeline.search.amend import clause_text
from izium_timeline.search.fields import DURING, EVENT_FIELDS, EXAMPLES
from izium_timeline.search.frequent import beginning, frequent
from izium_timeline.search.index import SearchIndex
from izium_timeline.search.parse import parse
from izium_timeline.search.plan import matched, plan_of

Mask = NDArray[np.bool_]

MOST = 10
_EACH = 3  # values of a field that was not named
_VALUES = ("category", "place", "source", "actor")  # whose values are found without the field
_PIECE = re.compile(
    r'(?:^|(?<=[\s(]))-?(?:(?P<field>[A-Za-z][A-Za-z-]*):)?(?:"(?P<quoted>[^"]*)|(?P<bare>[^\s"]*))$'
)


@dataclass(frozen=True, slots=True)
class Completion:
    """What may take the place of the line from ``start`` to ``end``.

    ``count`` is how many events have it, None where it asks for nothing yet.
    """

    text: str
    start: int
    end: int
    count: int | None = None


def completions(index: SearchIndex, line: str, cursor: int) -> tuple[Completion, ...]:
    """What may go on at the cursor, the most frequent values first; nothing for nothing typed.

    Counted are the events that the rest of the line finds.
    """
    piece = _PIECE.search(line[:cursor])
    if piece is None or not piece[0].lstrip("-"):
        return ()
    field, begun = piece["field"], (piece["quoted"] or piece["bare"] or "")
    start = piece.start() + piece[0].startswith("-")
    found = _found(index, line[: piece.start()] + line[cursor:])
    offers = _of_field(index, field.lower(), begun, found) if field else _any(index, begun, found)
    return tuple(Completion(text, start, cursor, count) for text, count in islice(offers, MOST))


def _found(index: SearchIndex, rest: str) -> Mask | None:
    """The events that the rest of a line finds; None for all, as where it finds nothing."""
    with suppress(QueryError):
        query = parse(rest)
        found = matched(plan_of(query, index), index)
        if query.clauses and found.any():
            return found
    return None


def _any(index: SearchIndex, begun: str, found: Mask | None) -> Iterator[tuple[str, int | None]]:
    low = begun.lower()
    for name in EXAMPLES:
        if name.startswith(low) and low:
            yield f"{name}:", None
    for name in _VALUES:
        yield from islice(_of_field(index, name, begun, found), _EACH)


def _of_field(
    index: SearchIndex, field: str, begun: str, found: Mask | None
) -> Iterator[tuple[str, int | None]]:
    """The values of a field of which a word begins so, the most frequent first."""
    if field == DURING:
        yield from _phases(index, begun, found)
    if field in EVENT_FIELDS:
        for name, count in frequent(index, field, MOST, found, begun=begun).items():
            yield clause_text(field, name) + " ", count


def _phases(index: SearchIndex, begun: str, found: Mask | None) -> Iterator[tuple[str, int]]:
    for phase in index.chronology.phases:
        text = clause_text(DURING, phase.name) + " "
        if beginning(begun) in f" {' '.join(folded_words(phase.name))} ":
            mask = matched(plan_of(parse(text), index), index)
            yield text, int(np.count_nonzero(mask if found is None else mask & found))
