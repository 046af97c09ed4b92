"""Whether two intervals may be the dates of one event."""

from enum import IntEnum
from typing import Final

from izium_timeline.model.interval import Interval

CLOSE_WIDTHS: Final = 3
"""How many times as wide one date may be as the other to count as much the same."""
FAR_WIDTHS: Final = 31
"""How many times as wide it may be where the words are strong: a day against its month."""

_HALF: Final = 0.5  # of the narrower date must lie in the other: else they are of two events
_INSIDE: Final = 0.8  # of it must lie there, to count as much the same
_EXACT: Final = 7  # days; two dates as narrow as that can contradict each other
_SLIP: Final = 7  # days by which two accounts of one event may differ


class Dates(IntEnum):
    """How two dates stand to each other; the more they agree, the larger."""

    APART = 0
    """Two dates of two events."""
    DISPUTED = 1
    """Two narrow dates that exclude each other by a few days."""
    WIDE = 2
    """They overlap, and one is far wider or reaches beyond the other."""
    AGREED = 3
    """One lies in the other, or nearly so, and is about as wide."""


def compare_dates(one: Interval, other: Interval) -> Dates:
    """How two dates stand to each other.

    Those with an open end agree only where both know the same end, and know the same of it.
    """
    if one.time is not None and other.time is not None and one.time != other.time:
        return Dates.APART
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        same = (one.earliest, one.latest) == (other.earliest, other.latest)
        return Dates.AGREED if same else Dates.APART
    narrow, wide = sorted((one, other), key=width)
    common = min(one.latest or 0, other.latest or 0) - max(one.earliest or 0, other.earliest or 0)
    if common < 0:
        disputed = width(wide) <= _EXACT and -common <= _SLIP
        return Dates.DISPUTED if disputed else Dates.APART
    share = (common + 1) / width(narrow)
    if share < _HALF or width(wide) > FAR_WIDTHS * width(narrow):
        return Dates.APART
    close = share >= _INSIDE and width(wide) <= CLOSE_WIDTHS * width(narrow)
    return Dates.AGREED if close else Dates.WIDE


def width(days: Interval) -> int:
    """Days in an interval whose ends are known, a far larger number where one is open."""
    if days.earliest is None or days.latest is None:
        return 1 << 40
    return days.latest - days.earliest + 1
