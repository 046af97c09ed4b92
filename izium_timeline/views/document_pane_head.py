"""What stands over a document: title, publisher, when it was published, and its address."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from izium_timeline.views.evidence_text import Head
from izium_timeline.views.long_words import breakable
from izium_timeline.views.theme import Theme, ui_font


class DocumentHead(QWidget):
    """The head of the document that is shown, with the buttons that act on it."""

    link_requested = Signal(str)
    """The document's address was asked for; nothing is opened yet."""
    stepped = Signal(bool)
    """The next passage (True) or the previous one was asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentHead")
        self._url = ""
        self._title = _label(14, bold=True)
        self._line = _label(12)
        self._line.setProperty("part", "secondary")
        self._detail = _label(11)
        self._detail.setObjectName("documentDetail")
        self._detail.setProperty("part", "secondary")
        self._notice = _label(12, bold=True)
        self._notice.setObjectName("documentNotice")
        self._note = _label(12)
        self._note.setObjectName("documentNote")
        self._note.setProperty("part", "secondary")
        self._note.hide()
        self._back = self._button("‹", "Previous passage (Alt+Up)")
        self._on = self._button("›", "Next passage (Alt+Down)")
        self._more = self._button("⋯", "What can be done with this document")
        self._link = self._button("Source…", "")
        self._back.clicked.connect(lambda _checked=False: self.stepped.emit(False))
        self._on.clicked.connect(lambda _checked=False: self.stepped.emit(True))
        self._link.clicked.connect(lambda _checked=False: self.link_requested.emit(self._url))
        self._lay_out()

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._title, 1)
        for button in (self._back, self._on, self._more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._line, 1)
        below.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(below)
        column.addWidget(self._detail)
        column.addWidget(self._notice)
        column.addWidget(self._note)

    def set_menu(self, menu: QMenu) -> None:
        """Offer what can be done with the document."""
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def set_head(self, head: Head | None) -> None:
        """Show a document's head; None shows nothing."""
        self._url = head.url if head else ""
        self._title.setText(breakable(head.title) if head else "")
        self._title.setAccessibleName(head.title if head else "")
        self._line.setText(breakable(head.line) if head else "")
        self._notice.setText("\n".join(head.notices) if head else "")
        self._notice.setVisible(bool(head and head.notices))
        self._link.setVisible(bool(self._url))
        self._link.setToolTip(self._url)
        for button in (self._back, self._on, self._more):
            button.setVisible(head is not None)
        self._detail.setText(head.detail if head else "")
        self._detail.setVisible(bool(head and head.detail))
        for label in (self._title, self._line, self._detail):
            label.setToolTip(head.tip if head else "")

    def tell(self, note: str) -> None:
        """Say what the marks that were asked for come to."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self.setStyleSheet(
            f"QLabel {{ color: {theme.text.name()}; }}"
            f"QLabel[part='secondary'] {{ color: {theme.secondary.name()}; }}"
            f"#documentNotice {{ color: {theme.accent.name()}; }}"
            f"QToolButton {{ color: {theme.secondary.name()}; "
            " border: 1px solid transparent; padding: 0 5px; }"
            "QToolButton::menu-indicator { image: none; }"
            f"QToolButton:hover, QToolButton:focus {{ color: {theme.text.name()};"
            f" background: {theme.panel.name()}; border-radius: 4px; }}"
            f"QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
        )

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setFont(ui_font(12 if len(text) > 1 else 15))
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        return button


def ask_to_open(url: str, parent: QWidget) -> None:
    """Show an address, and open it in the person's browser only if they then say so."""
    box = QMessageBox(parent)
    box.setObjectName("openAddress")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"The address of this document:\n\n{url}")
    box.setInformativeText("Opening it tells its server that someone here reads it.")
    copy = box.addButton("Copy address", QMessageBox.ButtonRole.ActionRole)
    browse = None
    if QUrl(url).scheme() in ("http", "https"):  # an address from a file may name anything
        browse = box.addButton("Open in browser", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(url)
    elif browse is not None and box.clickedButton() is browse:
        QDesktopServices.openUrl(QUrl(url))


def _label(pixels: int, *, bold: bool = False) -> QLabel:
    label = QLabel()
    label.setFont(ui_font(pixels, bold=bold))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
