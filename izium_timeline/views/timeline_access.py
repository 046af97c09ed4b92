"""The timeline for screen readers: a list whose items are the events in view."""

from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from izium_timeline.model.event import Status, Voice
from izium_timeline.views.event_dates import event_date
from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.paint_marks import mark_box
from izium_timeline.views.timeline_journey import TimelineJourney
from izium_timeline.views.timeline_words import voice_words
from izium_timeline.views.verdicts import doubt_words

_Text = QAccessible.Text


class TimelineAccessible(QAccessibleWidget):
    """The timeline as a list: one item a mark in view, the current event's has the focus."""

    def __init__(self, view: TimelineJourney) -> None:
        super().__init__(view, QAccessible.Role.List, "Timeline")
        self._view = view
        self._items: dict[int, MarkAccessible] = {}

    def text(self, kind: QAccessible.Text) -> str:
        """Its name; what it shows; and the current event."""
        if kind == _Text.Description:
            picture, events = self._view.picture, self._view.stage.chronology.events
            return f"{len(events)} events; {len(picture.marks)} marks in view"
        if kind == _Text.Value:
            row = self._view.current_row
            return "" if row is None else spoken(self._view, row)
        return super().text(kind)

    def childCount(self) -> int:
        """The marks in view."""
        return len(self._view.picture.marks)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The item of a mark."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            self._items[index] = MarkAccessible(self, self._view, index)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of an item."""
        return next((place for place, item in self._items.items() if item == child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The item at a point of the screen."""
        mark = self._view.mark_under(self._view.mapFromGlobal(QPoint(x, y)).toPointF())
        return self.child(mark) if mark >= 0 else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The current event's item, the timeline itself where that is out of view."""
        mark = self._view.current_mark
        return self.child(mark) if mark >= 0 else self


class MarkAccessible(QAccessibleInterface):
    """A mark in view."""

    def __init__(self, owner: TimelineAccessible, view: TimelineJourney, mark: int) -> None:
        super().__init__()
        self._owner = owner
        self._view = view
        self._mark = mark

    def isValid(self) -> bool:
        """Whether the mark is in view still."""
        return self._mark < len(self._view.picture.marks)

    def object(self) -> QObject | None:  # type: ignore[override]
        """No object of its own."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window that it is in."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The timeline."""
        return self._owner

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def childCount(self) -> int:
        """It has none."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """It has none."""
        return -1

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Selected while one of its events is the current one."""
        state = QAccessible.State()
        state.selectable = state.focusable = True
        current = self._mark == self._view.current_mark
        state.selected = state.focused = current
        return state

    def rect(self) -> QRect:
        """Where it is drawn, on the screen."""
        if not self.isValid():
            return QRect()
        box = mark_box(self._view.picture.marks[self._mark]).translated(GUTTER, HEADER)
        return QRect(self._view.mapToGlobal(box.topLeft().toPoint()), box.size().toSize())

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing can be written here."""

    def text(self, kind: QAccessible.Text) -> str:
        """Date, title, voice, and how many events share the mark."""
        if kind != _Text.Name or not self.isValid():
            return ""
        mark = self._view.picture.marks[self._mark]
        words = spoken(self._view, mark.lead)
        return words if mark.size == 1 else f"{words}; and {mark.size - 1} more at the same dates"


def spoken(view: TimelineJourney, row: int) -> str:
    """An event in one sentence."""
    events = view.stage.chronology.events
    if row >= len(events):
        return view.stage.columns.titles[row]
    event = events[row]
    words = [f"{event_date(event)}: {event.title}"]
    words += [voice_words(event)] if event.voice is not Voice.ASSERTED else []
    words += ["candidate, not reviewed"] if event.status is Status.CANDIDATE else []
    words += filter(None, [doubt_words(event)])
    return ", ".join(words)


def tell_change(view: TimelineJourney) -> None:
    """Tell screen readers, where there are any, which event is the current one now."""
    if QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(view.current_mark)
        QAccessible.updateAccessibility(event)


def install(view: TimelineJourney) -> None:
    """Let Qt describe a timeline so, from now on, and whatever it has said of it before."""
    _install_factory()
    told = QAccessible.queryAccessibleInterface(view)
    if not isinstance(told, TimelineAccessible):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(told))


def _make(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, TimelineJourney):
        return None
    kept = _KEPT.get(id(thing))
    if kept is None:
        kept = _KEPT[id(thing)] = TimelineAccessible(thing)
        number = id(thing)
        thing.destroyed.connect(lambda: _KEPT.pop(number, None))
    return kept


_KEPT: dict[int, TimelineAccessible] = {}


@cache
def _install_factory() -> None:
    """Once a process."""
    QAccessible.installFactory(_make)
