"""Opening the window."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from izium_timeline import __version__
from izium_timeline.app.main_window import MainWindow
from izium_timeline.app.opened import opened_at_once
from izium_timeline.app.uncaught import tell_uncaught
from izium_timeline.store.categories import load_categories
from izium_timeline.store.settings import read_settings
from izium_timeline.views.theme import ui_font

# Milliseconds after which a window that nobody paints, as it starts minimised, is completed.
_PATIENCE = 2000


def open_window(target: Path | None = None) -> int:
    """Open the window on Izium (None), a chronology file or a folder, and run until it closes.

    Raises TimelineError, before any window is there, where the target can't be opened; what takes
    long to open is opened in the window, which tells.
    """
    folder = target if target is not None and target.is_dir() else None
    opened = None if folder else opened_at_once(target)
    application = make_application()
    window = make_window()
    if folder is not None:
        window.show_folder(folder)
    elif opened is not None:
        window.show_chronology(target, *opened)
    elif target is not None:
        window.show_file(target)
    tell_uncaught(lambda problem: window.parts.message.tell(problem))
    window.show()
    QTimer.singleShot(_PATIENCE, window.complete)
    return application.exec()


def make_application() -> QApplication:
    """The application with its name, font and style; the one that is there, if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # By the argument, since setStyle() hands back a QStyle, whose class takes 5 ms to load.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("izium-timeline")
    application.setApplicationDisplayName("Izium Timeline")
    application.setApplicationVersion(__version__)
    application.setFont(ui_font(13))
    return application


def make_window() -> MainWindow:
    """The main window, empty."""
    return MainWindow(load_categories(), read_settings())
