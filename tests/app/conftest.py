"""The real window on the real chronology."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from izium_timeline.app.main import make_window
from izium_timeline.app.main_window import MainWindow
from izium_timeline.store.open import open_chronology

OpenWindow = Callable[[Path | None], MainWindow]


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes a moment is done at once, however long a moment is on a busy machine."""
    monkeypatch.setattr("izium_timeline.app.long_work.MOMENT", 60.0)


@pytest.fixture
def open_window(qtbot: QtBot) -> OpenWindow:
    def open_on(target: Path | None) -> MainWindow:
        window = make_window()
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show_chronology(target, open_chronology(target))
        window.show()
        qtbot.waitUntil(lambda: window.findChild(QLineEdit, "searchEdit") is not None)
        return window

    return open_on


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window(None)
