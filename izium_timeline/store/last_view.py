"""The last view of each chronology: what was in sight, what was selected."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from izium_timeline.model.errors import TimelineError
from izium_timeline.store.atomic import write_atomically
from izium_timeline.store.folders import state_folder

_MOST = 200  # views kept, the oldest is dropped


def read_view(target: Path | None) -> dict[str, Any]:
    """The last view of a chronology (None: Izium), empty where there is none."""
    with suppress(OSError, ValueError, TimelineError, RuntimeError):
        view = json.loads(_place(target).read_text("utf-8"))
        if isinstance(view, dict):
            return view
    return {}


def forget_view(target: Path | None) -> None:
    """Remove the view that is kept of a chronology."""
    with suppress(OSError, TimelineError):
        _place(target).unlink()


def write_view(target: Path | None, view: dict[str, Any]) -> None:
    """Keep a view; that it can't be kept is no reason to disturb a person."""
    with suppress(OSError, TimelineError, RuntimeError):
        place = _place(target)
        place.parent.mkdir(mode=0o700, exist_ok=True)
        write_atomically(place, json.dumps(view).encode())
        kept = sorted(place.parent.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in kept[:-_MOST]:
            path.unlink()


def _place(target: Path | None) -> Path:
    """A file whose name tells nothing of the folder that it is about."""
    name = "izium" if target is None else hashlib.sha256(bytes(target.resolve())).hexdigest()[:32]
    return state_folder() / "views" / f"{name}.json"
