"""Events on a disk as the rows of a table: numbers in memory, each event read when asked for."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from operator import call
from typing import Any, Final, overload

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.records import Records
from izium_timeline.model.document import Document
from izium_timeline.model.errors import LostEventError
from izium_timeline.model.event import Event, Status, Verdict
from izium_timeline.model.stored_events import StoredEvents
from izium_timeline.store.fact_rows import FACTS, Facts
from izium_timeline.store.facts import STATUSES, Codes, Names, fact_of
from izium_timeline.store.packing import DamagedError, unpack
from izium_timeline.store.record import record_of

Rows = NDArray[np.int64]

_AT_HAND: Final = 256  # events that were read last
_CONTENT: Final = ("id", "size", "crc")


@dataclass(frozen=True, slots=True, eq=False)
class Resting:
    """What events of several passages rest on: that of ``rows[i]`` on the document
    ``documents[i]``.
    """

    rows: Rows
    documents: NDArray[np.int32]

    def moved(self, place: Rows) -> "Resting":
        """With each row at its new place, those left out that have none (-1)."""
        rows = place[self.rows]
        return Resting(rows[rows >= 0], self.documents[rows >= 0])


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """Who reads the event of a row. Places below zero are those of events that are held."""

    records: Records
    facts: Facts
    own: tuple[Event, ...]

    def event(self, row: int) -> Event:
        """The event, by the id that its row gives it; raises LostEventError."""
        fact = self.facts[row]
        at, size, name = int(fact["at"]), int(fact["size"]), fact["id"].decode()
        event = self.own[~at] if at < 0 else self._read(at, size)
        return event if event.id == name else replace(event, id=name)

    def _read(self, at: int, size: int) -> Event:
        try:
            event: Event = unpack(self.records.read(at, size))
        except (OSError, DamagedError) as error:
            raise LostEventError(
                "an event can't be read from the program's cache", remedy="open the folder again"
            ) from error
        return event


class EventRows(StoredEvents):
    """Events in order, by their facts, shape (n,), and the records that hold all else.

    ``names`` are those that the facts have codes for; ``own`` are the events that are held in
    memory; ``origin``, a picklable call, reads all of it from its file again. The arrays are never
    written to.
    """

    def __init__(
        self,
        records: Records,
        facts: Facts,
        names: Names,
        resting: Resting,
        own: tuple[Event, ...] = (),
        origin: Callable[[], "EventRows"] | None = None,
    ) -> None:
        self.records, self.facts, self.names, self.resting = records, facts, names, resting
        self.own, self._origin = own, origin
        self._reader = _Reader(records, facts, own)
        self._read = lru_cache(maxsize=_AT_HAND)(self._reader.event)

    def __len__(self) -> int:
        return len(self.facts)

    @overload
    def __getitem__(self, row: int) -> Event: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, row: int | slice) -> Event | tuple[Event, ...]:
        """The event of a row, or those of several."""
        places = range(len(self))[row]
        if isinstance(places, int):
            return self._read(places)
        return tuple(map(self._reader.event, places))

    def __iter__(self) -> Iterator[Event]:
        return map(self._reader.event, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Whether the same events are there in the same order, wherever they lie."""
        if isinstance(other, EventRows):
            return len(self) == len(other) and self.digest == other.digest
        if isinstance(other, Sequence):
            return len(self) == len(other) and all(map(Event.__eq__, self, other))
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as of a list: to hash it would read all

    def __reduce__(self) -> tuple[Any, ...]:
        """For another process: where they can be read, else the events themselves."""
        return (tuple, (tuple(self),)) if self._origin is None else (call, (self._origin,))

    @cached_property
    def digest(self) -> str:
        """A hash of what the records hold, and of the ids."""
        digest = hashlib.sha256()
        for field in _CONTENT:
            digest.update(self.facts[field].tobytes())
        return digest.hexdigest()

    @property
    def at_rest(self) -> bool:
        """Whether they lie in a file of their own, all of them."""
        return self._origin is not None

    def row_of(self, event_id: str) -> int | None:
        """The row of an event, None where there is none of that id."""
        rows = np.flatnonzero(self.facts["id"] == event_id.encode())
        return int(rows[0]) if len(rows) else None

    def ids(self) -> list[str]:
        """The id of each event."""
        return list(map(bytes.decode, self.facts["id"].tolist()))

    def resting_on(self, path: str) -> list[int]:
        """The rows of the events with evidence in a document, in order."""
        if path not in self.names.documents.names:
            return []
        code = self.names.documents.of(path)
        joined = self.resting.rows[self.resting.documents == code]
        alone = np.flatnonzero(self.facts["document"] == code)
        rows: list[int] = np.union1d(alone, joined).tolist()
        return rows

    def joined(self) -> list[int]:
        """The rows of the events that were joined from several, in order."""
        rows: list[int] = np.flatnonzero(self.facts["members"]).tolist()
        return rows

    def paths(self) -> tuple[str, ...]:
        """The documents that hold evidence."""
        names = self.names.documents.names
        codes = np.union1d(self.facts["document"], self.resting.documents).tolist()
        return tuple(names[code] for code in codes)

    def statuses(self) -> Iterator[Status]:
        """The status of each event."""
        return map(STATUSES.__getitem__, self.facts["status"].tolist())

    def verdicts(self) -> Counter[Verdict]:
        """All quotes are exact: see ``record_of``."""
        return Counter({Verdict.EXACT: int(self.facts["pieces"].sum())}) if len(self) else Counter()

    def amended(
        self, changes: Mapping[int, Sequence[Event]], documents: Mapping[str, Document]
    ) -> "EventRows":
        """A copy with other events in place of those of some rows. They are held in memory."""
        amending = Amending(self, documents)
        for row in sorted(changes):
            amending.put((row,), changes[row])
        return amending.done()


class Amending:
    """Other events in place of some, one after another.

    ``keep`` writes a record and says at which place; without, the events are held in memory.
    ``documents`` are by their paths.
    """

    def __init__(
        self,
        base: EventRows,
        documents: Mapping[str, Document],
        keep: Callable[[bytes], int] | None = None,
    ) -> None:
        self._base, self._documents, self._keep = base, documents, keep
        self._own = list(base.own)
        self._names = Names(*(Codes(codes.names) for codes in base.names))
        self._facts = bytearray()
        self._gone: list[int] = []
        self._resting: list[tuple[int, int]] = []

    def put(self, rows: Iterable[int], events: Iterable[Event]) -> None:
        """Put events in place of those of some rows."""
        self._gone += rows
        for event in events:
            self._rest(event)
            record = record_of(event)
            at = self._at(event, record)
            self._facts += fact_of(event, self._documents, self._names, record, at)

    def done(self) -> EventRows:
        """All that came of it."""
        base = self._base
        kept = np.delete(np.arange(len(base)), self._gone)
        place = np.full(len(base), -1)
        place[kept] = np.arange(len(kept))
        old, added = base.resting.moved(place), np.array(self._resting, np.int64).reshape(-1, 2)
        resting = Resting(
            np.concatenate((old.rows, added[:, 0] + len(kept))),
            np.concatenate((old.documents, added[:, 1].astype(np.int32))),
        )
        facts = np.concatenate((base.facts[kept], np.frombuffer(self._facts, FACTS)))
        return in_order(base.records, facts, self._names, resting, tuple(self._own))

    def _at(self, event: Event, record: bytes) -> int:
        if self._keep is not None:
            return self._keep(record)
        self._own.append(event)
        return ~(len(self._own) - 1)

    def _rest(self, event: Event) -> None:
        row, code = len(self._facts) // FACTS.itemsize, self._names.documents.of
        if len(event.evidence) > 1:
            paths = dict.fromkeys(piece.document for piece in event.evidence)
            self._resting += [(row, code(path)) for path in paths]


def in_order(
    records: Records,
    facts: Facts,
    names: Names,
    resting: Resting,
    own: tuple[Event, ...] = (),
) -> EventRows:
    """The events of these facts in the order of a chronology."""
    order = in_time(facts)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return EventRows(records, facts[order], names, resting.moved(place), own)


def in_time(facts: Facts) -> Rows:
    """The rows in the order of a chronology."""
    return np.lexsort((facts["id"], facts["latest"], facts["earliest"]))
