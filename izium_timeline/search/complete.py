"""What a person may be about to type: fields, and the values that events have, with counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from izium_timeline.build.words import folded_words
from izium_timeline.search.amend import clause_text
from izium_timeline.search.fields import DURING, EVENT_FIELDS, EXAMPLES
from izium_timeline.search.frequent import beginning, frequent
from izium_timeline.search.index import SearchIndex
from izium_timeline.search.parse import parse
from izium_timeline.search.plan import matched, plan_of

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
    """What may go on at the cursor, the most frequent values first; nothing for nothing typed."""
    piece = _PIECE.search(line[:cursor])
    if piece is None or not piece[0].lstrip("-"):
        return ()
    field, begun = piece["field"], (piece["quoted"] or piece["bare"] or "")
    start = piece.start() + piece[0].startswith("-")
    found = list(_of_field(index, field.lower(), begun) if field else _anywhere(index, begun))
    return tuple(Completion(text, start, cursor, count) for text, count in found[:MOST])


def _anywhere(index: SearchIndex, begun: str) -> Iterator[tuple[str, int | None]]:
    low = begun.lower()
    for name in EXAMPLES:
        if name.startswith(low) and low:
            yield f"{name}:", None
    for name in _VALUES:
        yield from islice(_of_field(index, name, begun), _EACH)


def _of_field(index: SearchIndex, field: str, begun: str) -> Iterator[tuple[str, int | None]]:
    """The values of a field of which a word begins so, the most frequent first."""
    if field == DURING:
        yield from _phases(index, begun)
    if field in EVENT_FIELDS:
        for name, count in frequent(index, field, MOST, begun=begun).items():
            yield clause_text(field, name) + " ", count


def _phases(index: SearchIndex, begun: str) -> Iterator[tuple[str, int]]:
    for phase in index.chronology.phases:
        text = clause_text(DURING, phase.name) + " "
        if beginning(begun) in f" {' '.join(folded_words(phase.name))} ":
            yield text, int(np.count_nonzero(matched(plan_of(parse(text), index), index)))
