"""How like a recorded quote a passage is, and where exactly the passage ends.

Likenesses run from 0 to 100: rapidfuzz's normalised indel similarity, twice the length of the
longest common subsequence by the length of both.
"""

from dataclasses import dataclass
from typing import Final

from rapidfuzz.fuzz import ratio

from izium_timeline.build.anchoring.selector import Selector, Span

_ROUNDS: Final = 2  # of fitting the end, then the start


@dataclass(frozen=True, slots=True)
class Likeness:
    """A passage, and how like a recorded one it is.

    ``before`` and ``after`` are those of its surroundings. Where none were recorded, at an end of
    the document, that is 100 for a passage at that end, else None. ``whole`` is the mean of all
    that was recorded, weighted by length.
    """

    span: Span
    words: float
    before: float | None
    after: float | None
    whole: float

    @property
    def sides(self) -> list[float]:
        """The likeness of each side that is known."""
        return [side for side in (self.before, self.after) if side is not None]

    @property
    def around(self) -> float:
        """The mean likeness of the surroundings, 0 where none are known."""
        return sum(self.sides) / len(self.sides) if self.sides else 0.0


def likeness(selector: Selector, text: str, span: Span) -> Likeness:
    """How like a selector a span of folded text is, with what stands around it."""
    start, end = span
    words = ratio(selector.words, text[start:end])
    before = _side(selector.before, text[max(0, start - max(len(selector.before), 2)) : start])
    after = _side(selector.after, text[end : end + max(len(selector.after), 2)])
    weighed = (
        (words, len(selector.words)),
        (before or 0.0, len(selector.before)),
        (after or 0.0, len(selector.after)),
    )
    whole = sum(value * length for value, length in weighed) / len(selector.around)
    return Likeness(span, words, before, after, whole)


def _side(recorded: str, now: str) -> float | None:
    if recorded.strip():
        return ratio(recorded, now)
    return None if now.strip() else 100.0


def fitted(selector: Selector, text: str, guess: Span) -> Likeness:
    """The passage of whole words about a guess that is most like the selector.

    One end is sought after the other, twice: what is best for both at once is seldom better,
    and far slower to find.
    """
    slack = 16 + min(len(selector.words) // 4, 150)
    best = likeness(selector, text, (guess[0], max(guess[1], guess[0] + 1)))
    for _ in range(_ROUNDS):
        for side in (1, 0):
            best = max(
                (
                    likeness(selector, text, span)
                    for span in _spans(selector, text, best.span, side, slack)
                ),
                key=lambda each: each.whole,
                default=best,
            )
    return best


def _spans(selector: Selector, text: str, span: Span, side: int, slack: int) -> list[Span]:
    """Spans with one side moved about to where words begin or end."""
    start, end = span
    low, high = max(0, span[side] - slack), min(len(text), span[side] + slack)
    if side == 0:
        moved = [(each, end) for each in range(low, min(high, end - 1) + 1)]
    else:
        moved = [(start, each) for each in range(max(low, start + 1), high + 1)]
    return [each for each in moved if selector.ends_well(text, each, side)]
