"""What is copied with its source: as plain text, and formatted for a word processor."""

import html

from PySide6.QtCore import QMimeData

from izium_timeline.export.citation import cite
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Anchor, Evidence, Verdict


def citation(chronology: Chronology, piece: Evidence) -> QMimeData:
    """A quote with publisher, title, date, address, place and hash, in both forms."""
    plain = cite(chronology, piece)
    formatted = html.escape(plain, quote=False)
    document = chronology.document(piece.document)
    if document is not None and document.title:
        title = html.escape(document.title, quote=False)
        formatted = formatted.replace(f'"{title}"', f"<i>{title}</i>", 1)
    copied = QMimeData()
    copied.setText(plain)
    copied.setHtml(f"<p>{formatted}</p>")
    return copied


def selected_quote(document: Document, start: int, end: int) -> Evidence:
    """A stretch of a document's text as a quote that stands where it is; end is after start."""
    words = (document.text or "")[start:end]
    return Evidence(document.path, words, start, end, anchor=Anchor(Verdict.EXACT, start, end))
