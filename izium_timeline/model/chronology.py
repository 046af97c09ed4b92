"""The chronology: sorted events, phases, and the documents they rest on."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Verdict
from izium_timeline.model.interval import Interval


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


@dataclass(frozen=True, slots=True)
class Chronology:
    """Events in order, phases, documents.

    ``spellings`` holds the spellings of one name each, the usual one first; ``opens_at`` is
    the id of the event that a first look begins with, empty where there is none. ``searches``
    are queries that a person keeps, the latest first; ``apart`` are pairs of ids of candidates
    that a person holds for different events, however alike they are.
    """

    title: str
    events: tuple[Event, ...] = ()
    phases: tuple[Phase, ...] = ()
    documents: tuple[Document, ...] = ()
    spellings: tuple[tuple[str, ...], ...] = ()
    opens_at: str = ""
    searches: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    _by_path: Mapping[str, Document] = field(init=False, repr=False, compare=False)
    _verdicts: Counter[Verdict] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "events", tuple(sorted(self.events, key=lambda e: e.sort_key)))
        for name, keys in (
            ("event", [event.id for event in self.events]),
            ("document", [document.path for document in self.documents]),
        ):
            twice = [key for key, count in Counter(keys).items() if count > 1]
            if twice:
                raise ValueError(f"the {name} {twice[0]!r} stands there twice")
        by_path = {document.path: document for document in self.documents}
        object.__setattr__(self, "_by_path", by_path)

    def document(self, path: str) -> Document | None:
        """The document of that path, None where the chronology has none."""
        return self._by_path.get(path)

    def verdicts(self) -> Counter[Verdict]:
        """How many pieces of evidence have which verdict; counted once."""
        counts = self._verdicts
        if counts is None:
            counts = Counter(piece.verdict for event in self.events for piece in event.evidence)
            object.__setattr__(self, "_verdicts", counts)
        return Counter(counts)
