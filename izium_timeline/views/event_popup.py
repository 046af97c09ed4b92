"""A short list of events to choose from: what a bundle or a column of a density holds."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from izium_timeline.model.event import Event
from izium_timeline.views.event_dates import event_date
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, ui_font

_MOST = 500  # rows; what lies beyond is counted
_WIDTH = 460
_SHOWN = 12
_ROW = 24


class EventPopup(QFrame):
    """A list that closes when an event is chosen, or on Esc, or on a click beside it."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("eventPopup")
        self._list = QListWidget(self)
        self._list.setFont(ui_font(12))
        self._list.setAccessibleName("Events at this place of the timeline")
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._list)

    def offer(self, rows: Sequence[int], events: Sequence[Event], at: QPoint, theme: Theme) -> None:
        """Show the events of these rows at a point of the screen."""
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
            item.setToolTip(event.title)
            self._list.addItem(item)
        if len(rows) > _MOST:
            rest = QListWidgetItem(f"and {len(rows) - _MOST:,} more: zoom in, or search")
            rest.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(rest)
        self._list.setCurrentRow(0)
        self.resize(_WIDTH, _ROW * min(_SHOWN, self._list.count()) + 6)
        self.move(at)
        self.show()
        self._list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        row = item.data(Qt.ItemDataRole.UserRole)
        if row is not None:
            self.close()
            self.chosen.emit(row)
