"""What the program never writes over: the sources, and the folder that holds them."""

from pathlib import Path

from izium_timeline.corpus.metadata import METADATA_NAME
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import UsageError
from izium_timeline.model.resource import resource
from izium_timeline.store.open import IZIUM, folders_of


def refuse_source(out: Path, target: Path | None, chronology: Chronology) -> None:
    """Raise UsageError where writing ``out`` would write into what the chronology rests on.

    That is the chronology file itself, each of its documents and their metadata, and every
    place in a folder that was opened as a folder of documents.
    """
    place = _resolved(out)
    if target is not None and target.is_dir():
        own = _resolved(target) in place.parents
    else:
        names = (METADATA_NAME, *(document.path for document in chronology.documents))
        sources = {_resolved(folder / name) for folder in folders_of(target) for name in names}
        own = place in sources or place == _resolved(target or resource(IZIUM))
    if own:
        raise UsageError(
            "belongs to the documents or the chronology that is open, and is not written over",
            path=out,
            remedy="write to another place",
        )


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError:  # a loop of links, before Python 3.13: writing will tell
        return path.absolute()
