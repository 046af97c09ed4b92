"""Named events: the calendar that wordings like "after the liberation" are looked up in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from izium_timeline.model.interval import Interval


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event with the phrases that name it (lower case, no article) and its days."""

    names: tuple[str, ...]
    days: Interval

    def __post_init__(self) -> None:
        if not self.names or any(not name.strip() for name in self.names):
            raise ValueError("a named event needs a name")


@dataclass(frozen=True, slots=True)
class EventCalendar:
    """Named events. A phrase names the event whose name it holds; the longest name counts."""

    events: tuple[NamedEvent, ...] = ()

    def extended(self, events: Iterable[NamedEvent]) -> "EventCalendar":
        """The calendar with more events; where two share a name, the first one counts."""
        return replace(self, events=(*self.events, *events))

    def find(self, phrase: str) -> NamedEvent | None:
        """The event that a noun phrase names, None where the calendar holds none."""
        words = " ".join(re.findall(r"[\w'\u2019-]+", phrase.lower()))
        best: tuple[int, NamedEvent] | None = None
        for event in self.events:
            for name in event.names:
                if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words) and (
                    best is None or len(name) > best[0]
                ):
                    best = (len(name), event)
        return None if best is None else best[1]
