"""In which order the rows of the event table stand when they are sorted by a column."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from izium_timeline.model.chronology import Chronology
from izium_timeline.views.event_model import COLUMNS

Ranks = NDArray[np.int64]


def ranks_of(chronology: Chronology) -> tuple[Ranks, ...]:
    """For each column the rank of each event: the dates in order, all else by the cell's text.

    Equal ones in any case of letters share a rank. The events may lie on a disk, so each is read
    once for all the columns.
    """
    _, *written = COLUMNS
    cells: list[list[str]] = [[] for _ in written]
    for event in chronology.events:
        for column, texts in zip(written, cells, strict=True):
            texts.append(column.text(chronology, event).casefold())
    return np.arange(len(chronology.events)), *map(_ranks, cells)


def _ranks(texts: Sequence[str]) -> Ranks:
    rank = {text: number for number, text in enumerate(sorted(set(texts)))}
    return np.fromiter(map(rank.__getitem__, texts), np.int64, len(texts))
