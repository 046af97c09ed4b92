"""A document on paper: its head, its text, and the selected event's passages marked in it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QColor, QPagedPaintDevice, QTextCharFormat, QTextCursor, QTextDocument

from izium_timeline.model.document import Document
from izium_timeline.views.evidence_text import Head
from izium_timeline.views.positions import positions, shown_text
from izium_timeline.views.theme import ui_font

_INK: Final = QColor("#000000")
_GREY: Final = QColor("#555555")
_MARK: Final = QColor("#ffe28a")
_TITLE, _TEXT, _SMALL = 16, 12, 9


def print_pages(
    device: QPagedPaintDevice, document: Document, head: Head, marked: Sequence[tuple[int, int]]
) -> None:
    """Write a document to a printer or a PDF; ``marked`` are spans of its text to be marked."""
    pages = QTextDocument()
    pages.setDefaultFont(ui_font(_TEXT))
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
    pages.print_(device)


def _form(pixels: int, colour: QColor) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(ui_font(pixels))
    form.setForeground(colour)
    return form
