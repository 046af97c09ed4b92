"""The places at which an ambiguous quote may stand: shown as a choice, none picked silently."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from izium_timeline.views.theme import ui_font

Span = tuple[int, int]


class PlaceChoice(QWidget):
    """Steps through places; the first step goes to the first of them."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Span, ...] = ()
        self._shown = -1
        self._label = QLabel(self)
        self._label.setFont(ui_font(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._step("‹", "Previous place", -1))
        row.addWidget(self._label)
        row.addWidget(self._step("›", "Next place", 1))
        row.addStretch(1)

    def set_places(self, places: Sequence[Span]) -> None:
        """Offer these places; none hides the choice."""
        self._places = tuple(places)
        self._shown = -1
        self.setVisible(bool(places))
        self._tell()

    def _step(self, text: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _checked=False: self._go(step))
        return button

    def _go(self, step: int) -> None:
        start = self._shown if self._shown >= 0 else min(0, step * -1)
        self._shown = (start + step) % len(self._places)
        self._tell()
        self.chosen.emit(*self._places[self._shown])

    def _tell(self) -> None:
        count = len(self._places)
        place = f"Place {self._shown + 1} of {count}" if self._shown >= 0 else f"{count} places"
        self._label.setText(place)
