"""Text of documents on one line, as a terminal or a cell of a table shows it."""

import unicodedata
from itertools import accumulate, takewhile

_ELLIPSIS = "\u2026"
_MASK = "\ufffd"
_UNSAFE = ("Cc", "Cs")  # controls, halves of surrogate pairs


def one_line(text: str) -> str:
    """The text with each run of blanks as one; a sign that commands a terminal is masked."""
    joined = " ".join(text.split())
    if joined.isprintable():
        return joined
    return "".join(_MASK if unicodedata.category(sign) in _UNSAFE else sign for sign in joined)


def width(text: str) -> int:
    """How many columns of a terminal the text takes: East Asian letters two, marks none."""
    return len(text) if text.isascii() else sum(_columns(sign) for sign in text)


def fitted(text: str, columns: int) -> str:
    """The text, cut where it is wider, filled with blanks where it is narrower."""
    if width(text) > columns:
        text = _beginning(text, columns - 1).rstrip() + _ELLIPSIS
    return text + " " * (columns - width(text))


def _beginning(text: str, columns: int) -> str:
    """As much of the text as fits."""
    wide = accumulate(_columns(sign) for sign in text)
    return text[: sum(1 for _ in takewhile(lambda so_far: so_far <= columns, wide))]


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
