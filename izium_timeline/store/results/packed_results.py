"""The results of one pass over the files of a folder, put aside packed."""

from array import array
from pathlib import Path
from typing import Final

from izium_timeline.build.job import Result
from izium_timeline.build.records import Records, lost
from izium_timeline.store.packing import DamagedError, unpack
from izium_timeline.store.results.kept_results import Kept
from izium_timeline.store.results.result_cache import DIGEST

_NONE: Final = -1


class PackedResults:
    """Results by the numbers of their files, ``count`` of them, in a file without a name.

    ``place`` is the folder for that file; None keeps them in memory. ``digests`` are those of what
    the results follow from, one behind the other.
    """

    def __init__(self, count: int, place: Path | None = None) -> None:
        self._records = Records.temporary(place)
        self._at = array("q", [_NONE]) * count
        self._size = array("i", [0]) * count
        self._count = array("i", [0]) * count
        self._row = array("q", [_NONE]) * count
        self.digests = bytearray(DIGEST * count)

    def put(self, number: int, kept: Kept) -> None:
        """Put a result aside, in place of what was there."""
        self._at[number] = self._records.add(kept.packed)
        self._size[number] = len(kept.packed)
        self._count[number] = kept.result.count
        self._row[number] = _NONE if kept.result.count else 0
        self.digests[number * DIGEST : (number + 1) * DIGEST] = kept.digest

    def has(self, number: int) -> bool:
        """Whether there is a result of a file."""
        return self._at[number] != _NONE

    def get(self, number: int) -> Result | None:
        """The result of a file, None where there is none; raises LostEventError."""
        if not self.has(number):
            return None
        try:
            result: Result = unpack(self._records.read(self._at[number], self._size[number]))
        except DamagedError as error:
            raise lost() from error
        return result

    def count(self, number: int) -> int:
        """How many candidates a result has."""
        return self._count[number]

    def digest(self, number: int) -> bytes:
        """The digest of what a result follows from."""
        return bytes(self.digests[number * DIGEST : (number + 1) * DIGEST])

    def found(self, number: int, row: int) -> None:
        """Note the row at which a result's candidates begin in the table."""
        self._row[number] = row

    def rows(self, number: int) -> range | None:
        """The rows of a result's candidates in the table, None while they are not there."""
        first = self._row[number]
        return None if first == _NONE else range(first, first + self._count[number])
