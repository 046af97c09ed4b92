"""Opening what a person names: the Izium chronology, a chronology file, a folder."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from izium_timeline.build.anchoring.anchor import anchor_steps
from izium_timeline.corpus.formats import FORMATS
from izium_timeline.corpus.metadata import read_metadata
from izium_timeline.corpus.read import read_document
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.errors import DocumentError, TimelineError
from izium_timeline.model.resource import resource
from izium_timeline.model.steps import Step, Steps, finished
from izium_timeline.store.chronology_file import read_steps
from izium_timeline.store.entered import NOTHING, read_entered
from izium_timeline.store.uncollected import uncollected

if TYPE_CHECKING:
    from izium_timeline.store.folder import FolderReading

IZIUM = "resources/izium.chronology.json"
_SHARE: Final = (0.65, 0.67)  # of opening a chronology
_TELL = 0.1  # seconds between two reports of how far a folder is read


def open_chronology(
    target: Path | None = None, tell: "Callable[[FolderReading], None] | None" = None
) -> Chronology:
    """The chronology of Izium (None), of a chronology file, or of a folder of documents.

    Documents are read and every quote is sought in them anew. Documents that can't be read
    are part of the chronology all the same, as missing. ``tell`` learns now and then how far the
    reading of a folder is. Raises ChronologyFileError, DocumentError.
    """
    if target is not None and target.is_dir():
        return open_folder(target, tell)
    return finished(open_steps(target))


def open_steps(target: Path | None) -> Steps[Chronology]:
    """The chronology of Izium (None) or of a chronology file, in steps.

    Raises ChronologyFileError, DocumentError.
    """
    if target is not None and target.suffix.lower() in FORMATS and target.is_file():
        raise DocumentError(
            "is a document, and no chronology",
            path=target,
            remedy="open the folder that it lies in",
        )
    with uncollected():
        return (yield from _file_steps(target or resource(IZIUM), folders_of(target)))


def folders_of(target: Path | None) -> tuple[Path, ...]:
    """Where the documents of a chronology file are sought: beside it and in ``documents/``.

    A ``documents`` that is a link is left out, as all links are.
    """
    if target is None:
        return (resource("documents"),)
    beside, below = target.parent, target.parent / "documents"
    return (beside,) if below.is_symlink() else (beside, below)


def open_folder(folder: Path, tell: "Callable[[FolderReading], None] | None" = None) -> Chronology:
    """The candidates of a folder's documents; raises DocumentError where it holds none."""
    from izium_timeline.store.folder import FolderReading  # rule tables that no start needs

    entered = NOTHING
    with suppress(TimelineError):  # whoever lays what was entered over the chronology tells
        entered = read_entered(folder)
    reading = FolderReading(folder, entered)
    try:
        if not reading.paths:
            raise nothing_in(folder, len(reading.skipped))
        while reading.advance(_TELL, wait=_TELL):
            if tell is not None:
                tell(reading)
        return reading.chronology()
    finally:
        reading.close()


def nothing_in(folder: Path, skipped: int) -> DocumentError:
    """What to say of a folder without documents, of which so many files are skipped."""
    others = f"; files skipped: {skipped}" if skipped else ""
    return DocumentError(
        f"holds no documents that can be read{others}",
        path=folder,
        remedy=f"put files into it that end in {', '.join(FORMATS)}",
    )


def reread(chronology: Chronology, target: Path | None, paths: Collection[str]) -> Chronology:
    """The chronology of a file (None: Izium) with these of its documents read again.

    The quotes of the events that rest on them are sought anew. What was known of them stays.
    """
    folders = folders_of(target)
    documents = tuple(
        read_document(document, *folders) if document.path in paths else document
        for document in chronology.documents
    )
    rows = sorted({row for path in paths for row in chronology.resting_on(path)})
    anchored = finished(anchor_steps([chronology.events[row] for row in rows], documents))
    changes = {row: (event,) for row, event in zip(rows, anchored, strict=True)}
    with_documents = chronology.with_changes(documents=documents)
    return with_documents.with_changes(events=with_documents.amended(changes))


def _file_steps(path: Path, folders: tuple[Path, ...]) -> Steps[Chronology]:
    bare, events = yield from read_steps(path)
    described: dict[str, Document] = {}
    for folder in reversed(folders):
        described.update(read_metadata(folder))
    documents = []
    for document in bare.documents:
        merged = _merge(document, described.get(document.path))
        documents.append(read_document(merged, *folders))
        yield Step(len(documents), len(bare.documents), "documents read", *_SHARE)
    anchored = yield from anchor_steps(events, documents)
    del events  # to let go of them takes a moment
    yield Step(len(anchored), len(anchored), "events checked", 0.9, 0.9)
    return replace(bare, documents=tuple(documents), events=anchored)


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
