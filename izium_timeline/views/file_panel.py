"""The files of the open folder: what became of each, and why."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from izium_timeline.store.file_lines import FileLine, FileState
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, ui_font

_Index = QModelIndex | QPersistentModelIndex
_HEADINGS: Final = ("File", "", "Why")
_ALL: Final = "all files"


class _Files(QAbstractTableModel):
    """Lines of files as a table: path, state, reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[FileLine] = ()

    def show(self, lines: Sequence[FileLine]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _HEADINGS[section] if shown else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.lines[index.row()]
        return (line.path, line.state.value, line.reason)[index.column()]


class FilePanel(QWidget):
    """A line for each file of the folder, with a filter by its words and by what became of it."""

    document_chosen = Signal(str)
    """A file that was read was double-clicked, or Enter was pressed on it: its path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines: Sequence[FileLine] = ()
        self._words = QLineEdit(self)
        self._words.setObjectName("fileFilter")
        self._words.setPlaceholderText("Filter files")
        self._words.setAccessibleName("Filter files by their names or reasons")
        self._words.setFont(ui_font(12))
        self._state = QComboBox(self)
        self._state.setObjectName("fileState")
        self._state.setAccessibleName("What became of the files")
        self._state.addItems([_ALL, *FileState])
        self._state.setFont(ui_font(12))
        self._counts = QLabel(self)
        self._counts.setObjectName("fileCounts")
        self._counts.setFont(ui_font(12))
        self._files = _Files(self)
        self._table = self._made_table()
        self._lay_out()
        self._words.textChanged.connect(self._show)
        self._state.currentIndexChanged.connect(self._show)
        self._table.activated.connect(self._choose)
        self.hide()

    def set_lines(self, lines: Sequence[FileLine]) -> None:
        """Show these files; the line that is current stays so."""
        if lines != self._lines:
            self._lines = lines
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        ground, secondary = theme.ground.name(), theme.secondary.name()
        hairline = theme.hairline.name()
        self.setStyleSheet(
            f"#filePanel {{ background: {ground}; border-left: 1px solid {hairline}; }}"
            f"QTableView {{ background: {ground}; border: none; color: {theme.text.name()}; }}"
            f"QHeaderView::section {{ background: {ground}; color: {secondary}; border: none;"
            f" border-bottom: 1px solid {hairline}; padding-left: 6px; }}"
            f"QLabel {{ color: {secondary}; }}" + scroll_bar_style(theme)
        )

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("fileList")
        table.setAccessibleName("Files of the folder")
        table.setModel(self._files)
        table.setFont(ui_font(12))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(24)
        heading = table.horizontalHeader()
        heading.setFont(ui_font(11, bold=True))
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setHighlightSections(False)
        heading.setStretchLastSection(True)
        table.setColumnWidth(0, 200)
        table.setColumnWidth(1, 64)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._table, 1)
        self._counts.setContentsMargins(8, 0, 8, 4)
        column.addWidget(self._counts)

    def _show(self) -> None:
        """Show the lines that the filter leaves."""
        words, state = self._words.text().casefold().split(), self._state.currentText()
        shown = [
            line
            for line in self._lines
            if state in (_ALL, line.state)
            and all(word in f"{line.path} {line.reason}".casefold() for word in words)
        ]
        path = self._current_path()
        self._files.show(shown)
        self._counts.setText(counted(self._lines))
        row = next((row for row, line in enumerate(shown) if line.path == path), None)
        if row is not None:
            self._table.setCurrentIndex(self._files.index(row, 0))

    def _current_path(self) -> str:
        row = self._table.currentIndex().row()
        return self._files.lines[row].path if 0 <= row < len(self._files.lines) else ""

    def _choose(self, index: QModelIndex) -> None:
        line = self._files.lines[index.row()]
        if line.state in (FileState.READ, FileState.FAILED):
            self.document_chosen.emit(line.path)


def counted(lines: Sequence[FileLine]) -> str:
    """How many files became what: "12 read, 3 skipped, 1 failed"."""
    states = [line.state for line in lines]
    counts = ((state, states.count(state)) for state in FileState)
    return ", ".join(f"{count:,} {state}" for state, count in counts if count) or "no files"
