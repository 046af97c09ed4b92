"""What was found in the files of a folder, by their paths; little of it is held in memory."""

import hashlib
from array import array
from math import inf, isnan, nan
from typing import Final

from izium_timeline.build.job import Result
from izium_timeline.build.merging.merge import Publishers
from izium_timeline.build.named import SharedNames
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event
from izium_timeline.model.steps import Slices
from izium_timeline.store.events.batch import unpacked_batch
from izium_timeline.store.events.event_rows import EventRows
from izium_timeline.store.events.event_table import EventTable
from izium_timeline.store.packing import DamagedError
from izium_timeline.store.results.kept_results import Kept
from izium_timeline.store.results.packed_results import PackedResults
from izium_timeline.store.results.result_cache import AGAIN, FIRST, ResultCache
from izium_timeline.temporal import EventCalendar

_PASSES: Final = (FIRST, AGAIN)


class Found:
    """The results of both passes; their candidates come into the table by ``load``, a file's at a
    time. Those of a result that was kept stay in the cache until then; they are ``complete``
    unless some of them were gone from it by then.
    """

    def __init__(self, paths: tuple[str, ...], cache: ResultCache) -> None:
        place = None if cache.place is None else cache.place.parent
        self._paths = paths
        self._numbers = {path: number for number, path in enumerate(paths)}
        self._cache = cache
        self._table = EventTable(place)
        self._passes = {which: PackedResults(len(paths), place) for which in _PASSES}
        self._days = array("d", [nan]) * len(paths)
        self._shared, self._publishers = SharedNames(), Publishers()
        self._open: list[str] = []
        self._troubled: dict[str, Document] = {}
        self._unread_again: dict[str, str] = {}
        self._waiting: list[tuple[str, int, bytes | None]] = []
        self._whole: EventRows | None = None
        self._taken = self.count = self.loaded = 0
        self.complete = True

    def __len__(self) -> int:
        return self._taken

    def take(self, kept: Kept, which: str) -> None:
        """Take what was found in a file."""
        result = kept.result
        number = self._numbers[result.document.path]
        first, again = self._passes.values()
        if which == FIRST:
            self._note(result, number)
        elif self._tells_nothing(result, number):
            return
        self.count += result.count - (again if again.has(number) else first).count(number)
        self._passes[which].put(number, kept)
        if result.count:
            self._waiting.append((which, number, kept.events))

    def _note(self, result: Result, number: int) -> None:
        """Note of a first result what will be asked about all of them."""
        document = result.document
        self._taken += 1
        self._shared.note(result.harvest.named)
        self._publishers.note(document)
        if result.harvest.open:
            self._open.append(document.path)
        if document.problem:
            self._troubled[document.path] = document
        if document.publication is not None:
            first = document.publication.bounds.earliest
            self._days[number] = -inf if first is None else first

    def _tells_nothing(self, again: Result, number: int) -> bool:
        """Whether what the first reading found stands: nothing else, or another text, was read."""
        if again.same:
            return True
        if again.document.problem:
            self._unread_again[again.document.path] = again.document.problem
            return True
        first = self._passes[FIRST].get(number)
        return first is None or again.document.sha256 != first.document.sha256

    def has(self, path: str) -> bool:
        """Whether anything is known of a file."""
        return self._passes[FIRST].has(self._numbers[path])

    def trouble(self, path: str) -> Document | None:
        """The document of a file that could not be read."""
        return self._troubled.get(path)

    def trouble_again(self, path: str) -> str:
        """Why a file could not be read a second time; empty where it was, or need not be."""
        return self._unread_again.get(path, "")

    def result(self, path: str) -> Result | None:
        """What is known of a file, None while that is nothing."""
        return self._passes[FIRST].get(self._numbers[path])

    def open_paths(self) -> list[str]:
        """The files with a wording that counts from what they don't date themselves."""
        return sorted(self._open, key=self._numbers.__getitem__)

    def calendar(self) -> EventCalendar:
        """The events that the documents date."""
        return self._shared.calendar()

    def load(self) -> bool:
        """Bring the candidates of one file into the table; returns whether there was one."""
        if not self._waiting:
            return False
        which, number, packed = self._waiting.pop()
        path, results = self._paths[number], self._passes[which]
        if packed is None:
            packed = self._cache.events(path, which, results.digest(number))
        self.loaded += 1
        try:
            results.found(number, self._table.put(path, unpacked_batch(packed)).start)
        except DamagedError:  # whole a moment ago; the cache was forgotten since
            self.complete = False
        return True

    def candidates(self) -> EventRows:
        """The candidates that are there, without repeated furniture."""
        if self._whole is not None:
            return self._whole
        return self._table.shown(self._batches()).events

    def joined(self) -> Slices[EventRows]:
        """The candidates with those joined that tell of one event. No more can come after that."""
        shown = self._table.shown(self._batches())
        work = self._table.joined(shown, self._known, self._publishers.names())
        self.forget()
        self._whole = shown.events
        del shown
        self._whole = yield from work
        return self._whole

    def forget(self) -> None:
        """Let go of all candidates: someone else has them."""
        self._table, self._whole = EventTable(), None
        self._waiting.clear()

    def state(self, *others: object) -> str:
        """A hash of all that the candidates follow from, and of what else their merging does."""
        digest = hashlib.sha256(repr((len(self), others)).encode(errors="replace"))
        for path in self._paths:
            digest.update(f"{path}\0".encode(errors="replace"))
        for results in self._passes.values():
            digest.update(results.digests)
        return digest.hexdigest()

    def _batches(self) -> list[range]:
        """The rows of the table that hold, document by document."""
        first, again = self._passes.values()
        every = range(len(self._paths))
        found = (first.rows(n) if (rows := again.rows(n)) is None else rows for n in every)
        return [rows for rows in found if rows]

    def _known(self, event: Event) -> float:
        """As ``model.report.known_from``, with the days of publication alone."""
        days = (self._days[self._numbers[piece.document]] for piece in event.evidence)
        return min((day for day in days if not isnan(day)), default=nan)
