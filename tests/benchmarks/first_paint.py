"""One start, for start.py: opens a window, prints when it was first painted, and ends.

Run by its path, as ``first_paint.py empty`` or ``first_paint.py izium``, so that nothing is
imported but what the window needs. Prints, in nanoseconds of the monotonic clock that one machine's
processes share, when the window was first painted and when its last part was, and between them the
number of events in the first picture.
"""

import sys
import time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Paints(QObject):
    """Waits for the first paints of named widgets, and of what lies in them, then reports."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._awaited = list(names)
        self._reports = len(names)
        self._times: list[int] = []
        self._events = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees each event on its way; stops none."""
        if self._awaited and event.type() == QEvent.Type.Paint and self._lies_in(watched):
            self._awaited.pop(0)
            # Behind the handler that paints every widget of the window and then flushes it.
            QTimer.singleShot(0, self._note)
        return False

    def _lies_in(self, widget: QObject | None) -> bool:
        name = self._awaited[0]
        while widget is not None and name not in ("", widget.objectName()):
            widget = widget.parent()
        return widget is not None

    def _note(self) -> None:
        self._times.append(time.monotonic_ns())
        self._events = self._events or count_events(QApplication.allWidgets())
        if len(self._times) == self._reports:
            sys.stdout.write(f"{self._times[0]} {self._events} {self._times[-1]}\n")
            QCoreApplication.quit()


def count_events(widgets: list[Any]) -> int:
    """The events that the timeline among these widgets has in its picture; 0 without one."""
    timelines = (widget for widget in widgets if widget.objectName() == "timelineView")
    return sum(box.count for timeline in timelines for box in timeline.picture.boxes)


def show_empty() -> None:
    """An empty main window, of the size that the program's has."""
    application = QApplication([])
    painted = Paints("")
    application.installEventFilter(painted)
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    application.exec()


def show_izium() -> None:
    """The program as its users start it, with the chronology of Izium."""
    from izium_timeline.app.main import make_application
    from izium_timeline.cli import run

    application = make_application()
    painted = Paints("timelineView", "documentPane")
    application.installEventFilter(painted)
    sys.argv[1:] = []
    run()


if __name__ == "__main__":
    {"empty": show_empty, "izium": show_izium}[sys.argv[1]]()
