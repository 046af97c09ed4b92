"""Where the timeline stands: the current event, shared with list and pane, and the playhead."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal

from izium_timeline.layout.travel import day_of, end, step
from izium_timeline.views.timeline_stage import Stage


class Cursor(QObject):
    """The current event's row and the playhead's day.

    ``moved`` follows the playhead, ``selected`` a change of the current event, ``chosen``
    a choice of it that was made here; ``scrubbed`` follows the playhead in the hand.
    """

    moved = Signal(float)
    selected = Signal()
    chosen = Signal(int)
    scrubbed = Signal(float)

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._model: QItemSelectionModel | None = None
        self.row: int | None = None
        self.playhead: float | None = None
        self._scrubbing = False

    def bind(self, model: QItemSelectionModel) -> None:
        """Share this selection; its rows are events."""
        if self._model is not None:
            self._model.currentRowChanged.disconnect(self._follow)
        self._model = model
        model.currentRowChanged.connect(self._follow)
        current = model.currentIndex()
        self._take(current.row() if current.isValid() else None)

    @property
    def scrubbing(self) -> bool:
        """Whether the playhead is in the hand."""
        return self._scrubbing

    def clear(self) -> None:
        """Stand nowhere, as another chronology has been opened."""
        self.row = self.playhead = None

    def choose(self, row: int) -> None:
        """Make an event the current one, and bring the playhead to it."""
        if self._model is not None and self._model.model() is not None:
            flags = QItemSelectionModel.SelectionFlag
            target = self._model.model().index(row, 0)
            self._model.setCurrentIndex(target, flags.ClearAndSelect | flags.Rows)
        else:
            self._take(row)
        self.move(day_of(self._stage.index, row))
        self.chosen.emit(row)

    def go(self, by: int, *, hits: bool) -> bool:
        """Choose the next (1) or previous (-1) event or hit; False where there is none.

        Where hits alone are shown they alone are gone to.
        """
        among = self._stage.hits if hits or self._stage.hits_alone else None
        row = step(self._stage.index, self.row, by, among)
        return self._choose_if(row)

    def go_end(self, *, last: bool) -> bool:
        """Choose the first or the last event."""
        return self._choose_if(end(self._stage.index, last, self._stage.hits))

    def move(self, day: float) -> None:
        """Move the playhead."""
        if day != self.playhead:
            self.playhead = day
            self.moved.emit(day)

    def scrub(self, day: float) -> None:
        """Move the playhead by hand: an event chosen in answer does not move it back."""
        self._scrubbing = True
        self.move(day)
        self.scrubbed.emit(day)
        self._scrubbing = False

    def _choose_if(self, row: int | None) -> bool:
        if row is not None:
            self.choose(row)
        return row is not None

    def _follow(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.row() if current.isValid() else None
        if row != self.row:
            self._take(row)

    def _take(self, row: int | None) -> None:
        """Follow a selection made elsewhere; the playhead stays where the event holds."""
        known = row is not None and row < len(self._stage.columns)
        self.row = row if known else None
        if self.row is not None and not self._scrubbing:
            start = self._stage.columns.start[self.row]
            until = self._stage.columns.end[self.row]
            if self.playhead is None or not start <= self.playhead < until:
                self.move(day_of(self._stage.index, self.row))
        self.selected.emit()
