"""What may be typed in the search: fields and values with counts, earlier searches, corrections."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from izium_timeline.views.colours import mix
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, ui_font

_ROW = 24
_PAD = 10
_SHOWN = 12
_EDGE = 0.5  # of the secondary text's colour in the frame, which lies over other parts
_OFFER = Qt.ItemDataRole.UserRole


class Offer(NamedTuple):
    """A text for the line, in the place of ``start`` to ``end`` (None: its end); ``note`` tells
    what it is. What was ``kept`` from an earlier day can be dropped."""

    text: str
    start: int = 0
    end: int | None = None
    note: str = ""
    kept: bool = False


class Offers(QFrame):
    """A list under the line that it belongs to; the focus stays in the line.

    It lies over the window's other parts and is no window of its own: no platform needs to place
    it or grab for it. Nothing is chosen until an arrow key chooses, so Enter keeps its meaning.
    """

    chosen = Signal(object)
    dropped = Signal(str)

    def __init__(self, line: QWidget, theme: Theme) -> None:
        super().__init__(line.window())
        self._line = line
        self.setObjectName("searchOffers")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._message = self._label()
        self._list = QListWidget(self)
        self._list.setObjectName("searchOfferList")
        self._list.setAccessibleName("What may be searched")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFont(ui_font(13))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = _Rows(theme, self)
        self._list.setItemDelegate(self._rows)
        self._list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(1)
        column.addWidget(self._message)
        column.addWidget(self._list)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self._rows.theme = theme
        ground = theme.ground.name()
        self.setStyleSheet(
            f"#searchOffers {{ background: {mix(theme.secondary, theme.ground, _EDGE).name()}; }}"
            f"#searchMessage {{ background: {ground}; color: {theme.accent.name()}; }}"
            f"QListWidget {{ background: {ground}; color: {theme.text.name()};"
            " border: none; outline: none; }" + scroll_bar_style(theme)
        )

    def show_all(self, offers: Sequence[Offer], message: str = "") -> None:
        """Show a message and these under the line, none chosen; where there is nothing, hide."""
        self._list.clear()
        for offer in offers:
            note = f"    {offer.note}" if offer.note else ""
            item = QListWidgetItem(f"{offer.text.strip()}{note}", self._list)
            item.setData(_OFFER, offer)
            item.setToolTip(offer.text)
        self._message.setText(message)
        self._message.setVisible(bool(message))
        self._list.setVisible(bool(offers))
        self.setVisible(bool(offers) or bool(message))
        if not self.isHidden():
            below = self._line.mapTo(self._line.window(), QPoint(0, self._line.height() + 2))
            self.move(below)
            self.resize(self._line.width(), self._height(len(offers)))
            self.raise_()

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("searchMessage")
        label.setFont(ui_font(12))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setContentsMargins(_PAD, 5, _PAD, 5)
        return label

    def _height(self, rows: int) -> int:
        said = self._message.heightForWidth(self._line.width() - 2) if self._message.text() else 0
        return said + (_ROW * min(_SHOWN, rows) + 4 if rows else 0) + 3

    def act(self, event: QKeyEvent) -> bool:
        """Answer a key that was pressed in the line; False where it is none of ours."""
        if self.isHidden():
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._list.count():
            row = self._list.currentRow() + step
            self._list.setCurrentRow(min(max(row, -1), self._list.count() - 1))
            return True
        act = _ACTS.get(Qt.Key(event.key()))
        return act is not None and act(self)

    def _take(self) -> bool:
        item = self._list.currentItem()
        if item is not None:
            self._choose(item)
        return item is not None

    def _take_first(self) -> bool:
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        return self._take()

    def _drop(self) -> bool:
        item = self._list.currentItem()
        if item is None or not item.data(_OFFER).kept:
            return False
        self._list.takeItem(self._list.row(item))
        self.setVisible(self._list.count() > 0)
        self.dropped.emit(item.data(_OFFER).text)
        return True

    def _leave(self) -> bool:
        self.hide()
        return True

    def _choose(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.data(_OFFER))


class _Rows(QStyledItemDelegate):
    """Paints an offer at the left and its note at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are of one height."""
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row; the note stays whole, the text gives way."""
        offer: Offer = Offer(*index.data(_OFFER))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self.theme.selected_row)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.theme.secondary)
        painter.setFont(ui_font(12))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, offer.note)
        taken = painter.fontMetrics().horizontalAdvance(offer.note) + 16 if offer.note else 0
        painter.setPen(self.theme.text)
        painter.setFont(option.font)
        text = option.fontMetrics.elidedText(
            offer.text.strip(), Qt.TextElideMode.ElideRight, room.width() - taken
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


_ACTS = {
    Qt.Key.Key_Return: Offers._take,
    Qt.Key.Key_Enter: Offers._take,
    Qt.Key.Key_Tab: Offers._take_first,
    Qt.Key.Key_Delete: Offers._drop,
    Qt.Key.Key_Escape: Offers._leave,
}
