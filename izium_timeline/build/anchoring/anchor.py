"""Where recorded quotes stand in their documents now.

The order is that of Hypothesis' client, which anchors a W3C TextQuoteSelector by its words
first and its context second; unlike there, the best candidate is never taken for being the
best: it has to clear a floor, and to stand apart from the runner-up.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Anchor, Event, Evidence, Verdict
from izium_timeline.model.steps import Step, Steps, finished

_SEEKING: Final = (0.67, 0.7)  # shares of opening a chronology
_PLACING: Final = (0.7, 0.9)


def anchor_chronology(chronology: Chronology) -> Chronology:
    """The chronology with every quote sought in the documents as they are now."""
    return replace(
        chronology, events=finished(anchor_steps(chronology.events, chronology.documents))
    )


def anchor_steps(
    events: Sequence[Event], documents: Iterable[Document]
) -> Steps[tuple[Event, ...]]:
    """Events in their order, with every quote sought in the documents as they are now."""
    quotes: defaultdict[str, list[Evidence]] = defaultdict(list)
    for event in events:
        for piece in event.evidence:
            quotes[piece.document].append(piece)
    by_path = {document.path: document for document in documents}
    anchors: dict[str, Iterator[Anchor]] = {}
    for path, each in quotes.items():
        anchors[path] = iter(anchor(by_path.get(path), each))
        yield Step(len(anchors), len(quotes), "documents searched for their quotes", *_SEEKING)
    anchored = []
    for event in events:
        placed = (replace(piece, anchor=next(anchors[piece.document])) for piece in event.evidence)
        anchored.append(replace(event, evidence=tuple(placed)))
        yield Step(len(anchored), len(events), "events checked", *_PLACING)
    return tuple(anchored)


def anchor(document: Document | None, quotes: Sequence[Evidence]) -> list[Anchor]:
    """Where each of a document's quotes stands now, and with which verdict.

    A quote at its place in a document that has not changed costs one comparison; only if any
    is elsewhere is the text folded and searched, once for all of them.
    """
    if document is None or document.text is None:
        return [Anchor(Verdict.MISSING) for _ in quotes]
    text = document.text
    same = document.sha256 == document.recorded_sha256
    unmoved = [same and _is_here(quote, text) for quote in quotes]
    found = _sought(text, [quote for quote, here in zip(quotes, unmoved, strict=True) if not here])
    return [
        Anchor(Verdict.EXACT, quote.start, quote.end) if here else next(found)
        for quote, here in zip(quotes, unmoved, strict=True)
    ]


def _is_here(quote: Evidence, text: str) -> bool:
    return text[quote.start : quote.end] == quote.exact


def _sought(text: str, quotes: Sequence[Evidence]) -> Iterator[Anchor]:
    """The anchors of quotes that have to be sought, in their order."""
    if not quotes:
        return iter(())
    from izium_timeline.build.anchoring.seeking import (
        seek,  # no start on unchanged documents needs it
    )

    return seek(text, quotes)
