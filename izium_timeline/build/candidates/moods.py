"""Whether a clause tells of what is, of a plan, of a supposition, or denies something."""

import re

from izium_timeline.build.candidates.lexicon import any_word
from izium_timeline.build.candidates.verbs import first_verb, tense
from izium_timeline.model.event import Voice

_PLANNED = re.compile(
    r"\b(?:will|shall|won't|'ll|\u2019ll)\b|\bgoing\sto\b"
    r"|\b(?:is|are|was|were)\s(?:due|set|scheduled|expected|forecast|planned|supposed|slated)\s"
    r"|\b(?:plans?|planned|intends?|intended|aims?|aimed|expects?|scheduled|vow(?:s|ed)?|"
    r"promise[sd]?|pledge[sd]?|hopes)\s(?:to|for)\b"
    r"|\b(?:is|are)\sto\s(?!be\s(?:found|seen|blame))[a-z]+\b"
    r"|\b(?:be|been)\s(?:scheduled|planned|postponed)\b|\b(?:was|were)\sto\shave\sbeen\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:may|might)\s(?:not\s|have\s|well\s|also\s|be\s|soon\s)?[a-z]+"
    r"|\bcould\s(?:be|have|soon|also\sbe|come|return|become|lead|cause|begin|start|take\splace|last)\b"
    r"|\b[Ii]f\s(?:the|an?|he|she|it|they|we|you|i|there|this|that|any|no|[A-Z]\w+)\b|\bunless\b"
    r"|\bwould\shave\b|\bperhaps\b|\bpossibly\b"
    r"|\bshould\s(?!have\b)[a-z]+|\bhope\s(?:for|it)\b|\bdaring to\b"
    r"|\b(?:hopes|wishes|dreams|fears)\s(?:to|that)\b"
    r"|\b(?:hoping|hoped|wish|wished|dream|dreaming|fear)\s(?:to|for|that)\b"
)
_AUXILIARIES = (
    *("did", "does", "do", "was", "were", "is", "are", "has", "have", "had"),
    *("will", "would", "could", "can", "should"),
)
_NEGATED = re.compile(
    rf"\b{any_word(_AUXILIARIES)}"
    r"(?:\snot|n't|n\u2019t)\s(?!only\b|just\b|far\b|merely\b|simply\b|until\b)"
    r"|\b(?:cannot|won't|never)\b|\b(?:no one|nobody|none of|not a single)\b"
    r"|\b(?:denied|denies)\s(?:that|having|any)\b|\b(?:failed|refused)\sto\b",
    re.IGNORECASE,
)
_HELPED = re.compile(r"\b(?:be|been|have|being|get)\s\Z")
# "They were not tried until May": in May they were.
_NOT_UNTIL = re.compile(
    r"\b(?:not|never|n't|n\u2019t|[Nn]o|[Nn]obody|[Nn]one)\b.{1,80}\buntil\s(?:\w+\s){0,2}\Z",
    re.DOTALL,
)
_OF_WHICH = re.compile(r"\b(?:which|who|that)\s\Z")
_MOODS = (
    (_HYPOTHETICAL, Voice.HYPOTHETICAL),
    (_NEGATED, Voice.NEGATED),
    (_PLANNED, Voice.PLANNED),
)


def not_until(text: str, start: int, date: int) -> bool:
    """Whether a date is one until which something was not so: it came about then."""
    return _NOT_UNTIL.search(text, start, date) is not None


def mood(text: str, start: int, end: int, date: int) -> Voice:
    """The voice of a clause by its own words: ASSERTED where none of them says otherwise.

    A supposition counts only where it is what the date at that place dates: not in "fears that
    ships might come led to a blockade in May".
    """
    for pattern, voice in _MOODS:
        found = pattern.search(text, start, end)
        if found is None or (voice is Voice.NEGATED and _NOT_UNTIL.search(text, start, date)):
            continue
        if voice is Voice.NEGATED and _OF_WHICH.search(text, start, found.start()):
            continue
        if voice is Voice.PLANNED and date < found.start() and _of_thing(text, start, found):
            continue
        if voice is Voice.HYPOTHETICAL and _settled(text, found.end(), min(end, date)):
            continue
        return voice
    return Voice.ASSERTED


def _of_thing(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a plan is one for a thing: "broke ground on a barrier that will protect"."""
    return _OF_WHICH.search(text, start, found.start()) is not None and (
        tense(text, start, found.start()) < 0
    )


def _settled(text: str, start: int, date: int) -> bool:
    """Whether a verb of the past stands between a supposition and the date."""
    verb = first_verb(text, start, date, strict=True) if start < date else None
    if verb is None or _HELPED.search(text[max(0, verb.start() - 12) : verb.start()]):
        return False
    return tense(text, verb.start(), date) < 0
