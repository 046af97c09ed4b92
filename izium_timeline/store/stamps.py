"""The state of a file as the file system tells it, to see that it has changed since."""

from pathlib import Path

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


def stamp_of(path: Path) -> Stamp | None:
    """The state of a file, None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns
