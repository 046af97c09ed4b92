"""Phases in view, and the range of days that is worth looking at."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from izium_timeline.layout.columns import Columns
from izium_timeline.layout.picture import Band
from izium_timeline.layout.scale import Scale
from izium_timeline.model.chronology import Phase

_NAME_PAD = 4.0
_TAIL = 0.1  # of the events either side may be asides: articles tell of other times, too
_ROOM = 0.25  # of the days between the tails: events so near to them, either side, are none
_LONELY = 3.0  # times the main range: as much the whole must be for asides to be left out


def bands(
    phases: Sequence[Phase], scale: Scale, measure: Callable[[str], float]
) -> tuple[Band, ...]:
    """The phases in view; a day that two of them share is the later one's."""
    ordered = sorted(phases, key=lambda phase: phase.bounds.earliest or 0)
    found = []
    days = [phase_days(phase) for phase in ordered]
    after = [first for first, _ in days[1:]] + [float("inf")]
    for phase, (first, last), end in zip(ordered, days, after, strict=False):
        left, right = max(0.0, scale.x(first)), min(scale.width, scale.x(min(last, end)))
        if left < right:
            named = measure(phase.name) + 2 * _NAME_PAD <= right - left
            found.append(Band(phase.name, phase.category, left, right, named))
    return tuple(found)


def phase_days(phase: Phase) -> tuple[float, float]:
    """The first day of a phase and the day after its last."""
    return float(phase.bounds.earliest or 0), float(phase.bounds.latest or 0) + 1


def whole_range(columns: Columns) -> tuple[float, float] | None:
    """The first day and the day after the last that any event names, None where none does."""
    days = np.concatenate([columns.start, columns.end])
    days = days[np.isfinite(days)]
    return (float(days.min()), float(days.max())) if len(days) else None


def main_range(columns: Columns, phases: Sequence[Phase]) -> tuple[float, float] | None:
    """The range that the story fills, None for no events at all.

    Phases say it where there are any. Without them it is the whole range, unless a few
    events of other times (one of 3,000 years ago) would press all others together.
    """
    if phases:
        days = [day for phase in phases for day in phase_days(phase)]
        return min(days), max(days)
    whole = whole_range(columns)
    if whole is None:
        return None
    first, last = _quantile(columns.start, _TAIL), _quantile(columns.end, 1 - _TAIL)
    room = _ROOM * (last - first)
    near_first = columns.start[columns.start >= first - room].min(initial=first)
    near_last = columns.end[columns.end <= last + room].max(initial=last)
    main = float(near_first), float(near_last)
    crowded = last > first and whole[1] - whole[0] > _LONELY * (main[1] - main[0])
    return main if crowded else whole


def _quantile(days: NDArray[np.float64], share: float) -> float:
    finite = days[np.isfinite(days)]
    if not len(finite):
        return 0.0
    at = round(share * (len(finite) - 1))
    return float(np.partition(finite, at)[at])
