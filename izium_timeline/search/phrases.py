"""Words in a row and relevance: SQLite's full-text index over folded texts.

The texts come as folded words between blanks, so that its tokenizer has nothing to decide; the
table keeps no text of its own (``content=''``). What it is asked is built from folded words
alone, each between quotation marks: nothing that a person writes reaches it as syntax.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from izium_timeline.search.runs import Run

Ints = NDArray[np.int32]
_MOST_VALUES = 30_000  # of a statement; SQLite allows 32,766
_TOKENS = "ascii tokenchars '''|'"


class Phrases:
    """The full-text index of rows of texts; ``place`` None keeps it in memory.

    ``weights`` says for each column by how much a word in it counts for relevance. Raises
    sqlite3.Error where the file is damaged or can't be written.
    """

    def __init__(self, place: Path | None, weights: Sequence[float]) -> None:
        self._weights = tuple(weights)
        self._base = sqlite3.connect(
            ":memory:" if place is None else place, check_same_thread=False, isolation_level=None
        )
        finalize(self, self._base.close)  # Python 3.13 warns of a connection that is only dropped
        self._columns = [f"c{number}" for number in range(len(weights))]

    def create(self) -> None:
        """Make the empty table; what is added before ``finish`` is lost in a crash."""
        for pragma in ("journal_mode=off", "synchronous=off", "cache_size=-65536"):
            self._base.execute(f"pragma {pragma}").fetchall()
        names = ", ".join(self._columns)
        self._base.execute(
            f'create virtual table texts using fts5({names}, content="", tokenize="{_TOKENS}")'
        )
        self._base.execute("begin")

    def add(self, first: int, columns: Sequence[Sequence[str]]) -> None:
        """Add rows, numbered from ``first`` on, by their columns of folded lines.

        Many rows are one statement: the interpreter is free while SQLite works, and with a
        statement a row it would be asked for a million times.
        """
        rows = tuple(zip(range(first, first + len(columns[0])), *columns, strict=True))
        names = ", ".join(("rowid", *self._columns))
        row = f"({', '.join('?' * (1 + len(columns)))})"
        most = _MOST_VALUES // (1 + len(columns))
        for begin in range(0, len(rows), most):
            batch = rows[begin : begin + most]
            statement = f"insert into texts({names}) values {', '.join([row] * len(batch))}"
            self._base.execute(statement, tuple(chain.from_iterable(batch)))

    def finish(self) -> None:
        """Write what was added."""
        self._base.execute("commit")

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def rows_of(self, run: Run) -> Ints:
        """The rows in which the words stand in a row, within one value of one column."""
        found = self._base.execute("select rowid from texts where texts match ?", (asked(run),))
        return np.fromiter((row for (row,) in found), np.int32)

    def relevance(self, expression: str) -> tuple[Ints, NDArray[np.float64]]:
        """The rows that fit an expression, and for each its BM25 score, the least the best."""
        weights = ", ".join(map(str, self._weights))
        found = self._base.execute(
            f"select rowid, bm25(texts, {weights}) from texts where texts match ?", (expression,)
        ).fetchall()
        table = np.array(found, np.float64).reshape(-1, 2)
        return table[:, 0].astype(np.int32), table[:, 1]


def asked(run: Run) -> str:
    """A run in the index's own syntax."""
    return f'"{" ".join(run.words)}"' + " *" * run.begins


def any_of(parts: Iterable[str]) -> str:
    """One of the expressions."""
    return f"({' OR '.join(parts)})"


def all_of(parts: Iterable[str]) -> str:
    """All of the expressions."""
    return f"({' AND '.join(parts)})"
