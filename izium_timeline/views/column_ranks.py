"""In which order the rows of the event table stand when they are sorted by a column."""

from collections.abc import Sequence
from time import monotonic
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import LostEventError
from izium_timeline.model.steps import MOMENT, Step, Steps, advanced
from izium_timeline.views.event_model import COLUMNS

Ranks = NDArray[np.int64]

_SLICE: Final = 0.006  # seconds of work between two looks at what a person does
_TELL: Final = 0.05  # seconds between two words of how far it is


def rank_steps(chronology: Chronology) -> Steps[tuple[Ranks, ...]]:
    """For each column the rank of each event: the dates in order, all else by the cell's text.

    Equal ones in any case of letters share a rank. The events may lie on a disk, so each is read
    once for all the columns.
    """
    _, *written = COLUMNS
    cells: list[list[str]] = [[] for _ in written]
    total = len(chronology.events)
    for number, event in enumerate(chronology.events, 1):
        for column, texts in zip(written, cells, strict=True):
            texts.append(column.text(chronology, event).casefold())
        yield Step(number, total, "events sorted")
    ranks = [np.arange(total)]
    for texts in cells:
        ranks.append(_ranks(texts))
        yield Step(total, total, "events sorted")
    return tuple(ranks)


class Ranking(QObject):
    """The ranks of one state of a chronology after another.

    ``ranks`` are those of the state that was asked for last, or of an earlier one with as many
    events until they are there; None where there are none yet. ``ready`` tells that they are there
    after a while, ``told`` how far they are, or why they can't be had.
    """

    ready = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ranks: tuple[Ranks, ...] | None = None
        self._of: Chronology | None = None
        self._steps: Steps[tuple[Ranks, ...]] | None = None
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def ask(self, chronology: Chronology) -> None:
        """Have the ranks of its events, at once where that takes but a moment."""
        if chronology is self._of:
            return
        if self.ranks is not None and len(self.ranks[0]) != len(chronology.events):
            self.ranks = None
        self._of, self._steps = chronology, rank_steps(chronology)
        self._advance(MOMENT)
        if self._steps is not None:
            self._timer.start()

    def _go_on(self) -> None:
        self._advance(_SLICE)
        if self._steps is not None:
            return
        self._timer.stop()
        if self.ranks is not None:
            self.ready.emit()
            self.told.emit(f"{len(self.ranks[0]):,} events sorted")

    def _advance(self, seconds: float) -> None:
        """Work for so long, at most; there are no steps any more where that is the end of it."""
        steps, self._steps = self._steps, None
        if steps is None:
            return
        try:
            step = advanced(steps, seconds)
        except StopIteration as done:
            self.ranks = done.value
        except LostEventError as error:
            self.told.emit(str(error))
        else:
            self._steps = steps
            self._tell(step)

    def _tell(self, step: Step) -> None:
        now = monotonic()
        if now - self._last > _TELL:
            self._last = now
            self.told.emit(str(step))


def _ranks(texts: Sequence[str]) -> Ranks:
    rank = {text: number for number, text in enumerate(sorted(set(texts)))}
    return np.fromiter(map(rank.__getitem__, texts), np.int64, len(texts))
