"""Passages that stand in several documents in the same surroundings, and in which documents."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.ranges import cuts

Hashes = NDArray[np.uint64]
Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]

FEWEST: Final = 3
"""Documents in which a passage has to stand."""
HELD: Final = 1 << 13
"""Candidates that are looked at together."""

_RANGES: Final = 32  # in which passages are looked at, however many they are
_BITS: Final = 16  # of a hash, by which it is counted


class Passages(NamedTuple):
    """Some candidates, shape (n,) each.

    ``document`` tells documents apart, which are counted from 0; ``words`` and ``framed`` are as in
    ``setting.Setting``.
    """

    document: Codes
    words: Hashes
    framed: Hashes

    def of(self, rows: Flags) -> "Passages":
        """Those of some candidates."""
        return Passages(self.document[rows], self.words[rows], self.framed[rows])


Everything = Callable[[], Iterable[Passages]]
"""All candidates, some thousands at a time; they can be gone through several times."""


class Carried(NamedTuple):
    """Passages, and the documents that carry each: those of the passage ``framed[i]``, each once,
    are ``document[starts[i] : starts[i + 1]]``.
    """

    framed: Hashes
    starts: NDArray[np.int64]
    document: Codes


def carried(some: Everything, held: int = HELD) -> Iterator[Carried]:
    """The passages that stand in several documents, about ``held`` of their places at a time.

    In rising order. All candidates are gone through for each range of them, some thirty times at
    the most, and once before: what shares the beginning of its hash with fewer is looked at no
    more.
    """
    counts = np.zeros(1 << _BITS, np.int32)
    for passages in some():
        np.add.at(counts, _bucket(passages.framed), 1)
    counts[counts < FEWEST] = 0
    held = max(held, int(counts.sum()) // _RANGES)
    for first, last in cuts(counts, held):
        inside = counts > 0
        inside[:first] = inside[last:] = False
        if inside.any():
            yield _carried(passages.of(inside[_bucket(passages.framed)]) for passages in some())


def _bucket(framed: Hashes) -> NDArray[np.int64]:
    return (framed >> np.uint64(64 - _BITS)).astype(np.int64)


def _carried(parts: Iterable[Passages]) -> Carried:
    found = [(part.framed, part.document) for part in parts]
    framed, document = (np.concatenate(each) for each in zip(*found, strict=True))
    order = np.lexsort((document, framed))
    framed, document = framed[order], document[order]
    new = np.append(True, (framed[1:] != framed[:-1]) | (document[1:] != document[:-1]))
    framed, document = framed[new[: len(framed)]], document[new[: len(document)]]
    first = np.flatnonzero(np.append(True, framed[1:] != framed[:-1])[: len(framed)])
    sizes = np.diff(first, append=len(framed))
    often = sizes >= FEWEST
    return Carried(
        framed[first[often]],
        np.append(0, np.cumsum(sizes[often])),
        document[np.repeat(often, sizes)],
    )
