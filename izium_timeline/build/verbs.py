"""Whether words hold a verb, and of what time it speaks: by lists and endings, no grammar."""

import re
from functools import cache

from izium_timeline.build.lexicon import any_word, words

_ED = r"[a-z]{2,}ed"


@cache
def _pattern(*keys: str, ending: str = "") -> re.Pattern[str]:
    listed = any_word(words("verbs", *keys))
    more = f"|{ending}" if ending else ""
    return re.compile(rf"\b(?:{listed}{more})\b|'(?:re|ve|ll|s\sbeen)\b|\u2019(?:re|ve|ll)\b")


@cache
def _not_verbs() -> frozenset[str]:
    return words("verbs", "not_verbs")


def first_verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first word that may be the verb of a clause, None where there is none."""
    for found in _pattern("present", "past", "modal", ending=_ED).finditer(text, start, end):
        if found[0].lower() not in _not_verbs() and not _noun(text, found, start):
            return found
    return None


_HELPED = re.compile(r"\b(?:is|are|was|were|be|been|being|has|have|had|and|or)\s(?:[a-z]+ly\s)?\Z")
_DETERMINED = re.compile(
    r"\b(?:the|an?|this|these|those|his|her|its|their|our|my|of|with|without|and|more|some|no)\s\Z",
    re.IGNORECASE,
)


_BY = re.compile(r"\s(?:by|with)\b")


def _noun(text: str, found: re.Match[str], start: int) -> bool:
    """Whether an article or comma before it, a hyphen, or "by" makes another word of it."""
    before = text[max(start, found.start() - 12) : found.start()]
    if before.endswith("-") or text[found.end() : found.end() + 1] == "-":
        return True
    if found[0].endswith("ed") and (before.endswith(", ") or _BY.match(text, found.end())):
        return not _HELPED.search(before)
    clear = found[0] in ("is", "are", "was", "were", "had", "has", "have", "will", "would")
    return not clear and _DETERMINED.search(before) is not None


def tense(text: str, start: int, end: int) -> int:
    """-1 where the first verb tells of the past, 0 of the present, 1 of what is to come.

    A verb in -ed behind "is" or "has" is no past; without any verb it is the present.
    """
    found = first_verb(text, start, end)
    if found is None:
        return 0
    word = found[0].lower()
    if word in ("will", "shall", "won't"):
        return 1
    if word in words("verbs", "present") or word in words("verbs", "modal"):
        return 0
    return -1 if word in words("verbs", "past") or word.endswith("ed") else 0


_PERFECT = re.compile(
    r"\b(?:has|have|'ve|\u2019ve)\s(?:(?:not|never|also|now|already|since|been|only|largely)\s){0,2}"
    r"(?:been|become|[a-z]+(?:ed|en|wn|ne|de|ung|pt|lt|ld|ught|st|nt|de|me|t))\b"
)


def is_perfect(text: str, start: int, end: int) -> bool:
    """Whether it is told in the present perfect: what happened, and how things are now."""
    return _PERFECT.search(text, start, end) is not None
