"""What became of a quote, by its words' origins and never by searching, and how an anchor did."""

from enum import StrEnum

from izium_timeline.build.anchoring.folding import fold
from izium_timeline.model.event import Anchor, Evidence, Verdict
from tests.build.edited import Words, text_of


class Outcome(StrEnum):
    """How an anchor compares with the truth."""

    RIGHT = "right"
    """Placed on the quote, or on what is left of it."""
    OFFERED = "offered"
    """Ambiguous, with the quote among the choices."""
    ELSEWHERE = "elsewhere"
    """Verified on the same words, but on another copy of them."""
    OTHER_WORDS = "other words"
    """Verified on other words: must never be."""
    LOOK_ALIKE = "look-alike"
    """Altered, on a passage that never was the quote."""
    UNPLACED = "unplaced"


def survives(words: Words, first: int, last: int) -> bool:
    """Whether all words of a passage of the first text still stand in a row."""
    origins = [word.origin for word in words]
    wanted = list(range(first, last + 1))
    at = origins.index(first) if first in origins else len(origins)
    return origins[at : at + len(wanted)] == wanted


def outcome(words: Words, first: int, last: int, quote: Evidence, anchor: Anchor) -> Outcome:
    """How an anchor of a passage does in the words of the edited text."""
    left = _left(words, first, last)
    if anchor.start is None or anchor.end is None:
        offered = any(_covers(choice, left) for choice in anchor.choices)
        return Outcome.OFFERED if offered else Outcome.UNPLACED
    span = anchor.start, anchor.end
    if anchor.verdict is Verdict.ALTERED:
        return Outcome.RIGHT if _covers(span, left) else Outcome.LOOK_ALIKE
    if fold(text_of(words)[slice(*span)]).folded != fold(quote.exact).folded:
        return Outcome.OTHER_WORDS
    return Outcome.RIGHT if _covers(span, left) else Outcome.ELSEWHERE


def _left(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """The spans now of those words of the passage that are left."""
    spans, at = [], 0
    for word in words:
        if word.origin is not None and first <= word.origin <= last:
            spans.append((at, at + len(word.text)))
        at += len(word.text) + len(word.gap)
    return spans


def _covers(span: tuple[int, int], left: list[tuple[int, int]]) -> bool:
    """Whether a span holds half at least of what is left, and anything is."""
    held = sum(start < span[1] and span[0] < end for start, end in left)
    return 0 < len(left) <= 2 * held
