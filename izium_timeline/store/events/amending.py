"""Other events in place of some of those on a disk, one after another."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from izium_timeline.model.event import Event
from izium_timeline.store.events.fact_array import FACTS
from izium_timeline.store.events.fact_rows import FactRows, Numbers
from izium_timeline.store.events.facts import Codes, Names, fact_of
from izium_timeline.store.events.record import record_of

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Resting:
    """What events of several passages rest on: that of ``rows[i]`` on the document
    ``documents[i]``.
    """

    rows: Rows
    documents: NDArray[np.int32]


NOTHING = Resting(np.empty(0, np.int64), np.empty(0, np.int32))


class Parts(NamedTuple):
    """What is known of events beside their records: facts, the names that these have codes for,
    what the events rest on, and those events that are held in memory.
    """

    facts: FactRows
    names: Names
    resting: Resting = NOTHING
    own: tuple[Event, ...] = ()


class Amending:
    """Other events in place of some.

    ``known`` says from which day on an event is known, as ``known_from`` does; ``keep`` writes a
    record and says at which place. Without, the events are held in memory.
    """

    def __init__(
        self,
        base: Parts,
        known: Callable[[Event], float],
        keep: Callable[[bytes], int] | None = None,
    ) -> None:
        self._base, self._known, self._keep = base, known, keep
        self._own = list(base.own)
        self._names = Names(*(Codes(codes.names) for codes in base.names))
        self._numbers = array("i")  # of the rows of the new facts
        self._before = array("i")  # the row of the base before which each stands
        self._gone = array("i")
        self._resting = array("i"), array("i")  # which of the new ones, on which document

    def put(self, rows: Iterable[int], events: Iterable[Event]) -> None:
        """Put events in place of those of some rows."""
        self._gone.extend(rows)
        facts = self._base.facts
        for event in events:
            self._rest(event)
            record = record_of(event)
            at = self._at(event, record)
            fact = fact_of(event, self._known(event), self._names, record, at)
            self._numbers.append(facts.count + len(facts.added))
            self._before.append(_place(facts, np.frombuffer(fact, FACTS)[0]))
            facts.added.add(fact)

    def done(self) -> Parts:
        """All that came of it."""
        facts = self._base.facts
        new = facts.numbered(self._numbers)
        order = np.lexsort((new["id"], new["latest"], new["earliest"]))
        kept = np.ones(len(facts), np.bool_)
        kept[self._gone] = False
        before = np.zeros(len(facts) + 1, np.int32)  # how many that stay stand before each row
        np.cumsum(kept, out=before[1:])
        places = before[np.array(self._before, np.int32)[order]]
        numbers = np.array(self._numbers, np.int32)[order]
        return Parts(
            replace(facts, order=np.insert(facts.numbers()[kept], places, numbers)),
            self._names,
            self._rested(kept, before, places, order),
            tuple(self._own),
        )

    def _rested(
        self, kept: NDArray[np.bool_], before: Numbers, places: Numbers, order: Rows
    ) -> Resting:
        """What the events rest on, by the rows that they have now."""
        old = self._base.resting
        stay = kept[old.rows]
        rows = before[old.rows[stay]].astype(np.int64)
        rows = rows + np.searchsorted(places, rows, side="right")
        new, documents = (np.array(column, np.int32) for column in self._resting)
        place = np.empty(len(order), np.int64)
        place[order] = places + np.arange(len(places))
        return Resting(
            np.concatenate((rows, place[new])),
            np.concatenate((old.documents[stay], documents)),
        )

    def _at(self, event: Event, record: bytes) -> int:
        if self._keep is not None:
            return self._keep(record)
        self._own.append(event)
        return ~(len(self._own) - 1)

    def _rest(self, event: Event) -> None:
        number, code = len(self._before), self._names.documents.of
        if len(event.evidence) > 1:
            new, documents = self._resting
            for path in dict.fromkeys(piece.document for piece in event.evidence):
                new.append(number)
                documents.append(code(path))


def _place(facts: FactRows, fact: Any) -> int:
    """The row before which an event stands in order."""
    return bisect_left(range(len(facts)), _key(fact), key=lambda row: _key(facts.row(row)))


def _key(fact: Any) -> tuple[int, int, bytes]:
    return int(fact["earliest"]), int(fact["latest"]), fact["id"]
