"""An event as the bytes that keep it."""

from izium_timeline.model.event import Event, Verdict
from izium_timeline.store.events.facts import LONGEST_ID
from izium_timeline.store.packing import pack


def record_of(event: Event) -> bytes:
    """An event as a record, as ``packing.unpack`` reads it.

    Raises ValueError where a quote is not exact or the id is too long: what is kept so is what the
    program found itself, in the very texts that it read.
    """
    if len(event.id.encode()) > LONGEST_ID:
        raise ValueError(f"the id {event.id} is too long")
    if any(piece.verdict is not Verdict.EXACT for piece in event.evidence):
        raise ValueError(f"a quote of {event.id} is not exact")
    return pack(event)
