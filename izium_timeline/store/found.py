"""What was found in the files of a folder, by their paths."""

import hashlib
from collections.abc import Iterator
from itertools import chain

import numpy as np

from izium_timeline.build.job import Result
from izium_timeline.build.named import shared_calendar
from izium_timeline.build.steps import Steps
from izium_timeline.store.batch import unpacked_batch
from izium_timeline.store.event_rows import EventRows, Rows
from izium_timeline.store.event_table import EventTable
from izium_timeline.store.packing import DamagedError
from izium_timeline.store.result_cache import AGAIN, FIRST, ResultCache
from izium_timeline.temporal import EventCalendar


class Found:
    """The results of both passes; their candidates come into the table by ``load``, a file's at a
    time. Those of a result that was kept stay in the cache until then; they are ``complete``
    unless some of them were gone from it by then.
    """

    def __init__(self, paths: tuple[str, ...], cache: ResultCache) -> None:
        self._paths = paths
        self._cache = cache
        self._table = EventTable(None if cache.place is None else cache.place.parent)
        self._passes: dict[str, dict[str, Result]] = {FIRST: {}, AGAIN: {}}
        self._packed: dict[tuple[str, str], bytes | None] = {}  # None: in the cache
        self._rows: dict[tuple[str, str], range] = {}
        self._whole: EventRows | None = None
        self.count = self.loaded = 0
        self.complete = True

    def __len__(self) -> int:
        return len(self._passes[FIRST])

    def take(self, result: Result, which: str, events: bytes | None = None) -> None:
        """Take what was found in a file, with its packed batch, or what is kept of it."""
        path = result.document.path
        if which == AGAIN and self._tells_nothing(result):
            return
        before = self._passes[AGAIN].get(path) or self._passes[FIRST].get(path)
        self.count += result.count - (before.count if before else 0)
        self._passes[which][path] = result
        if result.count:
            self._packed[path, which] = events
        else:
            self._rows[path, which] = range(0)

    def _tells_nothing(self, again: Result) -> bool:
        """Whether what the first reading found stands: nothing else, or another text, was read."""
        first = self._passes[FIRST][again.document.path]
        return again.same or again.document.sha256 != first.document.sha256

    def result(self, path: str) -> Result | None:
        """What is known of a file, None while that is nothing."""
        return self._passes[FIRST].get(path)

    def results(self) -> Iterator[Result]:
        """What is known of each file, in their order."""
        return (result for path in self._paths if (result := self.result(path)) is not None)

    def open_paths(self) -> list[str]:
        """The files with a wording that counts from what they don't date themselves."""
        return [result.document.path for result in self.results() if result.harvest.open]

    def calendar(self) -> EventCalendar:
        """The events that the documents date."""
        return shared_calendar(event for result in self.results() for event in result.harvest.named)

    def load(self) -> bool:
        """Bring the candidates of one file into the table; returns whether there was one."""
        if not self._packed:
            return False
        (path, which), packed = self._packed.popitem()
        events = self._cache.events(path, which) if packed is None else packed
        self.loaded += 1
        try:
            self._rows[path, which] = self._table.put(path, unpacked_batch(events))
        except DamagedError:  # whole a moment ago; the cache was forgotten since
            self.complete = False
        return True

    def candidates(self) -> EventRows:
        """The candidates that are there, without repeated furniture."""
        if self._whole is not None:
            return self._whole
        return self._table.shown(self._shown())[0]

    def joined(self) -> Steps[EventRows]:
        """The candidates with those joined that tell of one event. No more can come after that."""
        candidates, rows = self._table.shown(self._shown())
        documents = [result.document for result in self.results()]
        work = self._table.joined(candidates, rows, documents)
        self._whole = candidates
        self.forget()
        self._whole = yield from work
        return self._whole

    def forget(self) -> None:
        """Let go of what is needed no more once the candidates are whole."""
        self._table = EventTable()
        self._rows.clear()
        self._packed.clear()

    def state(self, *others: object) -> str:
        """A hash of all that the candidates follow from, and of what else their merging does."""
        rows = [
            (path, which, row.sha256, row.known)
            for path in self._paths
            for which in (FIRST, AGAIN)
            if (row := self._cache.rows.get((path, which))) and path in self._passes[which]
        ]
        return hashlib.sha256(repr((len(self), rows, others)).encode(errors="replace")).hexdigest()

    def _shown(self) -> Rows:
        """The rows of the table that hold, document by document."""
        first = (self._rows.get((path, FIRST), range(0)) for path in self._paths)
        latest = zip(self._paths, first, strict=True)
        ranges = (self._rows.get((path, AGAIN), rows) for path, rows in latest)
        return np.fromiter(chain.from_iterable(ranges), np.int64)
