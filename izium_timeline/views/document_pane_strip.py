"""A strip beside the text: where in the document evidence lies, and where there is none."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from izium_timeline.views.passages import NO_PASSAGES, Passages
from izium_timeline.views.theme import Theme, make_theme

WIDTH: Final = 8
_LEAST: Final = 2.0  # pixels: a short passage in a long document is a mark all the same


class EvidenceStrip(QWidget):
    """The whole document from top to bottom, its passages as marks in their category's colour."""

    place_asked = Signal(int)
    """A place was clicked, as a code point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = make_theme((), dark=False)
        self._passages = NO_PASSAGES
        self._length = 1
        self._row: int | None = None
        self.setAccessibleName("Where the document has evidence")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_passages(self, passages: Passages, length: int, row: int | None) -> None:
        """Show the passages of a text of so many code points, those of the event at ``row`` lit."""
        self._passages, self._length, self._row = passages, max(1, length), row
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A narrow column."""
        return QSize(WIDTH, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything faintly, the selected event's passages above it and wider."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(WIDTH / 2 - 0.5, 0, 1, self.height()), self._theme.hairline)
        lit = []
        for item in self._passages.items:
            top, bottom = self._y(item.start), self._y(item.end)
            mark = QRectF(2, top, WIDTH - 4, max(_LEAST, bottom - top))
            if item.row == self._row:
                lit.append(mark.adjusted(-2, -0.5, 2, 0.5))
            else:
                painter.fillRect(mark, self._theme.category(item.category))
        for mark in lit:
            painter.fillRect(mark, self._theme.accent)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the place that was clicked."""
        self.place_asked.emit(self._point(event.position().y()))

    def event(self, event: QEvent) -> bool:
        """Say how many passages lie where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            y = event.pos().y()
            count = len(self._passages.within(self._point(y - 3), self._point(y + 3)))
            said = (
                f"{count} passage{'' if count == 1 else 's'} here" if count else "No evidence here"
            )
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def _y(self, point: int) -> float:
        return point / self._length * self.height()

    def _point(self, y: float) -> int:
        share = min(max(y / max(1, self.height()), 0.0), 1.0)
        return int(share * (self._length - 1))
