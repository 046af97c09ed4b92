"""Events on a disk as the rows of a table: what is asked for is read, one event or one column."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from operator import call
from typing import Any, Final, overload

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.records import Records, lost
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Status, Verdict
from izium_timeline.model.report import known_from
from izium_timeline.model.stored_events import StoredEvents
from izium_timeline.store.events.amending import Amending, Parts
from izium_timeline.store.events.fact_rows import FactRows
from izium_timeline.store.events.facts import STATUSES
from izium_timeline.store.packing import DamagedError, unpack

_AT_HAND: Final = 256  # events that were read last
_CONTENT: Final = ("id", "size", "crc")


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """Who reads the event of a row. Places below zero are those of events that are held."""

    records: Records
    facts: FactRows
    own: tuple[Event, ...]

    def event(self, row: int) -> Event:
        """The event of a row; raises LostEventError."""
        return self.told_by(self.facts.row(row))

    def told_by(self, fact: Any) -> Event:
        """The event of these facts, by the id that they give it; raises LostEventError."""
        at, size, name = int(fact["at"]), int(fact["size"]), fact["id"].decode()
        event = self.own[~at] if at < 0 else self._read(at, size)
        return event if event.id == name else replace(event, id=name)

    def _read(self, at: int, size: int) -> Event:
        try:
            event: Event = unpack(self.records.read(at, size))
        except DamagedError as error:
            raise lost() from error
        return event

    def events(self, rows: range) -> Iterator[Event]:
        """The events of several rows, one after another."""
        for first in range(rows.start, rows.stop, _AT_HAND):
            last = min(first + _AT_HAND, rows.stop)
            yield from map(self.told_by, self.facts.rows(range(first, last)))


class EventRows(StoredEvents):
    """Events in order, by their facts and the records that hold all else.

    ``origin``, a picklable call, reads all of it from its file again. What is asked about all of
    them at once raises LostEventError where it can't be read.
    """

    def __init__(
        self, records: Records, parts: Parts, origin: Callable[[], "EventRows"] | None = None
    ) -> None:
        self.records, self.parts, self._origin = records, parts, origin
        self.facts, self.names, self.resting, _ = parts
        self._reader = _Reader(records, parts.facts, parts.own)
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
        return self._reader.events(range(len(self)))

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
            digest.update(self.facts.column(field).tobytes())
        return digest.hexdigest()

    @property
    def at_rest(self) -> bool:
        """Whether they lie in a file of their own, all of them."""
        return self._origin is not None

    def row_of(self, event_id: str) -> int | None:
        """The row of an event, None where there is none of that id."""
        rows = np.flatnonzero(self._ids == event_id.encode())
        return int(rows[0]) if len(rows) else None

    def ids(self) -> list[str]:
        """The id of each event."""
        return list(map(bytes.decode, self._ids.tolist()))

    def resting_on(self, path: str) -> list[int]:
        """The rows of the events with evidence in a document, in order."""
        if path not in self.names.documents.names:
            return []
        code = self.names.documents.of(path)
        joined = self.resting.rows[self.resting.documents == code]
        alone = np.flatnonzero(self._documents == code)
        rows: list[int] = np.union1d(alone, joined).tolist()
        return rows

    def joined(self) -> list[int]:
        """The rows of the events that were joined from several, in order."""
        rows: list[int] = np.flatnonzero(self.facts.column("members")).tolist()
        return rows

    def paths(self) -> tuple[str, ...]:
        """The documents that hold evidence."""
        names = self.names.documents.names
        codes = np.union1d(self._documents, self.resting.documents).tolist()
        return tuple(names[code] for code in codes)

    def statuses(self) -> Iterator[Status]:
        """The status of each event."""
        return map(STATUSES.__getitem__, self.facts.column("status").tolist())

    @cached_property
    def _ids(self) -> NDArray[np.bytes_]:
        return self.facts.column("id")

    @cached_property
    def _documents(self) -> NDArray[np.int32]:
        return self.facts.column("document")

    def verdicts(self) -> Counter[Verdict]:
        """All quotes are exact: see ``record_of``."""
        pieces = int(self.facts.column("pieces").sum())
        return Counter({Verdict.EXACT: pieces}) if pieces else Counter()

    def amended(
        self, changes: Mapping[int, Sequence[Event]], documents: Mapping[str, Document]
    ) -> "EventRows":
        """A copy with other events in place of those of some rows. They are held in memory."""
        amending = Amending(self.parts, partial(known_from, documents=documents))
        for row in sorted(changes):
            amending.put((row,), changes[row])
        return EventRows(self.records, amending.done())
