"""English inflection, put aside: shelled, shelling, shells and shell are one word."""

from functools import lru_cache

_SHORTEST = 3  # letters that must be left of a word
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


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What the inflected forms of an English word share; it need not be a word itself.

    Takes off plural and verb endings alone, in the manner of steps 1a and 1b of M. F. Porter,
    "An algorithm for suffix stripping" (1980); derived words stay apart, since "general" is
    no form of "generous". Words of other alphabets are left as they are.
    """
    if not word.isascii() or not word.isalpha() or len(word) <= _SHORTEST:
        return word
    for ending, replacement in _ENDINGS:
        if word.endswith(ending):
            base = word[: -len(ending)] + replacement
            return _settle(base) if _is_word(base) else word
    return _settle(word)


def family_begins(root: str) -> str:
    """How all words begin whose stem is this; not all words that begin so share it."""
    return root[:-1] if root.endswith("y") and len(root) >= _SHORTEST else root


def _is_word(base: str) -> bool:
    return len(base) >= _SHORTEST and not _VOWELS.isdisjoint(base)


def _settle(base: str) -> str:
    """The base without a silent e and without a doubled last letter (stopped, stop)."""
    if base[-1] == "e" and len(base) > _SHORTEST:
        base = base[:-1]
    if len(base) > _SHORTEST and base[-1] == base[-2] and base[-1] in _DOUBLED:
        base = base[:-1]
    return base
