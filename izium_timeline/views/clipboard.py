"""What is copied with its source: as plain text, and formatted for a word processor.

The formatted copy has no colours and no fonts of its own: it takes those of the page that it is
put on, which is white where the window may be dark.
"""

import html
import re
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QMimeData

from izium_timeline.export.citation import (
    Citation,
    citation_of,
    cite_event,
    dispute_of,
    heading_of,
)
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Anchor, Event, Evidence, Verdict

_PARAGRAPHS: Final = re.compile(r"\s*\n\s*\n\s*")
_LINES: Final = re.compile(r"\s*\n\s*")


def citation(chronology: Chronology, piece: Evidence) -> QMimeData:
    """A quote with publisher, title, date, address, place and hash, in both forms."""
    cited = citation_of(chronology, piece)
    return _both(str(cited), _formatted(cited))


def event_citation(chronology: Chronology, event: Event) -> QMimeData:
    """An event's date and title, and every quote with its source, in both forms."""
    parts = [f"<p><b>{_escaped(heading_of(event))}</b></p>"]
    parts += [_formatted(citation_of(chronology, piece)) for piece in event.evidence]
    parts += [f"<p>{_escaped(text)}</p>" for text in dispute_of(event)]
    return _both(cite_event(chronology, event), "".join(parts))


def text_alone(text: str) -> QMimeData:
    """A text without a formatted form."""
    copied = QMimeData()
    copied.setText(text)
    return copied


def selected_quote(document: Document, start: int, end: int) -> Evidence | None:
    """A stretch of a document's text, without the blanks at its ends, as a quote that stands where
    it is; None where there is nothing else in it.
    """
    chosen = (document.text or "")[start:end]
    words = chosen.strip()
    if not words:
        return None
    start += len(chosen) - len(chosen.lstrip())
    end = start + len(words)
    return Evidence(document.path, words, start, end, anchor=Anchor(Verdict.EXACT, start, end))


def _both(plain: str, formatted: str) -> QMimeData:
    copied = text_alone(plain)
    copied.setHtml(f'<meta charset="utf-8">{formatted}')
    return copied


def _formatted(cited: Citation) -> str:
    """The quote as a block of its own, below it the source, and in small letters what checks it."""
    source = _escaped(cited.source)
    if cited.headline:
        headline = _escaped(cited.headline)
        source = source.replace(headline, f"<i>{headline[1:-1]}</i>", 1)
    address = _link(cited.address)
    check = " ".join(_escaped(part) for part in (cited.place, cited.digest) if part)
    quote = "".join(f"<p>{_lines(text)}</p>" for text in _PARAGRAPHS.split(cited.quote))
    return f"<blockquote>{quote}</blockquote><p>— {source}.{address}<br><small>{check}</small></p>"


def _lines(paragraph: str) -> str:
    lines: Iterable[str] = _LINES.split(paragraph)
    return "<br>".join(map(_escaped, lines))


def _link(address: str) -> str:
    """The address, to be followed where it is one of the web."""
    if not address:
        return ""
    text = _escaped(address)
    if not address.startswith(("https://", "http://")):
        return f" {text}."
    return f' <a href="{html.escape(address)}">{text}</a>.'


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
