"""The card over a document's text: is the quote there, and why this date?"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from izium_timeline.model.event import Verdict
from izium_timeline.views.conflict_part import ConflictPart
from izium_timeline.views.evidence_chips import EvidenceChips
from izium_timeline.views.evidence_quotes import EvidenceQuotes
from izium_timeline.views.evidence_text import Card, Remark
from izium_timeline.views.place_choice import PlaceChoice
from izium_timeline.views.theme import Theme, make_theme, ui_font

_SHORT: Final = 20  # letters of a verdict that leave room for the question beside it
_NONE: Final = "Select an event to see the words that it rests on."


class EvidenceCard(QFrame):
    """Shows a :class:`Card`; whoever made it is told which source or place is chosen."""

    source_chosen = Signal(int)
    """Another piece of the event's evidence was asked for, by its number."""
    place_chosen = Signal(int, int)
    """One of the places of an ambiguous quote was asked for: start and end, in code points."""
    resolution_written = Signal(str, str)
    """What a person concludes from the conflict of the event of that id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidenceCard")
        self._theme = make_theme((), dark=False)
        self._card: Card | None = None
        self._title = _label(13, bold=True)
        self._verdict = _label(12, bold=True)
        self._question = _label(12, bold=True)
        self._answer = _label(12, "secondary")
        self._origin = _label(11, "secondary")
        self._asked = QHBoxLayout()
        self._remarks = QFormLayout()
        self._chips = EvidenceChips(self)
        self._conflict = ConflictPart(self)
        self._conflict.written.connect(self.resolution_written)
        self._places = PlaceChoice(self)
        self._quotes = EvidenceQuotes(self)
        self._compare = False
        self._chips.chosen.connect(self.source_chosen)
        self._chips.compared.connect(self._show_quotes)
        self._places.chosen.connect(self.place_chosen)
        self._lay_out()
        self.set_card(None)

    def _lay_out(self) -> None:
        self._verdict.setObjectName("verdict")
        self._verdict.setWordWrap(False)
        self._question.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._question.setObjectName("question")
        self._answer.setObjectName("answer")
        self._remarks.setHorizontalSpacing(8)
        self._remarks.setVerticalSpacing(3)
        self._remarks.setLabelAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._verdict.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._asked.setSpacing(14)
        self._asked.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignTop)
        self._asked.addWidget(self._question, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(self._asked)
        column.addWidget(self._answer)
        column.addWidget(self._origin)
        for part in (self._places, self._chips, self._quotes):
            column.addWidget(part)
        column.addLayout(self._remarks)
        column.addWidget(self._conflict)

    def set_card(self, card: Card | None) -> None:
        """Show a card; None says how to get one."""
        self._card = card
        self._title.setText(card.title if card else _NONE)
        for label, text in (
            (self._verdict, card.verdict_words if card else ""),
            (self._question, card.question if card else ""),
            (self._answer, card.answer if card else ""),
            (self._origin, card.origin if card else ""),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        long = card is not None and len(card.verdict_words) > _SHORT
        ways = QHBoxLayout.Direction
        self._asked.setDirection(ways.TopToBottom if long else ways.LeftToRight)
        self._asked.setSpacing(4 if long else 14)
        spoken = (card.verdict_words, card.question, card.answer, card.origin) if card else ()
        self.setAccessibleName(card.title if card else _NONE)
        self.setAccessibleDescription(" ".join(spoken))
        self._set_remarks(card.remarks if card else ())
        self._conflict.set_dispute(card.dispute if card else None)
        self._chips.set_sources(card.sources if card else (), card.shown if card else 0)
        self._places.set_places(card.choices if card else ())
        self._show_quotes(self._compare)
        self._colour_verdict()

    def finish(self) -> None:
        """Hand over what is half written."""
        self._conflict.finish()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        self._quotes.set_theme(theme)
        self._conflict.set_theme(theme)
        text, secondary = theme.text.name(), theme.secondary.name()
        hairline, accent = theme.hairline.name(), theme.accent.name()
        self.setStyleSheet(
            f"#evidenceCard {{ background: {theme.panel.name()}; border: 1px solid {hairline};"
            " border-radius: 6px; }"
            f"QLabel {{ color: {text}; }} QLabel[part='secondary'] {{ color: {secondary}; }}"
            f"QToolButton {{ color: {secondary}; background: {theme.ground.name()};"
            f" border: 1px solid {hairline}; border-radius: 4px; padding: 2px 8px; }}"
            f"QToolButton:checked {{ color: {text}; border-color: {accent}; }}"
            f"QToolButton:hover {{ color: {text}; }}"
            f"QToolButton:focus {{ border-color: {accent}; }}"
        )
        self._colour_verdict()

    def _show_quotes(self, on: bool) -> None:
        """Show all quotes together, for this event and the next ones, or no longer."""
        self._compare = on
        sources = self._card.sources if self._card else ()
        self._quotes.set_sources(sources if on and len(sources) > 1 else ())

    def _set_remarks(self, remarks: Sequence[Remark]) -> None:
        while self._remarks.rowCount():
            self._remarks.removeRow(0)
        for remark in remarks:
            name, text = _label(12, "secondary"), _label(12)
            name.setWordWrap(False)
            for label in (name, text):
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            name.setText(remark.label)
            text.setText(remark.text)
            self._remarks.addRow(name, text)
            for label in (name, text):
                label.show()  # now, so that the card's height counts them

    def _colour_verdict(self) -> None:
        """A verified quote in its colour, any other in the accent; the words say it, too."""
        verdict = self._card.verdict if self._card else None
        colour = self._theme.verified if verdict is Verdict.EXACT else self._theme.accent
        self._verdict.setStyleSheet(f"color: {QColor(colour).name()};")


def _label(pixels: int, part: str = "", *, bold: bool = False) -> QLabel:
    """A label that wraps and shows its text as it is: documents may hold markup."""
    label = QLabel()
    label.setFont(ui_font(pixels, bold=bold))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("part", part)
    return label
