"""Where in a document the evidence stands: spans that are found by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Final

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Evidence, Status, Verdict


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


class PassagesByDocument(Mapping[str, Passages]):
    """The passages of each document, by its path; those of rejected events are left out.

    A document's passages are sought in its text when they are first asked for: not every text of
    a large folder has to be read to show one.
    """

    def __init__(self, chronology: Chronology) -> None:
        self._chronology = chronology
        self._found: dict[str, Passages] = {}

    def __getitem__(self, path: str) -> Passages:
        """The passages of the document of that path; raises KeyError where it has none."""
        if path not in self._found:
            rows, document = self._rows(path), self._chronology.document(path)
            if not rows:
                raise KeyError(path)
            text = document.text if document else None
            self._found[path] = Passages(tuple(self._passages(path, rows, text)))
        return self._found[path]

    def __iter__(self) -> Iterator[str]:
        return filter(self._rows, self._chronology.quoted())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @cached_property
    def _rejected(self) -> frozenset[int]:
        statuses = enumerate(self._chronology.statuses())
        return frozenset(row for row, status in statuses if status is Status.REJECTED)

    def _rows(self, path: str) -> list[int]:
        """The events with evidence in a document, those left out that were rejected."""
        return [row for row in self._chronology.resting_on(path) if row not in self._rejected]

    def _passages(self, path: str, rows: Iterable[int], text: str | None) -> Iterator[Passage]:
        for row, event in self._chronology.readable(rows):
            for number, piece in enumerate(event.evidence):
                for start, end in spans_of(piece, text) if piece.document == path else ():
                    yield Passage(start, end, row, number, event.category, piece.verdict.verified)


def passages_by_document(chronology: Chronology) -> Mapping[str, Passages]:
    """The passages of each document, by its path; those of rejected events are left out."""
    return PassagesByDocument(chronology)


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
