"""Finding words in one document, whatever their case and the blanks between them."""

import re
from bisect import bisect_right

Span = tuple[int, int]


def occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand, one after the other, in code points; no words stand nowhere."""
    if not words.split():
        return ()
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return tuple(match.span() for match in re.finditer(pattern, text, re.IGNORECASE))


def step(spans: tuple[Span, ...], point: int, forward: bool) -> int | None:
    """The number of the next or previous span seen from a place, around the ends; None of none."""
    if not spans:
        return None
    behind = bisect_right(spans, point, key=lambda span: span[0])
    if forward:
        return behind % len(spans)
    here = behind - 1 if behind and spans[behind - 1][0] == point else behind
    return (here - 1) % len(spans)
