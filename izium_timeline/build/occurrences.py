"""Every place where quotes stand in a text word for word."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from izium_timeline.build.selector import Selector, Span

MOST: Final = 1000
"""Places of one quote that are looked at; beyond them nobody would choose among them."""

_BLOCK: Final = 16
_LONG: Final = 2 * _BLOCK - 1  # so long a passage holds a whole block wherever it stands


def occurrences(selectors: Sequence[Selector], text: str) -> list[list[Span]]:
    """For each quote the spans of its words in a folded text, in order, ``MOST`` at most.

    Long quotes are sought in one pass: the text is cut into blocks of 16 code points, and a block
    that begins a quote, shifted by 0 to 15, tells where to compare (Karp and Rabin, "Efficient
    randomized pattern-matching algorithms", 1987, with Python's hash of the block for theirs).
    """
    starts: list[list[int]] = [[] for _ in selectors]
    blocks: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, selector in enumerate(selectors):
        if len(selector.words) < _LONG:
            starts[number] = list(islice(_fitting(selector, text), MOST))
            continue
        for shift in range(_BLOCK):
            blocks[selector.words[shift : shift + _BLOCK]].append((number, shift))
    for place in range(0, len(text) - _BLOCK + 1, _BLOCK) if blocks else ():
        for number, shift in blocks.get(text[place : place + _BLOCK], ()):
            if len(starts[number]) < MOST and _stands(selectors[number], text, place - shift):
                starts[number].append(place - shift)
    return [
        [(start, start + len(selector.words)) for start in sorted(each)]
        for selector, each in zip(selectors, starts, strict=True)
    ]


def _fitting(selector: Selector, text: str) -> Iterator[int]:
    start = text.find(selector.words) if selector.words else -1
    while start >= 0:
        if selector.fits(text, (start, start + len(selector.words))):
            yield start
        start = text.find(selector.words, start + 1)


def _stands(selector: Selector, text: str, start: int) -> bool:
    return (
        start >= 0
        and text.startswith(selector.words, start)
        and selector.fits(text, (start, start + len(selector.words)))
    )
