"""Where in a document the evidence stands: spans that are found by place."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Event, Evidence, Status, Verdict


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of a document's text, in code points, that supports an event.

    ``row`` is the event's place in the chronology, ``piece`` the evidence's in the event.
    ``sure`` is False where the words are altered, or where they may as well stand elsewhere.
    """

    start: int
    end: int
    row: int
    piece: int
    category: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of one document, by start. What overlaps a span is found in O(log n + k)."""

    items: tuple[Passage, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _reach: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.items))
        object.__setattr__(self, "items", ordered)
        object.__setattr__(self, "_starts", tuple(item.start for item in ordered))
        # How far the passages up to each one reach: ascending, however they overlap.
        object.__setattr__(self, "_reach", tuple(accumulate((i.end for i in ordered), max)))

    def within(self, start: int, end: int) -> list[Passage]:
        """The passages that share a code point with the span, by start."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [item for item in self.items[first:last] if item.end > start]

    def at(self, point: int) -> list[Passage]:
        """The passages that hold the code point, the shortest first."""
        return sorted(self.within(point, point + 1), key=lambda item: item.end - item.start)

    def after(self, point: int) -> Passage | None:
        """The first passage that starts behind the code point."""
        index = bisect_right(self._starts, point)
        return self.items[index] if index < len(self.items) else None

    def before(self, point: int) -> Passage | None:
        """The last passage that starts before the code point."""
        index = bisect_left(self._starts, point)
        return self.items[index - 1] if index else None


NO_PASSAGES: Final = Passages()


def passages_by_document(chronology: Chronology) -> Mapping[str, Passages]:
    """The passages of each document, by its path; those of rejected events are left out."""
    texts = {document.path: document.text for document in chronology.documents}
    found: dict[str, list[Passage]] = defaultdict(list)
    for row, event in enumerate(chronology.events):
        if event.status is Status.REJECTED:
            continue
        for path, passage in _passages(row, event, texts):
            found[path].append(passage)
    return {path: Passages(tuple(items)) for path, items in found.items()}


def verdict_now(piece: Evidence, text: str | None) -> Verdict:
    """The verdict, checked against the text that is about to be shown.

    A quote that the chronology calls exact is lost where the text says other words, missing
    where there is no text.
    """
    if text is None:
        return Verdict.MISSING
    anchor = piece.anchor
    exact = anchor is not None and anchor.verdict is Verdict.EXACT
    if anchor and exact and text[anchor.start : anchor.end] != piece.exact:
        return Verdict.LOST
    return piece.verdict


def spans_of(piece: Evidence, text: str | None) -> tuple[tuple[int, int], ...]:
    """Where the words may stand: one span, several while ambiguous, none while lost."""
    anchor = piece.anchor
    if anchor is None or verdict_now(piece, text) in (Verdict.LOST, Verdict.MISSING):
        return ()
    if anchor.start is not None and anchor.end is not None:
        return ((anchor.start, anchor.end),)
    return anchor.choices


def _passages(
    row: int, event: Event, texts: Mapping[str, str | None]
) -> Iterator[tuple[str, Passage]]:
    for number, piece in enumerate(event.evidence):
        sure = piece.verdict.verified
        for start, end in spans_of(piece, texts.get(piece.document)):
            yield piece.document, Passage(start, end, row, number, event.category, sure)
