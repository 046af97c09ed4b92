"""Hits in the documents that belong to no event: the passage, and whose document it is."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, ui_font


class PassageRow(NamedTuple):
    """One passage: its document's path, its place in code points, and the lines that are shown."""

    document: str
    start: int
    end: int
    source: str
    excerpt: str


class PassageList(QWidget):
    """The passages of a search; hidden while there are none."""

    passage_activated = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passagePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: tuple[PassageRow, ...] = ()
        self._heading = QLabel(self)
        self._heading.setFont(ui_font(12))
        self._heading.setContentsMargins(14, 6, 8, 2)
        self._list = QListWidget(self)
        self._list.setObjectName("passageList")
        self._list.setAccessibleName("Passages in documents that belong to no event")
        self._list.setFont(ui_font(13))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setUniformItemSizes(True)
        self._list.itemActivated.connect(self._activate)
        self._list.itemClicked.connect(self._activate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._list)
        self.hide()

    def set_passages(self, rows: Sequence[PassageRow]) -> None:
        """Show these passages; none hides the list."""
        self._rows = tuple(rows)
        self._list.clear()
        for row in self._rows:
            item = QListWidgetItem(f"{row.source}    {row.excerpt}", self._list)
            item.setToolTip(row.excerpt)
        count = len(self._rows)
        self._heading.setText(
            f"{count} passage{'' if count == 1 else 's'} in the documents, of no event"
        )
        self.setVisible(bool(count))

    def count(self) -> int:
        """How many passages are shown."""
        return len(self._rows)

    def open_passage(self, number: int) -> None:
        """Go to one passage."""
        self._list.setCurrentRow(number)
        row = self._rows[number]
        self.passage_activated.emit(row.document, row.start, row.end)

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self.setStyleSheet(
            f"#passagePanel {{ background: {theme.ground.name()};"
            f" border-left: 1px solid {theme.hairline.name()}; }}"
            f"QLabel {{ color: {theme.secondary.name()}; }}"
            f"QListWidget {{ color: {theme.text.name()}; background: {theme.ground.name()};"
            " border: none; padding-left: 8px; }"
            f"QListWidget::item {{ padding: 3px 6px; }}"
            f"QListWidget::item:selected {{ color: {theme.text.name()};"
            f" background: {theme.selected_row.name()}; }}" + scroll_bar_style(theme)
        )

    def _activate(self, item: QListWidgetItem) -> None:
        self.open_passage(self._list.row(item))
