"""Words as they are compared: case, accents and typographic signs put aside."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Combining marks and invisible joiners that stand inside a word without being letters.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
)
_LETTERS = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
WORD = re.compile(rf"{_LETTERS}(?:['\u2019\u02bc\u2018`]{_LETTERS})*")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u02bc\u2018`", "'"))
# Letters that Unicode does not take apart into a letter and a mark.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


class Word(NamedTuple):
    """A folded word and its place in the text, in code points."""

    folded: str
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """The words of a text in their order."""
    for match in WORD.finditer(text):
        if folded := fold(match[0]):
            yield Word(folded, *match.span())


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, without their places."""
    return tuple(word.folded for word in words_in(text))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One word without case, accents, invisible signs and the possessive 's.

    Compatibility forms count as what they stand for (Unicode's NFKD), so that folding twice
    changes nothing. Empty where nothing is left.
    """
    if word.isascii():
        folded = word.lower().replace("`", "'")
    else:
        apart = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)).casefold()
        again = unicodedata.normalize("NFKD", apart).casefold().translate(_PLAIN)
        folded = "".join(sign for sign in again if sign == "'" or sign.isalnum()).strip("'")
    return folded.removesuffix("'s")
