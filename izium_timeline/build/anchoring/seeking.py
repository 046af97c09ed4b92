"""Seeking quotes in a document that changed; loaded only where one is not at its place."""

from collections.abc import Iterator, Sequence
from typing import Final

from izium_timeline.build.anchoring.folding import fold
from izium_timeline.build.anchoring.occurrences import MOST, occurrences
from izium_timeline.build.anchoring.rooms import rooms
from izium_timeline.build.anchoring.selector import Selector, Span, selector_of
from izium_timeline.model.event import Anchor, Evidence, Verdict

_TELLING: Final = 20  # code points of a quote that stands elsewhere too seldom to mislead


def seek(text: str, quotes: Sequence[Evidence]) -> Iterator[Anchor]:
    """The anchors of quotes by their words alone or, where these are gone, by what is like them."""
    folded = fold(text)
    selectors = [selector_of(quote) for quote in quotes]
    places = [
        _chosen(selector, folded.folded, spans)
        for selector, spans in zip(selectors, occurrences(selectors, folded.folded), strict=True)
    ]
    places = _with_rivals(selectors, places, folded.folded)
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
    if text[quote.start : quote.end] == quote.exact and quote.start <= start and end <= quote.end:
        return Anchor(Verdict.EXACT, quote.start, quote.end)
    return Anchor(Verdict.MOVED, start, end)


# rapidfuzz takes as long to load as the rest of the program's core, and quotes whose words stand
# in one place need none of it: the functions below load ``alike`` themselves.


def _chosen(selector: Selector, text: str, spans: list[Span]) -> list[Span]:
    """The span that the context tells from the others, else all of them."""
    if not 1 < len(spans) < MOST:
        return spans
    from izium_timeline.build.anchoring.alike import told_apart

    span = told_apart(selector, text, spans)
    return spans if span is None else [span]


def _with_rivals(
    selectors: Sequence[Selector], places: Sequence[list[Span]], text: str
) -> list[list[Span]]:
    """The places, and where the words of one may be a copy's, the passage that says so.

    Words that kept their surroundings to the letter are nobody else's.
    """
    doubted = [
        number
        for number, spans in enumerate(places)
        if len(spans) == 1 and not selectors[number].stands_in(text, spans[0])
    ]
    if not doubted:
        return list(places)
    from izium_timeline.build.anchoring.alike import rivals

    copies = [places[number][0] for number in doubted]
    found = rivals([selectors[number] for number in doubted], copies, text)
    both = {
        number: sorted((copy, rival))
        for number, copy, rival in zip(doubted, copies, found, strict=True)
        if rival is not None
    }
    return [both.get(number, spans) for number, spans in enumerate(places)]


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
    from izium_timeline.build.anchoring.alike import altered

    kept = [
        ((quote.start, quote.end), spans[0])
        for quote, spans in zip(quotes, places, strict=True)
        if len(spans) == 1 and len(quote.exact) >= _TELLING
    ]
    recorded = [(quotes[number].start, quotes[number].end) for number in gone]
    return altered([selectors[number] for number in gone], rooms(recorded, kept, len(text)), text)
