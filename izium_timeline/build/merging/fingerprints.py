"""The fingerprints of many candidates as columns, with the days of each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.merging.fingerprint import fingerprint_of
from izium_timeline.model.event import Event
from izium_timeline.model.interval import OPEN_FIRST, OPEN_LAST, Interval

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprints:
    """Candidates in their order, shape (n,) each but ``words``.

    ``said`` and ``words`` are hashes as in Fingerprint; those of candidate i are
    ``words[starts[i] : starts[i + 1]]``, so that ``starts`` has one more. ``first`` and ``last``
    are day numbers. ``document`` tells documents apart, negative where there is none.
    """

    said: Hashes
    first: Ints
    last: Ints
    document: NDArray[np.int32]
    starts: Ints
    words: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.said)

    def of(self, rows: Ints) -> "Fingerprints":
        """Those of some candidates, in this order."""
        sizes = np.diff(self.starts)[rows]
        return Fingerprints(
            self.said[rows],
            self.first[rows],
            self.last[rows],
            self.document[rows],
            np.concatenate(([0], np.cumsum(sizes))),
            self.words[spread(self.starts[rows], sizes)],
        )

    def days_of(self, row: int) -> Interval:
        """The days of one candidate."""
        first, last = int(self.first[row]), int(self.last[row])
        return Interval(None if first == OPEN_FIRST else first, None if last == OPEN_LAST else last)

    def words_of(self, row: int) -> frozenset[int]:
        """The words of one candidate."""
        return frozenset(self.words[self.starts[row] : self.starts[row + 1]].tolist())


def spread(starts: Ints, sizes: Ints) -> Ints:
    """The numbers from each start on, so many of each, one range behind the other."""
    numbers = np.arange(sizes.sum())
    numbers += np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    return numbers


def fingerprints_of(events: Sequence[Event]) -> Fingerprints:
    """The fingerprints of events."""
    each = [fingerprint_of(event) for event in events]
    codes: dict[str, int] = {}
    documents = [
        codes.setdefault(event.evidence[0].document, len(codes)) if event.evidence else -1
        for event in events
    ]
    firsts, lasts = ([getattr(e.bounds, end) for e in events] for end in ("earliest", "latest"))
    return Fingerprints(
        np.array([print_.said for print_ in each], np.uint64),
        np.array([OPEN_FIRST if day is None else day for day in firsts], np.int64),
        np.array([OPEN_LAST if day is None else day for day in lasts], np.int64),
        np.array(documents, np.int32),
        np.concatenate(([0], np.cumsum([len(print_.words) for print_ in each]))).astype(np.int64),
        np.array([word for print_ in each for word in print_.words], np.uint32),
    )
