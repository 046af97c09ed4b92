"""What to export: what is shown or all, a row an event or a row a piece of evidence."""

from typing import Final, NamedTuple

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from izium_timeline.views.theme import ui_font

# The style's own circles are drawn darker than the window: in the dark they can't be seen.
_STYLE: Final = """
QRadioButton::indicator {
    width: 12px; height: 12px; border-radius: 7px;
    border: 1px solid palette(placeholder-text); background: palette(base);
}
QRadioButton::indicator:focus { border-color: palette(highlight); }
QRadioButton::indicator:disabled { border-color: palette(mid); }
QRadioButton::indicator:checked {
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 palette(highlight), stop: 0.5 palette(highlight),
        stop: 0.6 palette(base), stop: 1 palette(base));
}
"""


class ExportChoice(NamedTuple):
    """What a person chose to export."""

    only_shown: bool
    by_evidence: bool


class ExportDialog(QDialog):
    """Asks which events and which rows; the file is asked for afterwards."""

    def __init__(self, shown: int, total: int, evidence: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export as CSV")
        self.setStyleSheet(_STYLE)
        these = "1 event that is" if shown == 1 else f"{shown:,} events that are"
        self._shown = QRadioButton(f"The {these} shown", self)
        everything = QRadioButton("The only event" if total == 1 else f"All {total:,} events", self)
        self._shown.setEnabled(shown < total)
        by_event = QRadioButton("One row an event, with its best evidence", self)
        self._evidence = QRadioButton(f"One row a piece of evidence ({evidence:,} in all)", self)
        column = QVBoxLayout(self)
        for title, buttons in (
            ("Events", (self._shown, everything)),
            ("Rows", (by_event, self._evidence)),
        ):
            column.addWidget(QLabel(title, self))
            group = QButtonGroup(self)
            for button in buttons:
                group.addButton(button)
                column.addWidget(button)
            column.addSpacing(6)
        # Only now: until they are in groups of their own, one button switches all others off.
        (self._shown if 0 < shown < total else everything).setChecked(True)
        by_event.setChecked(True)
        column.addWidget(self._note())
        box = QDialogButtonBox(self)
        box.addButton("Choose file…", QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _note(self) -> QLabel:
        note = QLabel(
            "Every row carries the quote, its place and verdict, and the document's SHA-256.", self
        )
        note.setFont(ui_font(12))
        note.setWordWrap(True)
        return note

    def choice(self) -> ExportChoice:
        """What is chosen now."""
        return ExportChoice(self._shown.isChecked(), self._evidence.isChecked())
