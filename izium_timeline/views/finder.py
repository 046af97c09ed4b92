"""Find any action by its name, and see the keys: two small dialogs over the action table."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from izium_timeline.views.theme import Theme, ui_font


class Choice(NamedTuple):
    """An action as the finder shows it; of a folder ``keys`` is where it lies."""

    id: str
    text: str
    keys: str


class ActionFinder(QDialog):
    """A line to type in, and the actions whose names hold every word of it; or other choices."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
        title: str = "Find an action",
        hint: str = "Type the name of an action",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.resize(460, 380)
        self._choices = tuple(choices)
        self._edit = QLineEdit(self)
        self._edit.setPlaceholderText(hint)
        self._edit.setAccessibleName(hint)
        self._edit.setFont(ui_font(14))
        self._edit.textChanged.connect(self._fill)
        self._edit.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setFont(ui_font(13))
        self._list.setAccessibleName(title)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.addWidget(self._edit)
        column.addWidget(self._list)
        self._fill("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter in the line act on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                row = min(max(self._list.currentRow() + step, 0), self._list.count() - 1)
                self._list.setCurrentRow(row)
                return True
            current = self._list.currentItem()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if current is not None:
                    self._choose(current)
                return True
        return False

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        self._list.clear()
        for choice in self._choices:
            if all(word in choice.text.casefold() for word in words):
                keys = f"    {choice.keys}" if choice.keys else ""
                item = QListWidgetItem(f"{choice.text}{keys}", self._list)
                item.setToolTip(choice.keys)
                item.setData(Qt.ItemDataRole.UserRole, choice.id)
        self._list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        self.accept()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class KeysDialog(QDialog):
    """The keys and the gestures in two columns."""

    def __init__(
        self, rows: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys and gestures")
        self.resize(560, 620)
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setHorizontalSpacing(20)
        for line, (keys, does) in enumerate(rows):
            for place, (text, bold) in enumerate(((keys, True), (does, False))):
                label = QLabel(text, page)
                label.setFont(ui_font(13, bold=bold))
                label.setWordWrap(True)
                grid.addWidget(label, line, place, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(rows), 1)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setStyleSheet(f"QScrollArea {{ border: 1px solid {theme.hairline.name()}; }}")
        column = QVBoxLayout(self)
        note = QLabel("Single keys act while the timeline has the focus.", self)
        note.setFont(ui_font(13))
        column.addWidget(note)
        column.addWidget(area)
