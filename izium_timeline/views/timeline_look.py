"""Looking about in the timeline: which days and which groups are in view."""

from izium_timeline.layout.arrange import row_place
from izium_timeline.layout.picture import ROW
from izium_timeline.layout.travel import days_of
from izium_timeline.views.paint_frame import GUTTER
from izium_timeline.views.timeline_canvas import TimelineCanvas

_EVENT_SHARE = 0.6  # of the view that an event takes when it is zoomed to
_LEAST_DAYS = 14.0  # in view, when an event is zoomed to
_ZOOM = 1.5
_PAN = 0.12  # of the view's width


class TimelineLook(TimelineCanvas):
    """A canvas whose view can be led to other days and groups."""

    def visible_range(self) -> tuple[float, float]:
        """The first day in view, and the day at the right edge."""
        return self._viewport.scale.first, self._viewport.scale.last

    def show_range(self, first: float, last: float) -> None:
        """Show these days, at once."""
        self._viewport.show(first, last, margin=False, smoothly=False)

    def fit_all(self) -> None:
        """Show the days that the story fills; again, all days that any event names."""
        main = self._stage.range(whole=False)
        fitted = self._viewport.fits(*main)
        self._viewport.show(*self._stage.range(whole=fitted))

    def fit_selection(self) -> None:
        """Show the selected span, else the current event."""
        if self._touch.span is not None:
            self._viewport.show(*self._touch.span)
        elif self._cursor.row is not None:
            self.fit_event(self._cursor.row)

    def fit_event(self, row: int) -> None:
        """Zoom to an event, its surroundings in view."""
        first, last = days_of(self._stage.index, row)
        days = max((last - first) / _EVENT_SHARE, _LEAST_DAYS)
        middle = (first + last) / 2
        self._viewport.show(middle - days / 2, middle + days / 2, margin=False)
        self._reveal_row(row)

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Zoom in by a factor about an x of the lanes, None for the pointer or the playhead."""
        at = self.mapFromGlobal(self.cursor().pos()).x() - GUTTER
        over = x is None and self.underMouse() and 0 <= at <= self.scale.width
        self._touch.zoom(factor, at if over else x)

    def pan(self, pixels: float) -> None:
        """Move the view to later days by so many pixels."""
        self._viewport.pan(pixels, smoothly=True)

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self.zoom(_ZOOM)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self.zoom(1 / _ZOOM)

    def pan_left(self) -> None:
        """Look a little earlier."""
        self.pan(-_PAN * self.scale.width)

    def pan_right(self) -> None:
        """Look a little later."""
        self.pan(_PAN * self.scale.width)

    def set_still(self, on: bool) -> None:
        """Go wherever it is led at once, or smoothly where the system has nothing against it."""
        self._viewport.still = on

    def scroll_by(self, pixels: float) -> None:
        """Scroll the groups down by so many pixels."""
        self._touch.scroll_by(pixels)

    def _reveal_row(self, row: int) -> None:
        place = row_place(self._stage.index, self._stage.folding, row)
        if place is not None:
            self._viewport.reveal_rows(place, place + ROW)
