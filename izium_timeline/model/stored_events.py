"""Events that lie elsewhere, on a disk, and are read one by one when they are asked for."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Status, Verdict


class StoredEvents(Sequence[Event]):
    """Events in the order of a chronology, each with an id of its own.

    To read one takes some microseconds, so what is asked about all of them at once has an answer
    of its own here. Whoever goes through them holds one at a time.
    """

    @property
    @abstractmethod
    def digest(self) -> str:
        """A hash that equal events have in common, and others do not."""

    @property
    @abstractmethod
    def at_rest(self) -> bool:
        """Whether they lie where another process can read them, and are pickled as that place."""

    @abstractmethod
    def row_of(self, event_id: str) -> int | None:
        """The place of the event with an id, None where there is none."""

    @abstractmethod
    def ids(self) -> Sequence[str]:
        """The id of each event."""

    @abstractmethod
    def resting_on(self, path: str) -> Sequence[int]:
        """The places of the events with evidence in the document of a path, in order."""

    @abstractmethod
    def joined(self) -> Sequence[int]:
        """The places of the events that were joined from several, in order."""

    @abstractmethod
    def paths(self) -> Sequence[str]:
        """The documents that hold evidence, each once."""

    @abstractmethod
    def statuses(self) -> Iterator[Status]:
        """The status of each event."""

    @abstractmethod
    def verdicts(self) -> Counter[Verdict]:
        """How many pieces of evidence have which verdict."""

    @abstractmethod
    def amended(
        self, changes: Mapping[int, Sequence[Event]], documents: Mapping[str, Document]
    ) -> "StoredEvents":
        """A copy with other events in place of those at these places; ``documents`` by path."""
