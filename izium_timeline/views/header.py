"""The strip above everything: what is open, the search, the buttons that matter most."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from izium_timeline.views.cut_line import CutLine
from izium_timeline.views.theme import Theme, ui_font

_TITLE_WIDTH = 420  # at most: the search needs its room
# id of the action, text, what it does for those who hear or hover
FILTERS = ("filters", "Filters", "Filters of the search (Ctrl+Shift+F)")
BUTTONS = (
    ("play", "▶", "Play from event to event (Space)"),
    ("zoom_out", "−", "Zoom out (S)"),
    ("zoom_in", "+", "Zoom in (W)"),
    ("fit_all", "Fit", "Fit the story; again: fit every event (0)"),
    ("export", "Export CSV", "Export as CSV (Ctrl+E)"),
)


class Header(QWidget):
    """Title and counts at the left, the search in the middle, buttons at the right."""

    triggered = Signal(str)

    def __init__(self, search: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        search.setParent(self)  # before the buttons: Tab reaches it first
        self._title = CutLine(self)
        self._title.setMaximumWidth(_TITLE_WIDTH)
        self._title.setFont(ui_font(16, bold=True))
        self._counts = QLabel(self)
        self._counts.setObjectName("headerCounts")
        self._buttons = {name: self._button(*row) for name, *row in (FILTERS, *BUTTONS)}
        self._buttons["filters"].setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(6)
        row.addWidget(self._title)
        row.addWidget(self._counts)
        row.addStretch(1)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        search.setMaximumWidth(560)
        row.addWidget(search, 4)
        row.addWidget(self._buttons["filters"])
        row.addStretch(1)
        for name, *_ in BUTTONS:
            row.addWidget(self._buttons[name])
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _on, name=name: self.triggered.emit(name))

    def set_title(self, title: str, counts: str) -> None:
        """Say what is open, and how much it holds."""
        self._title.setText(title)
        self._counts.setText(counts)

    def set_playing(self, playing: bool) -> None:
        """Show on the button whether the playhead runs."""
        self._buttons["play"].setText("❚❚" if playing else "▶")
        self._buttons["play"].setAccessibleName("Pause" if playing else "Play")

    def set_filtering(self, on: bool) -> None:
        """Show on the button whether the filters are open."""
        self._buttons["filters"].setChecked(on)

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self.setStyleSheet(
            f"#header {{ background: {theme.panel.name()}; }}"
            f"QLabel {{ color: {theme.text.name()}; }}"
            f"#headerCounts {{ color: {theme.secondary.name()}; }}"
            f"QPushButton {{ color: {theme.text.name()}; background: {theme.ground.name()};"
            f" border: 1px solid {theme.hairline.name()}; border-radius: 6px; padding: 5px 10px; }}"
            f"QPushButton:hover, QPushButton:checked {{ background: {theme.hairline.name()}; }}"
            f"QPushButton:focus {{ border-color: {theme.accent.name()}; }}"
        )

    def sizeHint(self) -> QSize:
        """One line of controls."""
        return QSize(800, 44)

    def _button(self, text: str, told: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(told)
        button.setAccessibleName(told)
        button.setFont(ui_font(13))
        return button
