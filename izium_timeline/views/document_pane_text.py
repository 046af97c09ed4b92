"""The text of a document: read-only, spaced like a page, its passages lit.

It knows spans of code points and colours, nothing of events: what is to be lit, and what a rest
of the pointer says, it asks of its ``Annotations`` for the part of the text that is in view.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip, QWidget

from izium_timeline.views.document_pane_page import Page
from izium_timeline.views.lights import Annotations, Light, NoAnnotations
from izium_timeline.views.positions import Positions, positions, shown_text

_BAR: Final = 3
_TRIES: Final = 3  # to light a view that laying out its lines may move


class DocumentText(Page):
    """A document's text. All places that it takes and gives are code points of that text."""

    clicked = Signal(int)
    """A sign was clicked, without selecting anything."""
    caret_moved = Signal(int)
    """A person put the caret to another place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._positions: Positions = positions("")
        self._annotations: Annotations = NoAnnotations()
        self._lit: tuple[Light, ...] = ()
        self._relighting = False
        self._pressed = QPoint()
        self.setAccessibleName("Document text")
        self.viewport().setMouseTracking(True)
        self.moved.connect(self.relight)
        self.cursorPositionChanged.connect(self._tell_caret)

    def set_text(self, text: str, annotations: Annotations) -> None:
        """Show a text from its beginning; what is lit in it is asked of ``annotations``."""
        self.held = None
        self._annotations = NoAnnotations()
        self._positions = positions(text)
        self.setPlainText(shown_text(text))
        self.annotate(annotations)

    def annotate(self, annotations: Annotations) -> None:
        """Light the same text otherwise."""
        self._annotations = annotations
        self.relight()

    def show_top(self, point: int) -> None:
        """Scroll so that a place is in the first line."""
        self.held = None
        block = self.document().findBlock(self._positions.to_qt(point))
        self.verticalScrollBar().setValue(block.firstLineNumber())

    def show_span(self, start: int, end: int) -> None:
        """Scroll to a span, with some lines above it, and put the caret there."""
        unit = self._positions.to_qt(start)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(unit, self.document().characterCount() - 1))
        blocker = QSignalBlocker(self)  # only a person's own steps are told
        self.setTextCursor(cursor)
        blocker.unblock()
        self.held = unit
        self.keep_place()

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

    def shows(self, span: tuple[int, int] | None) -> bool:
        """Whether any of a span is in view; nothing is, of none."""
        first, last = self.span_in_view()
        return span is not None and span[0] < last and span[1] > first

    def relight(self) -> None:
        """Light what is in view. Cursors are costly, so nothing beyond it gets one.

        Qt measures selections as it takes them, which can lay out lines, move the scroll bar
        and so call this again, while it still walks through the list: it has to be let finish.
        """
        if self._relighting or not self.isVisible():
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
