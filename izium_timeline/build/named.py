"""The events that a folder's documents date themselves, for all of its documents."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from izium_timeline.model.interval import Interval
from izium_timeline.temporal import EventCalendar, NamedEvent
from izium_timeline.temporal.lexicon import any_of

_TURNING_POINTS = frozenset(
    ("liberation", "de-occupation", "deoccupation", "recapture", "invasion", "occupation", "war")
    + ("siege", "ceasefire", "armistice", "truce", "revolution", "earthquake", "flood", "famine")
    + ("independence", "uprising", "coup", "blockade", "partition", "surrender")
)


def shared_calendar(named: Iterable[NamedEvent]) -> EventCalendar:
    """The calendar of events whose documents agree on their days: see ``SharedNames``."""
    names = SharedNames()
    names.note(named)
    return names.calendar()


class SharedNames:
    """The names of events that documents date, and on which days, noted document by document."""

    def __init__(self) -> None:
        self._days: defaultdict[str, set[Interval]] = defaultdict(set)

    def note(self, named: Iterable[NamedEvent]) -> None:
        """Take the events that a document dates itself."""
        for event in named:
            for name in filter(_is_shared, event.names):
                self._days[_key(name)].add(event.days)

    def calendar(self) -> EventCalendar:
        """The events whose documents agree on their days, in the order of their names.

        Documents agree on a name where the narrowest of their intervals lies within all others; a
        name that two of them date differently stands for more than one event, and is left out. Of
        names of one word only those count that mean the turning point of a whole story: of "the
        launch" and "the attack" every document has its own.
        """
        agreed = ((name, _common(days)) for name, days in sorted(self._days.items()))
        return EventCalendar(tuple(NamedEvent((name,), days) for name, days in agreed if days))


def _is_shared(name: str) -> bool:
    return " " in name or name.lower() in _TURNING_POINTS


def concerns(calendar: EventCalendar, text: str, own: Iterable[NamedEvent]) -> bool:
    """Whether a text names an event of the calendar that it does not date so itself.

    Where it names none, a reading with the calendar finds what a reading without it finds.
    """
    dated = {(_key(name), event.days) for event in own for name in event.names}
    days = {_key(name): event.days for event in reversed(calendar.events) for name in event.names}
    found = {_key(name) for name in _pattern(calendar).findall(text)}
    return any((name, days[name]) not in dated for name in found)


@lru_cache(maxsize=4)
def _pattern(calendar: EventCalendar) -> re.Pattern[str]:
    """Any name of the calendar: the longest that stands in a place."""
    names = any_of((_key(name) for event in calendar.events for name in event.names), {" ": r"\s+"})
    return re.compile(rf"(?<![\w-]){names}(?![\w-])", re.IGNORECASE)


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def _common(days: Iterable[Interval]) -> Interval | None:
    """The narrowest interval, None unless it lies within all others."""
    ends = [(each, *_ends(each)) for each in days]
    inner, first, last = min(ends, key=lambda end: (end[2] - end[1], end[1]))
    return inner if all(low <= first and last <= high for _, low, high in ends) else None


def _ends(days: Interval) -> tuple[float, float]:
    first, last = days.earliest, days.latest
    return (float("-inf") if first is None else first, float("inf") if last is None else last)
