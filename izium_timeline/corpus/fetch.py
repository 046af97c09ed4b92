"""A file's bytes, from the folders of a corpus and from nowhere else."""

import os
import stat
from pathlib import Path

from izium_timeline.corpus.limits import Limits, megabytes
from izium_timeline.corpus.reading import SkippedError
from izium_timeline.model.document import check_relative
from izium_timeline.model.errors import DocumentError

# A pipe of that name must not keep the program waiting, nor a link put in its place be followed.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


def fetch(path: str, folders: tuple[Path, ...], limits: Limits) -> bytes:
    """The bytes of the file in the first of the folders that holds it.

    Raises SkippedError for a link, for what is no file, and for a file over the limit, of
    which nothing is read; DocumentError for one that is not there or can't be read.
    """
    check_relative(path)
    for folder in folders:
        if (folder / path).is_symlink() or (folder / path).exists():
            if not _is_plain_file(folder, path):
                raise SkippedError(
                    "is a link or no file, and is not followed; put the file itself here", path=path
                )
            try:
                return _read(folder / path, limits.bytes)
            except FileNotFoundError:
                raise DocumentError(
                    "vanished while it was read; put it back and reload", path=path
                ) from None
            except OSError as error:
                told = f"can't be read ({error.strerror}); check its rights"
                raise DocumentError(told, path=path) from None
    raise DocumentError("is not there", path=path)


def _is_plain_file(folder: Path, path: str) -> bool:
    """Whether the path is a file of the folder itself, no link on the way."""
    place = folder
    for part in Path(path).parts:
        place = place / part
        if place.is_symlink():
            return False
    return place.is_file()


def _read(place: Path, most: int) -> bytes:
    """All bytes of a file; one that grows while it is read is over the limit, too."""
    with os.fdopen(os.open(place, _FLAGS), "rb") as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise SkippedError(
                "is a link or no file, and is not followed; put the file itself here"
            )
        _check_size(state.st_size, most)
        data = file.read(most + 1)
    _check_size(len(data), most)
    return data


def _check_size(size: int, most: int) -> None:
    if size > most:
        raise SkippedError(
            f"is larger than the limit of {megabytes(most)} a file; split it, or raise"
            " file_megabytes in settings.json"
        )
