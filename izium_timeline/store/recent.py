"""The folders and chronology files that were opened last."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from izium_timeline.model.errors import TimelineError
from izium_timeline.store.atomic import write_atomically
from izium_timeline.store.folders import state_folder

MOST: Final = 20


def read_recent() -> tuple[Path, ...]:
    """What was opened, the latest first; nothing where that can't be read."""
    with suppress(OSError, ValueError, TimelineError, RecursionError):
        names = json.loads(_place().read_text("utf-8"))
        if isinstance(names, list):
            return tuple(Path(name) for name in names if isinstance(name, str))[:MOST]
    return ()


def remember(target: Path | None) -> None:
    """Put a target first; Izium (None) needs no remembering.

    That it can't be kept is no reason to disturb a person.
    """
    if target is not None:
        _write((target.resolve(), *_others(target)))


def forget_recent(target: Path | None) -> None:
    """Remove a target from the list."""
    if target is not None:
        others = _others(target)
        if others != read_recent():
            _write(others)


def _others(target: Path) -> tuple[Path, ...]:
    return tuple(path for path in read_recent() if path != target.resolve())


def _write(paths: tuple[Path, ...]) -> None:
    with suppress(OSError, TimelineError, RuntimeError):
        # Names that are no UTF-8 pass as escapes of JSON.
        write_atomically(_place(), json.dumps([str(path) for path in paths[:MOST]]).encode())


def _place() -> Path:
    return state_folder() / "recent.json"
