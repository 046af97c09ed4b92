"""What the program loads, and that the Qt binding it runs on counts its references."""

import subprocess
import sys

import pytest

LOADED = """
import sys, izium_timeline.cli
print(*sorted({"PySide6", "shiboken6", "numpy"} & sys.modules.keys()))
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
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


def test_command_line_starts_without_qt_and_numpy() -> None:
    assert printed(LOADED) == ""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_none_keep_it_alive() -> None:
    """PySide6 6.12 loses a reference at each such call, and aborts after seconds of painting."""
    assert abs(int(printed(REFERENCES_LOST))) < 1000
