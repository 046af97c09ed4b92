"""A folder's candidates while they are collected, in files that only grow.

What is in the table stays in it; which rows of it are shown, another one says.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.carried import Passages
from izium_timeline.build.furniture import furniture
from izium_timeline.build.merging.fingerprints import Fingerprints
from izium_timeline.build.merging.grouping import Groups, grouped
from izium_timeline.build.merging.joining import join
from izium_timeline.build.records import Records
from izium_timeline.model.event import Event
from izium_timeline.model.steps import Slices
from izium_timeline.store.events.amending import Amending, Parts
from izium_timeline.store.events.batch import Batch
from izium_timeline.store.events.event_rows import EventRows
from izium_timeline.store.events.fact_array import FACTS, Facts
from izium_timeline.store.events.fact_rows import FactRows, Numbers
from izium_timeline.store.events.facts import Codes, Names
from izium_timeline.store.events.own_ids import Renamed, own_ids
from izium_timeline.store.events.row_file import RowFile
from izium_timeline.store.events.time_order import in_time

Mask = NDArray[np.bool_]

_HASHES: Final = ("said", "wording", "framed")
_MARKS: Final = np.dtype([*((name, "<u8") for name in _HASHES), ("words", "<i8"), ("size", "<u2")])
"""What a candidate is told from others by: hashes, and which words of the file of words."""
_WORD: Final = np.dtype("<u4")
_SOME: Final = 1024  # rows that are written in one go


class Shown(NamedTuple):
    """Candidates in order, and the row of the table that each of them comes from."""

    events: EventRows
    rows: Numbers


class EventTable:
    """Candidates of one document after another, and what was joined of them.

    ``place`` is the folder for files without a name; None keeps all in memory.
    """

    def __init__(self, place: Path | None = None) -> None:
        self._place = place
        self._records = Records.temporary(place)
        self._names = Names(Codes(), Codes(), Codes())
        self._facts = self._file(FACTS)
        self._marks = self._file(_MARKS)
        self._words = self._file(_WORD)

    def __len__(self) -> int:
        return len(self._facts)

    def put(self, path: str, batch: Batch) -> range:
        """Take the candidates of a document; returns their rows. Raises OSError."""
        first = len(self)
        facts = np.frombuffer(batch.facts, FACTS).copy()
        facts["at"] += self._records.add(batch.records)
        facts["document"] = self._names.documents.of(path)
        for field, codes, names in (
            ("category", self._names.categories, batch.categories),
            ("place", self._names.places, batch.places),
        ):
            known = np.array([codes.of(name) for name in names], np.int32)
            facts[field] = known[facts[field]] if len(facts) else 0
        self._marks.add(_marks_of(batch, len(self._words)))
        self._words.add(batch.words)
        self._facts.add(facts)
        return range(first, len(self))

    def shown(self, batches: Sequence[range]) -> Shown:
        """The candidates in the rows of these documents, without furniture, in order.

        Documents that share a passage share ids: each candidate gets one of its own, that of the
        first document keeps its.
        """
        told, count = self._told(batches), len(self)
        rank, most = _Ranks(batches), int(told.sum())
        new = own_ids(
            lambda: ((rows, facts["id"]) for rows, facts in self._of(told)), most, rank.of
        )
        told[new.numbers] = False
        added = self._renamed(new)
        order = in_time(lambda: chain(self._of(told), _numbered(added, count)), most)
        parts = Parts(FactRows(self._facts, count, added, order), self._names)
        return Shown(EventRows(self._records, parts), _sources(order, count, new))

    def joined(
        self, shown: Shown, known: Callable[[Event], float], names: Mapping[str, str]
    ) -> Slices[EventRows]:
        """What ``shown`` gave, with those joined that tell of one event.

        ``known`` says from which day on an event is known, ``names`` how documents are called, by
        their paths. The table can be let go of before the work begins.
        """
        events, rows = shown
        amending = Amending(events.parts, known, self._records.add)
        place = np.full(len(self), -1, np.int32)
        place[rows] = np.arange(len(rows), dtype=np.int32)
        prints = _Prints(self._facts, self._marks, self._words)
        groups = grouped(prints, place, events.__getitem__, Records.temporary(self._place))
        return _joined(events, groups, amending, names)

    def _file(self, kind: np.dtype[Any]) -> RowFile:
        return RowFile(kind, Records.temporary(self._place))

    def _told(self, batches: Sequence[range]) -> Mask:
        """The rows of documents but for those that rest on furniture."""
        told = np.zeros(len(self), np.bool_)
        for rows in batches:
            told[rows.start : rows.stop] = True
        repeated = furniture(lambda: self._passages(told))
        for first, marks in self._marks.blocks() if len(repeated) else ():
            told[first : first + len(marks)] &= ~np.isin(marks["framed"], repeated)
        return told

    def _passages(self, told: Mask) -> Iterator[Passages]:
        blocks = zip(self._facts.blocks(), self._marks.blocks(), strict=True)
        for (first, facts), (_, marks) in blocks:
            here = told[first : first + len(facts)]
            yield Passages(facts["document"][here], marks["wording"][here], marks["framed"][here])

    def _of(self, told: Mask) -> Iterator[tuple[Numbers, Facts]]:
        """The facts of some rows, with their numbers, a part at a time."""
        for first, facts in self._facts.blocks():
            here = np.flatnonzero(told[first : first + len(facts)]).astype(np.int32)
            yield here + np.int32(first), facts if len(here) == len(facts) else facts[here]

    def _renamed(self, new: Renamed) -> RowFile:
        """Copies of some rows, each with its new id."""
        added, every = self._file(FACTS), FactRows(self._facts, len(self))
        for first in range(0, len(new.numbers), _SOME):
            facts = every.numbered(new.numbers[first : first + _SOME].tolist()).copy()
            facts["id"] = new.ids[first : first + _SOME]
            added.add(facts)
        return added


class _Prints(NamedTuple):
    """The fingerprints of the rows of a table."""

    facts: RowFile
    marks: RowFile
    words: RowFile

    def __len__(self) -> int:
        return len(self.marks)

    def some(self, first: int, last: int) -> Fingerprints:
        """Those of the rows from ``first`` to ``last``."""
        facts, marks = self.facts.some(first, last), self.marks.some(first, last)
        starts = np.append(0, np.cumsum(marks["size"], dtype=np.int64))
        begin = int(marks["words"][0]) if len(marks) else 0
        return Fingerprints(
            marks["said"],
            facts["earliest"],
            facts["latest"],
            facts["document"],
            starts,
            self.words.some(begin, begin + int(starts[-1])),
        )


class _Ranks:
    """At which place among others a row's document stands."""

    def __init__(self, batches: Sequence[range]) -> None:
        ordered = sorted((rows.start, place) for place, rows in enumerate(batches) if rows)
        self._starts = [start for start, _ in ordered]
        self._places = [place for _, place in ordered]

    def of(self, row: int) -> tuple[int, int]:
        """Ranks rows by their document, then by their order in it."""
        return self._places[bisect_right(self._starts, row) - 1], row


def _marks_of(batch: Batch, words: int) -> NDArray[np.void]:
    """The marks of a document's candidates, whose words stand in the file from a place on."""
    sizes = np.frombuffer(batch.sizes, np.uint16)
    marks = np.empty(len(sizes), _MARKS)
    for name in _HASHES:
        marks[name] = np.frombuffer(getattr(batch, name), np.uint64)
    marks["size"] = sizes
    marks["words"] = words + np.cumsum(sizes, dtype=np.int64) - sizes
    return marks


def _numbered(added: RowFile, count: int) -> Iterator[tuple[Numbers, Facts]]:
    """Rows with their numbers, which begin with a count."""
    for first, facts in added.blocks():
        yield np.arange(count + first, count + first + len(facts), dtype=np.int32), facts


def _sources(order: Numbers, count: int, new: Renamed) -> Numbers:
    """The rows that events come from, the renamed ones too, which are numbered from ``count``."""
    renamed = order >= count
    if not renamed.any():
        return order
    rows = order.copy()
    rows[renamed] = new.numbers[order[renamed] - count]
    return rows


def _joined(
    candidates: EventRows, work: Slices[Groups], amending: Amending, names: Mapping[str, str]
) -> Slices[EventRows]:
    groups = yield from work
    while groups:
        group = groups.pop()
        amending.put(group, [join([candidates[row] for row in group], names)])
        yield
    return EventRows(candidates.records, amending.done())
