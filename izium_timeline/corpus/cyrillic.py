"""Which of the encodings of Cyrillic bytes are in: they differ in all their letters.

A detector for all encodings takes a few lines of KOI8 for Japanese. In Russian, Ukrainian,
Bulgarian and Serbian alike a dozen letters make up seven in ten of all, and no small letter stands
before a capital in a word: the bytes of one of these encodings read as another, or those of other
scripts read as any of them, give neither.
"""

import re

_ENCODINGS = ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
_COMMON = frozenset("аеиіоклмнрств")
_SIGNS = frozenset("«»„“”’–—…№ \u00a0")
_ENOUGH = 0.6  # of the signs beyond ASCII are common letters
_ENOUGH_IN_GOOD_CASE = 0.45
_CAPITAL = 0.9
# A capital behind a small letter, a letter of the one script beside one of the other.
_WRONG = re.compile(
    "[\u0430-\u045f\u0491][\u0400-\u042f\u0490]|[A-Za-z][\u0400-\u0491]|[\u0400-\u0491][A-Za-z]"
)
_RARELY_WRONG = 0.05


def cyrillic_encoding(sample: bytes) -> str:
    """The encoding of Cyrillic that bytes look to be in, empty where they look like none."""
    likeness = {encoding: _likeness(sample, encoding) for encoding in _ENCODINGS}
    best = max(likeness, key=lambda encoding: likeness[encoding])
    return best if likeness[best] else ""


def _likeness(sample: bytes, encoding: str) -> float:
    """The share of common letters among the signs beyond ASCII, capitals for a little less;
    0 where it is too small.
    """
    text = sample.decode(encoding, "replace")
    other = [sign for sign in text if sign > "\x7f"]
    letters = sum(sign in _COMMON for sign in other)
    capitals = sum(sign.lower() in _COMMON for sign in other) - letters
    wrong = len(_WRONG.findall(text))
    wrong += sum(not sign.isalpha() and sign not in _SIGNS for sign in other)
    if wrong > _RARELY_WRONG * len(other):
        return 0.0
    share = (letters + _CAPITAL * capitals - wrong) / max(1, len(other))
    return share if share >= (_ENOUGH if wrong else _ENOUGH_IN_GOOD_CASE) else 0.0
