"""Edits of a text whose words remember where they came from.

An edit takes words and a source of chance and gives words back; it is never empty.
"""

import re
import string
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, NamedTuple

from izium_timeline.model.event import Evidence

_CONTEXT: Final = 32
_EDGES: Final = string.whitespace + "\xa0“”\"'‘’.,;:()"


class Word(NamedTuple):
    """A word, the blanks after it, and its number in the first text; None if it was added."""

    text: str
    gap: str
    origin: int | None


Words = tuple[Word, ...]
Edit = Callable[[Words, Random], Words]


def words_of(text: str) -> Words:
    """The words of a first text."""
    found = re.finditer(r"(\S+)(\s*)", text)
    return tuple(Word(match[1], match[2], number) for number, match in enumerate(found))


def text_of(words: Sequence[Word]) -> str:
    """The words as a text again."""
    return "".join(word.text + word.gap for word in words)


def quoted(words: Words, first: int, last: int) -> Evidence:
    """The passage from one word of a text to another, without the punctuation at its ends."""
    text = text_of(words)
    start = len(text_of(words[:first]))
    passage = text_of(words[first : last + 1])
    start += len(passage) - len(passage.lstrip(_EDGES))
    exact = passage.strip(_EDGES)
    end = start + len(exact)
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Evidence("a.txt", exact, start, end, before, after)


def passages(words: Words, random: Random, count: int) -> list[tuple[int, int]]:
    """The first and last words of so many passages as a person would quote them.

    Half of them are whole sentences, half a few words or more out of one.
    """
    ends = [at for at, word in enumerate(words) if "\n" in word.gap or word.text[-1] in ".?”"]
    sentences = list(zip([0, *(at + 1 for at in ends)], [*ends, len(words) - 1], strict=True))
    long_enough = [(first, last) for first, last in sentences if last - first >= 3]
    return [_part(*random.choice(long_enough), random) for _ in range(count)]


def _part(first: int, last: int, random: Random) -> tuple[int, int]:
    if random.random() < 0.5:
        return first, last
    start = random.randint(first, last - 2)
    return start, random.randint(start + 2, last)


def insert_words(words: Words, random: Random) -> Words:
    """Put up to four words of the text somewhere else, too."""
    at, source = random.randrange(len(words) + 1), random.randrange(len(words))
    added = tuple(
        word._replace(origin=None, gap=" ")
        for word in words[source : source + random.randint(1, 4)]
    )
    return words[:at] + added + words[at:]


def delete_words(words: Words, random: Random) -> Words:
    """Take out one to four words."""
    at = random.randrange(len(words))
    return words[:at] + words[at + random.randint(1, 4) :] or words


def delete_passage(words: Words, random: Random) -> Words:
    """Take out a passage as long as a sentence or a paragraph."""
    at = random.randrange(len(words))
    return words[:at] + words[at + random.randint(10, 60) :] or words


def replace_words(words: Words, random: Random) -> Words:
    """Write one or two words of the text in the place of others."""
    at, source = random.randrange(len(words)), random.randrange(len(words))
    count = random.randint(1, 2)
    others = tuple(
        word._replace(origin=None, gap=old.gap)
        for word, old in zip(words[source : source + count], words[at : at + count], strict=False)
    )
    return words[:at] + others + words[at + len(others) :]


def change_figure(words: Words, random: Random) -> Words:
    """Correct one figure of the text."""
    figures = [at for at, word in enumerate(words) if word.text.isdigit()]
    if not figures:
        return words
    at = random.choice(figures)
    new = words[at]._replace(text=str(random.randrange(1, 10_000)), origin=None)
    return (*words[:at], new, *words[at + 1 :])


_TYPEWRITTEN: Final = str.maketrans("“”‘’", "\"\"''")
_TYPESET: Final = str.maketrans("\"'", "”’")


def typewritten(words: Words, random: Random) -> Words:
    """Write all quotation marks as a typewriter does, or none."""
    table = random.choice((_TYPEWRITTEN, _TYPESET))
    return tuple(word._replace(text=word.text.translate(table)) for word in words)


def blanks(words: Words, random: Random) -> Words:
    """Write all blanks in another way: line breaks as spaces, wide, doubled or hard ones."""
    gaps = random.choice((" ", "  ", "\r\n", "\xa0", " \t"))
    return tuple(word._replace(gap=gaps if word.gap else "") for word in words)


def swap_paragraphs(words: Words, random: Random) -> Words:
    """Put one paragraph in the place of another."""
    paragraphs: list[list[Word]] = [[]]
    for word in words:
        paragraphs[-1].append(word)
        if "\n" in word.gap:
            paragraphs.append([])
    paragraphs = [each for each in paragraphs if each]
    one, other = random.randrange(len(paragraphs)), random.randrange(len(paragraphs))
    paragraphs[one], paragraphs[other] = paragraphs[other], paragraphs[one]
    return tuple(
        word._replace(gap=word.gap or "\n") for paragraph in paragraphs for word in paragraph
    )


EDITS: Final[tuple[Edit, ...]] = (
    insert_words,
    delete_words,
    delete_passage,
    replace_words,
    change_figure,
    typewritten,
    blanks,
    swap_paragraphs,
)
