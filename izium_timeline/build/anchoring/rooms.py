"""The room that the quotes around it leave a quote that has changed.

A document keeps its order when it is edited: what became of a quote stands between the quotes that
stood before and after it. A passage elsewhere, however like, is another statement.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from izium_timeline.build.anchoring.selector import Span


def rooms(gone: Iterable[Span], kept: Sequence[tuple[Span, Span]], length: int) -> list[Span]:
    """For each recorded span the span of the text now, so long, in which it can stand.

    ``kept`` are recorded spans with those where the same words are now. Between two that have
    changed their order there is no room that would be known: it is the whole text.
    """
    by_end = sorted((recorded[1], now[1]) for recorded, now in kept)
    by_start = sorted((recorded[0], now[0]) for recorded, now in kept)
    found = []
    for start, end in gone:
        before = bisect_right(by_end, (start, length))
        after = bisect_left(by_start, (end, 0))
        low = by_end[before - 1][1] if before else 0
        high = by_start[after][1] if after < len(by_start) else length
        found.append((low, high) if low <= high else (0, length))
    return found
