"""The tagger: text and publication date in, temporal expressions out."""

from izium_timeline.temporal.events import EventCalendar
from izium_timeline.temporal.harvest import harvest_partials
from izium_timeline.temporal.match import match, match_events
from izium_timeline.temporal.pairing import absorb, pair
from izium_timeline.temporal.profile import Mode, profile_of, read_published
from izium_timeline.temporal.resolve import resolve
from izium_timeline.temporal.timex import Timex

_NO_EVENTS = EventCalendar()


def tag(
    text: str,
    published: str | None = None,
    *,
    mode: Mode | str | None = None,
    calendar: EventCalendar = _NO_EVENTS,
) -> list[Timex]:
    """The temporal expressions of an English text, in order, without overlap.

    ``published`` is the publication date as EDTF; one that is missing or makes no sense
    leaves open what counts from it. ``mode`` ("news", "narrative", "hybrid") overrides the
    choice made from the document itself; raises ValueError for another word. ``calendar``
    holds the named events that wordings may count from; events that the text dates itself
    are added to it.
    """
    chosen = None if mode is None else Mode(mode)
    partials = pair(text, match(text))
    events = calendar.extended(harvest_partials(text, partials))
    partials = absorb(text, match_events(text, partials, calendar))
    profile = profile_of(partials, read_published(published), chosen, len(text))
    return resolve(text, partials, profile, events)
