"""Where the quotes of events stand in the documents, to tell what an event already shows."""

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from izium_timeline.model.event import Event, Status


@dataclass(frozen=True, slots=True, eq=False)
class Quotes:
    """Quotes sorted by document and start; shape (n,) each but ``paths``.

    Quote i stands at the code points ``start[i]`` to ``end[i]`` of ``paths[document[i]]`` and
    belongs to the event of ``row[i]``.
    """

    paths: tuple[str, ...]
    document: NDArray[np.int32]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    row: NDArray[np.int32]

    def of(self, path: str, rows: NDArray[np.bool_]) -> "Cover":
        """What the quotes of the events in a mask cover of one document."""
        if path not in self.paths:
            return Cover(_NONE, _NONE)
        code = self.paths.index(path)
        first, last = np.searchsorted(self.document, (code, code + 1)).tolist()
        kept = rows[self.row[first:last]]
        return Cover(
            self.start[first:last][kept], np.maximum.accumulate(self.end[first:last][kept])
        )


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Quotes of one document by their starts, and the last end of each and those before it."""

    start: NDArray[np.int64]
    reach: NDArray[np.int64]

    def holds(self, start: int, end: int) -> bool:
        """Whether one quote holds these code points whole."""
        place = self.start.searchsorted(start, "right")
        return bool(place and self.reach[place - 1] >= end)


class QuoteGathering:
    """The places of quotes as events come, those of rejected ones left out."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._places = array("q")

    def add(self, row: int, event: Event) -> None:
        """Take the quotes of an event that have a place now."""
        if event.status is Status.REJECTED:
            return
        for piece in event.evidence:
            anchor = piece.anchor
            if anchor and anchor.start is not None and anchor.end is not None:
                code = self._codes.setdefault(piece.document, len(self._codes))
                self._places.extend((code, anchor.start, anchor.end, row))

    def quotes(self) -> Quotes:
        """All that came."""
        table = np.array(self._places, np.int64).reshape(-1, 4)
        table = table[np.lexsort(table.T[::-1])]
        return Quotes(
            tuple(self._codes),
            table[:, 0].astype(np.int32),
            table[:, 1].copy(),
            table[:, 2].copy(),
            table[:, 3].astype(np.int32),
        )


_NONE = np.zeros(0, np.int64)
