"""Words that were divided at the end of a line, put together again."""

import re

# PDFium gives a noncharacter for a hyphen at a line's end, and mostly takes the end away; other
# hyphens that only divide stand there with it.
_DIVISION = re.compile(r"[\ufffe\x02](?:\r?\n)*|[\u00ad\u2010]\s*\n+")
_WORD_BEFORE = re.compile(r"[^\W_]*\Z")
_LONGEST = 40  # letters of a word's part
_LEFT_OVER = re.compile("[\ufffe\x02\u00ad]")
# What keeps its hyphen before small letters, too, where dates are written.
_KEPT = frozenset(
    ("mid", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
)


def joined(text: str) -> str:
    """The text with divided words as one: before a small letter the hyphen goes, before a capital
    or a digit it stays, as in 2022-2023.
    """
    return _LEFT_OVER.sub("", _DIVISION.sub(_join, text))


def _join(division: re.Match[str]) -> str:
    text, start = division.string, division.start()
    found = _WORD_BEFORE.search(text[max(0, start - _LONGEST) : start])
    before, after = found[0] if found else "", text[division.end() : division.end() + 1]
    if not before or not after.isalnum():
        return ""
    both_small = before[-1].islower() and after.islower() and before.lower() not in _KEPT
    both_large = len(before) > 1 and before.isupper() and after.isupper()
    return "" if both_small or both_large else "-"
