"""What a check of every quote against its document says, line by line."""

from collections import Counter
from collections.abc import Iterator

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Verdict
from izium_timeline.model.line import one_line


def verdict_lines(chronology: Chronology) -> Iterator[str]:
    """A line for each quote that is not exact (verdict, event, document, quote), then a count."""
    for event in chronology.events:
        for piece in event.evidence:
            if piece.verdict is not Verdict.EXACT:
                cells = (piece.verdict, event.id, piece.document, one_line(piece.exact))
                yield "\t".join(cells)
    total = chronology.verdicts().total()
    quotes = "1 quote" if total == 1 else f"{total} quotes"
    yield f"{quotes} checked: {counted(chronology.verdicts())}"


def document_lines(chronology: Chronology) -> Iterator[str]:
    """A line for each document that is missing, or no longer the one it was.

    Only a text that quotes were once taken from can be put back.
    """
    for document in chronology.documents:
        if document.missing:
            remedy = "; put the text back" if document.recorded_sha256 else ""
            yield f"{document.path}: {document.problem or 'is not there'}{remedy}"
        elif document.changed:
            yield f"{document.path}: was changed since the chronology was made; compare its quotes"


def unverified(counts: Counter[Verdict]) -> int:
    """How many quotes do not stand in their documents."""
    return sum(count for verdict, count in counts.items() if not verdict.verified)


def counted(counts: Counter[Verdict]) -> str:
    """The counts in words, best verdict first."""
    present = [f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict]]
    return ", ".join(present) or "none"


def warning(counts: Counter[Verdict]) -> str:
    """What an export says of quotes that are not exact, empty where all are."""
    return "" if counts.total() == counts[Verdict.EXACT] else f"the quotes are {counted(counts)}"
