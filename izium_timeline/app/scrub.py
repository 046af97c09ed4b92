"""Which event is current while the playhead moves."""

import numpy as np
from numpy.typing import NDArray

from izium_timeline.layout.columns import Columns


def row_at(columns: Columns, day: float, shown: NDArray[np.bool_] | None) -> int | None:
    """The most precise event that may hold at a day, else the last one that began before.

    Of events equally precise, the more salient is taken, then the first. ``shown`` masks the
    events that may be taken. None where there is no such event.
    """
    begun = columns.start <= day
    if shown is not None:
        begun &= shown
    holding = np.flatnonzero(begun & (columns.end > day))
    if holding.size:
        length = columns.end[holding] - columns.start[holding]
        return int(holding[np.lexsort((columns.salience[holding], length))[0]])
    before = np.flatnonzero(begun)
    return int(before[np.argmax(columns.start[before])]) if before.size else None
