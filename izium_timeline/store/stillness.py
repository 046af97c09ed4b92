"""Whether the system asks for reduced motion, where it says so without a service being asked.

Qt can tell from 6.12 on. Until then each system is read by itself: Windows by its own call, macOS
and KDE by their settings' files, GTK by the file that desktops other than GNOME keep. GNOME keeps
it in a database that only a service reads; there the program's own switch is the way.
"""

import os
import plistlib
import sys
from collections.abc import Callable
from configparser import ConfigParser, Error
from contextlib import suppress
from pathlib import Path

_GTK = ("gtk-4.0/settings.ini", "gtk-3.0/settings.ini")
_MAC = "Library/Preferences/com.apple.universalaccess.plist"
_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION, SystemParametersInfo


def system_is_still() -> bool:
    """Whether it asks for that; False where nothing says so or nothing can be read."""
    reader = _READERS.get(sys.platform)
    with suppress(OSError, ValueError, RuntimeError, Error, plistlib.InvalidFileException):
        return reader is not None and reader()
    return False


def _linux() -> bool:
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    folder = named if named.is_absolute() else Path.home() / ".config"
    files = ConfigParser(strict=False, interpolation=None)
    files.read([folder / "kdeglobals", *(folder / name for name in reversed(_GTK))], "utf-8")
    animated = files.get("Settings", "gtk-enable-animations", fallback="true")
    factor = files.get("KDE", "AnimationDurationFactor", fallback="1")
    return animated.lower() in ("0", "false") or float(factor) == 0


def _mac() -> bool:
    settings = plistlib.loads((Path.home() / _MAC).read_bytes())
    return bool(settings.get("reduceMotion"))


def _windows() -> bool:
    import ctypes

    animated = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - only Windows has it
    user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0)
    return not animated.value


_READERS: dict[str, Callable[[], bool]] = {"linux": _linux, "darwin": _mac, "win32": _windows}
