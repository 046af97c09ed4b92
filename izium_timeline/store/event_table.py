"""A folder's candidates while they are collected: their records on a disk, their facts in memory.

What is in the table stays in it; which rows of it are shown, another one says.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.carried import Passages
from izium_timeline.build.furniture import furniture
from izium_timeline.build.merging.fingerprints import Fingerprints
from izium_timeline.build.merging.grouping import Groups, grouped
from izium_timeline.build.merging.joining import join
from izium_timeline.build.merging.merge import names_of
from izium_timeline.build.records import Records
from izium_timeline.build.steps import Steps
from izium_timeline.model.document import Document
from izium_timeline.store.batch import Batch
from izium_timeline.store.event_rows import Amending, EventRows, Resting, Rows
from izium_timeline.store.fact_rows import FACTS, Facts
from izium_timeline.store.facts import Codes, Names

_COLUMNS: Final = {
    "said": np.uint64,
    "sizes": np.uint16,
    "words": np.uint32,
    "wording": np.uint64,
    "framed": np.uint64,
}
"""The columns of a batch that are kept beside the facts."""
_SOME: Final = 4096  # candidates that are looked at together
_NOTHING: Final = Resting(np.empty(0, np.int64), np.empty(0, np.int32))


class EventTable:
    """Candidates of one document after another, and what was joined of them.

    ``place`` is the folder for a file without a name; None keeps the records in memory.
    """

    def __init__(self, place: Path | None = None) -> None:
        self._place = place
        self._records = Records.temporary(place)
        self._names = Names(Codes(), Codes(), Codes())
        self._facts = bytearray()
        self._columns = {name: bytearray() for name in _COLUMNS}

    def __len__(self) -> int:
        return len(self._facts) // FACTS.itemsize

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
        self._facts += facts.tobytes()
        for name, column in self._columns.items():
            column += getattr(batch, name)
        return range(first, len(self))

    def shown(self, rows: Rows) -> tuple[EventRows, Rows]:
        """The candidates of these rows without furniture, in order, and the row of each.

        Documents that share a passage share ids: each candidate gets one of its own, the first
        keeps its.
        """
        every = self._every
        framed, wording = self._column("framed"), self._column("wording")

        def passages() -> Iterator[Passages]:
            for start in range(0, len(rows), _SOME):
                some = rows[start : start + _SOME]
                yield Passages(every["document"][some], wording[some], framed[some])

        rows = rows[~np.isin(framed[rows], furniture(passages))]
        ids = _own_ids(every["id"][rows])
        order = np.lexsort((ids, every["latest"][rows], every["earliest"][rows]))
        rows = rows[order]
        facts = every[rows]
        facts["id"] = ids[order]
        return EventRows(self._records, facts, self._names, _NOTHING), rows

    def fingerprints(self) -> Fingerprints:
        """The fingerprints of all rows."""
        every, sizes = self._every, self._column("sizes")
        return Fingerprints(
            self._column("said"),
            every["earliest"],
            every["latest"],
            every["document"],
            np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))),
            self._column("words"),
        )

    def joined(
        self, candidates: EventRows, rows: Rows, documents: Sequence[Document]
    ) -> Steps[EventRows]:
        """What ``shown`` gave, with those joined that tell of one event.

        The table can be let go of before the work begins.
        """
        amending = Amending(candidates, {doc.path: doc for doc in documents}, self._records.add)
        place = np.full(len(self), -1)
        place[rows] = np.arange(len(rows))
        scratch = Records.temporary(self._place)
        groups = grouped(self.fingerprints(), place, candidates.__getitem__, scratch)
        return _joined(candidates, groups, amending, names_of(documents))

    # Nobody keeps these arrays: a bytearray can't grow while one looks into it.

    @property
    def _every(self) -> Facts:
        return np.frombuffer(self._facts, FACTS)

    def _column(self, name: str) -> NDArray[Any]:
        return np.frombuffer(self._columns[name], _COLUMNS[name])


def _joined(
    candidates: EventRows, work: Steps[Groups], amending: Amending, names: Mapping[str, str]
) -> Steps[EventRows]:
    groups = yield from work
    for group in groups:
        amending.put(group, [join([candidates[row] for row in group], names)])
        yield
    return amending.done()


def _own_ids(ids: NDArray[np.bytes_]) -> NDArray[np.bytes_]:
    """The ids, all but the first of equal ones with a number behind."""
    order = np.argsort(ids, kind="stable")
    known = ids[order]
    own, last = ids.copy(), defaultdict[bytes, int](lambda: 1)
    for place in (np.flatnonzero(known[1:] == known[:-1]) + 1).tolist():
        name = known[place]
        last[name] += 1
        while _holds(known, b"%s-%d" % (name, last[name])):
            last[name] += 1
        own[order[place]] = b"%s-%d" % (name, last[name])
    return own


def _holds(ordered: NDArray[np.bytes_], name: bytes) -> bool:
    place = int(np.searchsorted(ordered, name))
    return place < len(ordered) and ordered[place] == name
