"""Whether words hold a verb, and of what time it speaks: by lists and endings, no grammar."""

import re
from functools import cache, lru_cache

from izium_timeline.build.candidates.lexicon import any_word, words

_ED = r"[a-z]{2,}ed"


@cache
def _finite() -> re.Pattern[str]:
    listed = any_word(words("verbs", "present", "past", "modal"))
    return re.compile(
        rf"\b(?:{listed}|{_ED})\b|'(?:re|ve|ll|s\sbeen)\b|\u2019(?:re|ve|ll|s\sbeen)\b"
    )


@cache
def _participle() -> re.Pattern[str]:
    listed = any_word(words("verbs", "participles"))
    return re.compile(rf"(?:[a-z]+ly\s|also\s|then\s|first\s)?(?:{_ED}|{listed})\b")


@cache
def _not_verbs() -> frozenset[str]:
    return words("verbs", "not_verbs")


@cache
def _clear() -> frozenset[str]:
    return words("verbs", "modal") | frozenset(
        ("is", "are", "was", "were", "had", "has", "have", "did", "does", "became", "came", "went")
    )


@lru_cache(maxsize=256)  # of the clauses at hand, each of which is asked for more than once
def first_verb(text: str, start: int, end: int, *, strict: bool = False) -> re.Match[str] | None:
    """The first word that may be the finite verb of a clause, None where there is none.

    Words in brackets don't count. A word in -ed behind a comma may be a participle: it counts
    only where nothing else does, and never if ``strict``.
    """
    doubtful = None
    for found in _finite().finditer(text, start, end):
        if found[0] in _not_verbs() or _noun(text, found, start) or _bracketed(text, found, start):
            continue
        if found[0].endswith("ed") and _after_comma(text, found, start):
            doubtful = doubtful or found
            continue
        return found
    return None if strict else doubtful


_BEHIND = re.compile(r"\s(?:to|by|in|at|on|from|with|for|of|as|during|against|under|near)\s")


def is_reduced(text: str, verb: re.Match[str]) -> bool:
    """Whether a verb may be a participle behind its noun: "a speech made to Congress"."""
    participle = participle_at(text, verb.start(), verb.end()) is not None
    return participle and _BEHIND.match(text, verb.end()) is not None


_RELATIVE = re.compile(r",\s(?:who|which)\s(?:[a-z]+ly\s|also\s|then\s)?\Z")


def main_verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first finite verb that no ", who" or ", which" leads to, else the first of all."""
    first = found = first_verb(text, start, end)
    while found is not None and _RELATIVE.search(
        text[max(start, found.start() - 24) : found.start()]
    ):
        comma = text.find(",", found.end(), end)
        found = first_verb(text, comma, end) if comma >= 0 else None
    return found or first


def next_verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next finite verb, past participles that an auxiliary before them calls for."""
    found = first_verb(text, start, end, strict=True)
    while found is not None and _is_participle(text, found):
        found = first_verb(text, found.end(), end, strict=True)
    return found


def _is_participle(text: str, found: re.Match[str]) -> bool:
    return participle_at(text, found.start(), found.end()) is not None and _helped(text, found)


def participle_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The participle that opens a stretch of text ("built in 1950"), None where none does."""
    return _participle().match(text, start, end)


_DETERMINED = re.compile(
    r"\b(?:the|an?|this|these|those|his|her|its|their|our|my|of|with|without|more|some|no)\s\Z",
    re.IGNORECASE,
)
_HELPED = re.compile(r"\b(?:is|are|was|were|be|been|being|has|have|had|and|or)\s(?:[a-z]+ly\s)?\Z")
_PASSIVE = re.compile(r"\b(?:been|being|be|having|getting)\s(?:[a-z]+ly\s)?\Z")
_DATE_BEHIND = re.compile(r"\s(?:the\s)?(?:\d|[A-Z])")  # "a letter dated 14 October"
_BY = re.compile(r"\s(?:by|with)\b")


def _noun(text: str, found: re.Match[str], start: int) -> bool:
    """Whether an article before it, a hyphen, or "by" makes another word of it."""
    before = text[max(start, found.start() - 12) : found.start()]
    if before.endswith("-") or text[found.end() : found.end() + 1] == "-":
        return True
    if found[0] in _clear():
        return False
    if found[0] == "dated":
        return _DATE_BEHIND.match(text, found.end()) is not None
    if _PASSIVE.search(before):
        return True
    if found[0].endswith("ed") and _BY.match(text, found.end()):
        return not _HELPED.search(before)
    return _DETERMINED.search(before) is not None


def _after_comma(text: str, found: re.Match[str], start: int) -> bool:
    return text[max(start, found.start() - 2) : found.start()] in (", ", ",\n")


def _bracketed(text: str, found: re.Match[str], start: int) -> bool:
    opened = max(text.rfind("(", start, found.start()), text.rfind("[", start, found.start()))
    if opened < 0:
        return False
    return text.rfind(")", opened, found.start()) < 0 and text.rfind("]", opened, found.start()) < 0


_PART = re.compile(r"[,;:]\s|\s[\u2013\u2014]\s|\s(?:while|but|whereas)\s")


def tense(text: str, start: int, end: int, place: int | None = None) -> int:
    """-1 where a verb tells of the past, 0 of the present, 1 of what is to come.

    The verb is the first one, or of the part with ``place`` the last before that. A verb in
    -ed behind "is" or "has" is no past; without any verb it is the present.
    """
    if place is not None:
        start = max([start, *(joint.end() for joint in _PART.finditer(text, start, place))])
    found = main_verb(text, start, end)
    while found is not None and place is not None:
        following = first_verb(text, found.end(), place) if found.end() < place else None
        if following is None or (following[0].endswith("ed") and _helped(text, following)):
            break
        found = following
    return 0 if found is None else _tense_of(found[0])


def _helped(text: str, found: re.Match[str]) -> bool:
    return _HELPED.search(text[max(0, found.start() - 24) : found.start()]) is not None


def _tense_of(word: str) -> int:
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
