"""The overview: the whole range, with a brush over the days that the timeline shows."""

from enum import Enum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from izium_timeline.layout.columns import Columns, columns_of
from izium_timeline.layout.overview import Strip, make_overview, make_strip
from izium_timeline.model.chronology import Chronology
from izium_timeline.views.paint_frame import GUTTER
from izium_timeline.views.paint_overview import HANDLE, paint_overview
from izium_timeline.views.theme import Theme, make_theme
from izium_timeline.views.timeline_canvas import SCROLL_BAR

_HEIGHT = 48
_STEP = 0.1  # of the days in view, an arrow key
_ZOOM = 1.25
_LEAST = 1 / 24

Mask = NDArray[np.bool_]


class Hold(Enum):
    """Which part of the brush is in the hand."""

    NOTHING = 0
    LEFT = 1
    WHOLE = 2
    RIGHT = 3


class OverviewView(QWidget):
    """The whole range in a strip; ``range_changed`` carries the days a person brushed."""

    range_changed = Signal(float, float)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overviewView")
        self.setAccessibleName("Overview of the whole range")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._theme = theme or make_theme((), dark=False)
        self._overview = make_overview(columns_of(Chronology(""), ()), ())
        self._view = self._overview.main
        self._hits: Mask | None = None
        self._searched = True
        self._hits_alone = False
        self._strip: Strip | None = None
        self._hold = Hold.NOTHING
        self._held_at = 0.0

    def set_chronology(self, chronology: Chronology, columns: Columns | None = None) -> None:
        """Show a chronology."""
        self._overview = make_overview(
            columns if columns is not None else columns_of(chronology, ()), chronology.phases
        )
        self._hits = None
        self._renew()

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme."""
        self._theme = theme
        self.update()

    def set_hits(self, mask: Mask | None, *, searched: bool = True) -> None:
        """Mark hits, a mask over all events, or what was known where nothing is searched."""
        self._hits, self._searched = mask, searched
        self._renew()

    def show_hits_alone(self, on: bool) -> None:
        """Leave out what is no hit, or dim it."""
        self._hits_alone = on
        self._renew()

    def show_range(self, first: float, last: float) -> None:
        """Lay the brush over the days that the timeline shows."""
        if (first, last) != self._view:
            self._view = (first, last)
            if self._hold is Hold.NOTHING:
                self._strip = None
            self.update()

    @property
    def brushed(self) -> tuple[float, float]:
        """The days under the brush."""
        return self._view

    @property
    def strip(self) -> Strip:
        """What the strip shows now."""
        if self._strip is None:
            width = self.width() - GUTTER - SCROLL_BAR
            self._strip = make_strip(
                self._overview, self._view, width, self._hits, hits_alone=self._hits_alone
            )
        return self._strip

    def sizeHint(self) -> QSize:
        """As wide as the timeline."""
        return QSize(900, _HEIGHT)

    def resizeEvent(self, _event: object) -> None:
        """Count anew for another width."""
        self._renew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The strip, and the brush where it is now."""
        painter = QPainter(self)
        size = (float(self.width()), float(self.height()))
        brush, searched = self._brush(), self._searched
        paint_overview(painter, self.strip, brush, size, GUTTER, self._theme, searched=searched)
        if self.hasFocus():
            painter.setPen(self._theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take an end of the brush or the whole; elsewhere, centre it there."""
        x = event.position().x() - GUTTER
        self._hold = self._grip(x)
        if self._hold is Hold.NOTHING:
            middle, half = self.strip.scale.day(x), self._days() / 2
            self._hold = Hold.WHOLE
            self._ask(middle - half, middle + half)
        self._held_at = self.strip.scale.day(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is in the hand."""
        x = event.position().x() - GUTTER
        if self._hold is Hold.NOTHING:
            self.setCursor(_CURSORS[self._grip(x)])
            return
        by = self.strip.scale.day(x) - self._held_at
        self._held_at += by
        first, last = self._view
        moved = {
            Hold.LEFT: (min(first + by, last - _LEAST), last),
            Hold.RIGHT: (first, max(last + by, first + _LEAST)),
            Hold.WHOLE: (first + by, last + by),
        }
        self._ask(*moved[self._hold])

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._hold = Hold.NOTHING
        self._renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the brush, plus and minus resize it."""
        change = _KEYS.get(Qt.Key(event.key()))
        if change is None:
            super().keyPressEvent(event)
            return
        by, zoom = change
        middle = sum(self._view) / 2 + by * self._days()
        half = self._days() / 2 / zoom
        self._ask(middle - half, middle + half)

    def _days(self) -> float:
        return self._view[1] - self._view[0]

    def _brush(self) -> tuple[float, float]:
        return self.strip.scale.x(self._view[0]), self.strip.scale.x(self._view[1])

    def _grip(self, x: float) -> Hold:
        left, right = self._brush()
        near = {Hold.LEFT: abs(x - left), Hold.RIGHT: abs(x - right)}
        end = min(near, key=lambda hold: near[hold])
        if near[end] <= HANDLE:
            return end
        return Hold.WHOLE if left < x < right else Hold.NOTHING

    def _ask(self, first: float, last: float) -> None:
        self._view = (first, last)
        self.update()
        self.range_changed.emit(first, last)

    def _renew(self) -> None:
        self._strip = None
        self.update()


_CURSORS = {
    Hold.NOTHING: Qt.CursorShape.ArrowCursor,
    Hold.LEFT: Qt.CursorShape.SizeHorCursor,
    Hold.WHOLE: Qt.CursorShape.OpenHandCursor,
    Hold.RIGHT: Qt.CursorShape.SizeHorCursor,
}
_KEYS = {
    Qt.Key.Key_Left: (-_STEP, 1.0),
    Qt.Key.Key_Right: (_STEP, 1.0),
    Qt.Key.Key_Plus: (0.0, _ZOOM),
    Qt.Key.Key_Equal: (0.0, _ZOOM),
    Qt.Key.Key_Minus: (0.0, 1 / _ZOOM),
}
