"""Search indexes on disk: by target and content, capped in size, forgotten with their target."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from izium_timeline.model.errors import TimelineError
from izium_timeline.store.folders import cache_folder, target_key

MOST_BYTES = 1_000_000_000
_FOLDER = "search"


def index_place(target: Path | None, content: str) -> Path:
    """The folder of the index of a target's content, a hash; whether or not it is there.

    Raises TimelineError where the cache can't be made.
    """
    return cache_folder() / _FOLDER / target_key(target) / content


@contextmanager
def new_index(place: Path) -> Iterator[Path]:
    """An empty folder that becomes the index at ``place`` when the block ends without an error.

    Older indexes of the same target, which copy its texts too, are removed then, and the
    oldest of other targets beyond MOST_BYTES. Raises OSError.
    """
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.parent.parent.chmod(0o700)
    with TemporaryDirectory(dir=place.parent, prefix=".new-", ignore_cleanup_errors=True) as made:
        yield Path(made)
        shutil.rmtree(place, ignore_errors=True)
        Path(made).rename(place)
        Path(made).mkdir(mode=0o700)  # what the block's end removes
    for old in place.parent.iterdir():
        if old != place:
            shutil.rmtree(old, ignore_errors=True)
    _trim(place)


def touch(place: Path) -> None:
    """Note that the index is used, so that others are dropped before it."""
    with suppress(OSError):
        os.utime(place)


def drop_index(place: Path) -> None:
    """Remove an index that is of no use."""
    shutil.rmtree(place, ignore_errors=True)


def forget_indexes(target: Path | None) -> None:
    """Remove every index that was made of a target."""
    with suppress(TimelineError):
        shutil.rmtree(cache_folder() / _FOLDER / target_key(target), ignore_errors=True)


def _trim(keep: Path) -> None:
    """Remove the indexes that were not used for longest, until the rest is small enough."""
    with suppress(OSError):
        others = [place for place in keep.parent.parent.glob("*/*") if place != keep]
        others.sort(key=lambda place: place.stat().st_mtime)
        total = sum(map(_size, (*others, keep)))
        for place in others:
            if total <= MOST_BYTES:
                return
            total -= _size(place)
            drop_index(place)


def _size(place: Path) -> int:
    return sum(path.stat().st_size for path in place.rglob("*"))
