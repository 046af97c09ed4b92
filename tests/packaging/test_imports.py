"""What the program loads, and that the Qt binding it runs on counts its references."""

import os
import subprocess
import sys

import pytest

LOADED = """
import sys, izium_timeline.cli
print(*sorted({"PySide6", "shiboken6", "numpy"} & sys.modules.keys()))
"""
LATE = """
import os, sys
from izium_timeline.cli import main
from izium_timeline.app.main_window import MainWindow

def report(window):
    names = list(sys.modules)
    print(*names[names.index("PySide6.QtCore") :])
    sys.stdout.flush()
    os._exit(0)

MainWindow.complete = report
main([])
"""
REFERENCES_LOST = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application, widget = QApplication([]), QWidget()
before = sys.getrefcount(None)
for _ in range(100_000):
    widget.update()
print(before - sys.getrefcount(None))
"""


def printed(program: str) -> str:
    """What a Python program of its own prints; raises CalledProcessError where it fails."""
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return run.stdout.strip()


def test_command_line_starts_without_qt_and_numpy() -> None:
    assert printed(LOADED) == ""


def test_what_the_first_picture_needs_beside_qt_is_loaded_before_it() -> None:
    """Each module that is loaded after PySide costs reading its source, NumPy's by the hundred."""
    late = printed(LATE).split()
    rooms = {name.split(".")[1] for name in late if name.startswith("izium_timeline.")}
    assert rooms == {"app", "views"}
    assert not [name for name in late if name.startswith("numpy")]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_none_keep_it_alive() -> None:
    """PySide6 6.12 loses a reference at each such call, and aborts after seconds of painting."""
    assert abs(int(printed(REFERENCES_LOST))) < 1000
