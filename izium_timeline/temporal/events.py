"""Named events: the calendar that wordings like "after the liberation" are looked up in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from izium_timeline.model.interval import Interval
from izium_timeline.temporal.lexicon import GAP, any_of

_WORD = r"(?!(?:and|or|but|after|before|since|until|in|on|at|by)\b)[^\W\d_][\w'\u2019-]{0,30}"


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event with the phrases that name it (without article) and its days."""

    names: tuple[str, ...]
    days: Interval

    def __post_init__(self) -> None:
        if not self.names or any(not name.strip() for name in self.names):
            raise ValueError("a named event needs a name")


@dataclass(frozen=True, slots=True)
class EventCalendar:
    """Named events. A phrase names the event whose name it holds; the longest name counts,
    and of two events with that name the one that comes first.
    """

    events: tuple[NamedEvent, ...] = ()

    def extended(self, events: Iterable[NamedEvent]) -> "EventCalendar":
        """The calendar with more events; where two share a name, the first one counts."""
        return replace(self, events=(*self.events, *events))

    def find(self, phrase: str) -> NamedEvent | None:
        """The event that a noun phrase names, None where the calendar holds none."""
        if not self.events:
            return None
        found = _names_pattern(self).findall(phrase)
        if not found:
            return None
        name = _key(max(found, key=len))
        return next(event for event in self.events if name in map(_key, event.names))

    def phrase(self) -> str:
        """The pattern of a noun phrase that names an event: up to three words before its name."""
        return (
            rf"(?P<event>(?:(?:the|its|their|his|her|this|that|a){GAP})?(?:{_WORD}{GAP}){{0,3}}?"
            rf"(?:{_names(self)}))(?![\w-])"
        )


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def _names(calendar: EventCalendar) -> str:
    names = (_key(name) for event in calendar.events for name in event.names)
    return any_of(names, {" ": GAP})


@lru_cache(maxsize=32)
def _names_pattern(calendar: EventCalendar) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_names(calendar)})(?![\w-])", re.IGNORECASE)
