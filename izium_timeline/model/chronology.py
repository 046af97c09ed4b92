"""The chronology: sorted events, phases, and the documents they rest on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, NamedTuple

from izium_timeline.model.document import Document
from izium_timeline.model.errors import LostEventError
from izium_timeline.model.event import Event, Status, Verdict
from izium_timeline.model.interval import Interval
from izium_timeline.model.stored_events import StoredEvents


@dataclass(frozen=True, slots=True)
class Phase:
    """A named background band of the timeline. ``category`` lends it its colour.

    ``bounds`` are the days that ``during:`` matches; where phases share a day, it is drawn
    and labelled as the later one's.
    """

    name: str
    bounds: Interval
    category: str = ""

    def __post_init__(self) -> None:
        if not self.name or self.bounds.earliest is None or self.bounds.latest is None:
            raise ValueError("a phase needs a name and both its ends")


class Category(NamedTuple):
    """A group of events with its colour as #rrggbb on light and on dark ground."""

    name: str
    light: str
    dark: str


class _InOrder(tuple[Event, ...]):
    """Events that stand in the order of a chronology, none of them twice: a hundred thousand need
    not be sorted again for each copy of it.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Chronology:
    """Events in order, phases, documents.

    ``events`` is a tuple, or StoredEvents where there may be very many: whoever asks about all of
    them asks the chronology, which knows without reading them. ``spellings`` holds the spellings
    of one name each, the usual one first; ``opens_at`` is the id of the event that a first look
    begins with, empty where there is none. ``searches`` are queries that a person keeps, the
    latest first; ``apart`` are pairs of ids of candidates that a person holds for different
    events, however alike they are.
    """

    title: str
    events: Sequence[Event] = ()
    phases: tuple[Phase, ...] = ()
    documents: tuple[Document, ...] = ()
    spellings: tuple[tuple[str, ...], ...] = ()
    opens_at: str = ""
    searches: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    _by_path: Mapping[str, Document] = field(init=False, repr=False, compare=False)
    _verdicts: Counter[Verdict] | None = field(default=None, init=False, repr=False, compare=False)
    _resting: Mapping[str, Sequence[int]] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        if not isinstance(self.events, StoredEvents | _InOrder):
            ordered = _InOrder(sorted(self.events, key=lambda event: event.sort_key))
            object.__setattr__(self, "events", ordered)
            _refuse_twice("event", [event.id for event in ordered])
        _refuse_twice("document", [document.path for document in self.documents])
        by_path = {document.path: document for document in self.documents}
        object.__setattr__(self, "_by_path", by_path)

    def document(self, path: str) -> Document | None:
        """The document of that path, None where the chronology has none."""
        return self._by_path.get(path)

    def row_of(self, event_id: str) -> int | None:
        """The place of the event with an id, None where there is none."""
        events = self.events
        if isinstance(events, StoredEvents):
            return events.row_of(event_id)
        return next((row for row, event in enumerate(events) if event.id == event_id), None)

    def readable(self, rows: Iterable[int]) -> Iterator[tuple[int, Event]]:
        """The events at some places, each with its place, but for those that a failing disk no
        longer gives.
        """
        for row in rows:
            with suppress(LostEventError):
                yield row, self.events[row]

    def ids(self) -> Sequence[str]:
        """The id of each event."""
        events = self.events
        if isinstance(events, StoredEvents):
            return events.ids()
        return [event.id for event in events]

    def resting_on(self, path: str) -> Sequence[int]:
        """The places of the events with evidence in a document, in order; sought once."""
        events = self.events
        if isinstance(events, StoredEvents):
            return events.resting_on(path)
        return self._every_resting().get(path, ())

    def quoted(self) -> Sequence[str]:
        """The paths of the documents that hold evidence, each once."""
        events = self.events
        if isinstance(events, StoredEvents):
            return events.paths()
        return tuple(dict.fromkeys(piece.document for event in events for piece in event.evidence))

    def statuses(self) -> Iterator[Status]:
        """The status of each event."""
        events = self.events
        if isinstance(events, StoredEvents):
            return events.statuses()
        return (event.status for event in events)

    def joined(self) -> Sequence[int]:
        """The places of the events that were joined from several, in order."""
        events = self.events
        if isinstance(events, StoredEvents):
            return events.joined()
        return [row for row, event in enumerate(events) if event.members]

    def amended(self, changes: Mapping[int, Sequence[Event]]) -> Sequence[Event]:
        """The events, with others in place of those at these places."""
        events = self.events
        if isinstance(events, StoredEvents):
            return events.amended(changes, self._by_path)
        if all(_alike(events[row], others) for row, others in changes.items()):
            same = list(events)
            for row, (other,) in changes.items():
                same[row] = other
            return _InOrder(same)
        amended = (changes.get(row, (event,)) for row, event in enumerate(events))
        return tuple(chain.from_iterable(amended))

    def with_changes(self, **changes: Any) -> "Chronology":
        """A copy with other fields, as ``replace`` makes it; what was worked out of the evidence is
        taken over where the events are these, or ``amended`` with the same evidence.
        """
        changed = replace(self, **changes)
        if isinstance(changed.events, _InOrder) and _rest_alike(self.events, changed.events):
            object.__setattr__(changed, "_verdicts", self.verdicts())
            object.__setattr__(changed, "_resting", self._every_resting())
        return changed

    def _every_resting(self) -> Mapping[str, Sequence[int]]:
        resting = self._resting
        if resting is None:
            resting = _resting(self.events)
            object.__setattr__(self, "_resting", resting)
        return resting

    def verdicts(self) -> Counter[Verdict]:
        """How many pieces of evidence have which verdict; counted once."""
        counts = self._verdicts
        if counts is None:
            counts = self._count_verdicts()
            object.__setattr__(self, "_verdicts", counts)
        return Counter(counts)

    def _count_verdicts(self) -> Counter[Verdict]:
        events = self.events
        if isinstance(events, StoredEvents):
            return events.verdicts()
        return Counter(piece.verdict for event in events for piece in event.evidence)


def _alike(event: Event, others: Sequence[Event]) -> bool:
    """Whether one event stands for another at the same place."""
    return [(other.id, other.sort_key) for other in others] == [(event.id, event.sort_key)]


def _rest_alike(events: Sequence[Event], others: Sequence[Event]) -> bool:
    """Whether the events at equal places rest on the very same evidence."""
    if events is others or len(events) != len(others):
        return events is others
    return all(one.evidence is other.evidence for one, other in zip(events, others, strict=True))


def _resting(events: Sequence[Event]) -> Mapping[str, Sequence[int]]:
    """The places of the events with evidence in each document, in order."""
    resting: defaultdict[str, list[int]] = defaultdict(list)
    for row, event in enumerate(events):
        for path in {piece.document for piece in event.evidence}:
            resting[path].append(row)
    return resting


def _refuse_twice(name: str, keys: Sequence[str]) -> None:
    if len(set(keys)) < len(keys):
        twice = [key for key, count in Counter(keys).items() if count > 1]
        raise ValueError(f"the {name} {twice[0]!r} stands there twice")
