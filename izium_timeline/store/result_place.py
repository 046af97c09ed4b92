"""Where the results of folders are kept: one file a folder, capped in size, forgotten with it."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from izium_timeline.model.errors import TimelineError
from izium_timeline.store.folders import cache_folder, target_key

MOST_BYTES: Final = 1_000_000_000
_FOLDER: Final = "results"


def place_of(target: Path) -> Path:
    """The file for a folder; raises TimelineError where the cache can't be made."""
    return cache_folder() / _FOLDER / f"{target_key(target)}.sqlite"


def forget_results(target: Path | None) -> None:
    """Remove what is kept of a folder."""
    if target is not None:
        with suppress(TimelineError):
            remove(place_of(target))


def remove(place: Path) -> None:
    """Remove a file of results, and what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            place.with_name(place.name + ending).unlink()


def trim(keep: Path) -> None:
    """Remove what was not used for longest, until the rest is small enough."""
    with suppress(OSError):
        places = sorted(keep.parent.glob("*.sqlite"), key=lambda place: place.stat().st_mtime)
        total = sum(place.stat().st_size for place in places)
        for place in places:
            if total <= MOST_BYTES or place == keep:
                return
            total -= place.stat().st_size
            remove(place)
