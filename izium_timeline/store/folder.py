"""Opening a folder of documents, a slice of work at a time.

What is kept from an earlier time and still holds is taken, the rest is read by other processes;
whoever opens the folder asks for a slice of the work as often as there is time, and for the
chronology of what has been found so far whenever it is to be shown.
"""

import time
from collections.abc import Generator, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from izium_timeline.build.job import Job, Result, failed
from izium_timeline.build.workers import Done, Workers
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.listing import list_files
from izium_timeline.corpus.metadata import read_metadata
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.store.entered import NOTHING as NOTHING_ENTERED
from izium_timeline.store.events.event_file import open_events, write_events
from izium_timeline.store.events.event_rows import EventRows
from izium_timeline.store.file_lines import FileLine, FileState
from izium_timeline.store.packing import DamagedError, unpack
from izium_timeline.store.program import program_state
from izium_timeline.store.results.found import Found
from izium_timeline.store.results.kept_results import KeptResults, kept_nowhere
from izium_timeline.store.results.read_file import answer_of, read_file
from izium_timeline.store.results.result_cache import AGAIN, FIRST, ResultCache
from izium_timeline.store.results.result_place import events_of
from izium_timeline.store.settings import read_settings
from izium_timeline.store.stamps import Stamp
from izium_timeline.store.texts import FolderText
from izium_timeline.temporal import EventCalendar

_COMMIT: Final = 1.0  # seconds after which results are put on the disk
_NOT_AGAIN: Final = "dates that count from other documents are missing: when it was read again it "
_CANCELLED: Final = "was not read: reading was cancelled"
_OTHER_PROGRAM: Final = "was not read: the program has changed meanwhile; start it again"

T = TypeVar("T")
Work = Generator[bool, None, None]
"""Yields True after a bit of work, False where there is nothing to do but wait."""


class FolderReading:
    """A folder that is being opened. Raises DocumentError where it can't be listed.

    ``entered`` holds the publication dates that a person entered. All is done in ``advance``; how
    far it is, ``done`` of ``paths``, ``at_hand`` and ``read_anew`` (files not kept) tell.
    Files of which it is known that they can't be read are read all the same with ``retry``.
    ``stamps`` are the states in which the files were when they were looked at.
    """

    def __init__(
        self,
        folder: Path,
        entered: Chronology = NOTHING_ENTERED,
        *,
        limits: Limits | None = None,
        cores: int | None = None,
        retry: bool = False,
    ) -> None:
        self.folder = folder
        self.entered = entered
        self._described = _described(folder, entered)
        listing = list_files(folder)
        self.paths, self.skipped = listing.paths, listing.skipped
        self._limits = limits or read_settings().limits
        self._cache = ResultCache(folder)
        self._kept = KeptResults(folder, self._cache, retry=retry)
        self.stamps: Mapping[str, Stamp] = self._kept.stamps
        self._workers: Workers[Job] = Workers(read_file, self._limits, cores)
        self._found = Found(self.paths, self._cache)
        self._joined: EventRows | None = None
        self._documents: list[Document | None] = []
        self._work = self._all_work()
        self._wait = 0.0
        self._committed = time.monotonic()
        self.cancelled = False
        self.idle = False
        self.at_hand = ""
        self.read_anew = 0

    @property
    def done(self) -> int:
        """How many files are done with."""
        return len(self._found)

    @property
    def ready(self) -> int:
        """How many files have candidates that ``chronology`` shows by now."""
        return self._found.loaded

    @property
    def candidates(self) -> int:
        """How many candidates were found so far, before any are joined."""
        return self._found.count

    @property
    def told(self) -> str:
        """How far it is, in a line: "120 of 1,000 files · 431 candidates · reports/may.txt"."""
        files = f"{self.done:,} of {len(self.paths):,} files"
        return f"{files} · {self.candidates:,} candidates · {self.at_hand}"

    def advance(self, seconds: float, wait: float = 0.0) -> bool:
        """Work for so long, at most; returns whether there is more to do.

        Where nothing can be done but to wait for other processes it waits so long for them.
        """
        until = time.monotonic() + seconds
        self._wait = wait
        for progressed in self._work:
            self.idle = not progressed
            if self.idle or time.monotonic() >= until:
                return True
        return False

    def cancel(self) -> None:
        """Read no more; what was found is kept."""
        self.cancelled = True
        self._workers.close()

    def close(self) -> None:
        """End the processes, keep what was found, and leave no file half written."""
        self._work.close()
        self._let_go()

    def files(self) -> list[FileLine]:
        """A line for each file of the folder, in order, those skipped by their names at the end."""
        skipped = (FileLine(path, FileState.SKIPPED, reason) for path, reason in self.skipped)
        return [*map(self._line, self.paths), *skipped]

    def chronology(self) -> Chronology:
        """What has been found so far; once all is done, what tells of one event joined."""
        joined = self._joined
        return Chronology(
            title=self.folder.resolve().name or str(self.folder),
            events=self._found.candidates() if joined is None else joined,
            documents=self._documents_read(),
        )

    def _all_work(self) -> Work:
        try:
            yield from self._pass(self.paths, FIRST)
            self._cache.drop_others(frozenset(self.paths))
            calendar = self._found.calendar()
            if calendar.events:
                yield from self._pass(self._found.open_paths(), AGAIN, calendar)
            self._workers.close()
            yield from self._merge()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        self._workers.close()
        self._cache.close()

    def _merge(self) -> Work:
        """Join what tells of one event, unless what came of that is kept.

        What a person holds apart is laid over it with all else that was entered.
        """
        state = self._found.state(program_state())
        place = None if self._cache.place is None else events_of(self._cache.place)
        kept = None if place is None else open_events(place, state)
        if kept is None:
            self.at_hand = "joining what tells of one event"
            while self._found.load():
                yield True
            kept = yield from _stepped(self._found.joined())
            if place is not None and self._found.complete and not self._cache.forgotten:
                for _ in write_events(place, state, kept):
                    yield True
                kept = open_events(place, state) or kept
        self._joined = kept
        self._found.forget()

    def _pass(
        self, paths: Iterable[str], which: str, calendar: EventCalendar | None = None
    ) -> Work:
        """Bring in the results of these files: those that are kept and hold, and the others.

        The events of what is there are unpacked while others are read; where nothing is read, they
        may never be asked for.
        """
        for path in paths:
            if self.cancelled:
                return
            self._kept.look(path)
            job = self._job(path, calendar)
            kept = yield from self._kept.of(job, which)
            if kept is None:
                self.read_anew += which == FIRST
                self._workers.put(job)
            else:
                self.at_hand = path
                self._found.take(kept, which)
            yield from self._collect(which)
            while self._workers.room <= 0 and not self.cancelled:
                yield from self._collect(which, wait=not self._found.load())
        while self._workers.waiting and not self.cancelled:
            yield from self._collect(which, wait=not self._found.load())

    def _job(self, path: str, calendar: EventCalendar | None) -> Job:
        described = self._described.get(path) or Document(path)
        first = None if calendar is None else self._found.result(path)
        if calendar is None or first is None:
            return Job(described, self.folder, self._limits)
        return Job(described, self.folder, self._limits, calendar, first.harvest.named)

    def _collect(self, which: str, *, wait: bool = False) -> Work:
        """Take what other processes have done by now."""
        idle = True
        for done in self._workers.poll(self._wait if wait else 0.0):
            if self.cancelled and done.problem:
                continue  # its process was ended, through no fault of the file's
            self._take_done(done, which)
            idle = False
            yield True
        if time.monotonic() - self._committed > _COMMIT:
            self._cache.commit()
            self._committed = time.monotonic()
        yield not (idle and wait)

    def _take_done(self, done: Done[Job], which: str) -> None:
        self.at_hand = done.job.document.path
        if done.problem:
            result = failed(done.job, done.problem)
            found = kept_nowhere(result)
            if done.of_file:
                found = self._kept.keep_failure(done.job, which, result)
            self._found.take(found, which)
            return
        try:
            packed = answer_of(done.answer)
            result = unpack(packed.result)
        except DamagedError:  # the program was updated while its window is open
            self._found.take(kept_nowhere(failed(done.job, _OTHER_PROGRAM)), which)
            return
        self._found.take(self._kept.keep(done.job, which, result, packed), which)

    def _documents_read(self) -> tuple[Document, ...]:
        """The documents of the files that were read so far, each made once."""
        known = self._documents = self._documents or [None] * len(self.paths)
        for number, path in enumerate(self.paths):
            if known[number] is None and (result := self._found.result(path)) is not None:
                known[number] = self._document(result)
        return tuple(filter(None, known))

    def _document(self, result: Result) -> Document:
        """The document of a result, with a text that is read when it is asked for."""
        document = result.document
        if not document.sha256:
            return document
        place = self._cache.place
        text = FolderText(self.folder, document.path, document.sha256, result.letters, place)
        return replace(document, text=text)

    def _line(self, path: str) -> FileLine:
        if not self._found.has(path):
            return FileLine(path, FileState.WAITING, _CANCELLED if self.cancelled else "")
        document = self._found.trouble(path)
        if document is None:
            again = self._found.trouble_again(path)
            return FileLine(path, FileState.READ, again and f"{_NOT_AGAIN}{again}")
        state = FileState.SKIPPED if document.skipped else FileState.FAILED
        return FileLine(path, state, document.problem)


def _described(folder: Path, entered: Chronology) -> dict[str, Document]:
    """What the folder and the person say of documents, by path."""
    described = read_metadata(folder)
    for document in entered.documents:
        if document.publication is not None:
            known = described.get(document.path) or Document(document.path)
            described[document.path] = replace(known, publication=document.publication)
    return described


def _stepped(steps: Generator[None, None, T]) -> Generator[bool, None, T]:
    """The same steps, each a bit of work."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            value: T = done.value
            return value
        yield True
