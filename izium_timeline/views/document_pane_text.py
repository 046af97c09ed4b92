"""The text of a document: read-only, spaced like a page, its passages lit.

It knows spans of code points and colours, nothing of events: what is to be lit, and what a rest
of the pointer says, it asks of its ``Annotations`` for the part of the text that is in view.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from izium_timeline.views.colours import mix
from izium_timeline.views.document_pane_layout import SpacedLayout
from izium_timeline.views.lights import Annotations, Light, NoAnnotations
from izium_timeline.views.positions import Positions, positions, shown_text
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, ui_font

TEXT_PIXELS: Final = 14
_PIXELS: Final = range(10, 37)
LEFT: Final = 12
RIGHT: Final = 24  # holds the strip of marks, between the text and the scroll bar
# A line of prose varies about its average; this many signs of common text keep it below 75.
_SAMPLE: Final = "People in the town went down to the river to fetch their water; no"
_MARGIN: Final = 8  # beside the text, within the view: the bar stands in it
_BAR: Final = 3
_TRIES: Final = 3  # to light a view that laying out its lines may move
_ABOVE: Final = 0.28  # of the view: the context over a passage that is scrolled to


class DocumentText(QPlainTextEdit):
    """A document's text. All places that it takes and gives are code points of that text."""

    clicked = Signal(int)
    """A sign was clicked, without selecting anything."""
    caret_moved = Signal(int)
    """The caret went to another place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._positions: Positions = positions("")
        self._annotations: Annotations = NoAnnotations()
        self._lit: tuple[Light, ...] = ()
        self._held: int | None = None  # the unit that stays in place while the size changes
        self._strip: QWidget | None = None
        self._relighting = False
        self._pressed = QPoint()
        document = QTextDocument(self)
        self._layout = SpacedLayout(document)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self._set_up()
        self.set_text_pixels(TEXT_PIXELS)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Document text")
        self.document().setDocumentMargin(_MARGIN)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.relight)
        self.cursorPositionChanged.connect(self._tell_caret)

    def set_text(self, text: str, annotations: Annotations) -> None:
        """Show a text from its beginning; what is lit in it is asked of ``annotations``."""
        self._held = None
        self._annotations = NoAnnotations()
        self._positions = positions(text)
        self.setPlainText(shown_text(text))
        self.annotate(annotations)

    def annotate(self, annotations: Annotations) -> None:
        """Light the same text otherwise."""
        self._annotations = annotations
        self.relight()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        ground, text = theme.ground.name(), theme.text.name()
        marked = mix(theme.accent, theme.ground, 0.35).name()
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {ground}; color: {text}; border: none;"
            f" selection-background-color: {marked}; selection-color: {text}; }}"
            + scroll_bar_style(theme)
        )
        self.relight()

    @property
    def text_pixels(self) -> int:
        """The size of the text, in logical pixels."""
        return self.font().pixelSize()

    def set_text_pixels(self, pixels: int) -> None:
        """Show the text in this size, within bounds that stay legible."""
        self.setFont(ui_font(min(max(pixels, _PIXELS[0]), _PIXELS[-1])))
        self._fit_column()
        self._keep_place()

    def set_strip(self, strip: QWidget) -> None:
        """Put a narrow widget between the text and its scroll bar."""
        self._strip = strip
        self._fit_column()

    def show_top(self, point: int) -> None:
        """Scroll so that a place is in the first line."""
        self._held = None
        block = self.document().findBlock(self._positions.to_qt(point))
        self.verticalScrollBar().setValue(block.firstLineNumber())

    def show_span(self, start: int, end: int) -> None:
        """Scroll to a span, with some lines above it, and put the caret there."""
        unit = self._positions.to_qt(start)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(unit, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._held = unit
        self._keep_place()

    def selected_span(self) -> tuple[int, int]:
        """The selected span; empty at the caret while nothing is selected."""
        cursor = self.textCursor()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        return self._positions.to_text(ends[0]), self._positions.to_text(ends[1])

    def span_in_view(self) -> tuple[int, int]:
        """The part of the text that is in view."""
        corner = self.viewport().rect().bottomRight()
        ends = (QPoint(0, 0), corner)
        first, last = (self.cursorForPosition(end).position() for end in ends)
        return self._positions.to_text(first), self._positions.to_text(last + 1)

    def relight(self) -> None:
        """Light what is in view. Cursors are costly, so nothing beyond it gets one.

        Qt measures selections as it takes them, which can lay out lines, move the scroll bar
        and so call this again, while it still walks through the list: it has to be let finish.
        """
        if self._relighting:
            return
        self._relighting = True
        for _ in range(_TRIES):
            span = self.span_in_view()
            self._lit = tuple(self._annotations.lights(*span))
            self.setExtraSelections([self._selection(light) for light in self._lit])
            if self.span_in_view() == span:
                break
        self._relighting = False

    def _selection(self, light: Light) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(light)
        selection.format = light.char_format()
        return selection

    def _cursor(self, light: Light) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._positions.to_qt(light.start), last))
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(min(self._positions.to_qt(light.end), last), keep)
        return cursor

    def _tell_caret(self) -> None:
        self.caret_moved.emit(self._positions.to_text(self.textCursor().position()))

    def _fit_column(self) -> None:
        """Keep the lines to a readable width, whatever the width of the pane."""
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        column = int(QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE)) + 2 * _MARGIN
        right = max(RIGHT, room - LEFT - column)
        self.setViewportMargins(LEFT, 8, right, 8)
        if self._strip is not None:
            width = self._strip.sizeHint().width()
            bar = self.verticalScrollBar().sizeHint().width()
            edge = self.contentsRect().right() + 1 - bar - width
            self._strip.setGeometry(edge, 0, width, self.contentsRect().height())

    def _keep_place(self) -> None:
        """Scroll so that the held place has context above it."""
        if self._held is None:
            self.relight()
            return
        block = self.document().findBlock(self._held)
        self._layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(self._held - block.position())
        above = line.y() if line.isValid() else 0.0
        room = self.viewport().height() * _ABOVE
        while above < room and block.previous().isValid():
            block = block.previous()
            above += self._layout.blockBoundingRect(block).height()
        lines = block.layout().lineCount()
        pitch = self._layout.blockBoundingRect(block).height() / max(1, lines)
        beyond = min(max(0, int((above - room) / pitch)), max(0, lines - 1))
        self.verticalScrollBar().setValue(block.firstLineNumber() + beyond)
        self.relight()

    def _point_at(self, at: QPoint) -> int | None:
        """The code point whose sign is painted there, None beside the text."""
        cursor = self.cursorForPosition(at)
        block = cursor.block()
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        inside = QPointF(at) - origin
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        if not line.isValid() or not line.naturalTextRect().contains(inside):
            return None
        sign = line.xToCursor(inside.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return self._positions.to_text(block.position() + int(sign))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column's width, and the passage in view."""
        self._fit_column()  # first: the text is laid out for the width that results
        super().resizeEvent(event)
        self._keep_place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, change the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            self.set_text_pixels(self.text_pixels + (steps > 0) - (steps < 0))
            event.accept()
            return
        self._held = None
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll or move the caret: from then on, a new size keeps no passage in place."""
        self._held = None
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click from the selecting of text."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        moved = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        point = self._point_at(at)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not moved and point is not None and not self.textCursor().hasSelection():
            self.clicked.emit(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer where a click does something."""
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.PointingHandCursor if self._tip(event.position().toPoint()) else None
        self.viewport().setCursor(shape or Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is known of the place where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and a bar beside the lines of the passage that is shown."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for light in self._lit:
            if light.bar is not None:
                painter.fillRect(self._bar(light), light.bar)
        painter.end()

    def _bar(self, light: Light) -> QRect:
        cursor = self._cursor(light)
        last = self.cursorRect(cursor)
        cursor.setPosition(cursor.selectionStart())
        first = self.cursorRect(cursor)
        return QRect(0, first.top(), _BAR, last.bottom() - first.top() + 1)

    def _tip(self, at: QPoint) -> str:
        point = self._point_at(at)
        return "" if point is None else self.tip_at(point)

    def tip_at(self, point: int) -> str:
        """What a rest of the pointer says at a place."""
        return self._annotations.tip(point)
