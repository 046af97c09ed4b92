"""What stands over a document: title, publisher, when it was published, and its address."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QToolButton, QVBoxLayout, QWidget

from izium_timeline.views.evidence_text import Head
from izium_timeline.views.theme import Theme, ui_font


class DocumentHead(QWidget):
    """The head of the document that is shown."""

    link_requested = Signal(str)
    """The document's address was asked for; nothing is opened yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentHead")
        self._url = ""
        self._title = _label(15, bold=True)
        self._line = _label(12)
        self._line.setProperty("part", "secondary")
        self._notice = _label(12, bold=True)
        self._notice.setObjectName("documentNotice")
        self._link = QToolButton(self)
        self._link.setText("Source…")
        self._link.setFont(ui_font(12))
        self._link.clicked.connect(lambda _checked=False: self.link_requested.emit(self._url))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 16, 4)
        column.setSpacing(3)
        column.addLayout(top)
        column.addWidget(self._line)
        column.addWidget(self._notice)

    def set_head(self, head: Head | None) -> None:
        """Show a document's head; None shows nothing."""
        self._url = head.url if head else ""
        self._title.setText(head.title if head else "")
        self._line.setText(head.line if head else "")
        self._notice.setText("\n".join(head.notices) if head else "")
        self._notice.setVisible(bool(head and head.notices))
        self._link.setVisible(bool(self._url))
        self._link.setToolTip(self._url)
        self.setToolTip(head.tip if head else "")

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self.setStyleSheet(
            f"QLabel {{ color: {theme.text.name()}; }}"
            f"QLabel[part='secondary'] {{ color: {theme.secondary.name()}; }}"
            f"#documentNotice {{ color: {theme.accent.name()}; }}"
            f"QToolButton {{ color: {theme.secondary.name()}; border: none; padding: 2px 4px; }}"
            f"QToolButton:hover, QToolButton:focus {{ color: {theme.text.name()};"
            " text-decoration: underline; }"
        )


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
