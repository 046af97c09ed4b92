"""What the sources of an event disagree about, side by side, and what a person concludes."""

from collections.abc import Iterator
from typing import NamedTuple

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Value
from izium_timeline.views.event_dates import event_date
from izium_timeline.views.publishers import short_publisher


class Side(NamedTuple):
    """What one source says: a figure, a date or the wording of one; ``how`` qualifies it."""

    who: str
    says: str
    how: str = ""


class Dispute(NamedTuple):
    """The conflict of the event of that id: its sides, and the resolution, empty while open."""

    event: str
    sides: tuple[Side, ...]
    resolution: str


def dispute_of(chronology: Chronology, event: Event) -> Dispute | None:
    """The conflict of an event, None where there is none."""
    if not event.conflict and not event.resolution:
        return None
    for found in (_figures, _dates, _wordings):
        sides = tuple(dict.fromkeys(found(chronology, event)))
        if len({(side.says, side.how) for side in sides}) > 1:
            return Dispute(event.id, sides, event.resolution)
    return Dispute(event.id, (), event.resolution)


def figure_text(value: Value) -> str:
    """A figure with its thousands apart: "46,000"."""
    return f"{value.value:,.10g}"


def _figures(chronology: Chronology, event: Event) -> Iterator[Side]:
    for value in event.values:
        how = "" if value.qualifier == "exact" else value.qualifier
        yield Side(_who(chronology, value.document), figure_text(value), how)


def _dates(chronology: Chronology, event: Event) -> Iterator[Side]:
    """The dates of the candidates that the event was joined from."""
    for member in event.members:
        for piece in member.evidence[:1]:
            wording = f"“{piece.timex.text}”" if piece.timex else ""
            yield Side(_who(chronology, piece.document), event_date(member), wording)


def _wordings(chronology: Chronology, event: Event) -> Iterator[Side]:
    for piece in event.evidence:
        if piece.timex:
            yield Side(_who(chronology, piece.document), f"“{piece.timex.text}”")


def _who(chronology: Chronology, path: str) -> str:
    return short_publisher(chronology.document(path) or Document(path))
