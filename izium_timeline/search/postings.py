"""For each word the rows that hold it, in one array: the words that begin alike lie together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """``words`` in order; word i stands in ``rows[offsets[i] : offsets[i + 1]]``, ascending.

    Shapes: offsets (words + 1,) int64, rows (postings,) int32.
    """

    words: tuple[str, ...]
    offsets: NDArray[np.int64]
    rows: Ints

    def rows_of(self, word: str, *, begins: bool = False) -> Ints:
        """The rows that hold the word; with ``begins`` words that begin so, rows as they come."""
        first, last = self._range(word) if begins else self._place(word)
        return self.rows[self.offsets[first] : self.offsets[last]]

    def beginning(self, prefix: str) -> Iterator[str]:
        """The words that begin so, in order."""
        first, last = self._range(prefix)
        return iter(self.words[first:last])

    def count(self, word: str) -> int:
        """How many rows hold the word."""
        first, last = self._place(word)
        return int(self.offsets[last] - self.offsets[first])

    def __contains__(self, word: str) -> bool:
        """Whether any row holds the word."""
        first, last = self._place(word)
        return first < last

    def _place(self, word: str) -> tuple[int, int]:
        place = bisect_left(self.words, word)
        return place, place + (place < len(self.words) and self.words[place] == word)

    def _range(self, prefix: str) -> tuple[int, int]:
        return bisect_left(self.words, prefix), bisect_left(self.words, prefix + _LAST)


def make_postings(
    vocabulary: Sequence[str], words: Sequence[Ints], rows: Sequence[Ints]
) -> Postings:
    """The postings of pairs, given in pieces: a word's number in the vocabulary, and its row.

    A pair that comes again counts once. Rows are below 2 ** 31.
    """
    numbers, held = np.concatenate([*words, _NONE]), np.concatenate([*rows, _NONE])
    used = np.unique(numbers)
    ordered = sorted((vocabulary[number], number) for number in used.tolist())
    rank = np.zeros(len(vocabulary), np.int64)
    rank[[number for _, number in ordered]] = np.arange(len(ordered))
    pairs = rank[numbers] << 32 | held
    pairs.sort()
    new = np.ones(len(pairs), np.bool_)
    np.not_equal(pairs[1:], pairs[:-1], out=new[1:])
    pairs = pairs[new]
    offsets = np.searchsorted(pairs, np.arange(len(ordered) + 1, dtype=np.int64) << 32)
    return Postings(tuple(word for word, _ in ordered), offsets, pairs.astype(np.int32))


_NONE = np.zeros(0, np.int32)
