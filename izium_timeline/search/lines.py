"""Hits as lines of four cells: id, date, title, quote, separated by tabs."""

from collections.abc import Iterator

from izium_timeline.model.event import Event, Status
from izium_timeline.model.line import one_line
from izium_timeline.search.find import Hits, spans
from izium_timeline.search.index import SearchIndex


def hit_lines(index: SearchIndex, hits: Hits) -> Iterator[str]:
    """A line for each event that was not rejected, then one for each passage.

    An event shows the first of its quotes that holds a word found, else its best one; a
    passage has no id and no date, and its document's title.
    """
    for row in hits.events:
        event = index.chronology.events[row]
        if event.status is not Status.REJECTED:
            yield _line(event.id, str(event.edtf), event.title, _quote(event, hits))
    for passage in hits.passages:
        document = index.documents[passage.document]
        yield _line("", "", document.title or document.path, passage.excerpt)


def _quote(event: Event, hits: Hits) -> str:
    found = (piece for piece in event.evidence if spans(piece.exact, hits))
    piece = next(found, event.best_evidence)
    return piece.exact if piece else ""


def _line(*cells: str) -> str:
    return "\t".join(one_line(cell) for cell in cells)
