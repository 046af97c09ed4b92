"""The table of the files panel: path, state and reason of each, in an order that is chosen."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from izium_timeline.store.file_lines import FileLine, FileState
from izium_timeline.views.theme import ui_font

_Index = QModelIndex | QPersistentModelIndex
_HEADINGS: Final = ("File", "State", "Why")
_PATH, _STATE, _WHY = range(3)
_STATES: Final = {state: place for place, state in enumerate(FileState)}
_ORDERS: Final[tuple[Callable[[FileLine], Any], ...]] = (
    lambda line: line.path.casefold(),
    lambda line: _STATES[line.state],
    lambda line: line.reason.casefold(),
)


class FileModel(QAbstractTableModel):
    """Lines of files as a table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[FileLine] = ()
        self._given: Sequence[FileLine] = ()
        self._column, self._descends = -1, False

    def show(self, lines: Sequence[FileLine]) -> None:
        """Show these lines, in the order that was chosen last."""
        self.beginResetModel()
        self._given = lines
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's wish for an order; column -1 is that of the folder."""
        self._column, self._descends = column, order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        paths = [self.lines[index.row()].path for index in before]
        self._arrange()
        rows = {line.path: row for row, line in enumerate(self.lines)}
        after = [
            self.index(rows[path], index.column())
            for path, index in zip(paths, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's question for the number of files."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's question for the number of columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Qt's question for a heading."""
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _HEADINGS[section] if shown else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's question for a cell's text, tip or spoken text."""
        line = self.lines[index.row()]
        text = (line.path, line.state.value, line.reason)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_HEADINGS[index.column()]}: {text or 'nothing to tell'}"
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return text if shown else None

    def _arrange(self) -> None:
        chosen = _ORDERS[self._column] if self._column >= 0 else None
        self.lines = (
            sorted(self._given, key=chosen, reverse=self._descends) if chosen else self._given
        )


class FileTable(QTableView):
    """The files, a line each. A click on a heading sorts, a third one ends that."""

    left = Signal()
    """Esc was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fileList")
        self.setAccessibleName("Files of the folder")
        self.files = FileModel(self)
        self.setModel(self.files)
        self.setItemDelegateForColumn(_PATH, _Paths(self))
        self.setFont(ui_font(12))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(24)
        self._lay_out_heading()

    def _lay_out_heading(self) -> None:
        heading = self.horizontalHeader()
        heading.setFont(ui_font(11, bold=True))
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setHighlightSections(False)
        for column in (_PATH, _WHY):
            heading.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        heading.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(_STATE, 72)
        heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heading.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    @property
    def current(self) -> FileLine | None:
        """The line that is current."""
        row = self.currentIndex().row()
        return self.files.lines[row] if 0 <= row < len(self.files.lines) else None

    def show_lines(self, lines: Sequence[FileLine]) -> None:
        """Show these lines; the one that is current stays so, and where it is."""
        path = self.current.path if self.current else ""
        top = self.verticalScrollBar().value()
        self.files.show(lines)
        rows = (row for row, line in enumerate(self.files.lines) if line.path == path)
        if (row := next(rows, None)) is not None:
            self.setCurrentIndex(self.files.index(row, 0))
        self.verticalScrollBar().setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the line as text, go to the first and last line, leave."""
        line = self.current
        if event.matches(QKeySequence.StandardKey.Copy) and line:
            cells = (line.path, line.state.value, line.reason)
            QGuiApplication.clipboard().setText("\t".join(filter(None, cells)))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and line:
            last = event.key() == Qt.Key.Key_End
            self.setCurrentIndex(self.files.index(self.files.rowCount() - 1 if last else 0, 0))
        else:
            super().keyPressEvent(event)


class _Paths(QStyledItemDelegate):
    """Paths with their middle left out: their ends tell files of one folder apart."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
