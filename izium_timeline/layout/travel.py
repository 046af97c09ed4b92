"""Going from event to event, in the chronology's order."""

import numpy as np
from numpy.typing import NDArray

from izium_timeline.layout.index import Index

Mask = NDArray[np.bool_]


def step(index: Index, at: int | None, by: int, hits: Mask | None = None) -> int | None:
    """The event after (``by`` = 1) or before (-1) the event ``at``, None past the last one.

    Only shown events count, and only hits where there is a mask of them. From nowhere the
    first step forward leads to the first event, backward to the last.
    """
    shown = index.bundle_of >= 0
    events = np.flatnonzero(shown if hits is None else shown & hits)
    if not len(events):
        return None
    if at is None:
        return int(events[0 if by > 0 else -1])
    place = int(np.searchsorted(events, at, "right" if by > 0 else "left"))
    place -= by < 0
    return int(events[place]) if 0 <= place < len(events) else None


def end(index: Index, last: bool, hits: Mask | None = None) -> int | None:
    """The first or the last shown event."""
    return step(index, None, -1 if last else 1, hits)


def day_of(index: Index, event: int) -> float:
    """The day that stands for an event: its first, or its last where the first is open."""
    start, end_day = index.columns.start[event], index.columns.end[event]
    return float(start if np.isfinite(start) else np.ceil(end_day) - 1)


def days_of(index: Index, event: int) -> tuple[float, float]:
    """The days of an event, an open end a year long."""
    start, end_day = index.columns.start[event], index.columns.end[event]
    first = start if np.isfinite(start) else end_day - 365
    return float(first), float(end_day if np.isfinite(end_day) else start + 365)


def known_days(index: Index, event: int) -> tuple[float, float]:
    """The days of an event of which a text tells: of one with an open end, its other day."""
    start, end_day = index.columns.start[event], index.columns.end[event]
    if np.isfinite(start) and np.isfinite(end_day):
        return float(start), float(end_day)
    day = day_of(index, event)
    return day, day + 1
