"""What was found in the files of a folder, by their paths."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from izium_timeline.build.furniture import repeated
from izium_timeline.build.job import Result
from izium_timeline.build.named import shared_calendar
from izium_timeline.model.event import Event
from izium_timeline.store.packing import DamagedError, unpack
from izium_timeline.store.result_cache import AGAIN, FIRST, ResultCache
from izium_timeline.temporal import EventCalendar


class Found:
    """The results of both passes; their events are unpacked by ``load``, a file's at a time.

    Those of a result that was kept stay in the cache until then.
    """

    def __init__(self, paths: tuple[str, ...], cache: ResultCache) -> None:
        self._paths = paths
        self._cache = cache
        self._passes: dict[str, dict[str, Result]] = {FIRST: {}, AGAIN: {}}
        self._packed: dict[tuple[str, str], bytes | None] = {}  # None: in the cache
        self.count = self.unpacked = 0

    def __len__(self) -> int:
        return len(self._passes[FIRST])

    def take(self, result: Result, which: str, events: bytes | None = None) -> None:
        """Take what was found in a file, with its packed events, or what is kept of it."""
        path = result.document.path
        if which == AGAIN and result.same:
            return
        before = self._passes[AGAIN].get(path) or self._passes[FIRST].get(path)
        self.count += result.count - (before.count if before else 0)
        self._passes[which][path] = result
        if result.count:
            self._packed[path, which] = events

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
        """Unpack the events of one file; returns whether there was one."""
        if not self._packed:
            return False
        (path, which), packed = self._packed.popitem()
        events = self._cache.events(path, which) if packed is None else packed
        result = self._passes[which][path]
        self.unpacked += 1
        with suppress(DamagedError):  # whole a moment ago; the cache was forgotten since
            harvest = replace(result.harvest, events=unpack(events))
            self._passes[which][path] = replace(result, harvest=harvest)
        return True

    def candidates(self) -> tuple[Event, ...]:
        """The candidates that are there, document by document, without repeated furniture.

        Documents that share a passage share ids.
        """
        events = tuple(self._events())
        furniture = repeated(events)
        return tuple(event for event in events if event.id not in furniture)

    def state(self, *others: object) -> str:
        """A hash of all that the candidates follow from, and of what else their merging does."""
        rows = [
            (path, which, row.sha256, row.known)
            for path in self._paths
            for which in (FIRST, AGAIN)
            if (row := self._cache.rows.get((path, which))) and path in self._passes[which]
        ]
        return hashlib.sha256(repr((len(self), rows, others)).encode(errors="replace")).hexdigest()

    def _events(self) -> Iterator[Event]:
        for path in self._paths:
            result = self._passes[AGAIN].get(path) or self._passes[FIRST].get(path)
            if result is not None:
                yield from result.harvest.events
