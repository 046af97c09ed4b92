"""All quotes of an event together: who says what, when, in which words, with which figure."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from izium_timeline.views.evidence_text import Source
from izium_timeline.views.theme import Theme, make_theme, ui_font
from izium_timeline.views.verdicts import VERDICTS

_MOST: Final = 40


class EvidenceQuotes(QWidget):
    """One quote under the other; figures that a document gives for the event stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = make_theme((), dark=False)
        self._sources: tuple[Source, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(2)

    def set_sources(self, sources: Sequence[Source]) -> None:
        """Show these quotes; none hides them."""
        self._sources = tuple(sources)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for source in self._sources[:_MOST]:
            self._add(source)
        left_out = len(self._sources) - _MOST
        if left_out > 0:
            self._label(f"and {left_out} more", self._theme.secondary.name())
        self.setVisible(bool(self._sources))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        self.set_sources(self._sources)

    def _add(self, source: Source) -> None:
        theme = self._theme
        known = VERDICTS[source.verdict]
        head = f"{source.publisher}, {source.published} · {known.sign} {known.words}"
        self._label(head, theme.secondary.name())
        if source.figure:
            figure = self._label(source.figure, theme.text.name(), theme.passage.name())
            figure.setFont(ui_font(12, bold=True))
            figure.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._label(f"“{source.quote}”", theme.text.name()).setContentsMargins(0, 0, 0, 6)

    def _label(self, text: str, colour: str, ground: str = "transparent") -> QLabel:
        label = QLabel(text, self)
        label.setFont(ui_font(12))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setStyleSheet(f"color: {colour}; background: {ground};")
        self._column.addWidget(label)
        label.show()  # now, so that the card's height counts it
        return label
