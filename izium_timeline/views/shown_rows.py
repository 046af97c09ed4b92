"""The events that pass the search and the span, as a proxy with one index array.

QSortFilterProxyModel asks its filter for each row and needs half a second for 100,000; here the
rows come ready-made from the search, and a reset costs one array.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractProxyModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from izium_timeline.views.column_ranks import Ranking
from izium_timeline.views.event_model import EventModel

_Index = QModelIndex | QPersistentModelIndex
_HIDDEN = -1
Rows = NDArray[np.intp]
_MOST_RUNS = 1_000


class ShownRows(QAbstractProxyModel):
    """The rows of an :class:`EventModel` that are shown, in the order given."""

    def __init__(self, events: EventModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events = events
        self._rows: Sequence[int] | Rows | None = None
        self._sorting: tuple[int, bool] | None = None
        self.ranking = Ranking(self)
        self.ranking.ready.connect(lambda: self.set_shown(self._rows))
        self._shown: NDArray[np.int64] = np.arange(0)
        self._place: NDArray[np.int64] = np.arange(0)
        self.setSourceModel(events)
        events.modelAboutToBeReset.connect(self.beginResetModel)
        events.modelReset.connect(self._show_all)
        self._arrange(None)

    def set_shown(self, rows: Sequence[int] | Rows | None) -> None:
        """Show these rows of the events (ascending or ranked), or all of them for None."""
        self.beginResetModel()
        self._arrange(rows)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's text, dates by their days; by -1 as given. Equal ones keep order.

        Of very many events it is known only after a while.
        """
        descending = order == Qt.SortOrder.DescendingOrder
        self._sorting = None if column < 0 else (column, descending)
        self.set_shown(self._rows)

    def row_of(self, event_row: int) -> int | None:
        """The row at which an event is shown, None while it is not."""
        if not 0 <= event_row < len(self._place):
            return None
        row = int(self._place[event_row])
        return None if row == _HIDDEN else row

    def event_row(self, row: int) -> int:
        """The event of a shown row, as its row among all events."""
        return int(self._shown[row])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's question for the number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's question for the number of columns."""
        return self._events.columnCount(parent)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Qt's question for a cell's index."""
        inside = 0 <= row < len(self._shown) and 0 <= column < self.columnCount()
        return self.createIndex(row, column) if inside and not parent.isValid() else QModelIndex()

    def parent(self, _child: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """No row has a parent: the table is flat."""
        return QModelIndex()

    def mapToSource(self, proxy: _Index) -> QModelIndex:
        """The cell of the event model behind a cell shown."""
        if not proxy.isValid() or proxy.row() >= len(self._shown):
            return QModelIndex()
        return self._events.index(self.event_row(proxy.row()), proxy.column())

    def mapFromSource(self, source: _Index) -> QModelIndex:
        """The cell that shows a cell of the event model; invalid while that is not shown."""
        row = self.row_of(source.row())
        return QModelIndex() if row is None else self.index(row, source.column())

    def events_selected(self, selection: QItemSelection) -> QItemSelection:
        """A selection of rows shown, as a selection of whole rows of the event model.

        Empty where that would be scattered over very many places: Qt compares each with each.
        """
        rows = np.sort(self._shown[_rows(selection, len(self._shown))])
        scattered = np.count_nonzero(np.diff(rows) != 1) > _MOST_RUNS
        return _selection(self._events, rows[:0] if scattered else rows)

    def shown_selected(self, selection: QItemSelection) -> QItemSelection:
        """A selection of events, as a selection of those of them that are shown."""
        rows = self._place[_rows(selection, len(self._place))]
        return _selection(self, np.sort(rows[rows != _HIDDEN]))

    def _show_all(self) -> None:
        self._arrange(None)
        self.endResetModel()

    def _arrange(self, rows: Sequence[int] | Rows | None) -> None:
        count = self._events.rowCount()
        self._rows = rows
        self._shown = np.asarray(self._sorted(range(count) if rows is None else rows), np.int64)
        self._place = np.full(count, _HIDDEN, dtype=np.int64)
        self._place[self._shown] = np.arange(len(self._shown))

    def _sorted(self, rows: Sequence[int] | Rows) -> Sequence[int] | Rows:
        if self._sorting is None:
            return rows
        column, descending = self._sorting
        if not column:
            return sorted(rows, reverse=descending)
        self.ranking.ask(self._events.chronology)
        if self.ranking.ranks is None:
            return rows  # in a while
        given = np.asarray(rows, np.int64)
        ranks = self.ranking.ranks[column][given]
        return given[np.argsort(-ranks if descending else ranks, kind="stable")]


def _rows(selection: QItemSelection, count: int) -> NDArray[np.int64]:
    """The rows of a selection, those beyond the table's end left out."""
    selected = np.zeros(count, dtype=np.bool_)
    for span in selection.toList():
        selected[span.top() : span.bottom() + 1] = True
    return np.flatnonzero(selected)


def _selection(model: EventModel | ShownRows, rows: NDArray[np.int64]) -> QItemSelection:
    """Whole rows as a selection with one range for each run of them."""
    selection = QItemSelection()
    last_column = model.columnCount() - 1
    for run in np.split(rows, np.flatnonzero(np.diff(rows) != 1) + 1):
        if len(run):
            corners = model.index(int(run[0]), 0), model.index(int(run[-1]), last_column)
            selection.select(*corners)
    return selection
