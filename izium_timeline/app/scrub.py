"""Which event is current while the playhead moves."""

import numpy as np
from numpy.typing import NDArray

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Salience

_ORDER = {salience: rank for rank, salience in enumerate(Salience)}


class Scrubbing:
    """Answers for one chronology which event a day belongs to."""

    def __init__(self, chronology: Chronology) -> None:
        bounds = [event.bounds for event in chronology.events]
        self._start = np.array(
            [-np.inf if b.earliest is None else b.earliest for b in bounds], dtype=np.float64
        )
        self._end = np.array(
            [np.inf if b.latest is None else b.latest + 1 for b in bounds], dtype=np.float64
        )
        self._rank = np.array([_ORDER[event.salience] for event in chronology.events], np.int8)

    def row_at(self, day: float, shown: NDArray[np.bool_] | None) -> int | None:
        """The most precise event that may hold at a day, else the last one that began before.

        Of events equally precise, the more salient is taken, then the first. ``shown`` masks
        the events that may be taken. None where there is no such event.
        """
        begun = self._start <= day
        if shown is not None:
            begun &= shown
        holding = np.flatnonzero(begun & (self._end > day))
        if holding.size:
            length = self._end[holding] - self._start[holding]
            return int(holding[np.lexsort((self._rank[holding], length))[0]])
        before = np.flatnonzero(begun)
        return int(before[np.argmax(self._start[before])]) if before.size else None
