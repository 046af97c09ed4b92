"""The category of a statement, by the words in it."""

import re
from functools import cache, lru_cache

from izium_timeline.build.candidates.lexicon import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_STEM = 4  # letters that every stem of the lexicon has at least


@cache
def _names() -> tuple[str, ...]:
    return tuple(key for key in lexicon("categories") if key != "about")


@cache
def _lists() -> tuple[dict[str, list[str]], dict[str, list[tuple[str, str]]]]:
    """Categories by whole word, and (stem, category) by the stem's first letters."""
    whole: dict[str, list[str]] = {}
    stems: dict[str, list[tuple[str, str]]] = {}
    for name in _names():
        for word in lexicon("categories")[name].split():
            if word.endswith("*"):
                stems.setdefault(word[: min(_STEM, len(word) - 1)], []).append((word[:-1], name))
            else:
                whole.setdefault(word, []).append(name)
    return whole, stems


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> frozenset[str]:
    whole, stems = _lists()
    found = set(whole.get(word, ()))
    for length in range(2, _STEM + 1):
        found.update(name for stem, name in stems.get(word[:length], ()) if word.startswith(stem))
    return frozenset(found)


def category_of(words: str) -> str:
    """The category with most hits among the words, the earlier one of equals; "" without any."""
    hits = dict.fromkeys(_names(), 0)
    for word in set(_WORD.findall(words.lower())):
        for name in _of_word(word) if len(word) <= 30 else ():
            hits[name] += 1
    best = max(hits, key=lambda name: hits[name])
    return best if hits[best] else ""
