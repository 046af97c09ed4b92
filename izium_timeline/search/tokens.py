"""Many texts into numbered words at once.

A word is folded once, when it is first met; after that a text costs one look-up a word. A
million titles take a few seconds so, a third of what the words one by one would.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.vocabulary.words import WORD, fold

BOUNDARY = "\x1f"  # between the values of one text: no words in a row reach over it
WALL = "|"  # the word that stands for a boundary in the lines; no query can ask for it
_END = "\x1e"
_PIECE = re.compile(rf"{WORD.pattern}|[{_END}{BOUNDARY}]")
_OFTEN = 4  # times that a text stands there on average, from which on it is read once
_NO_WORDS = (_END, WALL, "")

Ints = NDArray[np.int32]


class Tokens(NamedTuple):
    """Words by number and the place of the text each stands in; the texts as folded lines."""

    words: Ints
    texts: Ints
    lines: Sequence[str]


class Vocabulary:
    """The words met so far, numbered as they came."""

    def __init__(self) -> None:
        self._numbers = _Numbers((word, number) for number, word in enumerate(_NO_WORDS))
        self._folded = _Folded()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word by its number; the first few stand for what is none."""
        return tuple(self._numbers)

    def take(self, texts: Sequence[str]) -> Tokens:
        """Number the words of these texts; what stands there often is read once."""
        distinct = dict.fromkeys(texts)
        if len(texts) < _OFTEN * len(distinct):
            return self._read(texts)
        place = {text: number for number, text in enumerate(distinct)}
        codes = np.fromiter(map(place.__getitem__, texts), np.int32, len(texts))
        return _repeated(self._read(tuple(distinct)), codes)

    def _read(self, texts: Sequence[str]) -> Tokens:
        joined = _END.join(texts)
        if joined.count(_END) >= max(1, len(texts)):
            joined = _END.join(text.replace(_END, " ") for text in texts)
        folded = list(map(self._folded.__getitem__, _PIECE.findall(joined)))
        numbers = np.fromiter(map(self._numbers.__getitem__, folded), np.int32, len(folded))
        place = np.cumsum(numbers == 0, dtype=np.int32)
        kept = numbers >= len(_NO_WORDS)
        return Tokens(numbers[kept], place[kept], " ".join(folded).split(_END))


def _repeated(tokens: Tokens, codes: Ints) -> Tokens:
    """The tokens of texts of which each is one of those read, by its code."""
    sizes = np.bincount(tokens.texts, minlength=len(tokens.lines))
    begins = np.cumsum(sizes) - sizes
    each = sizes[codes]
    texts = np.repeat(np.arange(len(codes), dtype=np.int32), each)
    within = np.arange(len(texts)) - np.repeat(np.cumsum(each) - each, each)
    words = tokens.words[np.repeat(begins[codes], each) + within]
    return Tokens(words, texts, [tokens.lines[code] for code in codes.tolist()])


class _Numbers(dict[str, int]):
    """Each word with its number; a new one gets the next."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class _Folded(dict[str, str]):
    """Each piece of a text with its folded form."""

    def __init__(self) -> None:
        super().__init__({_END: _END, BOUNDARY: WALL})

    def __missing__(self, piece: str) -> str:
        folded = self[piece] = fold(piece)
        return folded


def joined(values: Iterable[str]) -> str:
    """Several values as one text."""
    return BOUNDARY.join(values)
