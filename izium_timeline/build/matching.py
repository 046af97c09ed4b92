"""The candidates of a chronology's documents that it does not have yet.

A candidate is known where an event, whatever its status, rests on the same passage and may be of
the same time, or is of the very same words. The others are unmatched: nobody decided about them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.build.merging.merge import merge, names_of, with_own_ids
from izium_timeline.build.named import shared_calendar
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Evidence
from izium_timeline.model.interval import Interval
from izium_timeline.model.steps import Step, Steps, finished

Resting = Mapping[str, Sequence[tuple[Evidence, Event]]]
"""The evidence that lies in each document, with the event that rests on it."""


def with_unmatched(chronology: Chronology) -> Steps[Chronology]:
    """The chronology with the unmatched candidates of its documents beside its events, in steps."""
    beside = yield from unmatched_steps(chronology)
    return replace(chronology, events=(*chronology.events, *beside))


def unmatched_in(chronology: Chronology) -> tuple[Event, ...]:
    """The candidates of the documents that match none of the events, joined among themselves.

    They are found as in a folder of these documents: the chronology dates none of them. Their ids
    are none of its own.
    """
    return finished(unmatched_steps(chronology))


def unmatched_steps(chronology: Chronology) -> Steps[tuple[Event, ...]]:
    """The same in steps: nearly all of the time goes into reading the documents."""
    found = yield from candidate_steps(chronology.documents)
    candidates = unmatched(found, chronology.events)
    taken = {event.id for event in chronology.events}
    names = names_of(chronology.documents)
    return merge(with_own_ids(candidates, taken), chronology.apart, names)


def candidates_in(documents: Sequence[Document]) -> list[Event]:
    """The candidates of documents that may count from the events that others of them date."""
    return finished(candidate_steps(documents))


def candidate_steps(documents: Sequence[Document]) -> Steps[list[Event]]:
    """The same in steps."""
    found = []
    for document in documents:
        found.append(candidates_of(document))
        yield Step(len(found), len(documents), "documents searched for candidates")
    calendar = shared_calendar(event for harvest in found for event in harvest.named)
    again = [at for at, harvest in enumerate(found) if harvest.open and calendar.events]
    for number, at in enumerate(again, 1):
        found[at] = candidates_of(documents[at], calendar)
        yield Step(number, len(again), "documents searched again, by what others date")
    return [event for harvest in found for event in harvest.events]


def unmatched(candidates: Iterable[Event], events: Iterable[Event]) -> list[Event]:
    """The candidates that are known to none of the events."""
    resting: defaultdict[str, list[tuple[Evidence, Event]]] = defaultdict(list)
    for event in events:
        for piece in event.evidence:
            resting[piece.document].append((piece, event))
    return [candidate for candidate in candidates if not _is_known(candidate, resting)]


def _is_known(candidate: Event, resting: Resting) -> bool:
    return any(
        _overlap(mine, theirs)
        and (mine.exact == theirs.exact or _share_a_day(candidate.bounds, event.bounds))
        for mine in candidate.evidence
        for theirs, event in resting.get(mine.document, ())
    )


def _overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two passages of a document share words, where they stand now."""
    (start, end), (first, last) = _place(one), _place(other)
    return start < last and first < end


def _place(piece: Evidence) -> tuple[int, int]:
    anchor = piece.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return (piece.start, piece.end)
    return (anchor.start, anchor.end)


def _share_a_day(one: Interval, other: Interval) -> bool:
    return _begins_by(one, other.latest) and _begins_by(other, one.latest)


def _begins_by(days: Interval, last: int | None) -> bool:
    return last is None or days.earliest is None or days.earliest <= last
