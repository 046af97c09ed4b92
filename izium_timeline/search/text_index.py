"""Rows of texts made ready for searching: the words of each row, and the words in a row."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from izium_timeline.search.phrases import Phrases
from izium_timeline.search.postings import Ints, Postings, make_postings
from izium_timeline.search.runs import Run
from izium_timeline.search.tokens import Vocabulary

CHUNK = 4096  # rows a step
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class TextIndex:
    """``count`` rows of texts: single words by postings, words in a row by ``phrases``."""

    count: int
    postings: Postings
    phrases: Phrases

    def rows_of(self, run: Run) -> Ints:
        """The rows that hold the run, in no order."""
        if len(run.words) == 1:
            return self.postings.rows_of(run.words[0], begins=run.begins)
        known = all(word in self.postings for word in run.words[: -1 if run.begins else None])
        return self.phrases.rows_of(run) if known else _NONE

    def mask(self, runs: Iterable[Run]) -> Mask:
        """The rows that hold one of the runs, as a mask over all."""
        mask = np.zeros(self.count, np.bool_)
        for run in runs:
            mask[self.rows_of(run)] = True
        return mask

    def holds(self, run: Run) -> bool:
        """Whether any row holds the run."""
        return len(self.rows_of(run)) > 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows in their order: a list of texts for each column, all of one length."""

    columns: Sequence[Sequence[str]]


def index_texts(
    pieces: Iterable[Piece], weights: Sequence[float], place: Path | None = None
) -> TextIndex:
    """The index of the rows that the pieces hold; ``weights`` is one number a column.

    The full-text index is written to ``place``, None is memory; it is fed by a thread of its
    own, which holds the interpreter's lock for a fraction of the time. Raises sqlite3.Error.
    """
    vocabulary, phrases = Vocabulary(), Phrases(place, weights)
    words: list[Ints] = []
    rows: list[Ints] = []
    first = 0
    waiting: list[Future[None]] = []
    phrases.create()
    with ThreadPoolExecutor(1) as feeder:
        for piece in pieces:
            lines = []
            for column in piece.columns:
                tokens = vocabulary.take(column)
                words.append(tokens.words)
                rows.append(tokens.texts + np.int32(first))
                lines.append(tokens.lines)
            waiting.append(feeder.submit(phrases.add, first, lines))
            if len(waiting) > 2:
                waiting.pop(0).result()
            first += len(piece.columns[0])
        for added in waiting:
            added.result()
    phrases.finish()
    return TextIndex(first, make_postings(vocabulary.words, words, rows), phrases)


_NONE = np.zeros(0, np.int32)
