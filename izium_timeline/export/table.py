"""A chronology as a plain table, for where there is no window."""

import re
from collections.abc import Iterable, Iterator, Sequence

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event
from izium_timeline.model.line import fitted, one_line, width

_GAP = "  "
_LONGEST_DATE = 25
_SHORTEST_TITLE = 36  # columns; a narrower terminal gets fewer cells instead of shorter titles
_HEADER = ("Date", "Event", "Category", "Sources")
_FIRST_NAME = re.compile(r"[^,(]*")  # "CNN" of "CNN, as republished"

Cells = tuple[str, str, str, str]


def table_lines(chronology: Chronology, events: Sequence[Event], columns: int) -> Iterator[str]:
    """The lines of the table, each at most so many columns of a terminal wide."""
    documents = {document.path: document for document in chronology.documents}
    summary = _summary(chronology, events)
    yield fitted(summary, min(columns, width(summary)))
    if not events:
        return
    rows = [_HEADER, *(_cells(event, documents) for event in events)]
    widths = _widths(rows, columns)
    yield ""
    for row in rows:
        cells = (fitted(cell, wide) for cell, wide in zip(row, widths, strict=False))
        yield _GAP.join(cells).rstrip()


def _summary(chronology: Chronology, events: Sequence[Event]) -> str:
    quotes = sum(len(event.evidence) for event in events)
    exact = sum(piece.verdict.verified for event in events for piece in event.evidence)
    documents = len(chronology.documents)
    return (
        f"{one_line(chronology.title)}: {_counted(len(events), 'event')}, "
        f"{_counted(documents, 'document')}, {exact} of {_counted(quotes, 'quote')} verified"
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _cells(event: Event, documents: dict[str, Document]) -> Cells:
    claim = f" ({event.voice})" if event.voice != "asserted" else ""
    return (
        str(event.edtf),
        one_line(event.title) + claim,
        one_line(event.category),
        _sources(event, documents),
    )


def _sources(event: Event, documents: dict[str, Document]) -> str:
    paths = list(dict.fromkeys(piece.document for piece in event.evidence))
    if len(paths) != 1:
        return f"{len(paths)} documents" if paths else ""
    document = documents.get(paths[0])
    named = _FIRST_NAME.match(document.publisher) if document else None
    return one_line(named[0] if named and named[0] else paths[0])


def _widths(rows: Iterable[Cells], columns: int) -> tuple[int, ...]:
    """The widths of the cells that there is room for, the title's being what the others leave."""
    date, title, *others = (max(map(width, cells)) for cells in zip(*rows, strict=True))
    date = min(date, _LONGEST_DATE)
    while others and _left(columns, date, *others) < _SHORTEST_TITLE:
        others.pop()
    return date, max(1, min(title, _left(columns, date, *others))), *others


def _left(columns: int, *widths: int) -> int:
    return columns - sum(widths) - len(_GAP) * len(widths)
