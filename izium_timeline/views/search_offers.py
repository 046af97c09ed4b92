"""What may be typed in the search: fields and values with counts, earlier searches."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, ui_font

_ROW = 24
_SHOWN = 12
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
        self._list = QListWidget(self)
        self._list.setObjectName("searchOfferList")
        self._list.setAccessibleName("What may be searched")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFont(ui_font(13))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._list)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self.setStyleSheet(
            f"#searchOffers {{ background: {theme.hairline.name()}; }}"
            f"QListWidget {{ background: {theme.ground.name()}; color: {theme.text.name()};"
            " border: none; outline: none; }"
            f"QListWidget::item {{ height: {_ROW}px; padding: 0 8px; }}"
            f"QListWidget::item:selected {{ background: {theme.selected_row.name()};"
            f" color: {theme.text.name()}; }}" + scroll_bar_style(theme)
        )

    def show_all(self, offers: Sequence[Offer]) -> None:
        """Show these under the line, none chosen; nothing hides the list."""
        self._list.clear()
        for offer in offers:
            note = f"    {offer.note}" if offer.note else ""
            item = QListWidgetItem(f"{offer.text.strip()}{note}", self._list)
            item.setData(_OFFER, offer)
            item.setToolTip(offer.text)
        self.setVisible(bool(offers))
        if offers:
            below = self._line.mapTo(self._line.window(), QPoint(0, self._line.height() + 2))
            self.move(below)
            self.resize(self._line.width(), _ROW * min(_SHOWN, len(offers)) + 6)
            self.raise_()

    def act(self, event: QKeyEvent) -> bool:
        """Answer a key that was pressed in the line; False where it is none of ours."""
        if self.isHidden():
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
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


_ACTS = {
    Qt.Key.Key_Return: Offers._take,
    Qt.Key.Key_Enter: Offers._take,
    Qt.Key.Key_Tab: Offers._take_first,
    Qt.Key.Key_Delete: Offers._drop,
    Qt.Key.Key_Escape: Offers._leave,
}
