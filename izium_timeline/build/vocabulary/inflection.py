"""English inflection, put aside: shelled, shelling, shells and shell are one word."""

import json
from collections.abc import Mapping
from functools import lru_cache

from izium_timeline.model.resource import resource

SHORTEST = 3  # letters that must be left of a word; what is shorter has no forms
_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("bdfgklmnprt")
# The first ending that fits is replaced; those that map to themselves are no inflection.
_ENDINGS = (
    ("news", "news"),
    ("sses", "ss"),
    ("ies", "y"),
    ("ied", "y"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("eed", "eed"),
    ("ings", ""),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
)
# American endings and the British ones that stand for both: realize, realise.
_BRITISH = (("iz", "is"), ("yz", "ys"), ("ization", "isation"))
_LEAST = 4  # letters before such an ending; in "size" and "seize" it is none


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What the inflected forms of an English word share; it need not be a word itself.

    Takes off plural and verb endings alone, in the manner of steps 1a and 1b of M. F. Porter,
    "An algorithm for suffix stripping" (1980), after the irregular forms of the table in
    ``resources/``; derived words stay apart, since "general" is no form of "generous". Words of
    other alphabets are left as they are.
    """
    if not word.isascii() or not word.isalpha():
        return word
    return _regular(_irregular().get(word, word))


def forms(root: str) -> tuple[str, ...]:
    """The irregular forms of the words whose stem is this, and what is formed of them."""
    return _irregular_by_stem().get(root, ())


def family_begins(root: str) -> str:
    """How all regular forms begin whose stem is this; not all words that begin so share it."""
    for _, ending in _BRITISH:
        if root.endswith(ending) and len(root) >= len(ending) + _LEAST:
            return root[: -len(ending) + 1]
    return root[:-1] if root.endswith("y") and len(root) >= SHORTEST else root


def _regular(word: str) -> str:
    """The stem of a word that follows the rules."""
    if len(word) <= SHORTEST:
        return word
    for ending, replacement in _ENDINGS:
        if word.endswith(ending):
            base = word[: -len(ending)] + replacement
            if not _is_word(base):
                return word
            if ending == "s":  # shots, of shot, which may be a form of shoot
                base = _irregular().get(base, base)
            return _british(_settle(base))
    return _british(_settle(word))


def _is_word(base: str) -> bool:
    return len(base) >= SHORTEST and not _VOWELS.isdisjoint(base)


def _settle(base: str) -> str:
    """The base without a silent e and without a doubled last letter (stopped, stop)."""
    if base[-1] == "e" and len(base) > SHORTEST:
        base = base[:-1]
    if len(base) > SHORTEST and base[-1] == base[-2] and base[-1] in _DOUBLED:
        base = base[:-1]
    return base


def _british(base: str) -> str:
    for american, british in _BRITISH:
        if base.endswith(american) and len(base) >= len(american) + _LEAST:
            return base[: -len(american)] + british
    return base


@lru_cache(maxsize=1)
def _irregular() -> Mapping[str, str]:
    """Each irregular form with the word that it is a form of."""
    table = json.loads(resource("resources/spellings.json").read_text(encoding="utf-8"))
    return {form: word for word, *others in table["forms"] for form in others}


@lru_cache(maxsize=1)
def _irregular_by_stem() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form, word in _irregular().items():
        root = stem(word)
        found[root] = (*found.get(root, ()), form, f"{form}s")
    return found
