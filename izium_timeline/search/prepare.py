"""An index at hand: in memory for what is small, else from the cache, where a process builds it.

Building holds the interpreter for seconds where there are a hundred thousand events, and would
stop a window from painting; so a process of its own does it, and the window maps the result.
"""

import hashlib
import pickle
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event as Flag
from typing import Any

from izium_timeline import __version__
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.errors import TimelineError
from izium_timeline.model.event import Event
from izium_timeline.model.stored_events import StoredEvents
from izium_timeline.search.find import Hits, find
from izium_timeline.search.index import SearchIndex, build_index
from izium_timeline.search.keep import FORMAT, DamagedIndexError, load_index
from izium_timeline.store.search_cache import drop_index, index_place, touch

_TINY_EVENTS, _TINY_LETTERS = 500, 200_000
_FEW_EVENTS, _FEW_LETTERS = 1_000, 400_000
_EASY_EVENTS, _EASY_PARAGRAPHS = 5_000, 20_000
_BATCH = 100  # events or documents pickled at once: a millisecond or two without a break
_POLL = 0.1  # seconds


class AbandonedError(Exception):
    """Nobody waits for the index any more."""


def is_small(chronology: Chronology) -> bool:
    """Whether the index is built in memory, in less than a tenth of a second."""
    return _within(chronology, _FEW_EVENTS, _FEW_LETTERS)


def is_tiny(chronology: Chronology) -> bool:
    """Whether the index is built in less than the blink of an eye."""
    return _within(chronology, _TINY_EVENTS, _TINY_LETTERS)


def answers_at_once(index: SearchIndex) -> bool:
    """Whether any query is answered in a few milliseconds."""
    return index.events.count <= _EASY_EVENTS and index.texts.count <= _EASY_PARAGRAPHS


def _within(chronology: Chronology, events: int, letters: int) -> bool:
    if len(chronology.events) > events:
        return False
    return sum(document.letters for document in chronology.documents) <= letters


def prepare(
    chronology: Chronology, target: Path | None, abandoned: Flag | None = None
) -> SearchIndex:
    """The index of a chronology that was opened from ``target``; may take long the first time.

    A cache that is damaged is built anew, one that can't be written is done without. Raises
    AbandonedError soon after the flag is set.
    """
    if is_small(chronology):
        return build_index(chronology)
    with suppress(DamagedIndexError, OSError, TimelineError):
        place = index_place(target, content_hash(chronology))
        with suppress(DamagedIndexError):
            return _load(chronology, place)
        drop_index(place)
        _build(chronology, place, abandoned or Flag())
        return _load(chronology, place)
    return build_index(chronology)


def answer(index: SearchIndex, query: str, *, exact: bool = False) -> tuple[SearchIndex, Hits]:
    """What ``find`` finds, and the index that found it.

    An index that turns out to be damaged while it is read is made anew, in memory. Raises
    ParseError.
    """
    try:
        return index, find(index, query, exact=exact)
    except sqlite3.Error:
        index = build_index(index.chronology)
        return index, find(index, query, exact=exact)


def content_hash(chronology: Chronology) -> str:
    """A hash of all that is searched; documents count by their own hashes.

    Equal hashes mean equal content. The same content may have another hash after another
    history of strings shared within it, and is then indexed again.
    """
    digest = hashlib.sha256(f"{__version__} {FORMAT}".encode())
    plain = tuple(replace(document, text=None) for document in chronology.documents)
    bare = replace(chronology, documents=plain, title="", opens_at="", searches=(), apart=())
    if isinstance(bare.events, StoredEvents):
        digest.update(bare.events.digest.encode())
        bare = replace(bare, events=())
    for part in _parts(bare):
        digest.update(part)
    return digest.hexdigest()[:32]


def received(parts: Iterator[Any]) -> Chronology:
    """The chronology whose parts another process sent, as ``_parts`` gives them."""
    chronology, *batches = parts
    if not isinstance(chronology, Chronology):
        raise TypeError("no chronology was sent")
    each = [item for batch in batches for item in batch]
    events = tuple(item for item in each if isinstance(item, Event))
    return replace(
        chronology,
        documents=tuple(item for item in each if isinstance(item, Document)),
        events=events or chronology.events,
    )


def _parts(chronology: Chronology) -> Iterator[bytes]:
    """Everything but documents and events, then those, some at a time.

    Events on a disk are sent as the place where they lie.
    """
    documents, events = chronology.documents, chronology.events
    stored = events if isinstance(events, StoredEvents) and events.at_rest else ()
    yield pickle.dumps(replace(chronology, documents=(), events=stored))
    for first in range(0, len(documents), _BATCH):
        yield pickle.dumps(documents[first : first + _BATCH])
    for first in range(0, 0 if stored else len(events), _BATCH):
        yield pickle.dumps(events[first : first + _BATCH])


def _load(chronology: Chronology, place: Path) -> SearchIndex:
    index = load_index(chronology, place)
    touch(place)
    return index


def _build(chronology: Chronology, place: Path, abandoned: Flag) -> None:
    """Let a process build the index at its place; raises OSError, AbandonedError."""
    command = [sys.executable, "-m", "izium_timeline.search.builder", str(place)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _send(process, chronology, abandoned)
            while process.poll() is None:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_POLL)
                if abandoned.is_set():
                    raise AbandonedError
        finally:
            process.kill()


def _send(process: "subprocess.Popen[bytes]", chronology: Chronology, abandoned: Flag) -> None:
    """Hand the chronology over; a process that ended early has no more use for it."""
    assert process.stdin is not None
    with suppress(BrokenPipeError):
        for part in _parts(chronology):
            if abandoned.is_set():
                raise AbandonedError
            process.stdin.write(part)
        process.stdin.close()
