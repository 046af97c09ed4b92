"""Passages that are like a recorded one; loaded only where a quote is not at its place."""

from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz.fuzz import partial_ratio

from izium_timeline.build.anchoring.likeness import Likeness, fitted, likeness
from izium_timeline.build.anchoring.seeds import guesses
from izium_timeline.build.anchoring.selector import Selector, Span

CONTEXT_FLOOR: Final = 60.0  # below it, words are not between the recorded surroundings
CONTEXT_MARGIN: Final = 20.0  # by so much the best surroundings must beat the next
ALTERED_FLOOR: Final = 75.0  # below it, a passage is no altered form of the quote
ALTERED_MARGIN: Final = 10.0  # by so much it must beat the next, its surroundings included
NEAR_SIDE: Final = 80.0  # one side at least of an altered quote is as like as that
ONE_SIDED_FLOOR: Final = 85.0  # where the other side is not, the words must be as like as that
SHORT: Final = 20  # shorter quotes look like much else: both sides have to be near


def told_apart(selector: Selector, text: str, spans: Iterable[Span]) -> Span | None:
    """The one of equal passages whose surroundings are the recorded ones; None if that is open.

    It is clear where one is far more like them than the next, and where one alone has them to the
    letter.
    """
    best, second, *_ = sorted(
        (likeness(selector, text, span) for span in spans),
        key=lambda each: each.around,
        reverse=True,
    )
    by_far = best.around >= CONTEXT_FLOOR and best.around - second.around >= CONTEXT_MARGIN
    to_the_letter = second.around < best.around == 100.0
    return best.span if by_far or to_the_letter else None


def rivals(selectors: Sequence[Selector], copies: Sequence[Span], text: str) -> list[Span | None]:
    """For each quote the passage that it became if its words, at ``copies``, are another's.

    That would be taken for its altered form were the copy not there, and stands in surroundings
    far more like the recorded ones. None where there is no such passage: the words have moved.
    """
    return [
        _rival(selector, copy, text, found)
        for selector, copy, found in zip(selectors, copies, guesses(selectors, text), strict=True)
    ]


def _rival(selector: Selector, copy: Span, text: str, found: Iterable[Span]) -> Span | None:
    fitting = (fitted(selector, text, span) for span in found)
    best = _clearest(each for each in fitting if not _overlap(each.span, copy))
    if best is None or not _in_place(selector, text, best):
        return None
    apart = best.around - likeness(selector, text, copy).around
    return best.span if apart >= ALTERED_MARGIN else None


def altered(selectors: Sequence[Selector], rooms: Sequence[Span], text: str) -> list[Span | None]:
    """For each quote the passage that it became, for a person to confirm; None where it is lost.

    The passage has to be like the quote and apart from the next best. It has to stand where the
    quote stood: between the recorded surroundings, and in the quote's room, the span of the text
    that is between the quotes around it.
    """
    return [
        _altered(selector, room, text, found)
        for selector, room, found in zip(selectors, rooms, guesses(selectors, text), strict=True)
    ]


def _altered(selector: Selector, room: Span, text: str, found: Iterable[Span]) -> Span | None:
    best = _clearest(fitted(selector, text, span) for span in found)
    if best is None:
        return None
    inside = room[0] <= best.span[0] and best.span[1] <= room[1]
    return best.span if inside and _in_place(selector, text, best) else None


def _clearest(passages: Iterable[Likeness]) -> Likeness | None:
    """The passage that clears the floor, and the margin over the next best; None without one."""
    ordered = sorted(passages, key=lambda each: -each.whole)
    if not ordered or ordered[0].words < ALTERED_FLOOR:
        return None
    best = ordered[0]
    apart = (each.whole for each in ordered if not _overlap(each.span, best.span))
    return best if best.whole - max(apart, default=0.0) >= ALTERED_MARGIN else None


def _in_place(selector: Selector, text: str, found: Likeness) -> bool:
    """Whether a passage stands where the quote stood.

    One near side is enough if the quote is long and hardly changed, unless the other side's words
    are in the passage itself: then the passage is the quote's neighbour.
    """
    near = [side >= NEAR_SIDE for side in found.sides]
    if len(near) == 2 and all(near):
        return True
    if len(selector.words) < SHORT or found.words < ONE_SIDED_FLOOR:
        return False
    passage = text[slice(*found.span)]
    neighbour = any(
        part.strip() and (side or 0.0) < NEAR_SIDE and partial_ratio(part, passage) >= NEAR_SIDE
        for side, part in ((found.before, selector.before), (found.after, selector.after))
    )
    return any(near) and not neighbour


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
