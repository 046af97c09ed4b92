"""Events as columns: what the timeline knows of an event, one NumPy array a field.

Objects cost 388 bytes an event and a quarter of a second per full garbage collection at a
million; columns cost a tenth of that and are shared without a copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import overload

import numpy as np
from numpy.typing import NDArray

from izium_timeline.layout.told import Told, told_of
from izium_timeline.model.chronology import Category, Chronology
from izium_timeline.model.errors import LostEventError
from izium_timeline.model.event import Event
from izium_timeline.model.interval import OPEN_FIRST, OPEN_LAST
from izium_timeline.store.events.fact_array import Facts
from izium_timeline.store.events.facts import Codes

NO_CATEGORY = "no category"  # what events without one are called
LOST = "(can't be read; open the folder again)"  # in place of a title
_MINUTE = 1 / 1440
_AT_HAND = 4096  # titles


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Events in chronological order, shape (n,) each; row i is ``chronology.events[i]``.

    ``start`` and ``end`` are day numbers of ``model.days`` with fractions for times of day;
    ``end`` is exclusive, an open end is -inf or +inf. ``category``, ``document`` and
    ``place`` are codes into the names beside them; ``extent``, ``status``, ``voice``,
    ``salience`` and ``verdict`` are codes into the tables of ``store.events.facts``. ``verdict`` is
    that of the event's best evidence; an event without any has nothing that could be in doubt, and
    counts as exact. ``known`` is the first day on which a document that tells of the event may
    have been out, NaN where none has a date. ``titles`` is asked for single rows.

    Raises ValueError where the lengths differ, an event ends before it starts, or neither
    of its ends is known.
    """

    start: NDArray[np.float64]
    end: NDArray[np.float64]
    category: NDArray[np.int32]
    document: NDArray[np.int32]
    place: NDArray[np.int32]
    extent: NDArray[np.uint8]
    status: NDArray[np.uint8]
    voice: NDArray[np.uint8]
    salience: NDArray[np.uint8]
    verdict: NDArray[np.uint8]
    approximate: NDArray[np.bool_]
    known: NDArray[np.float64]
    titles: Sequence[str]
    categories: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        columns = (self.end, self.category, self.document, self.place, self.extent, self.status)
        flags = (self.voice, self.salience, self.verdict, self.approximate, self.known)
        if any(len(column) != len(self.start) for column in (*columns, *flags, self.titles)):
            raise ValueError("the columns differ in length")
        if not np.all(self.end > self.start):
            raise ValueError("an event ends before it starts")
        if np.any(np.isinf(self.start) & np.isinf(self.end)):
            raise ValueError("an event is open at both ends")

    def __len__(self) -> int:
        return len(self.start)


def columns_of(
    chronology: Chronology, categories: Sequence[Category], told: Told | None = None
) -> Columns:
    """The columns of a chronology, of whose events ``told`` may hold the facts already.

    Category codes follow ``categories`` (the story's order), then unknown ones as they come.
    An event without a document or a place has the code of the name "".
    """
    told = told or told_of(chronology)
    facts, names = told.facts, told.names
    by_category = Codes(category.name for category in categories)
    by_document = Codes(document.path for document in chronology.documents)
    start, end = _days(facts)
    return Columns(
        start=start,
        end=end,
        category=_recoded(facts["category"], names.categories, by_category),
        document=_recoded(facts["document"], names.documents, by_document),
        place=facts["place"].copy(),
        extent=facts["extent"].copy(),
        status=facts["status"].copy(),
        voice=facts["voice"].copy(),
        salience=facts["salience"].copy(),
        verdict=facts["verdict"].copy(),
        approximate=facts["approximate"] != 0,
        known=facts["known"].copy(),
        titles=Titles(chronology.events),
        categories=by_category.names,
        documents=by_document.names,
        places=names.places.names,
    )


class Titles(Sequence[str]):
    """The titles of events, each read when it is asked for; those of some frames are at hand."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._title = lru_cache(maxsize=_AT_HAND)(lambda row: events[row].title)

    def __len__(self) -> int:
        return len(self._events)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[str, ...]: ...
    def __getitem__(self, row: int | slice) -> str | tuple[str, ...]:
        """The title of a row, or those of several."""
        if isinstance(row, slice):
            return tuple(event.title for event in self._events[row])
        try:
            title: str = self._title(row)
        except LostEventError:  # whoever paints has no one to tell
            return LOST
        return title


def _recoded(column: NDArray[np.int32], known: Codes, wanted: Codes) -> NDArray[np.int32]:
    """A column of codes into some names as codes into others, which gain what they lack."""
    codes = np.array([wanted.of(name) for name in known.names], np.int32)
    return codes[column] if len(column) else np.empty(0, np.int32)


def _days(facts: Facts) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Start and exclusive end; a time of day narrows one exact day to its minute."""
    first, last, seconds = facts["earliest"], facts["latest"], facts["seconds"]
    start = np.where(first == OPEN_FIRST, -np.inf, first.astype(np.float64))
    end = np.where(last == OPEN_LAST, np.inf, last + 1.0)
    timed = (seconds >= 0) & (first == last)
    start[timed] += seconds[timed] / 86_400
    end[timed] = start[timed] + _MINUTE
    return start, end
