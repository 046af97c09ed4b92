"""The sources of an event, to step through: chips while they are few, else their number."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from izium_timeline.views.evidence_text import VERDICTS, Source
from izium_timeline.views.theme import ui_font

_MOST: Final = 4


class EvidenceChips(QWidget):
    """One button for each source, or previous, place and next."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def set_sources(self, sources: Sequence[Source], shown: int) -> None:
        """Offer these sources, the one of that number chosen; a single one needs no choice."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(len(sources) > 1)
        if len(sources) > _MOST:
            self._offer_steps(sources, shown)
        elif len(sources) > 1:
            self._offer_all(sources, shown)
        self._row.addStretch(1)

    def _offer_all(self, sources: Sequence[Source], shown: int) -> None:
        for number, source in enumerate(sources):
            chip = self._button(_name(sources, number), number)
            chip.setCheckable(True)
            chip.setChecked(number == shown)
            chip.setToolTip(f"{source.publisher}, {source.published}\n“{source.quote}”")

    def _offer_steps(self, sources: Sequence[Source], shown: int) -> None:
        count = len(sources)
        previous = self._button("‹", (shown - 1) % count)
        previous.setAccessibleName("Previous source")
        place = QLabel(f"{shown + 1} of {count}: {sources[shown].publisher}", self)
        place.setTextFormat(Qt.TextFormat.PlainText)
        place.setFont(ui_font(12))
        self._row.addWidget(place)
        self._button("›", (shown + 1) % count).setAccessibleName("Next source")

    def _button(self, text: str, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(text.replace("&", "&&"))
        button.setFont(ui_font(12))
        button.clicked.connect(partial(self._choose, number))
        self._row.addWidget(button)
        button.show()  # now, so that the card's height counts it
        return button

    def _choose(self, number: int, _checked: bool = False) -> None:
        self.chosen.emit(number)


def _name(sources: Sequence[Source], number: int) -> str:
    """The publisher, numbered where it stands there twice, with the verdict's sign if in doubt."""
    source = sources[number]
    same = [place for place, each in enumerate(sources) if each.publisher == source.publisher]
    place = f" {same.index(number) + 1}" if len(same) > 1 else ""
    sign = "" if source.verdict.value == "exact" else f" {VERDICTS[source.verdict].sign}"
    return f"{source.publisher}{place}{sign}"
