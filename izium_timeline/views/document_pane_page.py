"""A text like a page: read-only, lines apart, at most 75 characters wide, in a chosen size."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from izium_timeline.views.colours import mix
from izium_timeline.views.document_pane_layout import SpacedLayout
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, ui_font

TEXT_PIXELS: Final = 14
_PIXELS: Final = range(10, 37)
_LEFT: Final = 12
_RIGHT: Final = 24  # holds the strip of marks, between the text and the scroll bar
_ABOVE_AND_BELOW: Final = 8
_MARGIN: Final = 8  # beside the text, within the view: a bar may stand in it
# A line of prose varies about its average; this many signs of common text keep it below 75.
_SAMPLE: Final = "People in the town went down to the river to fetch their water; no"
_CONTEXT: Final = 0.28  # of the view: what is left over a place that is scrolled to


class Page(QPlainTextEdit):
    """A plain text that is read. Places are units of Qt's document."""

    moved = Signal()
    """The text was laid out or scrolled anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held: int | None = None  # the place that stays in view while the size changes
        self._strip: QWidget | None = None
        self._ground = QColor("transparent")
        document = QTextDocument(self)
        document.setDocumentMargin(_MARGIN)
        self._layout = SpacedLayout(document)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.verticalScrollBar().sliderMoved.connect(self._release)
        self.set_text_pixels(TEXT_PIXELS)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._ground = theme.ground
        ground, text = theme.ground.name(), theme.text.name()
        marked = mix(theme.accent, theme.ground, 0.35).name()
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {ground}; color: {text}; border: none;"
            f" placeholder-text-color: {theme.secondary.name()};"
            f" selection-background-color: {marked}; selection-color: {text}; }}"
            + scroll_bar_style(theme)
        )

    @property
    def text_pixels(self) -> int:
        """The size of the text, in logical pixels."""
        return self.font().pixelSize()

    def set_text_pixels(self, pixels: int) -> None:
        """Show the text in this size, within bounds that stay legible."""
        self.setFont(ui_font(min(max(pixels, _PIXELS[0]), _PIXELS[-1])))
        self._fit_column()
        self.keep_place()

    def set_strip(self, strip: QWidget) -> None:
        """Put a narrow widget between the text and its scroll bar."""
        self._strip = strip
        self._fit_column()

    def _fit_column(self) -> None:
        """Keep the lines to a readable width, whatever the width of the pane."""
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        column = int(QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE)) + 2 * _MARGIN
        right = max(_RIGHT, room - _LEFT - column)
        self.setViewportMargins(_LEFT, _ABOVE_AND_BELOW, right, _ABOVE_AND_BELOW)
        if self._strip is not None:
            width = self._strip.sizeHint().width()
            bar = self.verticalScrollBar().sizeHint().width()
            edge = self.contentsRect().right() + 1 - bar - width
            self._strip.setGeometry(edge, 0, width, self.contentsRect().height())

    def keep_place(self) -> None:
        """Scroll so that the held place has context above it; unseen, there is time for that."""
        if self.held is None or not self.isVisible():
            self.moved.emit()
            return
        block = self.document().findBlock(self.held)
        self._layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(self.held - block.position())
        above = line.y() if line.isValid() else 0.0
        room = self.viewport().height() * _CONTEXT
        while above < room and block.previous().isValid():
            block = block.previous()
            above += self._layout.blockBoundingRect(block).height()
        lines = block.layout().lineCount()
        pitch = self._layout.blockBoundingRect(block).height() / max(1, lines)
        beyond = min(max(0, int((above - room) / pitch)), max(0, lines - 1))
        self.verticalScrollBar().setValue(block.firstLineNumber() + beyond)
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text; a view begins where a line ends, whose ground reaches a pixel beyond it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(0, 0, self.viewport().width(), 1, self._ground)
        painter.end()

    def _release(self) -> None:
        self.held = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column's width, and the passage in view."""
        self._fit_column()  # first: the text is laid out for the width that results
        super().resizeEvent(event)
        self.keep_place()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the place that was asked for while nobody saw it."""
        super().showEvent(event)
        self.keep_place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, change the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            self.set_text_pixels(self.text_pixels + (steps > 0) - (steps < 0))
            event.accept()
            return
        self.held = None
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll or move the caret: from then on, a new size keeps no passage in place."""
        self.held = None
        super().keyPressEvent(event)
