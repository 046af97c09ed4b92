"""One start, for start.py: opens a window, prints when it was first painted, and ends.

Run by its path, as ``first_paint.py empty`` or ``first_paint.py izium``, so that nothing is
imported but what the window needs. Prints the time, in nanoseconds of the monotonic clock that one
machine's processes share, and the number of events listed.
"""

import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QWidget


class FirstPaint(QObject):
    """Waits for the first paint of a widget, named or any, and for the window to be flushed."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name = name
        self._painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees each event on its way; stops none."""
        if not self._painted and event.type() == QEvent.Type.Paint and self._is_awaited(watched):
            self._painted = True
            # Behind the handler that paints every widget of the window and then flushes it.
            QTimer.singleShot(0, self._report)
        return False

    def _is_awaited(self, widget: QObject) -> bool:
        # A scroll area paints on its viewport, which has no name.
        parent = widget.parent()
        return self._name in {"", widget.objectName(), parent.objectName() if parent else ""}

    def _report(self) -> None:
        sys.stdout.write(f"{time.monotonic_ns()} {count_listed(QApplication.allWidgets())}\n")
        QCoreApplication.quit()


def count_listed(widgets: list[QWidget]) -> int:
    """The rows of the event list among these widgets; 0 without one."""
    lists = (widget for widget in widgets if isinstance(widget, QAbstractItemView))
    return sum(found.model().rowCount() for found in lists if found.objectName() == "eventList")


def show_empty() -> None:
    """An empty main window, of the size that the program's has."""
    application = QApplication([])
    painted = FirstPaint()
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
    painted = FirstPaint("timelineView")
    application.installEventFilter(painted)
    sys.argv[1:] = []
    run()


if __name__ == "__main__":
    {"empty": show_empty, "izium": show_izium}[sys.argv[1]]()
