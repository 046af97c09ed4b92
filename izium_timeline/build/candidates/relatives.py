"""What relative clauses say with a date of their own: "the glass that was put in at Easter"."""

import re

from izium_timeline.build.candidates.clauses import Clause, antecedent_of, phrase_between
from izium_timeline.build.candidates.said import Said
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.verbs import first_verb, next_verb
from izium_timeline.model.event import Wording

VERB_FIRST = re.compile(
    r"\s*(?:(?:[a-z]+ly|also|then|later|now|again|never|not|even|only|just|soon|still)\s+){0,2}"
)
_NOUN_AHEAD = re.compile(r"(?:the|an?|he|she|it|they|we|i|his|her|its|their)\s|[A-Z]")


def is_object(text: str, start: int, end: int) -> bool:
    """Whether a relative clause has a subject of its own: "which the Congress declared"."""
    opening = VERB_FIRST.match(text, start, end)
    verb = first_verb(text, start, end)
    if verb is None or opening is None:
        return _NOUN_AHEAD.match(text, start) is not None
    return verb.start() > opening.end()


_REACH = 90  # characters from a relative clause's beginning to its date
_OBJECT = re.compile(
    r"(?P<comma>,\s)?\b(?P<which>that|which|whom)\s(?:he|she|they|we|i|you|the|an?|his|her|their|our|my|"
    r"(?-i:[A-Z][\w\u2019'-]+))\s[^,;:]{2,60}\Z",
    re.IGNORECASE,
)


def of_object(text: str, clause: Clause, date: Wording) -> Said | None:
    """ "The sedge that she had found in 1959 was named", "the report, which we obtained in 2021,
    gave": the thing, and what somebody did to it then.
    """
    low = max(clause.start, date.start - _REACH)
    if not any(text.find(word, low, date.start) >= 0 for word in ("that ", "which ", "whom ")):
        return None
    found = _OBJECT.search(text, low, date.start)
    if found is None or first_verb(text, clause.start, found.start(), strict=True) is not None:
        return None
    closed = text[date.end : date.end + 2] == ", "
    after = date.end + 2 * closed
    verb = first_verb(text, after, clause.end)
    if closed != (found["comma"] is not None) or verb is None or verb.start() - after > 2:
        return None
    name = antecedent_of(text, clause.start, found.start() if closed else found.start() - 1)
    return None if name is None else Said(Span(found.start("which"), date.end), name)


_RESTRICTS = re.compile(r"(?P<noun>[\w\u2019'-]+)\s(?:who|which|that)\s")


def restrictive(text: str, clause: Clause, date: Wording) -> Said | None:
    """ "Interviewed prisoners who were released in May": the prisoners and their release."""
    found = None
    for relative in _RESTRICTS.finditer(text, clause.start, date.start):
        found = relative
    if found is None or is_object(text, found.end(), date.start):
        return None
    verb = first_verb(text, found.end(), date.start)
    told = first_verb(text, clause.start, found.start("noun") + 1, strict=True)
    if verb is not None and told is None and _told_behind(text, clause, date):
        return _subject_restricted(text, clause, found, date)
    if verb is None or told is None or first_verb(text, found.start(), found.end() - 1):
        return None
    if next_verb(text, verb.end(), date.start) is not None:
        return None
    name = phrase_between(text, told.end(), found.end("noun"))
    if name is None or _HEADED.search(text, *name):
        name = antecedent_of(text, clause.start, found.end("noun"))
    return None if name is None else Said(Span(found.end(), date.end), name)


def _told_behind(text: str, clause: Clause, date: Wording) -> bool:
    """Whether the verb of a clause follows right behind a date in a relative clause."""
    verb = first_verb(text, date.end, clause.end)
    return verb is not None and verb.start() - date.end < 3


def _subject_restricted(
    text: str, clause: Clause, relative: re.Match[str], date: Wording
) -> Said | None:
    """ "The glass that had been put in at Easter was gone": the glass, and that it was put in."""
    name = antecedent_of(text, clause.start, relative.end("noun"))
    return None if name is None else Said(Span(relative.end(), date.end), name)


# Where more than one noun stands before "who", the last one is meant: "in a feud that".
_HEADED = re.compile(
    r"\b(?:in|on|at|with|from|for|by|to|that|against|into|as|near|over|under|after|before|and)\s"
    r"|\bof\s(?:the|an?|his|her|its|their)\s|[a-z]ing\s"
)
