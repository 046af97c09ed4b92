"""The events that a folder's documents date themselves, for all of its documents."""

from collections import defaultdict
from collections.abc import Iterable

from izium_timeline.model.interval import Interval
from izium_timeline.temporal import EventCalendar, NamedEvent

_TURNING_POINTS = frozenset(
    ("liberation", "de-occupation", "deoccupation", "recapture", "invasion", "occupation", "war")
    + ("siege", "ceasefire", "armistice", "truce", "revolution", "earthquake", "flood", "famine")
    + ("independence", "uprising", "coup", "blockade", "partition", "surrender")
)


def shared_calendar(named: Iterable[NamedEvent]) -> EventCalendar:
    """The calendar of events whose documents agree on their days, in the order of their names.

    Documents agree on a name where the narrowest of their intervals lies within all others; a
    name that two of them date differently stands for more than one event, and is left out. Of
    names of one word only those count that mean the turning point of a whole story: of "the
    launch" and "the attack" every document has its own.
    """
    found: defaultdict[str, set[Interval]] = defaultdict(set)
    for event in named:
        for name in filter(_is_shared, event.names):
            found[" ".join(name.lower().split())].add(event.days)
    agreed = ((name, _common(days)) for name, days in sorted(found.items()))
    return EventCalendar(tuple(NamedEvent((name,), days) for name, days in agreed if days))


def _is_shared(name: str) -> bool:
    return " " in name or name.lower() in _TURNING_POINTS


def _common(days: Iterable[Interval]) -> Interval | None:
    """The narrowest interval, None unless it lies within all others."""
    ends = [(each, *_ends(each)) for each in days]
    inner, first, last = min(ends, key=lambda end: (end[2] - end[1], end[1]))
    return inner if all(low <= first and last <= high for _, low, high in ends) else None


def _ends(days: Interval) -> tuple[float, float]:
    first, last = days.earliest, days.latest
    return (float("-inf") if first is None else first, float("inf") if last is None else last)
