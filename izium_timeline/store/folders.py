"""The program's own folders: readable by their owner alone, for they copy people's testimony."""

import hashlib
import os
import sys
from pathlib import Path

from izium_timeline.model.errors import TimelineError

_NAME = "izium-timeline"
# https://specifications.freedesktop.org/basedir-spec/latest/
_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}


def settings_folder() -> Path:
    """Where settings and window geometry lie; made where it is not there."""
    return _private(_folder("config"))


def state_folder(*, make: bool = True) -> Path:
    """Where recent work and the last view lie; made where it is not there, unless only read."""
    return _private(_folder("state")) if make else _folder("state")


def cache_folder() -> Path:
    """Where indexes lie that can be made anew at any time; made where it is not there."""
    return _private(_folder("cache"))


def target_key(target: Path | None) -> str:
    """A name for what belongs to a target (None: Izium), which tells nothing of its folder."""
    return "izium" if target is None else hashlib.sha256(bytes(target.resolve())).hexdigest()[:32]


def _folder(kind: str) -> Path:
    """The program's folder of a kind.

    On Linux two lines of the specification say which; platformdirs, which knows of the other
    systems, takes 4 ms to load.
    """
    if sys.platform == "linux":
        variable, usual = _XDG[kind]
        named = Path(os.environ.get(variable, ""))
        return (named if named.is_absolute() else _home() / usual) / _NAME
    from platformdirs import PlatformDirs

    return Path(getattr(PlatformDirs(_NAME, appauthor=False, roaming=False), f"user_{kind}_dir"))


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        raise TimelineError(
            "your user has no home folder", remedy="set HOME; until then nothing is remembered"
        ) from None


def _private(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise TimelineError(
            f"can't be made ({error.strerror})",
            path=folder,
            remedy="let your user write there; until then nothing is remembered",
        ) from None
    return folder
