"""Where the window stood and how its parts were divided: Qt's own store, and nothing else in it."""

from contextlib import suppress

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from izium_timeline.model.errors import TimelineError
from izium_timeline.store.folders import settings_folder


def restore_geometry(window: QMainWindow, splitters: dict[str, QSplitter]) -> bool:
    """Put window and splitters where they were; False at the first start."""
    store = _store()
    geometry = None if store is None else store.value("window")
    if store is None or not isinstance(geometry, QByteArray):
        return False
    for name, splitter in splitters.items():
        state = store.value(name)
        if isinstance(state, QByteArray):
            splitter.restoreState(state)
    return window.restoreGeometry(geometry)


def save_geometry(window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
    """Remember where window and splitters are, where that can be kept."""
    store = _store()
    if store is None:
        return
    store.setValue("window", window.saveGeometry())
    for name, splitter in splitters.items():
        store.setValue(name, splitter.saveState())
    store.sync()


def _store() -> QSettings | None:
    """Qt's store, None where the folder for it can't be made: no reason to keep a window shut."""
    with suppress(TimelineError):
        return QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)
    return None
