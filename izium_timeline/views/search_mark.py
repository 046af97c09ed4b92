"""A wavy line under a part of what stands in a line edit."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit


def underline(edit: QLineEdit, start: int, end: int, colour: QColor) -> None:
    """Underline these places, in Qt's units; an empty stretch takes every such line away.

    A line edit has no formats of its own, but takes those that an input method gives to its text.
    """
    attributes = []
    if start < end:
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(colour)
        kind = QInputMethodEvent.AttributeType.TextFormat
        begin = start - edit.cursorPosition()
        attributes.append(QInputMethodEvent.Attribute(kind, begin, end - start, wavy))
    QCoreApplication.sendEvent(edit, QInputMethodEvent("", attributes))
