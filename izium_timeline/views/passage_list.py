"""Hits in the documents that belong to no event: the passage, and whose document it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from izium_timeline.views.document_pane_lights import SpansFunction
from izium_timeline.views.passage_cells import PASSAGE, PassageCells, PassageRow, nothing_lit
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.search_words import passages_text
from izium_timeline.views.theme import Theme, make_theme, ui_font


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
        self._heading.setContentsMargins(12, 6, 8, 4)
        self._list = QListWidget(self)
        self._list.setObjectName("passageList")
        self._list.setAccessibleName("Passages in documents that belong to no event")
        self._list.setFont(ui_font(13))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._cells = PassageCells(make_theme((), dark=False), self)
        self._list.setItemDelegate(self._cells)
        self._list.itemActivated.connect(self._activate)
        self._list.itemClicked.connect(self._activate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._list)
        self.hide()

    def set_passages(
        self,
        rows: Sequence[PassageRow],
        spans: SpansFunction = nothing_lit,
        *,
        more: bool = False,
    ) -> None:
        """Show these passages, the words lit that ``spans`` finds in a text; none hides the list.

        ``more`` says that there may be others beside them.
        """
        self._rows = tuple(rows)
        self._cells.spans = spans
        self._list.clear()
        for row in self._rows:
            item = QListWidgetItem(f"{row.source}    {row.excerpt}", self._list)
            item.setData(PASSAGE, row)
            item.setToolTip(row.excerpt)
        told = passages_text(len(self._rows), more=more)
        self._heading.setText(f"{told} outside the quotes of the events found")
        self.setVisible(bool(self._rows))

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
        self._cells.theme = theme
        self.setStyleSheet(
            f"#passagePanel {{ background: {theme.ground.name()};"
            f" border-left: 1px solid {theme.hairline.name()}; }}"
            f"QLabel {{ color: {theme.secondary.name()}; }}"
            f"QListWidget {{ color: {theme.text.name()}; background: {theme.ground.name()};"
            " border: none; outline: none; }" + scroll_bar_style(theme)
        )

    def _activate(self, item: QListWidgetItem) -> None:
        self.open_passage(self._list.row(item))
