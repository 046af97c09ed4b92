"""Records one behind the other in a file that only grows; any of them is read by its place."""

import io
import tempfile
import weakref
from bisect import bisect_right
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import BinaryIO, cast

from izium_timeline.model.errors import LostEventError


class Records:
    """An open file of records. It is closed with the last one who holds it.

    What was written stays where it is, so that whoever knows a place can read it at any time, from
    any thread, whatever is written meanwhile.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._files = [file]
        self._starts = [0]
        self._end = file.seek(0, io.SEEK_END)
        self._lock = Lock()
        weakref.finalize(self, file.close)

    @classmethod
    def temporary(cls, folder: Path | None) -> "Records":
        """A file without a name, in a folder, that goes with the program; in memory without one."""
        if folder is not None:
            with suppress(OSError):  # no room, or no right: what was found is shown all the same
                return cls(cast("BinaryIO", tempfile.TemporaryFile(dir=folder, buffering=0)))
        return cls(io.BytesIO())

    def add(self, data: bytes) -> int:
        """Keep a record, or several; returns the place of the first byte.

        Where the disk is full, they are held in memory from then on.
        """
        with self._lock:
            at = self._end
            try:
                self._write(data)
            except OSError:
                self._files.append(io.BytesIO())
                self._starts.append(at)
                self._write(data)
            self._end = at + len(data)
            return at

    def read(self, at: int, size: int) -> bytes:
        """So many bytes from a place on; raises LostEventError where not all are there any more."""
        data = b""
        try:
            with self._lock:
                while len(data) < size and (more := self._read(at + len(data), size - len(data))):
                    data += more  # a file may give a part, or what is there go on in the next one
        except OSError as error:
            raise lost() from error
        if len(data) < size:
            raise lost()
        return data

    def _read(self, at: int, size: int) -> bytes:
        number = bisect_right(self._starts, at) - 1
        file = self._files[number]
        file.seek(at - self._starts[number])
        return file.read(size)

    def _write(self, data: bytes) -> None:
        file = self._files[-1]
        file.seek(self._end - self._starts[-1])
        left = memoryview(data)
        while left:  # a file without a buffer may take a part
            left = left[file.write(left) :]


def lost() -> LostEventError:
    """What to raise where something of an event is not where it was put."""
    return LostEventError(
        "an event can't be read from the program's cache", remedy="open the folder again"
    )
