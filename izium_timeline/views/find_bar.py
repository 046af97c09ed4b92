"""Finding words in the document that is shown."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from izium_timeline.views.theme import Theme, ui_font


class FindBar(QWidget):
    """A line to type in under the text; Enter and Shift+Enter step, Esc closes."""

    words_changed = Signal(str)
    stepped = Signal(bool)
    """True for the next place, False for the previous one."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._edit = QLineEdit(self)
        self._edit.setObjectName("findEdit")
        self._edit.setPlaceholderText("Find in this document")
        self._edit.setAccessibleName("Find in this document")
        self._edit.setFont(ui_font(12))
        self._edit.textChanged.connect(self.words_changed)
        self._edit.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setFont(ui_font(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(6)
        row.addWidget(self._edit, 1)
        row.addWidget(self._count)
        row.addWidget(self._button("‹", "Previous place"))
        row.addWidget(self._button("›", "Next place"))
        row.addWidget(self._button("✕", "Close"))
        self.hide()

    @property
    def words(self) -> str:
        """What is sought; nothing while the bar is closed."""
        return self._edit.text() if not self.isHidden() else ""

    def open(self, words: str = "") -> None:
        """Show the bar, with these words or those that were sought last, ready to type over."""
        self.show()
        self._edit.setText(words or self._edit.text())
        self._edit.selectAll()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words_changed.emit(self._edit.text())

    def tell(self, number: int | None, count: int) -> None:
        """Say at which place of how many."""
        place = f"{count}" if number is None else f"{number + 1} of {count}"
        self._count.setText(place if self._edit.text() else "")

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        text, hairline = theme.text.name(), theme.hairline.name()
        self.setStyleSheet(
            f"QLineEdit {{ color: {text}; background: {theme.ground.name()}; padding: 3px 6px;"
            f" border: 1px solid {hairline}; border-radius: 4px;"
            f" selection-background-color: {theme.passage.name()}; selection-color: {text}; }}"
            f"QLineEdit:focus {{ border-color: {theme.accent.name()}; }}"
            f"QLabel, QToolButton {{ color: {theme.secondary.name()}; }}"
            "QToolButton { border: 1px solid transparent; border-radius: 4px; }"
            f"QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
            f"QToolButton:hover, QToolButton:focus {{ color: {text}; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that do more than type."""
        pressed = watched is self._edit and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent):
            return self._act(event)
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return True
        return False

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _button(self, text: str, name: str) -> QToolButton:
        actions = {
            "Previous place": lambda: self.stepped.emit(False),
            "Next place": lambda: self.stepped.emit(True),
            "Close": self._close,
        }
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _checked=False: actions[name]())
        return button
