"""Writing a file whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

_AT_ONCE: Final = 4 << 20  # bytes that the disk is given at one go


@contextmanager
def atomic_file(path: Path, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """A binary file that takes the place of ``path`` when the block ends without an error.

    The bytes go to a temporary file in the same folder, reach the disk, and are renamed over
    the target in one step; after an error the target is what it was. A link is followed, so
    that it stays a link. What is not ``lasting`` can be made anew: no one waits for the disk, and
    it is for its owner alone. Raises OSError.
    """
    target = _resolved(path)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:60]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        if lasting:
            temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    if lasting:
        _sync_folder(target.parent)


def put_by(file: BinaryIO, pieces: Iterable[bytes]) -> Iterator[None]:
    """Write pieces to a lasting file, with a pause after each.

    What is written reaches the disk now and then: at the end all of it together would keep whoever
    waits for as long as the disk takes. Raises OSError.
    """
    left = 0
    for piece in pieces:
        file.write(piece)
        left += len(piece)
        if left > _AT_ONCE:
            file.flush()
            os.fsync(file.fileno())
            left = 0
        yield


def write_atomically(path: Path, data: bytes) -> None:
    """Write the bytes to a file, whole or not at all; raises OSError."""
    with atomic_file(path) as file:
        file.write(data)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:  # what Python before 3.13 makes of a loop of links
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error


def _mode(target: Path) -> int:
    """The permissions of the file that is there, else those that the umask leaves."""
    with suppress(FileNotFoundError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Let the rename itself reach the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
