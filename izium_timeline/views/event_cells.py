"""How a cell of the event list is painted: the category's dot, the selected row's ground."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from izium_timeline.model.event import Event, Status
from izium_timeline.views.event_model import COLUMNS, EVENT_ROLE
from izium_timeline.views.theme import Theme, ui_font

_PADDING: Final = 12
_DOT: Final = 3.5
_HEADINGS: Final = tuple(column.heading for column in COLUMNS)
_TEXT_COLUMNS: Final = (_HEADINGS.index("Date"), _HEADINGS.index("Event"))
_CATEGORY: Final = _HEADINGS.index("Category")


class EventCells(QStyledItemDelegate):
    """Paints the cells of the event list in a theme's colours.

    ``quiet`` tells of a row whether it is there for the sake of others alone.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.quiet: Callable[[int], bool] = lambda _row: False
        self._font = ui_font(12)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours from now on."""
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        painter.save()
        self._paint_ground(painter, option, index.column())
        room = option.rect.adjusted(_PADDING, 0, -_PADDING // 2, 0)
        if index.column() == _CATEGORY:
            if event := index.data(EVENT_ROLE):
                self._paint_dot(painter, room, event)
            room.setLeft(room.left() + 14)
        plain = index.column() in _TEXT_COLUMNS and not self.quiet(index.row())
        painter.setPen(self._theme.text if plain else self._theme.secondary)
        painter.setFont(self._font)
        text = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, column: int) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.selected_row)
            if column == 0:
                edge = QRect(option.rect.topLeft(), option.rect.bottomLeft()).adjusted(0, 0, 2, 0)
                painter.fillRect(edge, self._theme.accent)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.accent, 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(2, 2, -3, -3))

    def _paint_dot(self, painter: QPainter, room: QRect, event: Event) -> None:
        """A dot in the category's colour, hollow for a candidate."""
        colour = self._theme.category(event.category)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.5))
        hollow = event.status is Status.CANDIDATE
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawEllipse(QPointF(room.left() + 4, room.center().y() + 1), _DOT, _DOT)
