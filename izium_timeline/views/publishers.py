"""How documents are named where room is short, and in which order they stand."""

import re
from collections import Counter
from collections.abc import Collection
from pathlib import PurePosixPath
from typing import Final

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Verdict

_AFTER_NAME: Final = re.compile(r"\s*[,;(\[].*", re.DOTALL)


def short_publisher(document: Document) -> str:
    """The publisher up to its first comma or bracket; without one, the title or the file's name."""
    return _AFTER_NAME.sub("", document.publisher) or document.title or stem(document)


def stem(document: Document) -> str:
    """The file's name without its folder and ending."""
    return PurePosixPath(document.path).stem


def by_publication(chronology: Chronology) -> tuple[Document, ...]:
    """The documents by earliest, then latest day of publication; the undated last, by path."""

    def order(document: Document) -> tuple[bool, int, int, str]:
        published = document.publication
        if published is None:
            return True, 0, 0, document.path
        bounds = published.bounds
        return False, bounds.earliest or 0, bounds.latest or 0, document.path

    return tuple(sorted(chronology.documents, key=order))


def sources_text(chronology: Chronology, event: Event, voices: int | None = None) -> str:
    """The publisher of an event's only document or how many it has, and which quotes are in doubt.

    "CNN", "4 documents", "4 documents, 3 independent · 1 lost". ``voices`` is how many of the
    documents are independent of each other, where that is known.
    """
    paths = {piece.document for piece in event.evidence}
    who = _who(chronology, paths)
    if voices is not None and voices < len(paths):
        who = f"{who}, {voices} independent"
    doubted = [piece.verdict for piece in event.evidence if piece.verdict is not Verdict.EXACT]
    if not doubted:
        return who
    marks = (f"{count} {verdict}" for verdict, count in sorted(Counter(doubted).items()))
    return " · ".join([who, *marks])


def _who(chronology: Chronology, paths: Collection[str]) -> str:
    if len(paths) != 1:
        return f"{len(paths)} documents" if paths else "none"
    (path,) = paths
    document = chronology.document(path)
    return short_publisher(document) if document else path
