"""Which results of an earlier reading still hold, and what is kept for the next one."""

import hashlib
from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from izium_timeline.build.job import Job, Result
from izium_timeline.store.packing import DamagedError, unpack
from izium_timeline.store.results.read_file import Packed, packed
from izium_timeline.store.results.result_cache import DIGEST, ResultCache, Row, known_of
from izium_timeline.store.stamps import Stamp, stamp_of

NOT_KEPT: Final = bytes(DIGEST)
"""In place of the digest of what is not in the cache."""

_BLOCK: Final = 1 << 20  # bytes hashed in one slice


class Kept(NamedTuple):
    """A result, the same packed, and a digest of what it follows from. ``events`` is its packed
    batch, None where that lies in the cache.
    """

    result: Result
    packed: bytes
    digest: bytes
    events: bytes | None = None


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

    def of(self, job: Job, which: str) -> Generator[bool, None, Kept | None]:
        """The kept result of a job, None where the file or what is known has changed."""
        path = job.document.path
        row, stamp = self._cache.row(path, which), self.stamps.get(path)
        if row is None or stamp is None or row.size != stamp[0] or row.known != _known(job):
            return None
        unread = row.sha256 == _unread(stamp, job)
        if unread and self._retry:
            return None
        with suppress(OSError):
            if unread or row.sha256 == (yield from _hash(self._folder / path)):
                return self._held(path, which, row)
        return None

    def _held(self, path: str, which: str, row: Row) -> Kept | None:
        with suppress(DamagedError):
            found = self._cache.get(path, which)
            return Kept(unpack(found), found, row.digest)
        return None

    def keep(self, job: Job, which: str, result: Result, put: Packed) -> Kept:
        """Keep what came of a job."""
        return _kept(result, put, self._cache.put(result, which, _known(job), put))

    def keep_failure(self, job: Job, which: str, result: Result) -> Kept:
        """Keep that nothing came of a job, as long as neither file nor limits change.

        The next opening need not wait again for a file that takes longer than it may.
        """
        stamp = self.stamps.get(job.document.path)
        if stamp is None:
            return kept_nowhere(result)
        result = replace(result, size=stamp[0])
        put = packed(result)
        row = self._cache.put(result, which, _known(job), put, _unread(stamp, job))
        return _kept(result, put, row)


def kept_nowhere(result: Result) -> Kept:
    """A result that the next opening is not to find."""
    return _kept(result, packed(result), None)


def _kept(result: Result, put: Packed, row: Row | None) -> Kept:
    return Kept(result, put.result, NOT_KEPT if row is None else row.digest, put.events)


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
