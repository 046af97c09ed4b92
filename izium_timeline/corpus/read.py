"""One file of a corpus becomes a document: bytes, hash, text."""

import hashlib
from dataclasses import replace
from pathlib import Path

from izium_timeline.model.document import Document, check_relative
from izium_timeline.model.errors import DocumentError

METADATA_NAME = "corpus.json"
_ENDINGS = frozenset({".txt"})


def read_document(document: Document, *folders: Path) -> Document:
    """The document with its text and hash, read from the first of the folders that holds it.

    A file that is missing, is a link, or can't be read leaves the text None and says why in
    ``problem``: a chronology still opens when one of its documents does not.
    """
    try:
        data = _read_bytes(document.path, folders)
        return replace(
            document, text=_decode(data), sha256=hashlib.sha256(data).hexdigest(), problem=""
        )
    except DocumentError as error:
        return replace(document, text=None, sha256="", problem=error.what)


def list_documents(folder: Path) -> tuple[str, ...]:
    """The relative paths of the folder's documents, in a stable order.

    Hidden files, links and the corpus metadata file are left out. Raises DocumentError where
    the folder can't be listed.
    """
    try:
        paths = sorted(path.relative_to(folder) for path in folder.rglob("*"))
    except OSError as error:
        raise DocumentError(
            f"can't be read ({error.strerror})", path=folder, remedy="check the folder's rights"
        ) from None
    return tuple(
        path.as_posix()
        for path in paths
        if path.suffix.lower() in _ENDINGS
        and not any(part.startswith(".") for part in path.parts)
        and _is_plain_file(folder, path.as_posix())
    )


def _read_bytes(path: str, folders: tuple[Path, ...]) -> bytes:
    check_relative(path)
    for folder in folders:
        if (folder / path).is_symlink() or (folder / path).exists():
            if not _is_plain_file(folder, path):
                raise DocumentError("is a link or no file, and is not followed", path=path)
            try:
                return (folder / path).read_bytes()
            except OSError as error:
                raise DocumentError(f"can't be read ({error.strerror})", path=path) from None
    raise DocumentError("is not there", path=path)


def _is_plain_file(folder: Path, path: str) -> bool:
    """Whether the path is a file of the folder itself, no link on the way."""
    place = folder
    for part in Path(path).parts:
        place = place / part
        if place.is_symlink():
            return False
    return place.is_file()


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DocumentError("is no UTF-8 text") from None
