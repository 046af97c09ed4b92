"""Where recorded quotes stand in their documents now.

The order is that of Hypothesis' client, which anchors a W3C TextQuoteSelector by its words
first and its context second; unlike there, the best candidate is never taken for being the
best: it has to clear a floor, and to stand apart from the runner-up.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from izium_timeline.build.folding import fold
from izium_timeline.build.occurrences import MOST, occurrences
from izium_timeline.build.rooms import rooms
from izium_timeline.build.selector import Selector, Span, selector_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Anchor, Evidence, Verdict

_TELLING: Final = 20  # code points of a quote that stands elsewhere too seldom to mislead


def anchor_chronology(chronology: Chronology) -> Chronology:
    """The chronology with every quote sought in the documents as they are now."""
    quotes: defaultdict[str, list[Evidence]] = defaultdict(list)
    for event in chronology.events:
        for piece in event.evidence:
            quotes[piece.document].append(piece)
    documents = {document.path: document for document in chronology.documents}
    anchors = {path: iter(anchor(documents.get(path), each)) for path, each in quotes.items()}
    return replace(
        chronology,
        events=tuple(
            replace(
                event,
                evidence=tuple(
                    replace(piece, anchor=next(anchors[piece.document])) for piece in event.evidence
                ),
            )
            for event in chronology.events
        ),
    )


def anchor(document: Document | None, quotes: Sequence[Evidence]) -> list[Anchor]:
    """Where each of a document's quotes stands now, and with which verdict.

    A quote at its place in a document that has not changed costs one comparison; only if any
    is elsewhere is the text folded and searched, once for all of them.
    """
    if document is None or document.text is None:
        return [Anchor(Verdict.MISSING) for _ in quotes]
    text = document.text
    same = document.sha256 == document.recorded_sha256
    unmoved = [same and _here(quote, text) for quote in quotes]
    found = _sought(text, [quote for quote, here in zip(quotes, unmoved, strict=True) if not here])
    return [
        Anchor(Verdict.EXACT, quote.start, quote.end) if here else next(found)
        for quote, here in zip(quotes, unmoved, strict=True)
    ]


def _here(quote: Evidence, text: str) -> bool:
    return text[quote.start : quote.end] == quote.exact


def _sought(text: str, quotes: Sequence[Evidence]) -> Iterator[Anchor]:
    """The anchors of quotes by their words alone or, where these are gone, by what is like them."""
    if not quotes:
        return
    folded = fold(text)
    selectors = [selector_of(quote) for quote in quotes]
    places = [
        _chosen(selector, folded.folded, spans)
        for selector, spans in zip(selectors, occurrences(selectors, folded.folded), strict=True)
    ]
    passages = iter(_altered(quotes, selectors, places, folded.folded))
    for quote, spans in zip(quotes, places, strict=True):
        if spans:
            yield _same_words(quote, text, [folded.original(*span) for span in spans])
        else:
            passage = next(passages)
            yield (
                Anchor(Verdict.ALTERED, *folded.original(*passage))
                if passage
                else Anchor(Verdict.LOST)
            )


def _same_words(quote: Evidence, text: str, places: Sequence[Span]) -> Anchor:
    """The anchor of a quote whose words stand at these places."""
    if len(places) > 1:
        return Anchor(Verdict.AMBIGUOUS, choices=tuple(places))
    ((start, end),) = places
    if _here(quote, text) and quote.start <= start and end <= quote.end:
        return Anchor(Verdict.EXACT, quote.start, quote.end)
    return Anchor(Verdict.MOVED, start, end)


# rapidfuzz takes a tenth of the program's start, and unchanged documents need none of it: the
# functions below load ``alike`` themselves.


def _chosen(selector: Selector, text: str, spans: list[Span]) -> list[Span]:
    """The span that the context tells from the others, else all of them."""
    if not 1 < len(spans) < MOST:
        return spans
    from izium_timeline.build.alike import told_apart

    span = told_apart(selector, text, spans)
    return spans if span is None else [span]


def _altered(
    quotes: Sequence[Evidence],
    selectors: Sequence[Selector],
    places: Sequence[Sequence[Span]],
    text: str,
) -> list[Span | None]:
    """What became of each quote that has no place any more, in their order."""
    gone = [number for number, spans in enumerate(places) if not spans]
    if not gone:
        return []
    from izium_timeline.build.alike import altered

    kept = [
        ((quote.start, quote.end), spans[0])
        for quote, spans in zip(quotes, places, strict=True)
        if len(spans) == 1 and len(quote.exact) >= _TELLING
    ]
    recorded = [(quotes[number].start, quotes[number].end) for number in gone]
    return altered([selectors[number] for number in gone], rooms(recorded, kept, len(text)), text)
