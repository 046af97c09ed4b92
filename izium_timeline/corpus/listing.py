"""Which files of a folder are its documents, and why the others are not."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from izium_timeline.corpus.formats import is_known
from izium_timeline.corpus.metadata import METADATA_NAME
from izium_timeline.model.document import check_relative
from izium_timeline.model.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder and its sub-folders.

    ``paths`` are relative, with forward slashes, in a stable order: that of their parts.
    ``skipped`` gives each path that was left out and the reason; a hidden folder counts once.
    A path whose name is no Unicode stands there with U+FFFD for what can't be shown.
    """

    paths: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]


def list_files(folder: Path) -> Listing:
    """The documents of a folder; raises DocumentError where the folder itself can't be read.

    No link is followed, wherever it leads: what lies inside the folder is found where it lies,
    and a loop has no entrance. The corpus metadata file is neither a document nor skipped.
    """
    paths, skipped = [], []
    for path, reason in _walk(folder):
        if reason:
            skipped.append((_shown(path), reason))
        else:
            paths.append(path)
    return Listing(tuple(sorted(paths, key=_parts)), tuple(sorted(skipped, key=_by_parts)))


def _walk(folder: Path) -> Iterator[tuple[str, str]]:
    """Each relative path, with the reason to skip it, empty for a document."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(folder / below) as found:
                for entry in found:
                    path = f"{below}/{entry.name}" if below else entry.name
                    reason = _reason(folder, path, entry)
                    if not reason and entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    elif path != METADATA_NAME:
                        yield path, reason
        except OSError as error:
            if not below:
                raise DocumentError(
                    f"can't be read ({error.strerror})",
                    path=folder,
                    remedy="check the folder's rights",
                ) from None
            yield below, f"can't be read ({error.strerror}); check its rights"


def _reason(folder: Path, path: str, entry: os.DirEntry[str]) -> str:
    """Why an entry is skipped; empty for a folder to enter and for a document."""
    if entry.name.startswith("."):
        return "is hidden"
    if entry.is_symlink():
        return _reason_of_link(folder, path)
    if not _is_unicode(entry.name):
        return "has a name that is no UTF-8; give it another"
    try:
        check_relative(path)
        mode = entry.stat(follow_symlinks=False).st_mode
    except ValueError:
        return "has a backslash or a colon in its name; give it another"
    except OSError as error:
        return f"can't be read ({error.strerror}); check the rights of its folder"
    if stat.S_ISDIR(mode):
        return ""
    if not stat.S_ISREG(mode):
        return "is a pipe, a socket or a device, and is never opened"
    return "" if is_known(path) else "is of a format that is not read; save it as PDF, DOCX or text"


def _reason_of_link(folder: Path, path: str) -> str:
    try:
        inside = (folder / path).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of links; RuntimeError before Python 3.13
        return "is a link that leads nowhere; mend or remove it"
    if not inside:
        return "is a link that leaves the folder; put the file itself here"
    return "is a link, and what it leads to is read where it lies"


def _is_unicode(name: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def _shown(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


def _parts(path: str) -> str:
    """Sorts as the path's parts do, and is the path itself where it has but one."""
    return path.replace("/", "\0")


def _by_parts(row: tuple[str, str]) -> str:
    return _parts(row[0])
