"""The fingerprints of many candidates as columns, with the days of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.merging.fingerprint import fingerprint_of
from izium_timeline.build.ranges import spread
from izium_timeline.model.event import Event
from izium_timeline.model.interval import OPEN_FIRST, OPEN_LAST

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Places = NDArray[np.int32]

_SOME: Final = 2048  # candidates that are gone through at a time


class Prints(Protocol):
    """The fingerprints of very many candidates, row by row, which may lie elsewhere."""

    def __len__(self) -> int: ...

    def some(self, first: int, last: int) -> "Fingerprints":
        """Those of the rows from ``first`` until before ``last``.

        To go through all of them in order, a few thousand at a time, is cheap; to look at single
        rows is not.
        """


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

    def some(self, first: int, last: int) -> "Fingerprints":
        """Those of candidates in a row, until before the last."""
        begin, end = self.starts[first], self.starts[last]
        return Fingerprints(
            self.said[first:last],
            self.first[first:last],
            self.last[first:last],
            self.document[first:last],
            self.starts[first : last + 1] - begin,
            self.words[begin:end],
        )


def through(
    prints: Prints, place: Places, told: NDArray[np.bool_] | None = None
) -> Iterator[tuple[Fingerprints, Places]]:
    """All candidates that have a place, some at a time, with the place of each.

    ``place`` holds that of each row, -1 where it has none; ``told`` says of each place whether it
    counts.
    """
    for first in range(0, len(prints), _SOME):
        last = min(first + _SOME, len(prints))
        at = place[first:last]
        rows = np.flatnonzero(at >= 0)
        if told is not None:
            rows = rows[told[at[rows]]]
        if len(rows):
            yield prints.some(first, last).of(rows), at[rows]


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
