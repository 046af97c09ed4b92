"""The terms of a statement: its words and numbers, each with what the lists say of it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from izium_timeline.build.merging.counts import NUMBER, is_number
from izium_timeline.build.merging.same_words import same_words
from izium_timeline.build.vocabulary.words import WORD, fold

NAME, ONCE, PLAIN, WEAK = 1.5, 2.0, 1.0, 0.3
"""How much a term weighs: a name, what happens once, any other word, one that tells little."""

_DIGITS: Final = re.compile(NUMBER)
_TERM: Final = re.compile(rf"{NUMBER}|%|{WORD.pattern}")


class Term(NamedTuple):
    """A word or number as written, folded, and as the canonical word for all that tell the same.

    ``number`` is its value where it is written in digits; ``spelled`` says whether it is a number
    in words. An ``empty`` one tells nothing. ``weight`` is that of a word that is no name.
    ``turn`` is how it turns a statement around, mostly not at all.
    """

    text: str
    folded: str
    word: str
    number: float | None
    spelled: bool
    empty: bool
    weight: float
    turn: str


def terms_of(words: str) -> list[Term]:
    """The terms of a text in their order; two words that are spelled as one, too, are one."""
    terms = [_term(match[0]) for match in _TERM.finditer(words)]
    phrases = same_words().phrases
    if any((one.folded, other.folded) in phrases for one, other in pairwise(terms)):
        return list(_joined(terms))
    return terms


def _joined(terms: list[Term]) -> Iterator[Term]:
    phrases = same_words().phrases
    last: Term | None = None
    for term in terms:
        phrase = phrases.get((last.folded, term.folded)) if last else None
        if last and phrase:
            yield _term(phrase)._replace(text=f"{last.text} {term.text}")
            last = None
            continue
        if last:
            yield last
        last = term
    if last:
        yield last


@lru_cache(maxsize=1 << 12)
def _term(text: str) -> Term:
    lists = same_words()
    number = float(re.sub(r"[^\d.]", "", text)) if _DIGITS.fullmatch(text) else None
    folded = "percent" if text == "%" else fold(text)
    word = lists.canonical(folded) if number is None else text
    return Term(
        text,
        folded,
        word,
        number,
        number is None and is_number(folded),
        not folded or folded in lists.empty,
        WEAK if number is not None or word in lists.weak else ONCE if word in lists.once else PLAIN,
        "denials" if folded.endswith("n't") else lists.turns.get(folded, ""),
    )
