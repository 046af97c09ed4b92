"""A text becomes blocks: paragraphs, headings, list items, without what is furniture.

Lines that a program has wrapped are one paragraph; lines that a person ended are one each.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from izium_timeline.build.candidates.lexicon import any_pattern

_WIDEST = 130  # characters of a wrapped line: longer ones are whole paragraphs
_NARROWEST = 40
_WRAPPED = 0.6  # share of a run's breaks that look like wrapping for it to be wrapped
_LONGEST_LABEL = 160  # characters of a line that may be furniture as a whole
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_ENDED = re.compile(r"[.!?\u2026:;][\"'\u2019\u201d\u00bb)\]]*\s*\Z")
_HANGS = re.compile(
    r"\s(?:on|in|at|the|of|and|or|to|a|an|by|from|with|for|that|his|her|its|their)\s*\Z"
)
_MARKER = re.compile(
    r"\s*(?:[-*\u2022\u25cf\u25aa\u2023\u2043]\s+|(?:\(?(?:[0-9]{1,3}|[a-z])[.)])\s+(?=[^\W\d_a-z])|#{1,6}\s+|(?:>\s*)+|\d{1,3}/\s+)?"
)


class Block(NamedTuple):
    """A stretch of text without surrounding blanks or list marker.

    ``ended`` says whether it closes like a sentence: headings, captions and labels do not.
    """

    start: int
    end: int
    ended: bool


class Blocks:
    """The blocks of a text that are no furniture, found by a place in them."""

    def __init__(self, text: str) -> None:
        self._blocks = list(_readable(text, list(_blocks(text))))
        self._starts = [block.start for block in self._blocks]

    def at(self, place: int) -> Block | None:
        """The block that holds a place; None where furniture or nothing stands there."""
        index = self.index_at(place)
        return None if index is None else self._blocks[index]

    def index_at(self, place: int) -> int | None:
        """The number of the block that holds a place."""
        index = bisect_right(self._starts, place) - 1
        return index if index >= 0 and place < self._blocks[index].end else None

    def __getitem__(self, index: int) -> Block:
        return self._blocks[index]

    def __len__(self) -> int:
        return len(self._blocks)


def _blocks(text: str) -> Iterator[Block]:
    """All blocks of a text."""
    run: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if run and start - run[-1][1] > 1 and not _one_break(text, run[-1][1], start):
            yield from _paragraphs(text, run)
            run = []
        if not text[start:end].isspace():
            run.append((start, end))
        else:
            yield from _paragraphs(text, run)
            run = []
    yield from _paragraphs(text, run)


def _one_break(text: str, end: int, start: int) -> bool:
    return text[end:start] == "\r\n"


def _paragraphs(text: str, run: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """The blocks of neighbouring lines: joined where a line was wrapped into the next."""
    if not run:
        return
    joins = _joins(text, run)
    start = run[0][0]
    for index, (_, end) in enumerate(run):
        if index + 1 < len(run) and joins[index]:
            continue
        block = _block(text, start, end)
        if block is not None:
            yield block
        if index + 1 < len(run):
            start = run[index + 1][0]


def _joins(text: str, run: Sequence[tuple[int, int]]) -> list[bool]:
    """For each break between two lines whether the text goes on across it."""
    if len(run) < 2:
        return []
    width = max(end - start for start, end in run)
    fits = [
        _NARROWEST <= width <= _WIDEST and _full(text, run[i], run[i + 1], width)
        for i in range(len(run) - 1)
    ]
    small = any(text[start : start + 12].lstrip()[:1].islower() for start, _ in run[1:])
    wrapped = small and sum(fits) >= _WRAPPED * len(fits)
    return [
        not _item(text, run[i + 1])
        and (_goes_on(text, run[i], run[i + 1]) or (wrapped and fits[i]))
        for i in range(len(run) - 1)
    ]


def _full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the next line's first word would not have fitted on a line."""
    words = text[following[0] : following[0] + 40].split(None, 1)
    first = len(words[0]) if words else 0
    return line[1] - line[0] + 1 + first >= width


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a line that is not ended is followed by small letters."""
    opening = text[following[0] : following[0] + 12].lstrip()
    if _HANGS.search(text, max(line[0], line[1] - 12), line[1]):
        return True
    return opening[:1].islower() and not _ENDED.search(text, max(line[0], line[1] - 8), line[1])


def _item(text: str, line: tuple[int, int]) -> bool:
    marker = _MARKER.match(text, line[0], line[1])
    return marker is not None and not marker[0].isspace() and bool(marker[0])


def _block(text: str, start: int, end: int) -> Block | None:
    marker = _MARKER.match(text, start, end)
    start = marker.end() if marker else start
    while end > start and text[end - 1].isspace():
        end -= 1
    if end <= start:
        return None
    return Block(start, end, _ENDED.search(text, max(start, end - 8), end) is not None)


def _readable(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without furniture; behind a teaser's line the headline and the summary."""
    middle = len(text) // 2
    skipped = 0
    for index, block in enumerate(blocks):
        length = block.end - block.start
        label = text[block.start : block.end].strip(" :\t-*") if length <= _LONGEST_LABEL else ""
        if label and block.start > middle and any_pattern("furniture", "tail").fullmatch(label):
            return
        if label and any_pattern("furniture", "teaser").fullmatch(label):
            skipped = index + 2
            continue
        if index <= skipped and skipped and _teased(block, index, skipped):
            continue
        skipped = 0
        if not _is_furniture(text, block, label):
            yield block


def _teased(block: Block, index: int, skipped: int) -> bool:
    """Whether a block behind a teaser's line is the headline, or the summary behind that."""
    return not block.ended if index < skipped else True


def _is_furniture(text: str, block: Block, label: str) -> bool:
    if label and any_pattern("furniture", "line").fullmatch(label):
        return True
    return any_pattern("furniture", "start").match(text, block.start, block.end) is not None


def is_credit(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text is a credit, or holds words that only furniture has."""
    patterns = (any_pattern("furniture", key) for key in ("inside", "bracketed", "credit"))
    return any(pattern.search(text, start, end) for pattern in patterns)
