"""A bar for what a person has to know: what failed, which file, what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from izium_timeline.views.long_words import breakable
from izium_timeline.views.theme import Theme, ui_font


class MessageBar(QWidget):
    """One message above the timeline, until it is closed or another takes its place."""

    asked = Signal(str)
    """The button beside the message was pressed: the id of the action that it offers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel(self)
        self._label.setFont(ui_font(13))
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._action = ""
        self._offer, close = self._button("messageOffer"), self._button("messageClose")
        self._offer.clicked.connect(lambda _on: self.asked.emit(self._action))
        close.setText("Close")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._label, 1)
        row.addWidget(self._offer)
        row.addWidget(close)
        self.hide()

    def text(self) -> str:
        """The message that is shown, empty where there is none."""
        return "" if self.isHidden() else self._label.accessibleName()

    def tell(self, message: str, offer: str = "", action: str = "") -> None:
        """Show a message, also to those who hear the window.

        ``offer`` is the text of a button beside it, which asks for the action of that id.
        """
        self._action = action
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self._label.setText(breakable(message))
        self._label.setAccessibleName(message)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._label, QAccessible.Event.Alert))

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self.setStyleSheet(
            f"#messageBar {{ background: {theme.selected_row.name()};"
            f" border-bottom: 1px solid {theme.accent.name()}; }}"
            f"QLabel, QToolButton {{ color: {theme.text.name()}; }}"
            "#messageOffer { font-weight: bold; }"
        )

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        return button
