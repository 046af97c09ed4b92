"""Whether there is a display to open a window on."""

import os
import re
import sys
from pathlib import Path

from izium_timeline.model.errors import UsageError

_OTHER = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """Whether a window can be thought of; on Linux a variable has to name a display."""
    named = any(os.environ.get(name) for name in ("DISPLAY", *_OTHER))
    return sys.platform != "linux" or named


def check_display() -> None:
    """Raise UsageError where a display of this machine is named that is not there.

    Qt would end the program with a message of its own. A display that answers has a socket here
    (X(7), DISPLAY NAMES); one of another machine can only be tried.
    """
    local = re.fullmatch(r":(\d+)(\.\d+)?", os.environ.get("DISPLAY", ""))
    other = any(os.environ.get(name) for name in _OTHER)
    if local and not other and not Path(f"/tmp/.X11-unix/X{local[1]}").exists():
        raise UsageError(
            f"there is no display {local[0]}",
            remedy="start the program on a desktop, or unset DISPLAY to print the chronology",
        )
