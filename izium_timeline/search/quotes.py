"""Where the quotes of events stand in the documents, to tell what an event already shows."""

from collections.abc import Sequence
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


def quotes_of(events: Sequence[Event]) -> Quotes:
    """The places of all quotes that have one now, those of rejected events left out."""
    codes: dict[str, int] = {}
    places = sorted(
        (codes.setdefault(piece.document, len(codes)), anchor.start, anchor.end, row)
        for row, event in enumerate(events)
        if event.status is not Status.REJECTED
        for piece in event.evidence
        if (anchor := piece.anchor) and anchor.start is not None and anchor.end is not None
    )
    table = np.array(places, np.int64).reshape(-1, 4)
    return Quotes(
        tuple(codes),
        table[:, 0].astype(np.int32),
        table[:, 1].copy(),
        table[:, 2].copy(),
        table[:, 3].astype(np.int32),
    )


_NONE = np.zeros(0, np.int64)
