"""One start, for start.py: opens a window, prints when it was first painted, and ends.

Run by its path, as ``first_paint.py empty`` or ``first_paint.py izium``, so that nothing is
imported but what the window needs, and in the program's own order. Prints, in nanoseconds of the
monotonic clock that one machine's processes share, when the window was first painted and when its
last part was, and between them the number of events in the first picture.
"""

import gc
import sys
import time
from collections.abc import Callable
from typing import Any


def after_first_paint(kind: type[Any], act: Callable[[], None]) -> None:
    """Call ``act`` once the first widget of a class has been painted and its window flushed.

    It listens at the class's own ``paintEvent``: a filter of all the program's events would make
    Python load every class of Qt's, to say of which one each receiver is, which takes 18 ms.
    """
    from PySide6.QtCore import QTimer

    paint = kind.paintEvent

    def first_paint(widget: Any, event: object) -> None:
        kind.paintEvent = paint
        QTimer.singleShot(0, act)  # behind the handler that paints every widget and then flushes
        paint(widget, event)

    kind.paintEvent = first_paint


def report(painted: int, events: int, complete: int) -> None:
    """Print what start.py reads, and end."""
    from PySide6.QtCore import QCoreApplication

    sys.stdout.write(f"{painted} {events} {complete}\n")
    QCoreApplication.quit()


def show_empty() -> None:
    """An empty main window, of the size that the program's has."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    class EmptyWindow(QMainWindow):
        """A main window whose paint can be listened at."""

        def paintEvent(self, event: Any) -> None:
            super().paintEvent(event)

    application = QApplication([])
    after_first_paint(EmptyWindow, lambda: report(time.monotonic_ns(), 0, time.monotonic_ns()))
    window = EmptyWindow()
    window.resize(1440, 900)
    window.show()
    application.exec()


def show_izium() -> None:
    """The program as its users start it, with the chronology of Izium."""
    gc.disable()  # as the command does, before it loads the window
    from izium_timeline.app.main_window import MainWindow
    from izium_timeline.cli import run

    from PySide6.QtWidgets import QPlainTextEdit  # isort: skip - it is the program that loads Qt

    complete = MainWindow.complete

    def complete_timed(window: MainWindow) -> None:
        # The window calls this when its timeline has been painted and flushed.
        painted = time.monotonic_ns()
        events = sum(box.count for box in window.timeline.picture.boxes)
        complete(window)
        text = type(window.parts.pane.findChild(QPlainTextEdit))
        after_first_paint(text, lambda: report(painted, events, time.monotonic_ns()))

    MainWindow.complete = complete_timed  # type: ignore
    sys.argv[1:] = []
    run()


if __name__ == "__main__":
    {"empty": show_empty, "izium": show_izium}[sys.argv[1]]()
