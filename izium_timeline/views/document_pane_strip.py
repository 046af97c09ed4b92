"""A strip beside the text: where in the document evidence lies, and where there is none."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from izium_timeline.views.passages import NO_PASSAGES, Passage, Passages
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
        self._length = 0
        self._marks: QPixmap | None = None
        self._row: int | None = None
        self.setAccessibleName("Where the document has evidence")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_passages(self, passages: Passages, length: int, row: int | None) -> None:
        """Show the passages of a text of so many code points, those of the event at ``row`` lit."""
        if passages is not self._passages or length != self._length:
            self._marks = None
        self._passages, self._length, self._row = passages, length, row
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme, self._marks = theme, None
        self.update()

    def sizeHint(self) -> QSize:
        """A narrow column."""
        return QSize(WIDTH, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything faintly, the selected event's passages above it and wider."""
        ratio = self.devicePixelRatioF()
        if self._marks is None or self._marks.devicePixelRatio() != ratio:
            self._marks = self._all_marks(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._marks)
        for item in self._passages.items:
            if item.row == self._row:
                painter.fillRect(self._mark(item).adjusted(-2, -0.5, 2, 0.5), self._theme.accent)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the marks anew."""
        super().resizeEvent(event)
        self._marks = None

    def _all_marks(self, ratio: float) -> QPixmap:
        """The marks of all passages: they change far less often than what is selected."""
        marks = QPixmap(self.size() * ratio)
        marks.setDevicePixelRatio(ratio)
        marks.fill(Qt.GlobalColor.transparent)
        painter = QPainter(marks)
        painter.fillRect(QRectF(WIDTH / 2 - 0.5, 0, 1, self.height()), self._theme.hairline)
        for top, bottom, category in self._runs(ratio):
            colour = self._theme.category(category)
            painter.fillRect(QRectF(2, top / ratio, WIDTH - 4, (bottom - top) / ratio), colour)
        painter.end()
        return marks

    def _runs(self, ratio: float) -> Iterator[tuple[int, int, str]]:
        """What is to be painted: from and up to which device pixel, in which category's colour.

        Where passages fall on one pixel, the last is seen. There are never more runs than
        pixels: ten thousand passages painted one by one would keep the pane waiting.
        """
        items = self._passages.items
        if not items:
            return
        names = list(dict.fromkeys(item.category for item in items))
        codes = {name: code for code, name in enumerate(names)}
        spans = np.array([(item.start, item.end, codes[item.category]) for item in items])
        scale = self.height() * ratio / max(1, self._length)
        tops = (spans[:, 0] * scale).astype(np.int64)
        ends = np.maximum((spans[:, 1] * scale).astype(np.int64), tops + round(_LEAST * ratio))
        lengths = ends - tops
        within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        seen = np.full(int(ends.max()), -1)
        seen[np.repeat(tops, lengths) + within] = np.repeat(spans[:, 2], lengths)
        edges = np.flatnonzero(np.diff(seen, prepend=-1, append=-1))
        for top, bottom in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            if seen[top] >= 0:
                yield top, bottom, names[seen[top]]

    def _mark(self, item: Passage) -> QRectF:
        top, bottom = self._y(item.start), self._y(item.end)
        return QRectF(2, top, WIDTH - 4, max(_LEAST, bottom - top))

    def _y(self, point: int) -> float:
        return point / max(1, self._length) * self.height()

    def _point(self, y: float) -> int:
        share = min(max(y / max(1, self.height()), 0.0), 1.0)
        return int(share * (self._length - 1))
