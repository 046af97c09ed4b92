"""What is known of all events at once, with what was worked out of an earlier state."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import is_
from typing import TYPE_CHECKING, Final, cast

import numpy as np

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event
from izium_timeline.model.report import known_from
from izium_timeline.model.steps import Step, Steps, finished
from izium_timeline.model.stored_events import StoredEvents
from izium_timeline.store.events.fact_array import FACTS, Facts
from izium_timeline.store.events.facts import Codes, Names, fact_of

if TYPE_CHECKING:
    from izium_timeline.store.events.event_rows import EventRows

_SHARE: Final = (0.9, 1.0)  # of opening a chronology


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """The facts of a chronology's events, shape (n,), and the names that they have codes for.

    The names may be more than the facts have codes for.
    """

    events: Sequence[Event]
    documents: tuple[Document, ...]
    facts: Facts
    names: Names

    @property
    def reusable(self) -> "Told | None":
        """What a later state may take facts from: those of stored events are read anew."""
        return None if isinstance(self.events, StoredEvents) else self


def told_of(chronology: Chronology, before: Told | None = None) -> Told:
    """The facts of a chronology's events; see ``told_steps``."""
    return finished(told_steps(chronology, before))


def told_steps(chronology: Chronology, before: Told | None = None) -> Steps[Told]:
    """The facts of a chronology's events, worked out in steps.

    Those of an event that is in ``before`` as well, the very same, are taken from there: whoever
    accepts one of a hundred thousand waits for the facts of one.
    """
    events, documents = chronology.events, chronology.documents
    if isinstance(events, StoredEvents):
        rows = cast("EventRows", events)
        return Told(events, documents, rows.facts.whole(), rows.names)
    if before is not None and before.events is events and before.documents is documents:
        return before
    if before is None or not _can_be_taken(before, documents):
        before = Told((), documents, np.empty(0, FACTS), Names(Codes(), Codes(), Codes()))
    place = {id(event): row for row, event in enumerate(before.events)}
    taken = np.array([place.get(id(event), -1) for event in events], np.int64)
    facts = np.empty(len(events), FACTS)
    facts[taken >= 0] = before.facts[taken[taken >= 0]]
    by_path = {document.path: document for document in documents}
    others = np.flatnonzero(taken < 0)
    told = bytearray()
    for row in others.tolist():
        event = events[row]
        told += fact_of(event, known_from(event, by_path), before.names)
        yield Step(row, len(events), "events drawn", *_SHARE)
    facts[others] = np.frombuffer(told, FACTS)
    return Told(events, documents, facts, before.names)


def _can_be_taken(before: Told, documents: tuple[Document, ...]) -> bool:
    """Whether facts still hold: they say, too, what the documents do."""
    same = len(documents) == len(before.documents) and all(map(is_, documents, before.documents))
    return same and not isinstance(before.events, StoredEvents)
