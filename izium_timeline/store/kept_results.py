"""Which results of an earlier reading still hold, and what is kept for the next one."""

import hashlib
from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from izium_timeline.build.job import Job, Result
from izium_timeline.store.read_file import Packed, packed
from izium_timeline.store.result_cache import ResultCache, known_of
from izium_timeline.store.stamps import Stamp, stamp_of

_BLOCK: Final = 1 << 20  # bytes hashed in one slice


class KeptResults:
    """The results in a folder's cache, taken for what the files are now.

    ``stamps`` are the states in which the files were when they were first looked at. With
    ``retry`` it does not count that a file could not be read.
    """

    def __init__(self, folder: Path, cache: ResultCache, *, retry: bool = False) -> None:
        self.stamps: dict[str, Stamp] = {}
        self._folder = folder
        self._cache = cache
        self._retry = retry

    def look(self, path: str) -> None:
        """Note the state of a file, unless that is known."""
        stamp = stamp_of(self._folder / path)
        if stamp is not None:
            self.stamps.setdefault(path, stamp)

    def of(self, job: Job, which: str) -> Generator[bool, None, Result | None]:
        """The kept result of a job, None where the file or what is known has changed.

        What holds no longer is no row of the cache any more, whatever comes of reading anew.
        """
        result = yield from self._held(job, which)
        if result is None:
            self._cache.rows.pop((job.document.path, which), None)
        return result

    def _held(self, job: Job, which: str) -> Generator[bool, None, Result | None]:
        path = job.document.path
        row, stamp = self._cache.rows.get((path, which)), self.stamps.get(path)
        if row is None or stamp is None or row.size != stamp[0] or row.known != _known(job):
            return None
        if row.sha256 == _unread(stamp, job):
            return None if self._retry else self._cache.get(path, which)
        with suppress(OSError):
            sha256 = yield from _hash(self._folder / path)
            if sha256 == row.sha256:
                return self._cache.get(path, which)
        return None

    def keep(self, job: Job, which: str, result: Result, put: Packed) -> None:
        """Keep what came of a job."""
        self._cache.put(result, which, _known(job), put)

    def keep_failure(self, job: Job, which: str, result: Result) -> None:
        """Keep that nothing came of a job, as long as neither file nor limits change.

        The next opening need not wait again for a file that takes longer than it may.
        """
        stamp = self.stamps.get(job.document.path)
        if stamp is not None:
            result = replace(result, size=stamp[0])
            self._cache.put(result, which, _known(job), packed(result), _unread(stamp, job))


def _known(job: Job) -> str:
    return known_of(job.document, job.calendar)


def _unread(stamp: Stamp, job: Job) -> str:
    """The state of a file that could not be read within a job's limits."""
    return f"unread {stamp} {job.limits}"


def _hash(path: Path) -> Generator[bool, None, str]:
    """The SHA-256 of a file, a block at a time."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            if len(block) == _BLOCK:
                yield True
    return digest.hexdigest()
