"""The paragraphs of all documents, numbered through, with the way back to their places."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from izium_timeline.model.document import Document
from izium_timeline.search.text_index import CHUNK, Piece

WEIGHTS = (1.0,)
_GAP = re.compile(r"\r?\n[^\S\n]*\r?\n|\u2029")
_LONGEST = 8_000  # code points; a text without blank lines is cut between words


@dataclass(frozen=True, slots=True, eq=False)
class Paragraphs:
    """Each paragraph's document, by its number, and its code points there; shape (n,) each."""

    document: NDArray[np.int32]
    start: NDArray[np.int64]
    end: NDArray[np.int64]

    def place(self, number: int) -> tuple[int, int, int]:
        """Document, start and end of one paragraph."""
        return int(self.document[number]), int(self.start[number]), int(self.end[number])


def paragraphs_of(documents: Iterable[Document]) -> Paragraphs:
    """The paragraphs of these documents; one without a text has none."""
    places = [
        (number, start, end)
        for number, document in enumerate(documents)
        for start, end in _spans(document.text or "")
    ]
    table = np.array(places, np.int64).reshape(-1, 3)
    return Paragraphs(table[:, 0].astype(np.int32), table[:, 1].copy(), table[:, 2].copy())


def paragraph_pieces(paragraphs: Paragraphs, documents: Sequence[Document]) -> Iterator[Piece]:
    """The texts of the paragraphs, for the index; each document's text is asked for once."""
    places = map(paragraphs.place, range(len(paragraphs.start)))
    texts = (
        text[start:end]
        for number, of_one in groupby(places, key=itemgetter(0))
        for text in [documents[number].text or ""]
        for _, start, end in of_one
    )
    while chunk := list(islice(texts, CHUNK)):
        yield Piece((chunk,))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _GAP.finditer(text):
        yield from _cut(text, start, gap.start())
        start = gap.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph, in pieces where it is too long; nothing where it is blank."""
    while end - start > _LONGEST:
        middle = max(text.rfind(" ", start, start + _LONGEST), start + _LONGEST // 2)
        yield start, middle
        start = middle
    if text[start:end].strip():
        yield start, end
