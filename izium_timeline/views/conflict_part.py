"""The card's part about a conflict: what each source says, and the place for a resolution."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget

from izium_timeline.views.evidence_conflict import Dispute, Side
from izium_timeline.views.flow_layout import FlowLayout
from izium_timeline.views.theme import Theme, make_theme, ui_font

_LINES: Final = 2  # of a resolution that are in view at once
_WIDEST: Final = 190  # pixels of one side's text; the whole of it is in its tip


class ResolutionEdit(QTextEdit):
    """A few lines of text, handed over when a person is done with them."""

    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("resolutionEdit")
        self.setAccessibleName("Resolution of the conflict")
        self.setPlaceholderText("Write what you conclude from this")
        self.setToolTip("Enter keeps it, as does going elsewhere; Shift+Enter begins a line")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(ui_font(12))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        height = QFontMetrics(self.font()).lineSpacing() * _LINES
        self.setFixedHeight(height + 2 * round(self.document().documentMargin()) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the end; with Shift it is a line's."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere is an end, too; a menu is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.done.emit()


class ConflictPart(QWidget):
    """Shows a :class:`Dispute`; whoever made it is told what is written."""

    written = Signal(str, str)
    """The resolution of the event of that id is this text now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = make_theme((), dark=False)
        self._dispute: Dispute | None = None
        self._sides = QWidget(self)
        self._row = FlowLayout(self._sides, gap=8)
        self._edit = ResolutionEdit(self)
        self._heading = QLabel("Your conclusion", self)
        self._heading.setFont(ui_font(11))
        self._heading.setBuddy(self._edit)
        self._edit.done.connect(self.finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        column.addWidget(self._sides)
        column.addSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._edit)
        self.hide()

    def set_dispute(self, dispute: Dispute | None) -> None:
        """Show a conflict, None for none; what was written about another one is not lost."""
        unfinished = self._unfinished()
        if unfinished is not None:
            QTimer.singleShot(0, self, lambda: self.written.emit(*unfinished))
        self._dispute = dispute
        self._show_sides()
        self.setVisible(dispute is not None)
        kept = dispute.resolution if dispute else ""
        if kept != self._edit.toPlainText():
            self._edit.setPlainText(kept)

    def finish(self) -> None:
        """Hand over what is written, if that is new."""
        unfinished = self._unfinished()
        if unfinished is not None and self._dispute is not None:
            self._dispute = self._dispute._replace(resolution=unfinished[1])
            self.written.emit(*unfinished)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        self._heading.setStyleSheet(f"color: {theme.secondary.name()}; background: transparent;")
        self._edit.setStyleSheet(
            f"QTextEdit {{ background: {theme.ground.name()}; color: {theme.text.name()};"
            f" border: 1px solid {theme.hairline.name()}; border-radius: 4px;"
            f" placeholder-text-color: {theme.secondary.name()}; }}"
            f"QTextEdit:focus {{ border-color: {theme.accent.name()}; }}"
        )
        self._show_sides()

    def _unfinished(self) -> tuple[str, str] | None:
        """The event and the text that is not kept yet."""
        text = self._edit.toPlainText().strip()
        if self._dispute is None or text == self._dispute.resolution:
            return None
        return self._dispute.event, text

    def _show_sides(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        sides = self._dispute.sides if self._dispute else ()
        self._sides.setVisible(bool(sides))
        for side in sides:
            tile = self._tile(side)
            self._row.addWidget(tile)
            tile.show()  # now, so that the card's height counts it

    def _tile(self, side: Side) -> QWidget:
        """Who says it, above what they say on the passage's ground, and how."""
        theme = self._theme
        tile = QWidget(self._sides)
        tile.setToolTip("\n".join(filter(None, side)))
        column = QVBoxLayout(tile)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        plain = "background: transparent;"
        for text, pixels, bold, style in (
            (side.who, 11, False, f"color: {theme.secondary.name()}; {plain}"),
            (side.says, 13, True, f"color: {theme.text.name()}; background: "
             f"{theme.passage.name()}; border-radius: 3px; padding: 1px 5px;"),
            (side.how, 11, False, f"color: {theme.secondary.name()}; {plain}"),
        ):  # fmt: skip
            if text:
                column.addWidget(_label(text, pixels, bold, style), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return tile


def _label(text: str, pixels: int, bold: bool, style: str) -> QLabel:
    label = QLabel()
    label.setFont(ui_font(pixels, bold=bold))
    label.setTextFormat(Qt.TextFormat.PlainText)
    metrics = QFontMetrics(label.font())
    label.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST))
    label.setStyleSheet(style)
    return label
