"""Rows of plain numbers, each as long as the others, in a file that may go on growing."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.records import Records

_SOME: Final = 2048  # rows read in one go: little to hold, and quick by the thousand


class RowFile:
    """Rows of one kind, one behind the other from a place of ``records`` on.

    Whoever reads holds what was asked for alone; reading raises LostEventError.
    """

    def __init__(
        self, kind: np.dtype[Any], records: Records | None = None, at: int = 0, count: int = 0
    ) -> None:
        self._kind = kind
        self._records = Records.temporary(None) if records is None else records
        self._at, self._count = at, count

    def __len__(self) -> int:
        return self._count

    def add(self, rows: NDArray[Any] | bytes) -> None:
        """Put rows behind the others, of a file in which nothing else stands behind them."""
        data = rows if isinstance(rows, bytes) else rows.tobytes()
        self._records.add(data)
        self._count += len(data) // self._kind.itemsize

    def some(self, first: int, last: int) -> NDArray[Any]:
        """The rows from ``first`` to ``last``, that one left out."""
        return np.frombuffer(self.read(first, last - first), self._kind)

    def read(self, first: int, count: int) -> bytes:
        """So many rows from one on, as bytes."""
        size = self._kind.itemsize
        return self._records.read(self._at + first * size, count * size)

    def blocks(self, count: int | None = None) -> Iterator[tuple[int, NDArray[Any]]]:
        """The first ``count`` rows in order, some at a time, with the number of each first one."""
        end = self._count if count is None else count
        for first in range(0, end, _SOME):
            yield first, self.some(first, min(first + _SOME, end))
