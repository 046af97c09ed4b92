"""A recorded quote as it is sought: its folded words, and those around them."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from izium_timeline.build.anchoring.folding import fold
from izium_timeline.model.event import Evidence

Span = tuple[int, int]

_CONTEXT: Final = 64  # code points on each side; a file may record more
_DIGITS: Final = re.compile(r"\d[.,]\0\d|\d\0[.,]\d")
_JOINER: Final = "\u200d"  # holds the parts of one emoji together


@dataclass(frozen=True, slots=True)
class Selector:
    """A W3C TextQuoteSelector, folded: the words, without blanks at their ends, in context.

    ``cuts`` says at which of its ends the quote was recorded as ending inside a word.
    """

    words: str
    before: str
    after: str
    cuts: tuple[bool, bool]

    @property
    def around(self) -> str:
        """The words in their context."""
        return self.before + self.words + self.after

    def stands_in(self, text: str, span: Span) -> bool:
        """Whether a span of folded text has the recorded surroundings to the letter."""
        before = text[max(0, span[0] - len(self.before)) : span[0]]
        return before == self.before and text.startswith(self.after, span[1])

    def fits(self, text: str, span: Span) -> bool:
        """Whether a span of folded text ends inside a word only where the quote did."""
        return all(self.ends_well(text, span, side) for side in (0, 1))

    def ends_well(self, text: str, span: Span, side: int) -> bool:
        """Whether an end of a span, 0 or 1, is no blank, and cuts no word unless the quote did."""
        place = span[side]
        edge = text[place : place + 1] if side == 0 else text[place - 1 : place]
        return edge != " " and (self.cuts[side] or not _inside_word(text, place))


def selector_of(evidence: Evidence) -> Selector:
    """The folded selector of a piece of evidence; its words are empty if it is all blank."""
    exact = evidence.exact
    start, end = len(exact) - len(exact.lstrip()), len(exact.rstrip())
    words = fold(exact.strip()).folded
    before = fold((evidence.prefix + exact[:start])[-_CONTEXT:]).folded
    after = fold((exact[end:] + evidence.suffix)[:_CONTEXT]).folded
    around = before + words + after
    first, last = len(before), len(before) + len(words)
    return Selector(words, before, after, (_inside_word(around, first), _inside_word(around, last)))


def _inside_word(text: str, place: int) -> bool:
    """Whether a word, a number or a letter with its marks goes on across a place in a text."""
    left, right = text[max(0, place - 2) : place], text[place : place + 2]
    if not left or not right:
        return False
    return (
        (left[-1].isalnum() and right[0].isalnum())
        or unicodedata.category(right[0]).startswith("M")
        or _JOINER in (left[-1], right[0])
        or _DIGITS.search(f"{left}\0{right}") is not None
    )
