"""Facts that lie in files, in the order of a chronology."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from izium_timeline.store.events.fact_array import FACTS, Facts
from izium_timeline.store.events.row_file import RowFile

Numbers = NDArray[np.int32]


def fact_file() -> RowFile:
    """An empty file of facts, in memory."""
    return RowFile(FACTS)


@dataclass(frozen=True, slots=True, eq=False)
class FactRows:
    """The facts of events in the order of a chronology.

    The first ``count`` rows of ``file`` are numbered from 0, those of ``added`` behind them; both
    files may have grown since. ``order`` says which row is whose; None: the rows of ``file`` stand
    as the events do.
    """

    file: RowFile
    count: int
    added: RowFile = field(default_factory=fact_file)
    order: Numbers | None = None

    def __len__(self) -> int:
        return self.count if self.order is None else len(self.order)

    def row(self, place: int) -> Any:
        """The facts of one event."""
        return self.rows(range(place, place + 1))[0]

    def rows(self, places: range) -> Facts:
        """The facts of the events in these places."""
        if self.order is None:
            return self.file.some(places.start, places.stop)
        return self.numbered(self.order[places.start : places.stop].tolist())

    def numbered(self, numbers: Iterable[int]) -> Facts:
        """The rows of these numbers."""
        return np.frombuffer(b"".join(map(self._row, numbers)), FACTS)

    def numbers(self) -> Numbers:
        """The number of the row of each event."""
        return np.arange(len(self), dtype=np.int32) if self.order is None else self.order

    def whole(self) -> Facts:
        """The facts of all events."""
        return self._in_order(np.concatenate([np.empty(0, FACTS), *self._blocks()]))

    def column(self, name: str) -> NDArray[Any]:
        """One field of all events."""
        blocks = (block[name].copy() for block in self._blocks())  # so that no block is held
        return self._in_order(np.concatenate([np.empty(0, FACTS[name]), *blocks]))

    def _row(self, number: int) -> bytes:
        if number < self.count:
            return self.file.read(number, 1)
        return self.added.read(number - self.count, 1)

    def _blocks(self) -> Iterator[Facts]:
        added = self.added.blocks() if self.order is not None else ()
        return (block for _, block in chain(self.file.blocks(self.count), added))

    def _in_order(self, every: NDArray[Any]) -> NDArray[Any]:
        return every if self.order is None else every[self.order]
