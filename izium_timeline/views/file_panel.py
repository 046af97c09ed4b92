"""The files of the open folder: what became of each, and why."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from izium_timeline.store.file_lines import FileLine, FileState
from izium_timeline.views.file_table import FileTable
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, ui_font

_ALL: Final = "all files"


class FilePanel(QWidget):
    """A line for each file of the folder, with a filter by its words and by what became of it."""

    line_chosen = Signal(object)
    """A file was double-clicked, or Enter was pressed on it: its :class:`FileLine`."""
    closed = Signal()
    """A person wants the panel away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines: Sequence[FileLine] = ()
        self._words = QLineEdit(self)
        self._words.setObjectName("fileFilter")
        self._words.setPlaceholderText("Filter files")
        self._words.setAccessibleName("Filter files by their names or reasons")
        self._words.setClearButtonEnabled(True)
        self._state = QComboBox(self)
        self._state.setObjectName("fileState")
        self._state.setAccessibleName("What became of the files")
        self._state.addItems([_ALL, *FileState])
        self._counts = QLabel(self)
        self._counts.setObjectName("fileCounts")
        self._table = FileTable(self)
        self._lay_out()
        self._words.textChanged.connect(self._show)
        self._state.currentIndexChanged.connect(self._show)
        self._table.activated.connect(self._choose)
        self._table.left.connect(self.closed)
        self.hide()

    def set_lines(self, lines: Sequence[FileLine]) -> None:
        """Show these files; the line that is current stays so."""
        if lines != self._lines:
            self._lines = lines
            self._show()

    def enter(self) -> None:
        """Take the focus, with a line to begin at."""
        if self._table.current is None:
            self._table.setCurrentIndex(self._table.files.index(0, 0))
        self._table.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        ground, text, secondary = (
            colour.name() for colour in (theme.ground, theme.text, theme.secondary)
        )
        hairline, accent = theme.hairline.name(), theme.accent.name()
        self.setStyleSheet(
            f"#filePanel {{ background: {ground}; border-left: 1px solid {hairline}; }}"
            f"QTableView {{ background: {ground}; border: none; color: {text}; outline: none;"
            f" selection-background-color: {theme.selected_row.name()};"
            f" selection-color: {text}; }}"
            f"QHeaderView {{ background: {ground}; }}"
            f"QHeaderView::section {{ background: {ground}; color: {secondary}; border: none;"
            f" border-bottom: 1px solid {hairline}; padding-left: 4px; }}"
            f"QLineEdit {{ color: {text}; background: {ground}; border: 1px solid {hairline};"
            f" border-radius: 4px; padding: 2px 6px; placeholder-text-color: {secondary}; }}"
            f"QLineEdit:focus {{ border-color: {accent}; }}"
            f"QToolButton {{ color: {secondary}; padding: 1px 5px;"
            " border: 1px solid transparent; }"
            f"QToolButton:hover, QToolButton:focus {{ color: {text}; background: {hairline};"
            " border-radius: 4px; }"
            f"QToolButton:focus {{ border-color: {accent}; }}"
            f"QLabel {{ color: {secondary}; }}" + scroll_bar_style(theme)
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 6, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._state)
        row.addWidget(self._closer())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._table, 1)
        self._counts.setContentsMargins(8, 0, 8, 4)
        column.addWidget(self._counts)
        for part in (self._words, self._state, self._counts):
            part.setFont(ui_font(12))

    def _closer(self) -> QToolButton:
        close = QToolButton(self)
        close.setObjectName("fileClose")
        close.setText("✕")
        close.setFont(ui_font(12))
        close.setToolTip("Close the list of files (Esc)")
        close.setAccessibleName("Close the list of files")
        close.clicked.connect(lambda _on: self.closed.emit())
        return close

    def _show(self) -> None:
        """Show the lines that the filter leaves."""
        words, state = self._words.text().casefold().split(), self._state.currentText()
        self._table.show_lines(
            [
                line
                for line in self._lines
                if state in (_ALL, line.state)
                and all(word in f"{line.path} {line.reason}".casefold() for word in words)
            ]
        )
        self._counts.setText(counted(self._lines))

    def _choose(self, index: QModelIndex) -> None:
        self.line_chosen.emit(self._table.files.lines[index.row()])


def counted(lines: Sequence[FileLine]) -> str:
    """How many files became what: "12 read, 3 skipped, 1 failed"."""
    states = [line.state for line in lines]
    counts = ((state, states.count(state)) for state in FileState)
    return ", ".join(f"{count:,} {state}" for state, count in counts if count) or "no files"
