"""Some of many events, each taken from where it lies when it is asked for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from izium_timeline.model.event import Event


class Selected(Sequence[Event]):
    """The events of a chronology at some places, ascending; they may be read from a disk."""

    def __init__(self, events: Sequence[Event], rows: Iterable[int]) -> None:
        self._events = events
        self._rows = tuple(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> "Selected": ...
    def __getitem__(self, place: int | slice) -> "Event | Selected":
        """The event at a place, or some of them."""
        if isinstance(place, slice):
            return Selected(self._events, self._rows[place])
        return self._events[self._rows[place]]

    def at(self, rows: Iterable[int]) -> "Selected":
        """Those of them that stand at some places of all events."""
        wanted = frozenset(rows)
        return Selected(self._events, (row for row in self._rows if row in wanted))

    def __iter__(self) -> Iterator[Event]:
        return (self._events[row] for row in self._rows)
