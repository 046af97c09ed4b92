"""Lines that say how far something is that takes long, and let a person end it."""

from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from izium_timeline.views.theme import Theme, ui_font


class LineNames(NamedTuple):
    """The object names of a line and of its button."""

    line: str
    cancel: str


READING: Final = LineNames("readingBar", "cancelReading")
WORKING: Final = LineNames("workLine", "cancelWork")


class ProgressLine(QWidget):
    """Counts, what is at hand, and Cancel; hidden while nothing is done.

    ``spoken`` is what the bar counts, for those who hear the window; ``ends`` what Cancel does.
    """

    cancelled = Signal()

    def __init__(
        self, names: LineNames, spoken: str, ends: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(names.line)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("progressBar")
        self._bar.setAccessibleName(spoken)
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
        row.addWidget(self._cancel(names.cancel, ends))
        self.hide()

    def _cancel(self, name: str, ends: str) -> QToolButton:
        cancel = QToolButton(self)
        cancel.setObjectName(name)
        cancel.setText("Cancel")
        cancel.setToolTip(ends)
        cancel.setAutoRaise(True)
        cancel.clicked.connect(lambda _on: self.cancelled.emit())
        return cancel

    def show_progress(self, done: int, total: int, told: str) -> None:
        """Say that so much of all is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if told != self._label.text():
            self._label.setText(told)
            self._label.setToolTip(told)
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {theme.panel.name()};"
            f" border-bottom: 1px solid {theme.hairline.name()}; }}"
            f"QLabel {{ color: {theme.secondary.name()}; }}"
            f"QToolButton {{ color: {theme.text.name()}; }}"
            f"QProgressBar {{ background: {theme.hairline.name()}; border: none;"
            " border-radius: 3px; }"
            f"QProgressBar::chunk {{ background: {theme.accent.name()}; border-radius: 3px; }}"
        )


class ProgressLines(QWidget):
    """A line for each piece of long work that is under way, the latest at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._lines: list[ProgressLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def add(self, spoken: str, ends: str) -> ProgressLine:
        """A line more."""
        line = ProgressLine(WORKING, spoken, ends, self)
        if self._theme is not None:
            line.set_theme(self._theme)
        self._column.addWidget(line)
        self._lines.append(line)
        self.show()
        return line

    def remove(self, line: ProgressLine) -> None:
        """Take a line away."""
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.setVisible(bool(self._lines))

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self._theme = theme
        for line in self._lines:
            line.set_theme(theme)
