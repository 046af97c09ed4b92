"""Every place where quotes stand in a text word for word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from izium_timeline.build.anchoring.selector import Selector, Span

MOST: Final = 1000
"""Places of one quote that are looked at; beyond them nobody would choose among them."""

_BLOCKS: Final = (64, 32, 16)
"""Lengths of blocks: a passage of twice the length less one holds one, wherever it stands."""


def occurrences(selectors: Sequence[Selector], text: str) -> list[list[Span]]:
    """For each quote the spans of its words in a folded text, in order, ``MOST`` at most.

    Quotes that are long enough are sought together: the text is cut into blocks, and a block that
    begins a quote, shifted by less than its length, tells where to compare (Karp and Rabin,
    "Efficient randomized pattern-matching algorithms", 1987, with Python's hash of the block for
    theirs). Blocks are as long as the quote allows, so that a turn of phrase is no match.
    """
    starts: list[list[int]] = [[] for _ in selectors]
    together: defaultdict[int, list[int]] = defaultdict(list)
    for number, selector in enumerate(selectors):
        size = _block_of(selector.words)
        if size:
            together[size].append(number)
        else:
            starts[number] += islice(_one_by_one(selector, text), MOST)
    for size, numbers in together.items():
        for number, start in _in_one_pass(selectors, numbers, text, size):
            if len(starts[number]) < MOST and _stands(selectors[number], text, start):
                starts[number].append(start)
    return [
        [(start, start + len(selector.words)) for start in sorted(each)]
        for selector, each in zip(selectors, starts, strict=True)
    ]


def _block_of(words: str) -> int:
    """The length of the blocks by which a quote is sought, 0 where it is too short for any."""
    return next((size for size in _BLOCKS if len(words) >= 2 * size - 1), 0)


def _in_one_pass(
    selectors: Sequence[Selector], numbers: Iterable[int], text: str, size: int
) -> Iterator[tuple[int, int]]:
    """Quotes, by their numbers, with the places where a block says that they may start."""
    blocks: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in numbers:
        for shift in range(size):
            blocks[selectors[number].words[shift : shift + size]].append((number, shift))
    for place in range(0, len(text) - size + 1, size):
        for number, shift in blocks.get(text[place : place + size], ()):
            yield number, place - shift


def _one_by_one(selector: Selector, text: str) -> Iterator[int]:
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
