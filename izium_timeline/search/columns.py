"""What the fields of events hold, as columns: a name once, and the rows that have it."""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.vocabulary.words import folded_words
from izium_timeline.search.runs import Run

Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """Pairs of a row and one of its values: ``rows[i]`` has ``names[codes[i]]``.

    A row stands there as often as it has values, in order. ``text`` holds a line for each name,
    its folded words between blanks, ``starts`` where each line begins, ``words`` all words of
    the names.
    """

    names: tuple[str, ...]
    text: str
    starts: NDArray[np.int64]
    words: frozenset[str]
    rows: Ints
    codes: Ints

    def named(self, lines: Iterable[str]) -> Mask:
        """The names, shape (names,), in which one of these rows of words and blanks stands.

        They are sought in all names at once: there may be as many as there are events.
        """
        wanted = np.zeros(len(self.names), np.bool_)
        for line in lines:
            places = [match.start() for match in re.finditer(re.escape(line), self.text)]
            wanted[np.searchsorted(self.starts, places, "right") - 1] = True
        return wanted

    def mask(self, runs: Iterable[Run], count: int) -> Mask:
        """The rows, of ``count`` in all, with a value in which one of the runs stands."""
        wanted = self.named(run.line for run in runs)
        mask = np.zeros(count, np.bool_)
        if wanted.any():
            mask[self.rows[wanted[self.codes]]] = True
        return mask

    def counts(self, mask: Mask | None = None) -> NDArray[np.int64]:
        """How many rows (of those in the mask) have each name, shape (names,)."""
        codes = self.codes if mask is None else self.codes[mask[self.rows]]
        return np.bincount(codes, minlength=len(self.names))


def make_column(names: Iterable[str], rows: Ints, codes: Ints) -> Column:
    """The column of these pairs."""
    names = tuple(names)
    folded = [folded_words(name) for name in names]
    lines = [f" {' '.join(words)} \n" for words in folded]
    sizes = np.fromiter(map(len, lines), np.int64, len(lines))
    return Column(
        names=names,
        text="".join(lines),
        starts=np.cumsum(sizes) - sizes,
        words=frozenset(word for words in folded for word in words),
        rows=rows,
        codes=codes,
    )


class Gathering:
    """The values of rows as they come, any number each; empty and repeated ones are left out."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._pairs = array("i")

    def add(self, row: int, values: Iterable[str]) -> None:
        """Take the values of a row; rows come in order."""
        for name in dict.fromkeys(values):
            if name:
                self._pairs.extend((row, self._codes.setdefault(name, len(self._codes))))

    def column(self) -> Column:
        """All that came, as a column."""
        pairs = np.array(self._pairs, np.int32).reshape(-1, 2)
        return make_column(self._codes, pairs[:, 0].copy(), pairs[:, 1].copy())


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """The days of events as numbers of ``model.days``, shape (rows,) each.

    ``first`` and ``last`` are the possible days, -inf and inf at an open end; ``lasted`` says
    that the event filled them. ``known`` is the first day on which a document that tells of
    the event may have been out, NaN where none has a date.
    """

    first: NDArray[np.float64]
    last: NDArray[np.float64]
    lasted: Mask
    known: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.first)
