"""What happened around a hit: the events within some days of it."""

import numpy as np
from numpy.typing import NDArray

from izium_timeline.search.columns import Days

Mask = NDArray[np.bool_]


def around(days: Days, hits: Mask, distance: int) -> Mask:
    """The events, hits left out, that may lie within ``distance`` days of one of the hits.

    Of a hit with an open end only the end that is known counts; one with none has nothing
    around it.
    """
    first, last = days.first[hits], days.last[hits]
    first, last = np.where(np.isinf(first), last, first), np.where(np.isinf(last), first, last)
    known = np.isfinite(first)
    starts, reach = _merged(first[known] - distance, last[known] + distance)
    if not len(starts):
        return np.zeros(len(days), np.bool_)
    place = np.searchsorted(starts, days.last, "right")
    near: Mask = (place > 0) & (reach[np.maximum(place, 1) - 1] >= days.first) & ~hits
    return near


def _merged(
    first: NDArray[np.float64], last: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Starts in order, and the last day that any stretch up to each reaches.

    A stretch that starts by an event's last day touches it exactly if it reaches its first.
    """
    order = np.argsort(first, kind="stable")
    return first[order], np.maximum.accumulate(last[order])
