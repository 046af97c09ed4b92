"""Opening what a person names: the Izium chronology, a chronology file, a folder."""

from dataclasses import replace
from pathlib import Path

from izium_timeline.build.anchor import anchor_chronology
from izium_timeline.corpus.listing import list_files
from izium_timeline.corpus.metadata import read_metadata
from izium_timeline.corpus.read import read_document
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.errors import DocumentError
from izium_timeline.model.resource import resource
from izium_timeline.store.chronology_file import read_chronology_file

IZIUM = "resources/izium.chronology.json"


def open_chronology(target: Path | None = None) -> Chronology:
    """The chronology of Izium (None), of a chronology file, or of a folder of documents.

    Documents are read and every quote is sought in them anew. Documents that can't be read
    are part of the chronology all the same, as missing. Raises ChronologyFileError,
    DocumentError.
    """
    if target is not None and target.is_dir():
        return open_folder(target)
    return _open_file(target or resource(IZIUM), folders_of(target))


def folders_of(target: Path | None) -> tuple[Path, ...]:
    """Where the documents of a chronology file are sought: beside it and in ``documents/``.

    A ``documents`` that is a link is left out, as all links are.
    """
    if target is None:
        return (resource("documents"),)
    beside, below = target.parent, target.parent / "documents"
    return (beside,) if below.is_symlink() else (beside, below)


def open_folder(folder: Path) -> Chronology:
    """The documents of a folder, in the order of their paths; raises DocumentError."""
    described = read_metadata(folder)
    paths = list_files(folder).paths
    if not paths:
        raise DocumentError(
            "holds no documents that can be read",
            path=folder,
            remedy="open a folder with .txt files in it",
        )
    documents = (read_document(described.get(path, Document(path)), folder) for path in paths)
    return Chronology(title=folder.resolve().name or str(folder), documents=tuple(documents))


def _open_file(path: Path, folders: tuple[Path, ...]) -> Chronology:
    chronology = read_chronology_file(path)
    described: dict[str, Document] = {}
    for folder in reversed(folders):
        described.update(read_metadata(folder))
    documents = tuple(
        read_document(_merge(document, described.get(document.path)), *folders)
        for document in chronology.documents
    )
    return anchor_chronology(replace(chronology, documents=documents))


def _merge(recorded: Document, described: Document | None) -> Document:
    """The chronology's own description, filled up from the folder's metadata."""
    if described is None:
        return recorded
    empty = {
        name: getattr(described, name)
        for name in ("title", "publisher", "author", "url", "language", "publication")
        if not getattr(recorded, name)
    }
    basis = described.title_basis if "title" in empty else recorded.title_basis
    return replace(recorded, title_basis=basis, **empty)
