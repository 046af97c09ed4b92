"""The filters of a search: chips with counts, a row a facet."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from izium_timeline.views.flow_layout import FlowLayout
from izium_timeline.views.theme import Theme, ui_font

_GAP = 4
_LONGEST = 36  # letters of a value; the whole of it is in the tooltip


class Chip(NamedTuple):
    """A value, the clause that it writes, how many events it finds, whether it is asked for."""

    name: str
    clause: str
    events: int
    chosen: bool


class FacetPanel(QWidget):
    """Rows of chips; ``toggled`` carries the clause of one that was pressed."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchFacets")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Filters of the search")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 6, 14, 6)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[QWidget] = []
        self._shown: Sequence[tuple[str, Sequence[Chip]]] | None = None
        self.hide()

    def set_facets(self, facets: Sequence[tuple[str, Sequence[Chip]]]) -> None:
        """Show these facets, by name; the focus stays on the value that has it."""
        if facets == self._shown:
            return
        focused = self.focusWidget()
        clause = focused.property("clause") if focused is not None else None
        for widget in self._rows:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows = []
        self._shown = facets
        for line, (name, chips) in enumerate(facets):
            self._add(line, name, chips, clause)

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self.setStyleSheet(
            f"#searchFacets {{ background: {theme.panel.name()};"
            f" border-bottom: 1px solid {theme.hairline.name()}; }}"
            f"QLabel {{ color: {theme.secondary.name()}; }}"
            f"QPushButton {{ color: {theme.text.name()}; background: {theme.ground.name()};"
            f" border: 1px solid {theme.hairline.name()}; border-radius: 9px; padding: 1px 8px; }}"
            f"QPushButton:hover {{ background: {theme.hairline.name()}; }}"
            f"QPushButton:focus {{ border-color: {theme.accent.name()}; }}"
            f"QPushButton:checked {{ color: {theme.accent_text.name()};"
            f" background: {theme.accent.name()}; }}"
        )

    def _add(self, line: int, name: str, chips: Sequence[Chip], focused: str | None) -> None:
        label = QLabel(name.capitalize(), self)
        label.setFont(ui_font(12))
        values = QWidget(self)
        flow = FlowLayout(values, _GAP)
        for chip in chips:
            button = self._button(name, chip)
            flow.addWidget(button)
            if chip.clause == focused:
                button.setFocus()
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(values, line, 1)
        self._rows += [label, values]

    def _button(self, facet: str, chip: Chip) -> QPushButton:
        short = chip.name if len(chip.name) <= _LONGEST else f"{chip.name[: _LONGEST - 1]}…"
        button = QPushButton(f"{short}  {chip.events:,}".replace("&", "&&"), self)
        button.setFont(ui_font(12))
        button.setCheckable(True)
        button.setChecked(chip.chosen)
        button.setProperty("clause", chip.clause)
        button.setAccessibleName(f"{facet} {chip.name}, {chip.events} events")
        button.setToolTip(chip.clause)
        button.clicked.connect(lambda _on: self.toggled.emit(chip.clause))
        return button
