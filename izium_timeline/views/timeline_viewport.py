"""The timeline's window onto time: zoom, pan and scroll, at once or smoothly."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from izium_timeline.layout.scale import Scale

if TYPE_CHECKING:
    from izium_timeline.views.timeline_motion import Motion

_MARGIN = 0.02  # of the days beside a range that is fitted
_IN_VIEW = 60.0  # pixels of an event that are enough to call it in view


class Viewport(QObject):
    """A scale that changes; ``changed`` follows each change.

    ``content`` is the height of all groups, which scrolling is held to; ``still`` leaves out
    all motion.
    """

    changed = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.scale = Scale(738_156.0, 1.0, 640.0, 360.0)
        self.content = 0.0
        self.still = False
        self._motion: Motion | None = None
        self._awaited: tuple[float, float] | None = None

    @property
    def target(self) -> Scale:
        """The scale, or where it is being led to."""
        led_to = None if self._motion is None else self._motion.target
        return led_to or self.scale

    def resize(self, width: float, height: float, ratio: float) -> None:
        """Take another size, with the same days in view."""
        self._jump(self._held(self.target.sized(width, height, ratio)))

    def zoom(self, factor: float, x: float, smoothly: bool = True) -> None:
        """Zoom about a pixel."""
        self.go(self.target.zoomed(factor, x), smoothly)

    def pan(self, across: float, down: float = 0.0, smoothly: bool = False) -> None:
        """Move by so many pixels to the right and down."""
        moved = self.target.panned(across)
        self.go(replace(moved, scroll=moved.scroll + down), smoothly)

    def show(
        self, first: float, last: float, *, margin: bool = True, smoothly: bool = True
    ) -> None:
        """Show the days from first to last."""
        self.go(self.target.showing(first, last, _MARGIN if margin else 0.0), smoothly)

    def fits(self, first: float, last: float) -> bool:
        """Whether just these days are shown, or are about to be."""
        target = self.target
        wanted = target.showing(first, last, _MARGIN)
        slack = target.days / 1000
        return abs(wanted.first - target.first) < slack and abs(wanted.last - target.last) < slack

    def reveal(self, first: float, last: float) -> None:
        """Pan as little as brings the days into view, unless enough of them is already."""
        target = self.target
        edge = min(_IN_VIEW, target.width / 8) * target.per_pixel
        if min(last, target.last) - max(first, target.first) >= min(edge, last - first):
            return
        start = target.first
        if last + edge > start + target.days:
            start = last + edge - target.days
        self.go(replace(target, first=min(start, first - edge)))

    def reveal_rows(self, top: float, bottom: float) -> None:
        """Scroll as little as brings what lies between two unscrolled y into view."""
        if not self._view.isVisible():
            self._awaited = (top, bottom)
        self.go(_revealing(self.target, top, bottom))

    def appear(self) -> None:
        """Scroll to what was to be revealed while the view had no size that it is shown with."""
        if self._awaited is not None:
            self.place(_revealing(replace(self.target, scroll=0.0), *self._awaited))

    def place(self, scale: Scale) -> None:
        """Be at a scale, at once, whatever was to be revealed."""
        self._awaited = None
        self._jump(self._held(scale))

    def go(self, scale: Scale, smoothly: bool = True) -> None:
        """Lead the view to a scale."""
        held = self._held(scale)
        if smoothly and not self.still and self._view.isVisible():
            self._lead(held)
        else:
            self._jump(held)

    def _lead(self, scale: Scale) -> None:
        if self._motion is None:
            from izium_timeline.views.timeline_motion import Motion  # no first frame moves

            self._motion = Motion(self._view, self._show)
        self._motion.lead(self.scale, scale)

    def _jump(self, scale: Scale) -> None:
        if self._motion is not None:
            self._motion.stop()
        self._show(scale)

    def _held(self, scale: Scale) -> Scale:
        most = max(0.0, self.content - scale.height)
        return replace(scale, scroll=min(max(0.0, scale.scroll), most))

    def _show(self, scale: Scale) -> None:
        if scale != self.scale:
            self.scale = scale
            self.changed.emit()


def _revealing(scale: Scale, top: float, bottom: float) -> Scale:
    scroll = max(scale.scroll, bottom + 8 - scale.height)
    return replace(scale, scroll=min(scroll, top - 8))
