"""A bar that says that files have changed, and offers to read them again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from izium_timeline.views.theme import Theme, ui_font


class ChangedBar(QWidget):
    """How many files have changed, and Reload; hidden while none has."""

    reload_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changedBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel(self)
        self._label.setObjectName("changedLabel")
        self._label.setFont(ui_font(13))
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        reload, close = QToolButton(self), QToolButton(self)
        reload.setObjectName("changedReload")
        reload.setText("Reload")
        reload.setToolTip("Read what has changed again (F5)")
        reload.clicked.connect(lambda _on: self.reload_asked.emit())
        close.setText("Later")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self._label)
        row.addWidget(reload)
        row.addStretch(1)
        row.addWidget(close)
        for button in (reload, close):
            button.setAutoRaise(True)
        self.hide()

    def tell(self, count: int) -> None:
        """Say that so many files have changed; for none the bar goes away."""
        files = "1 file has" if count == 1 else f"{count:,} files have"
        told = f"{files} changed in the folder since it was read."
        self._label.setText(told)
        self._label.setAccessibleName(told)
        self.setVisible(count > 0)
        if count:  # also to those who hear the window
            QAccessible.updateAccessibility(QAccessibleEvent(self._label, QAccessible.Event.Alert))

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self.setStyleSheet(
            f"#changedBar {{ background: {theme.selected_row.name()};"
            f" border-bottom: 1px solid {theme.accent.name()}; }}"
            f"QLabel, QToolButton {{ color: {theme.text.name()}; }}"
            "#changedReload { font-weight: bold; }"
        )
