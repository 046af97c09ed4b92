"""Whether a clause tells of what is, of a plan, of a supposition, or denies something."""

import re

from izium_timeline.model.event import Voice

_PLANNED = re.compile(
    r"\b(?:will|shall|won't|'ll|\u2019ll)\b|\bgoing\sto\b"
    r"|\b(?:is|are|was|were)\s(?:due|set|scheduled|expected|planned|supposed|slated)\s"
    r"|\b(?:plans?|planned|intends?|intended|aims?|aimed|expects?|scheduled|vow(?:s|ed)?|"
    r"promise[sd]?|pledge[sd]?|hopes)\s(?:to|for)\b"
    r"|\b(?:is|are)\sto\s(?!be\s(?:found|seen|blame))[a-z]+\b"
    r"|\b(?:be|been)\s(?:scheduled|planned|postponed)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:may|might)\s(?:not\s|have\s|well\s|also\s|be\s|soon\s)?[a-z]+"
    r"|\bcould\s(?:be|have|soon|also\sbe|become|lead|cause|begin|start|take\splace|last)\b"
    r"|\bif\s(?!only\b)|\bunless\b|\bin case\b|\bwould\shave\b|\bperhaps\b|\bpossibly\b"
    r"|\bshould\s(?!have\b)[a-z]+|\bhope\s(?:for|it)\b|\bdaring to\b"
    r"|\b(?:hopes|hoping|hoped|wish|wishes|wished|dream|dreams|dreaming|fear|fears)\s"
    r"(?:to|for|of|that)\b"
)
_NEGATED = re.compile(
    r"\b(?:did|does|do|was|were|is|are|has|have|had|will|would|could|can|should)"
    r"(?:\snot|n't|n\u2019t)\s(?!only\b|just\b|far\b|merely\b|simply\b|until\b)"
    r"|\b(?:cannot|won't|never)\b|\b(?:no one|nobody|none of)\b"
    r"|\b(?:denied|denies)\s(?:that|having|any)\b|\b(?:failed|refused)\sto\b",
    re.IGNORECASE,
)
_MOODS = (
    (_HYPOTHETICAL, Voice.HYPOTHETICAL),
    (_NEGATED, Voice.NEGATED),
    (_PLANNED, Voice.PLANNED),
)


def mood(text: str, start: int, end: int) -> Voice:
    """The voice of a clause by its own words: ASSERTED where none of them says otherwise."""
    for pattern, voice in _MOODS:
        if pattern.search(text, start, end):
            return voice
    return Voice.ASSERTED
