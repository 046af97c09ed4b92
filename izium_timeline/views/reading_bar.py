"""A bar that says how far the reading of a folder is, and lets a person end it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from izium_timeline.views.theme import Theme, ui_font


class ReadingBar(QWidget):
    """Counts, the file at hand, and Cancel; hidden while nothing is read."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("progressBar")
        self._bar.setAccessibleName("Files read")
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(220, 6)
        self._label = QLabel(self)
        self._label.setObjectName("progressLabel")
        self._label.setFont(ui_font(12))
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setMinimumWidth(1)  # a long path is cut, and moves nothing
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._bar)
        row.addWidget(self._label, 1)
        row.addWidget(self._cancel())
        self.hide()

    def _cancel(self) -> QToolButton:
        cancel = QToolButton(self)
        cancel.setObjectName("cancelReading")
        cancel.setText("Cancel")
        cancel.setToolTip("Read no more files; what was found stays")
        cancel.setAutoRaise(True)
        cancel.clicked.connect(lambda _on: self.cancelled.emit())
        return cancel

    def show_progress(self, done: int, total: int, told: str) -> None:
        """Say that so many of all files are read."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if told != self._label.text():
            self._label.setText(told)
            self._label.setToolTip(told)
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self.setStyleSheet(
            f"#readingBar {{ background: {theme.panel.name()};"
            f" border-bottom: 1px solid {theme.hairline.name()}; }}"
            f"QLabel {{ color: {theme.secondary.name()}; }}"
            f"QToolButton {{ color: {theme.text.name()}; }}"
            f"QProgressBar {{ background: {theme.hairline.name()}; border: none;"
            " border-radius: 3px; }"
            f"QProgressBar::chunk {{ background: {theme.accent.name()}; border-radius: 3px; }}"
        )
