"""What was found in each file of a folder, kept so that opening it again is quick.

One SQLite file a folder: thousands of small files would take longer to open than to read anew. A
row holds for one content of one file (its SHA-256), for what was known of the document, and for
one state of the program; any other is read anew. A row that is damaged is as good as none, and so
is a whole file.
"""

import hashlib
import os
import sqlite3
from collections.abc import Container, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from izium_timeline.build.job import Result, unpacked
from izium_timeline.model.document import Document
from izium_timeline.model.errors import TimelineError
from izium_timeline.store.packing import is_whole
from izium_timeline.store.program import program_state
from izium_timeline.store.results.read_file import Packed
from izium_timeline.store.results.result_place import place_of, remove, trim

FIRST, AGAIN = "first", "again"
"""The passes: alone, and with the events that the folder's other documents date."""

_ROW: Final = "select sha256, size, known from results where path = ? and pass = ?"
_FOUND: Final = "select found, events from results where path = ? and pass = ?"
_EVENTS: Final = "select events, sha256, size, known from results where path = ? and pass = ?"
_DROP_OLDER: Final = "delete from results where path = ? and pass = ? and sha256 <> ?"
DIGEST: Final = 16
"""Bytes of what ``Row.digest`` gives."""

_PATIENCE: Final = 0.2  # seconds to wait for another window that writes
_TABLES: Final = """
    create table if not exists results (
        path text, pass text, sha256 text, size integer, known text, found blob, events blob,
        primary key (path, pass));
    create table if not exists texts (path text primary key, sha256 text, text blob);
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What a kept result holds for: the file's hash and size, and what was known before.

    A file that could not be read has its state in place of the hash.
    """

    sha256: str
    size: int
    known: str

    @property
    def digest(self) -> bytes:
        """A hash of all that the result follows from."""
        return hashlib.sha256(f"{self.sha256} {self.known}".encode()).digest()[:DIGEST]


class ResultCache:
    """The results of one folder. Where nothing can be kept it holds nothing, and says nothing."""

    def __init__(self, target: Path) -> None:
        self.place: Path | None = None
        self._database: sqlite3.Connection | None = None
        with suppress(OSError, TimelineError):
            place = place_of(target)
            place.parent.mkdir(mode=0o700, exist_ok=True)
            place.parent.chmod(0o700)
            self._open(place)

    @property
    def forgotten(self) -> bool:
        """Whether the file is gone, removed with what is remembered of the folder elsewhere."""
        return self.place is not None and not self.place.exists()

    def row(self, path: str, which: str) -> Row | None:
        """What is kept of a file in a pass holds for, None where nothing is kept."""
        return next((Row(*row) for row in self._asked(_ROW, path, which)), None)

    def get(self, path: str, which: str) -> bytes:
        """The packed result of a file in a pass; nothing where its events are not whole."""
        for found, events in self._asked(_FOUND, path, which):
            if is_whole(events):
                whole: bytes = found
                return whole
        return b""

    def events(self, path: str, which: str, digest: bytes) -> bytes:
        """The batch of a result that was found whole, packed; nothing where it is gone.

        Another window may have put that of another state of the file in its place.
        """
        for events, *row in self._asked(_EVENTS, path, which):
            if Row(*row).digest == digest:
                kept: bytes = events
                return kept
        return b""

    def put(
        self, result: Result, which: str, known: str, packed: Packed, unread: str = ""
    ) -> Row | None:
        """Keep a result with its text; returns what it holds for.

        What has no hash was not read, and is not kept, nor is what was there before, unless
        ``unread`` says in which state the file could not be.
        """
        path, sha256 = result.document.path, result.document.sha256 or unread
        if not sha256:
            if which == FIRST:
                self._drop(path)
            return None
        if which == FIRST:
            self._change(_DROP_OLDER, path, AGAIN, sha256)
        row = Row(sha256, result.size, known)
        values = (path, which, sha256, result.size, known, packed.result, packed.events)
        self._change("insert or replace into results values (?, ?, ?, ?, ?, ?, ?)", *values)
        if packed.text:
            text = (path, sha256, packed.text)
            self._change("insert or replace into texts values (?, ?, ?)", *text)
        return row

    def drop_others(self, paths: Container[str]) -> None:
        """Forget the files that are not there any more: their texts are no one's to keep."""
        for (path,) in self._asked("select distinct path from results"):
            if path not in paths:
                self._drop(path)

    def commit(self) -> None:
        """Let what was put reach the disk."""
        with _quietly():
            if self._database is not None:
                self._database.commit()

    def close(self) -> None:
        """Let what was put reach the disk, and let go of the file; remove the oldest ones."""
        self.commit()
        self._shut()
        if self.place is not None:
            with suppress(OSError):
                os.utime(self.place)
            trim(self.place)

    def _shut(self) -> None:
        with _quietly():
            if self._database is not None:
                self._database.close()
        self._database = None

    def _asked(self, question: str, *values: object) -> list[Any]:
        """The rows that answer a question; none where the cache fails."""
        with _quietly():
            if self._database is not None:
                return self._database.execute(question, values).fetchall()
        return []

    def _drop(self, path: str) -> None:
        self._change("delete from results where path = ?", path)
        self._change("delete from texts where path = ?", path)

    def _change(self, change: str, *values: object) -> None:
        with _quietly():
            if self._database is not None:
                self._database.execute(change, values)

    def _open(self, place: Path) -> None:
        """Open the file at its place, made anew where it is damaged."""
        for _ in range(2):
            try:
                self._database = _connected(place)
            except sqlite3.OperationalError:  # locked, or no room: it may be whole
                self._shut()
                return
            except sqlite3.DatabaseError:
                self._shut()
                remove(place)
            else:
                self.place = place
                return


def known_of(document: Document, calendar: object = None) -> str:
    """A hash of what a result depends on beside the file: description, calendar, program."""
    described = repr((replace(document, text=None), calendar))
    return hashlib.sha256(f"{program_state()} {described}".encode(errors="replace")).hexdigest()


def cached_text(place: Path, path: str, sha256: str) -> str | None:
    """The text of a file in the cache at a place; None where it is not there, or damaged."""
    with _quietly(), closing(_reader(place)) as database:
        asked = "select text from texts where path = ? and sha256 = ?"
        for (text,) in database.execute(asked, (path, sha256)):
            return unpacked(text)
    return None


@contextmanager
def _quietly() -> Iterator[None]:
    """Go on without the cache where it fails: everything in it can be made anew."""
    with suppress(sqlite3.Error, OSError, ValueError):
        yield


def _connected(place: Path) -> sqlite3.Connection:
    handle = os.open(place, os.O_CREAT | os.O_RDWR, 0o600)
    os.close(handle)
    database = sqlite3.connect(place, timeout=_PATIENCE)
    try:
        database.execute("pragma journal_mode = wal")  # nobody who reads waits for who writes
        database.execute("pragma synchronous = off")  # what a power cut spoils is made anew
        database.executescript(_TABLES)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _reader(place: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{place.absolute().as_uri()}?mode=rw", timeout=_PATIENCE, uri=True)
