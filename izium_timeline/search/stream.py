"""The words of all documents as one stream, with the way back to their places."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from izium_timeline.model.document import Document
from izium_timeline.search.spelling import WordSequence
from izium_timeline.search.words import words_in

_PARAGRAPH = re.compile(r"\r?\n[^\S\n]*\r?\n|\u2029")


@dataclass(frozen=True, slots=True)
class Stream:
    """Words of documents, numbered through.

    ``starts`` and ``ends`` are each word's code points in its document; ``firsts`` the number
    of each document's first word, ``paragraphs`` of each paragraph's; ``places`` holds for
    each word the numbers where it stands, in order.
    """

    documents: tuple[Document, ...]
    words: tuple[str, ...]
    starts: "array[int]"
    ends: "array[int]"
    firsts: "array[int]"
    paragraphs: "array[int]"
    places: "Mapping[str, array[int]]"

    def document_at(self, number: int) -> Document:
        """The document that a word stands in."""
        return self.documents[bisect_right(self.firsts, number) - 1]

    def paragraph_at(self, number: int) -> int:
        """The number of the first word of the paragraph that a word stands in."""
        return self.paragraphs[bisect_right(self.paragraphs, number) - 1]

    def paragraph_span(self, first: int) -> tuple[int, int]:
        """The code points of a paragraph, by the number of its first word."""
        document = self.document_at(first)
        place = bisect_right(self.paragraphs, first)
        following = self.paragraphs[place] if place < len(self.paragraphs) else first
        if following > first and self.document_at(following) is document:
            return self.starts[first], self.starts[following]
        return self.starts[first], len(document.text or "")

    def found(self, sequence: WordSequence) -> Iterator[int]:
        """The numbers at which these words stand in a row, within one paragraph."""
        size = len(sequence)
        for number in self.places.get(sequence[0], ()):
            if size == 1 or self._runs(number, sequence):
                yield number

    def _runs(self, number: int, sequence: WordSequence) -> bool:
        last = number + len(sequence) - 1
        return self.words[number : last + 1] == sequence and (
            self.paragraph_at(number) == self.paragraph_at(last)
        )


def stream_of(documents: Iterable[Document]) -> Stream:
    """The stream of those documents whose text could be read."""
    readable = tuple(document for document in documents if document.text is not None)
    words: list[str] = []
    starts, ends, firsts, paragraphs = array("q"), array("q"), array("q"), array("q")
    for document in readable:
        first, text = len(words), document.text or ""
        for word in words_in(text):
            words.append(word.folded)
            starts.append(word.start)
            ends.append(word.end)
        firsts.append(first)
        paragraphs.extend(_paragraph_firsts(text, starts, first))
    return Stream(readable, tuple(words), starts, ends, firsts, paragraphs, _places(words))


def _paragraph_firsts(text: str, starts: "array[int]", first: int) -> Iterator[int]:
    """The numbers of the first words after each blank line; ``starts`` grew from ``first``."""
    last = first
    yield first
    for gap in _PARAGRAPH.finditer(text):
        number = bisect_left(starts, gap.end(), lo=first)
        if number > last and number < len(starts):
            yield number
            last = number


def _places(words: Iterable[str]) -> "Mapping[str, array[int]]":
    places: defaultdict[str, array[int]] = defaultdict(lambda: array("q"))
    for number, word in enumerate(words):
        places[word].append(number)
    return dict(places)
