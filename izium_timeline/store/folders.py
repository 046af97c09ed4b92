"""The program's own folders: readable by their owner alone, for they copy people's testimony."""

import hashlib
from pathlib import Path

from platformdirs import PlatformDirs

from izium_timeline.model.errors import TimelineError

_DIRS = PlatformDirs("izium-timeline", appauthor=False, roaming=False)


def settings_folder() -> Path:
    """Where settings and window geometry lie; made where it is not there."""
    return _private(_DIRS.user_config_path)


def state_folder(*, make: bool = True) -> Path:
    """Where recent work and the last view lie; made where it is not there, unless only read."""
    return _private(_DIRS.user_state_path) if make else _DIRS.user_state_path


def cache_folder() -> Path:
    """Where indexes lie that can be made anew at any time; made where it is not there."""
    return _private(_DIRS.user_cache_path)


def target_key(target: Path | None) -> str:
    """A name for what belongs to a target (None: Izium), which tells nothing of its folder."""
    return "izium" if target is None else hashlib.sha256(bytes(target.resolve())).hexdigest()[:32]


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
