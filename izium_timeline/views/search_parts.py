"""What the search field is made of: the line, and at its end what was found and a button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from izium_timeline.views.theme import ui_font


def search_line(parent: QWidget) -> QLineEdit:
    """The line to type in."""
    edit = QLineEdit(parent)
    edit.setObjectName("searchEdit")
    edit.setAccessibleName("Search events and documents")
    edit.setPlaceholderText("Search events and documents   /")
    edit.setFont(ui_font(13))
    return edit


def found_label(edit: QLineEdit) -> QLabel:
    """The place for what was found, which lets clicks through to the line."""
    label = QLabel(edit)
    label.setObjectName("searchFound")
    label.setFont(ui_font(12))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


def clear_button(edit: QLineEdit) -> QToolButton:
    """The button that clears the line; hidden while that is empty."""
    button = QToolButton(edit)
    button.setObjectName("searchClear")
    button.setText("✕")
    button.setFont(ui_font(12))
    button.setAccessibleName("Clear the search")
    button.setToolTip("Clear the search (Esc)")
    button.setCursor(Qt.CursorShape.ArrowCursor)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.hide()
    return button
