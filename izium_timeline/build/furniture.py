"""Furniture by its repetition: which of a folder's candidates its documents carry about themselves.

A notice, an address or a description of the publisher stands in many documents in the same
surroundings, while the documents tell of different things. A report of an agency that several
papers print is repeated with all that it tells; a paragraph of it, put into other reports,
stands between other words. Neither is furniture.

The candidates may be very many. They are gone through several times; what is held is a hash of
each passage that stands in several documents, some numbers of each document, and of all else some
thousands of candidates at a time. What is found depends on the set of candidates alone.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from izium_timeline.build.carried import (
    FEWEST,
    HELD,
    Carried,
    Codes,
    Everything,
    Flags,
    Hashes,
    carried,
)
from izium_timeline.build.ranges import Ints, cuts, spread

_SHARED: Final = 0.5  # of a document's other passages: with more it is the same report
_JUDGED: Final = 128  # documents by which a passage is judged, at most
_FEW: Final = 16  # documents by which it is judged however much they tell
_TOLD: Final = 1 << 15  # candidates of the documents by which it is judged, beyond those


def furniture(some: Everything, held: int = HELD) -> Hashes:
    """The hashes ``framed`` of what is furniture, in order.

    A passage is furniture where most of the documents that carry it tell, for the rest, of
    different things. Those that have nothing else to tell that could be compared may be one
    report. Where very many carry it, it is judged by some of them.
    """
    often = np.concatenate([np.empty(0, np.uint64), *(part.framed for part in carried(some, held))])
    if not len(often):
        return often
    others = _Others(some, often)
    found = [
        batch.framed[others.are_different(batch)]
        for part in carried(some, held)
        for batch in _batches(part, others, held)
    ]
    return np.concatenate(found)


class _Batch(NamedTuple):
    """Passages, and the documents that each is judged by, those of one passage in a row.

    The document ``document[i]`` carries ``framed[passage[i]]``. Of all that carry a passage there
    are ``carrying``, and ``telling`` of those that tell something beside it.
    """

    framed: Hashes
    carrying: Ints
    telling: Ints
    passage: Ints
    document: Codes


class _Others:
    """What documents tell beside the passages that stand in several of them, ``often``.

    Of each document: the number of such candidates, and what they say, as the least of its hashes
    and as their sum.
    """

    def __init__(self, some: Everything, often: Hashes) -> None:
        self._some, self._often = some, often
        count = 1 + max(int(passages.document.max(initial=-1)) for passages in some())
        self.sizes = np.zeros(count, np.int64)
        self._least = np.full(count, np.iinfo(np.uint64).max, np.uint64)
        self._sum = np.zeros(count, np.uint64)
        for document, words in self._told(np.ones(count, np.bool_)):
            np.add.at(self.sizes, document, 1)
            np.minimum.at(self._least, document, words)
            np.add.at(self._sum, document, words)

    def order(self, documents: Codes) -> tuple[Hashes, Hashes]:
        """By what documents are ordered, the last first: those that tell much the same stand
        together (min-wise hashing: Broder, 1997), and only such as tell the same are equal.
        """
        return self._sum[documents], self._least[documents]

    def are_different(self, batch: _Batch) -> Flags:
        """Of which passages the documents tell of different things."""
        starts, words = self._words_of(batch.document)
        sizes = np.diff(starts)[batch.document]
        judged = np.repeat(np.arange(len(sizes)), sizes)
        words = words[spread(starts[batch.document], sizes)]
        order = np.lexsort((words, batch.passage[judged]))
        passage, words = batch.passage[judged][order], words[order]
        same = (passage[1:] == passage[:-1]) & (words[1:] == words[:-1])
        shared = np.append(same, False) | np.append(False, same)
        count = np.bincount(judged[order][shared[: len(order)]], minlength=len(sizes))
        different = batch.passage[count <= _SHARED * sizes]
        found = np.bincount(different, minlength=len(batch.framed))
        seen = np.bincount(batch.passage, minlength=len(batch.framed))
        return (found >= FEWEST) & (2 * found * batch.telling > seen * batch.carrying)

    def _words_of(self, documents: Codes) -> tuple[Ints, Hashes]:
        """What these documents tell, each thing once: that of document i is ``words[starts[i] :
        starts[i + 1]]``.
        """
        wanted = np.zeros(len(self.sizes), np.bool_)
        wanted[documents] = True
        document, words = map(np.concatenate, zip(*self._told(wanted), strict=True))
        order = np.lexsort((words, document))
        document, words = document[order], words[order]
        new = (document[1:] != document[:-1]) | (words[1:] != words[:-1])
        document, words = (each[np.append(True, new)[: len(each)]] for each in (document, words))
        return np.searchsorted(document, np.arange(len(wanted) + 1)), words

    def _told(self, wanted: Flags) -> Iterator[tuple[Codes, Hashes]]:
        """What such documents tell, document and words of each candidate."""
        for passages in self._some():
            beside = passages.of(wanted[passages.document])
            at = np.minimum(np.searchsorted(self._often, beside.framed), len(self._often) - 1)
            beside = beside.of(self._often[at] != beside.framed)
            yield beside.document, beside.words


def _batches(part: Carried, others: _Others, held: int) -> Iterator[_Batch]:
    """Passages with what they are judged by, so many at a time that not too much is told there."""
    passage = np.repeat(np.arange(len(part.framed)), np.diff(part.starts))
    telling = others.sizes[part.document] > 0
    passage, document = passage[telling], part.document[telling]
    order = np.lexsort((*others.order(document), passage))
    passage, document = passage[order], document[order]
    count = np.bincount(passage, minlength=len(part.framed))
    first = np.append(0, np.cumsum(count))
    size = others.sizes[document]
    until = np.append(0, np.cumsum(size))
    rank = np.arange(len(passage)) - first[passage]
    judged = (rank < _FEW) | ((rank < _JUDGED) & (until[1:] - until[first[passage]] <= _TOLD))
    passage, document = passage[judged], document[judged]
    sizes = np.bincount(passage, size[judged], len(part.framed)).astype(np.int64)
    carrying = np.diff(part.starts)
    for start, end in cuts(sizes, held):
        begin, finish = np.searchsorted(passage, (start, end))
        yield _Batch(
            part.framed[start:end],
            carrying[start:end],
            count[start:end],
            passage[begin:finish] - start,
            document[begin:finish],
        )
