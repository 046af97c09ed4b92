"""The metadata that a folder of documents may carry about itself: ``corpus.json``."""

import json
from pathlib import Path

from izium_timeline.model.document import Document, Publication, Quote
from izium_timeline.model.errors import DocumentError
from izium_timeline.model.event import Basis
from izium_timeline.model.record import Record, RecordError

METADATA_NAME = "corpus.json"


def read_metadata(folder: Path) -> dict[str, Document]:
    """The documents that the folder's metadata file describes, by path, without their texts.

    Empty where there is no such file. Raises DocumentError where it is malformed.
    """
    path = folder / METADATA_NAME
    try:
        if path.is_symlink():
            raise ValueError("it is a link, which is not followed")
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        documents = [read_description(row) for row in Record.of(data).children("documents")]
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise DocumentError(
            f"is no usable corpus metadata: {error}",
            path=path,
            remedy="correct it, or move it away to open the folder without it",
        ) from None
    return {document.path: document for document in documents}


def read_description(row: Record) -> Document:
    """One document as ``corpus.json`` describes it; raises RecordError."""
    path = row.text("path")
    return row.convert(
        "path",
        lambda: Document(
            path,
            title=row.text("title", ""),
            publisher=row.text("publisher", ""),
            author=row.text("author", ""),
            url=row.text("url", ""),
            language=row.text("language", ""),
            title_basis=row.word("title_basis", Basis, Basis.STATED),
            publication=_read_publication(row) if row.fields.get("published") is not None else None,
        ),
    )


def _read_publication(row: Record) -> Publication:
    published = row.child("published")
    return Publication(
        edtf=published.edtf("date"),
        bounds=published.bounds(),
        basis=published.word("basis", Basis),
        reason=published.text("reason", ""),
        evidence=tuple(_read_quote(quote) for quote in published.children("evidence")),
    )


def _read_quote(row: Record) -> Quote:
    quote = Quote(row.text("quote"), row.whole("start"), row.whole("end"))
    if quote.end - quote.start != len(quote.exact):
        raise RecordError(f"{row.place} has a quote that does not fit its place")
    return quote
