"""Where the quotes of events stand in the documents, to tell what an event already shows."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from izium_timeline.model.event import Event, Status


class Place(NamedTuple):
    """The code points of a quote in its document, and the row of its event."""

    start: int
    end: int
    row: int


@dataclass(frozen=True, slots=True)
class Quotes:
    """The places of the quotes by document, in order, and the length of each one's longest."""

    places: Mapping[str, Sequence[Place]]
    longest: Mapping[str, int]

    def cover(self, path: str, start: int, end: int, rows: Container[int]) -> bool:
        """Whether a quote of one of these events holds the code points of a document."""
        places = self.places.get(path, ())
        first = bisect_left(places, (end - self.longest.get(path, 0),))
        last = bisect_right(places, start, key=lambda place: place.start)
        return any(end <= place.end and place.row in rows for place in places[first:last])


def quotes_of(events: Sequence[Event]) -> Quotes:
    """The places of all quotes that have one now, those of rejected events left out."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for row, event in enumerate(events):
        for piece in event.evidence if event.status is not Status.REJECTED else ():
            anchor = piece.anchor
            if anchor and anchor.start is not None and anchor.end is not None:
                places[piece.document].append(Place(anchor.start, anchor.end, row))
    return Quotes(
        places={path: sorted(found) for path, found in places.items()},
        longest={
            path: max(place.end - place.start for place in found) for path, found in places.items()
        },
    )
