"""A short list of events to choose from: what a bundle or a column of a density holds."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from izium_timeline.model.event import Event
from izium_timeline.views.event_dates import event_date
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, ui_font
from izium_timeline.views.timeline_words import rich

_MOST = 500  # rows; what lies beyond is counted
_WIDTH = 460
_SHOWN = 12
_ROW = 24
_CLEAR = 12  # between the pointer and the list
_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)


class EventPopup(QFrame):
    """A list over its parent that closes when an event is chosen, on Esc, or when the focus
    leaves it. It is no window of its own: no platform needs to place it or grab for it."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("eventPopup")
        self.hide()
        self._list = QListWidget(self)
        self._list.setFont(ui_font(12))
        self._list.setAccessibleName("Events at this place of the timeline")
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.installEventFilter(self)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._list)

    def offer(self, rows: Sequence[int], events: Sequence[Event], at: QPoint, theme: Theme) -> None:
        """Show the events of these rows below a point of the parent, or above it.

        Never over it: the second click of a double click belongs to what lies there.
        """
        self.setStyleSheet(
            f"#eventPopup {{ background: {theme.hairline.name()}; }}"
            f"QListWidget {{ background: {theme.panel.name()}; color: {theme.text.name()};"
            " border: none; outline: none; }"
            f"QListWidget::item {{ height: {_ROW}px; padding: 0 8px; }}"
            f"QListWidget::item:selected {{ background: {theme.selected_row.name()};"
            f" color: {theme.text.name()}; }}" + scroll_bar_style(theme)
        )
        self._list.clear()
        for row in rows[:_MOST]:
            event = events[row]
            item = QListWidgetItem(f"{event_date(event)}   {event.title}")
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setToolTip(rich(event.title))
            self._list.addItem(item)
        if len(rows) > _MOST:
            rest = QListWidgetItem(f"and {len(rows) - _MOST:,} more: zoom in, or search")
            rest.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(rest)
        self._list.setCurrentRow(0)
        room = self._over.size()
        height = _ROW * min(_SHOWN, self._list.count()) + 6
        self.resize(min(_WIDTH, room.width()), min(height, room.height()))
        below, above = at.y() + _CLEAR, at.y() - _CLEAR - self.height()
        top = below if below + self.height() <= room.height() else max(0, above)
        self.move(max(0, min(at.x(), room.width() - self.width())), top)
        self.show()
        self.raise_()
        self._list.setFocus()

    def eventFilter(self, _list: QObject, event: QEvent) -> bool:
        """The list closes when the focus goes elsewhere, and on a key that means something there.

        That one is done there; keys that move in the list or choose in it stay.
        """
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not event.text() or event.key() in _OWN_KEYS:
            return False
        self._leave()
        QApplication.sendEvent(self._over, event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no key goes on to the parent, whose own keys mean other things."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        event.accept()

    def _choose(self, item: QListWidgetItem) -> None:
        row = item.data(Qt.ItemDataRole.UserRole)
        if row is not None:
            self._leave()
            self.chosen.emit(row)

    def _leave(self) -> None:
        self.hide()
        self._over.setFocus()
