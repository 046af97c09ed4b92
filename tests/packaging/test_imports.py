"""What the program loads, and that the Qt binding it runs on counts its references."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_command_line_starts_without_qt_and_numpy() -> None:
    ask = (
        "import sys, izium_timeline.cli; "
        "print(*sorted({'PySide6', 'shiboken6', 'numpy'} & sys.modules.keys()))"
    )
    run = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_none_keep_it_alive(qtbot: QtBot) -> None:
    """PySide6 6.12 lost a reference at each such call, and aborted after seconds of painting."""
    widget = QWidget()
    qtbot.addWidget(widget)
    calls = 100_000
    before = sys.getrefcount(None)
    for _ in range(calls):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < calls // 100
