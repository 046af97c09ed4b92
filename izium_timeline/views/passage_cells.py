"""How a passage is painted in its list: whose it is, and the words that were found lit in it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from izium_timeline.views.document_pane_lights import SpansFunction
from izium_timeline.views.theme import Theme, ui_font

ROW: Final = 26
PASSAGE: Final = Qt.ItemDataRole.UserRole
_PAD: Final = 12
_SOURCE: Final = 118  # pixels of the source's column
_AHEAD: Final = 24  # code points shown before the first word found, in a longer passage
_MOST: Final = 240  # code points that may have room in a line
_SHORT: Final = "…"


class PassageRow(NamedTuple):
    """One passage: its document's path, its place in code points, and the lines that are shown."""

    document: str
    start: int
    end: int
    source: str
    excerpt: str


def nothing_lit(_text: str) -> list[tuple[int, int]]:
    """Where words were found while nothing is searched."""
    return []


class PassageCells(QStyledItemDelegate):
    """Paints passages in a theme's colours; ``spans`` tells where words were found in a text."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.spans: SpansFunction = nothing_lit
        self._small = ui_font(12)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are of one height."""
        return QSize(super().sizeHint(option, index).width(), ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = PassageRow(*index.data(PASSAGE))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self.theme.selected_row)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(self._small)
        painter.setPen(self.theme.secondary)
        column = QRect(room.left(), room.top(), min(_SOURCE, room.width() // 3), room.height())
        end = Qt.TextElideMode.ElideRight
        source = painter.fontMetrics().elidedText(row.source, end, column.width() - 10)
        painter.drawText(column, Qt.AlignmentFlag.AlignVCenter, source)
        room.setLeft(column.right())
        self._paint_words(painter, room, row.excerpt)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, excerpt: str) -> None:
        """The passage from a little before the first word found on, as far as there is room."""
        line, lit = opening(excerpt, self.spans(excerpt))
        metrics = painter.fontMetrics()
        line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        for start, end in lit:
            if end <= len(line):
                left = room.left() + metrics.horizontalAdvance(line[:start])
                wide = metrics.horizontalAdvance(line[start:end])
                painter.fillRect(left - 1, room.top() + 4, wide + 2, ROW - 8, self.theme.passage)
        painter.setPen(self.theme.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)


def opening(excerpt: str, spans: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """What a line shows of a passage, on one line, and where the words found stand in it.

    The first of them is in it, and the text begins between two words.
    """
    first = spans[0][0] if spans else 0
    begin = 0 if first <= 2 * _AHEAD else excerpt.rfind(" ", 0, first - _AHEAD) + 1
    ahead = _SHORT if begin else ""
    shift = len(ahead) - begin
    line = ahead + "".join(" " if sign.isspace() else sign for sign in excerpt[begin:])[:_MOST]
    return line, [(start + shift, end + shift) for start, end in spans]
