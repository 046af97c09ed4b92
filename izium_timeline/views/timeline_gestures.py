"""Mouse, wheel, touchpad and pinch: what they do to the timeline."""

import math
from collections.abc import Callable
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.timeline_words import rich

_NOTCH = 120.0  # of angleDelta, one click of a wheel
_NOTCH_ZOOM = 1.25
_PIXEL_ZOOM = 0.004  # of a doubling's exponent, a pixel of a touchpad
_DRAG = 4.0  # pixels before a press becomes a drag


class _Surface(Protocol):
    """What gestures ask of the view; positions are the widget's, x of zoom the lanes'."""

    def day_at(self, x: float) -> float: ...
    def grip(self, at: QPointF) -> float | None: ...
    def let_go(self) -> None: ...
    def list_day(self, at: QPointF) -> None: ...
    def hover(self, at: QPointF | None) -> None: ...
    def tip(self, at: QPointF) -> str: ...
    def click(self, at: QPointF) -> None: ...
    def double_click(self, at: QPointF) -> None: ...
    def drag_by(self, pixels: QPointF) -> None: ...
    def take_group(self, at: QPointF) -> bool: ...
    def carry_group(self, at: QPointF) -> None: ...
    def drop_group(self) -> None: ...
    def scrub(self, day: float) -> None: ...
    def set_span(self, span: tuple[float, float] | None) -> None: ...
    def scroll_by(self, pixels: float) -> None: ...
    def zoom(self, factor: float, x: float | None = None, *, smoothly: bool = True) -> None: ...


class Drag(Enum):
    """What a pressed button is doing."""

    NONE = 0
    PRESSED = 1
    PAN = 2
    SCRUB = 3
    SPAN = 4
    CARRY = 5


class Gestures(QObject):
    """Sees a widget's input events first, and turns them into calls."""

    def __init__(self, view: _Surface, widget: QWidget) -> None:
        super().__init__(widget)
        self._view = view
        widget.installEventFilter(self)
        self._drag = Drag.NONE
        self._from = QPointF()
        self._at = QPointF()
        self._anchor = 0.0
        self._grip = 0.0

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        """Whether the event was one of these, and done."""
        handler = _HANDLERS.get(event.type())
        return handler is not None and handler(self, event)

    def _press(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return False
        self._from = self._at = event.position()
        self._anchor = self._view.day_at(self._from.x())
        grip = self._view.grip(self._from)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._drag = Drag.SPAN
        elif grip is not None:
            self._drag, self._grip = Drag.SCRUB, grip
            if not grip:
                self._scrub(self._from)
        else:
            self._drag = Drag.PRESSED
        return True

    def _move(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        if self._drag is Drag.NONE:
            self._view.hover(event.position())
            return True
        was, self._at = self._at, event.position()
        if self._drag is Drag.PRESSED and (self._at - self._from).manhattanLength() > _DRAG:
            self._drag = Drag.CARRY if self._view.take_group(self._from) else Drag.PAN
            was = self._from
        if self._drag is not Drag.PRESSED:
            _DRAGS[self._drag](self, was, self._at)
        return True

    def _release(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        drag, self._drag = self._drag, Drag.NONE
        still = (event.position() - self._from).manhattanLength() <= _DRAG
        if drag is Drag.PRESSED:
            self._view.click(event.position())
        elif drag is Drag.SPAN and still:
            self._view.set_span(None)
        elif drag is Drag.CARRY:
            self._view.drop_group()
        elif drag is Drag.SCRUB:
            self._view.let_go()
            if still and self._grip:
                self._view.list_day(event.position())
        return drag is not Drag.NONE

    def _double(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.double_click(event.position())
        return True

    def _rest(self, event: QEvent) -> bool:
        assert isinstance(event, QHelpEvent)
        text = self._view.tip(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), rich(text))
        return True

    def _leave(self, _event: QEvent) -> bool:
        self._view.hover(None)
        return False

    def _pan(self, was: QPointF, now: QPointF) -> None:
        self._view.drag_by(was - now)

    def _scrub(self, now: QPointF) -> None:
        self._view.scrub(self._view.day_at(now.x() + self._grip))

    def _span(self, _was: QPointF, now: QPointF) -> None:
        first, last = sorted((self._anchor, self._view.day_at(now.x())))
        if (now - self._from).manhattanLength() > _DRAG:
            self._view.set_span((math.floor(first), math.floor(last) + 1))

    def _wheel(self, event: QEvent) -> bool:
        """Upright zooms about the pointer, sideways pans; over the names it scrolls.

        A touchpad sends pixels. Under X11 there are none, only angles, and Alt turns an
        upright angle into a sideways one.
        """
        assert isinstance(event, QWheelEvent)
        pixels, at = event.pixelDelta(), event.position()
        turned = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not pixels.isNull():
            across, upright = float(pixels.x()), float(pixels.y())
        else:
            across, upright = (d * 0.4 for d in event.angleDelta().toTuple())
        if turned:
            across, upright = across + upright, 0.0
        if at.x() < GUTTER and at.y() > HEADER:
            self._view.scroll_by(-upright)
        elif upright:
            self._zoom(event, at)
        if across and abs(across) >= abs(upright):
            self._view.drag_by(QPointF(-across, 0))
        return True

    def _zoom(self, event: QWheelEvent, at: QPointF) -> None:
        pixels = event.pixelDelta().y()
        if pixels:
            self._view.zoom(2 ** (pixels * _PIXEL_ZOOM), at.x() - GUTTER, smoothly=False)
        else:
            notches = event.angleDelta().y() / _NOTCH
            self._view.zoom(_NOTCH_ZOOM**notches, at.x() - GUTTER)

    def _native(self, event: QEvent) -> bool:
        assert isinstance(event, QNativeGestureEvent)
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._view.zoom(max(0.1, 1 + event.value()), event.position().x() - GUTTER, smoothly=False)
        return True


_Handler = Callable[[Gestures, QEvent], bool]
_HANDLERS: dict[QEvent.Type, _Handler] = {
    QEvent.Type.MouseButtonPress: Gestures._press,
    QEvent.Type.MouseMove: Gestures._move,
    QEvent.Type.MouseButtonRelease: Gestures._release,
    QEvent.Type.MouseButtonDblClick: Gestures._double,
    QEvent.Type.Leave: Gestures._leave,
    QEvent.Type.ToolTip: Gestures._rest,
    QEvent.Type.Wheel: Gestures._wheel,
    QEvent.Type.NativeGesture: Gestures._native,
}
_DRAGS: dict[Drag, Callable[[Gestures, QPointF, QPointF], None]] = {
    Drag.PAN: Gestures._pan,
    Drag.SCRUB: lambda gestures, _was, now: gestures._scrub(now),
    Drag.SPAN: Gestures._span,
    Drag.CARRY: lambda gestures, _was, now: gestures._view.carry_group(now),
}
