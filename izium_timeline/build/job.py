"""One document's way from its file to its candidates, as a job for another process.

A job says which file and what is known of it; what comes back says what the file holds. The text
comes back packed, for the cache, and is held by nobody else.
"""

import zlib
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from izium_timeline.build.candidates.harvest import Harvest, candidates_of
from izium_timeline.build.named import concerns
from izium_timeline.build.publication.published import with_publication
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.read import read_document
from izium_timeline.model.document import Document
from izium_timeline.temporal import EventCalendar, NamedEvent

_QUICK: Final = 1  # of zlib's levels: a text shrinks to half, in no time
_EMPTY: Final = "is empty; remove it, or save it with its text"
NOTHING: Final = Harvest((), (), open=False)


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: what is known of its document, the folder it lies in, what it may cost.

    ``calendar`` holds the events of the folder's documents that its wordings may count from;
    ``own`` are those that it dated itself when it was read without them, None at the first time.
    """

    document: Document
    folder: Path
    limits: Limits = Limits()
    calendar: EventCalendar = EventCalendar()
    own: tuple[NamedEvent, ...] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a file holds: its document without the text, and the candidates found in it.

    A document that could not be read says why in its ``problem``, and has no candidates.
    ``size`` is the file's in bytes, ``letters`` the text's in code points, ``packed`` the text
    itself as ``unpacked`` reads it, empty where it was put away. ``count`` is how many candidates
    there are; ``same`` says that a second reading would have found those of the first, whose
    document then stands, too.
    """

    document: Document
    harvest: Harvest = NOTHING
    size: int = 0
    letters: int = 0
    packed: bytes = b""
    count: int = 0
    same: bool = False


def run(job: Job) -> Result:
    """Read the job's file and find the candidates in it; a file that can't be read is told of."""
    size = 0
    with suppress(OSError):  # reading tells
        size = (job.folder / job.document.path).stat().st_size
    document = read_document(job.document, job.folder, limits=job.limits)
    text = document.text
    if text is None:
        return Result(document, size=size)
    if not text.strip():
        return Result(
            replace(document, text=None, sha256="", problem=_EMPTY, skipped=True), size=size
        )
    if job.own is not None and not concerns(job.calendar, text, job.own):
        return Result(replace(document, text=None), size=size, letters=len(text), same=True)
    document = with_publication(document)
    harvest = candidates_of(document, job.calendar)
    bare = replace(document, text=None)
    return Result(bare, harvest, size, len(text), packed(text), len(harvest.events))


def failed(job: Job, problem: str) -> Result:
    """What is to be told of a job that nothing came of."""
    return Result(replace(job.document, text=None, sha256="", problem=problem))


def packed(text: str) -> bytes:
    """A text, small."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)


def unpacked(data: bytes) -> str:
    """A text that was packed; raises ValueError where it is damaged."""
    try:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    except zlib.error as error:
        raise ValueError(str(error)) from None
