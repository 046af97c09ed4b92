"""Events as columns: what the timeline knows of an event, one NumPy array a field.

Objects cost 388 bytes an event and a quarter of a second per full garbage collection at a
million; columns cost a tenth of that and are shared without a copy.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from izium_timeline.model.chronology import Category, Chronology
from izium_timeline.model.event import Event, Evidence, Extent, Salience, Status, Verdict, Voice
from izium_timeline.model.interval import Interval
from izium_timeline.model.report import known_from

EXTENTS = tuple(Extent)
STATUSES = tuple(Status)
VOICES = tuple(Voice)
SALIENCES = tuple(Salience)
VERDICTS = tuple(Verdict)  # from best to worst
NO_CATEGORY = "no category"  # what events without one are called
_MINUTE = 1 / 1440


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Events in chronological order, shape (n,) each; row i is ``chronology.events[i]``.

    ``start`` and ``end`` are day numbers of ``model.days`` with fractions for times of day;
    ``end`` is exclusive, an open end is -inf or +inf. ``category``, ``document`` and
    ``place`` are codes into the names beside them; ``extent``, ``status``, ``voice``,
    ``salience`` and ``verdict`` are codes into this module's tables. ``verdict`` is that of the
    event's best evidence; an event without any has nothing that could be in doubt, and counts as
    exact. ``known`` is the first day on which a document that tells of the event may have been
    out, NaN where none has a date. ``titles`` is asked for single rows.

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


def columns_of(chronology: Chronology, categories: Sequence[Category]) -> Columns:
    """The columns of a chronology.

    Category codes follow ``categories`` (the story's order), then unknown ones as they come.
    An event without a document or a place has the code of the name "".
    """
    events = chronology.events
    by_category = _Codes([category.name for category in categories])
    by_document = _Codes([document.path for document in chronology.documents])
    by_place = _Codes([])
    documents = {document.path: document for document in chronology.documents}
    bounds = [_days(event.bounds) for event in events]
    best = [event.best_evidence for event in events]
    return Columns(
        start=np.array([first for first, _ in bounds], np.float64),
        end=np.array([last for _, last in bounds], np.float64),
        category=by_category.column(event.category for event in events),
        document=by_document.column(piece.document if piece else "" for piece in best),
        place=by_place.column(event.place[0] if event.place else "" for event in events),
        extent=_enum_column(events, "extent", EXTENTS),
        status=_enum_column(events, "status", STATUSES),
        voice=_enum_column(events, "voice", VOICES),
        salience=_enum_column(events, "salience", SALIENCES),
        verdict=_verdicts(best),
        approximate=np.array([event.edtf.approximate for event in events], np.bool_),
        known=np.array([known_from(event, documents) for event in events], np.float64),
        titles=tuple(event.title for event in events),
        categories=by_category.names,
        documents=by_document.names,
        places=by_place.names,
    )


class _Codes:
    """Numbers names in the order of their first appearance."""

    def __init__(self, known: Sequence[str]) -> None:
        self._codes = {name: code for code, name in enumerate(known)}

    def column(self, names: Iterable[str]) -> NDArray[np.int32]:
        codes = self._codes
        return np.array([codes.setdefault(name, len(codes)) for name in names], np.int32)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._codes)


def _days(bounds: Interval) -> tuple[float, float]:
    """Start and exclusive end; a time of day narrows one exact day to its minute."""
    if bounds.time is not None and bounds.earliest is not None and bounds.earliest == bounds.latest:
        time = bounds.time
        start = bounds.earliest + (time.hour * 3600 + time.minute * 60 + time.second) / 86_400
        return start, start + _MINUTE
    start = -np.inf if bounds.earliest is None else float(bounds.earliest)
    return start, np.inf if bounds.latest is None else bounds.latest + 1.0


def _enum_column(
    events: Sequence[Event], field: str, table: tuple[StrEnum, ...]
) -> NDArray[np.uint8]:
    codes: dict[Any, int] = {member: code for code, member in enumerate(table)}
    members = map(attrgetter(field), events)
    return np.fromiter(map(codes.__getitem__, members), np.uint8, len(events))


def _verdicts(best: Sequence[Evidence | None]) -> NDArray[np.uint8]:
    codes = {verdict: code for code, verdict in enumerate(VERDICTS)}
    return np.array([0 if piece is None else codes[piece.verdict] for piece in best], np.uint8)
