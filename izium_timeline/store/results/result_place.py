"""Where the results of folders are kept: one file a folder, capped in size, forgotten with it."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from izium_timeline.model.errors import TimelineError
from izium_timeline.store.folders import cache_folder, target_key

MOST_BYTES: Final = 1_000_000_000
_FOLDER: Final = "results"
_LEFT: Final = 3600  # seconds: no one takes so long to write a file


def place_of(target: Path) -> Path:
    """The file for a folder; raises TimelineError where the cache can't be made."""
    return cache_folder() / _FOLDER / f"{target_key(target)}.sqlite"


def events_of(place: Path) -> Path:
    """The file for the events of a folder, beside that for its results."""
    return place.with_suffix(".events")


def forget_results(target: Path | None) -> None:
    """Remove what is kept of a folder."""
    if target is not None:
        with suppress(TimelineError):
            remove(place_of(target))


def remove(place: Path) -> None:
    """Remove a file of results, and all that is kept beside it."""
    with suppress(OSError):
        for each in _files(place):
            with suppress(OSError):  # Windows keeps what someone has open; the others go
                each.unlink(missing_ok=True)


def _files(place: Path) -> list[Path]:
    """The file of results, what SQLite keeps beside it, the events, and what a crash left."""
    return [*place.parent.glob(f"{place.stem}.*"), *place.parent.glob(f".{place.stem}.*")]


def trim(keep: Path) -> None:
    """Remove what a crash left, and what was not used for longest till the rest is small enough."""
    with suppress(OSError):
        for left in keep.parent.glob(".*"):
            if time.time() - left.stat().st_mtime > _LEFT:
                left.unlink()
        places = sorted(keep.parent.glob("*.sqlite"), key=lambda place: place.stat().st_mtime)
        sizes = {place: sum(each.stat().st_size for each in _files(place)) for place in places}
        total = sum(sizes.values())
        for place in places:
            if total <= MOST_BYTES or place == keep:
                return
            total -= sizes[place]
            remove(place)
