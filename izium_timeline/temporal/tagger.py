"""The tagger: text and publication date in, temporal expressions out."""

from typing import NamedTuple

from izium_timeline.model.interval import Interval
from izium_timeline.temporal.events import EventCalendar, NamedEvent
from izium_timeline.temporal.harvest import harvest_partials
from izium_timeline.temporal.match import match, match_events
from izium_timeline.temporal.pairing import absorb, pair
from izium_timeline.temporal.profile import Mode, profile_of, read_published
from izium_timeline.temporal.resolve import resolve
from izium_timeline.temporal.retrospect import looks_back
from izium_timeline.temporal.timex import Timex

_NO_EVENTS = EventCalendar()


class Survey(NamedTuple):
    """The temporal expressions of a text, and the events that it names beside a full date."""

    timexes: tuple[Timex, ...]
    named: tuple[NamedEvent, ...]


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
    return list(survey(text, published, mode=mode, calendar=calendar).timexes)


def survey(
    text: str,
    published: str | None = None,
    *,
    bounds: Interval | None = None,
    mode: Mode | str | None = None,
    calendar: EventCalendar = _NO_EVENTS,
) -> Survey:
    """The same with the events that the text dates itself, in one reading.

    ``bounds`` are the days of publication where they are known better than the EDTF says;
    what holds at publication, or counts from it, gets these.
    """
    chosen = None if mode is None else Mode(mode)
    partials = pair(text, match(text))
    named = harvest_partials(text, partials)
    partials = absorb(text, match_events(text, partials, calendar))
    profile = profile_of(partials, read_published(published, bounds), chosen, len(text))
    profile = profile._replace(looks_back=looks_back(text, partials, profile))
    return Survey(tuple(resolve(text, partials, profile, calendar.extended(named))), named)
