"""One file of a corpus becomes a document: bytes, hash, text, and what it says of itself."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from izium_timeline.corpus.fetch import fetch
from izium_timeline.corpus.formats import reader_of
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.reading import Reading, SkippedError
from izium_timeline.model.document import Document
from izium_timeline.model.errors import DocumentError
from izium_timeline.model.line import one_line

_DEFAULT_LIMITS = Limits()
_OWN_WORDS = ("title", "author", "publisher", "url", "language")
_LONGEST_WORDS = 1000
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def read_document(document: Document, *folders: Path, limits: Limits = _DEFAULT_LIMITS) -> Document:
    """The document with its text and hash, read from the first of the folders that holds it.

    What is not known of it yet (title, author, publication date and so on) is taken from the
    file itself. A file that is missing, is a link, is over a limit, or can't be read leaves the
    text None and says why in ``problem``: a chronology still opens when one of its documents
    does not. How long a file may take and how much memory is up to the process that calls.
    """
    try:
        data = fetch(document.path, folders, limits)
        reading = reader_of(document.path)(data, limits)
    except DocumentError as error:
        skipped = isinstance(error, SkippedError)
        return _without_text(document, " ".join(error.what.split()), skipped=skipped)
    except MemoryError:
        return _without_text(document, "needs more memory than there is; split it")
    sha256 = hashlib.sha256(data).hexdigest()
    return replace(_described(document, reading), sha256=sha256, problem="", skipped=False)


def _without_text(document: Document, problem: str, *, skipped: bool = False) -> Document:
    return replace(document, text=None, pages=(), sha256="", problem=problem, skipped=skipped)


def _described(document: Document, reading: Reading) -> Document:
    """The document with the reading's text, its gaps filled with what the file says of itself."""
    words: dict[str, Any] = {
        name: one_line(getattr(reading, name))[:_LONGEST_WORDS]
        for name in _OWN_WORDS
        if not getattr(document, name)
    }
    return replace(
        document,
        # No file of Unicode text can hold half of a pair, nor can what is searched or saved.
        text=_HALF_PAIR.sub("\ufffd", reading.text),
        pages=reading.pages,
        publication=document.publication or reading.publication,
        created=reading.created,
        **words,
    )
