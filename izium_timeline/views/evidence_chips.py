"""The sources of an event, to step through: chips while they are few, else their number."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from izium_timeline.model.event import Verdict
from izium_timeline.views.evidence_text import Source
from izium_timeline.views.flow_layout import FlowLayout
from izium_timeline.views.theme import ui_font
from izium_timeline.views.verdicts import VERDICTS

_MOST: Final = 6


class EvidenceChips(QWidget):
    """One button for each source, or previous, place and next; and one to see all quotes."""

    chosen = Signal(int)
    compared = Signal(bool)
    """All quotes are to be seen together, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, gap=6)
        self._compare = False

    def set_sources(self, sources: Sequence[Source], shown: int) -> None:
        """Offer these sources, the one of that number chosen; a single one needs no choice."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(len(sources) > 1)
        if len(sources) < 2:
            return
        offer = self._offer_steps if len(sources) > _MOST else self._offer_all
        offer(sources, shown)
        self._offer_comparison()

    def _offer_all(self, sources: Sequence[Source], shown: int) -> None:
        for number, source in enumerate(sources):
            chip = self._button(_name(sources, number), partial(self._choose, number))
            chip.setCheckable(True)
            chip.setChecked(number == shown)
            chip.setToolTip(f"{source.publisher}, {source.published}\n“{source.quote}”")

    def _offer_steps(self, sources: Sequence[Source], shown: int) -> None:
        count = len(sources)
        back, on = (partial(self._choose, (shown + step) % count) for step in (-1, 1))
        self._button("‹", back).setAccessibleName("Previous source")
        place = QLabel(f"{shown + 1} of {count}: {sources[shown].publisher}", self)
        place.setTextFormat(Qt.TextFormat.PlainText)
        place.setFont(ui_font(12))
        self._add(place)
        self._button("›", on).setAccessibleName("Next source")

    def _offer_comparison(self) -> None:
        compare = self._button("Compare quotes", self._choose_comparison)
        compare.setCheckable(True)
        compare.setChecked(self._compare)

    def _button(self, text: str, act: Callable[..., None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text.replace("&", "&&"))
        button.setFont(ui_font(12))
        button.clicked.connect(act)
        self._add(button)
        return button

    def _add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
        widget.show()  # now, so that the card's height counts it

    def _choose(self, number: int, _checked: bool = False) -> None:
        self.chosen.emit(number)

    def _choose_comparison(self, checked: bool) -> None:
        self._compare = checked
        self.compared.emit(checked)


def _name(sources: Sequence[Source], number: int) -> str:
    """The publisher, numbered where it stands there twice, with the verdict's sign if in doubt."""
    source = sources[number]
    same = [place for place, each in enumerate(sources) if each.publisher == source.publisher]
    place = f" {same.index(number) + 1}" if len(same) > 1 else ""
    sign = "" if source.verdict is Verdict.EXACT else f" {VERDICTS[source.verdict].sign}"
    return f"{source.publisher}{place}{sign}"
