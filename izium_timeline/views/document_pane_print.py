"""A document on paper: its head, its text, and the selected event's passages marked in it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument

from izium_timeline.model.document import Document
from izium_timeline.views.evidence_text import Head
from izium_timeline.views.positions import positions, shown_text
from izium_timeline.views.theme import ui_font

_INK: Final = QColor("#000000")
_GREY: Final = QColor("#555555")
_MARK: Final = QColor("#ffe28a")
_TITLE, _TEXT, _SMALL = 15, 10.5, 8  # points: a printer's pixels are of no known size


def printed(document: Document, head: Head, marked: Sequence[tuple[int, int]]) -> QTextDocument:
    """A document as it is printed; ``marked`` are spans of its text to be marked."""
    pages = QTextDocument()
    cursor = QTextCursor(pages)
    cursor.insertText(f"{head.title}\n", _form(_TITLE, _INK))
    cursor.insertText(f"{head.line}\n{head.tip}\n\n", _form(_SMALL, _GREY))
    first = cursor.position()
    text = document.text or ""
    cursor.insertText(shown_text(text), _form(_TEXT, _INK))
    place = positions(text)
    for start, end in marked:
        cursor.setPosition(first + place.to_qt(start))
        cursor.setPosition(first + place.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        mark = QTextCharFormat()
        mark.setBackground(_MARK)
        mark.setFontUnderline(True)  # a printer may have no colour
        cursor.mergeCharFormat(mark)
    return pages


def _form(points: float, colour: QColor) -> QTextCharFormat:
    font = ui_font()
    font.setPointSizeF(points)
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(colour)
    return form
