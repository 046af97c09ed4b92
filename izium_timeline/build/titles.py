"""Titles: the clause that carries the date, shortened by leaving words out, never by adding any.

What is told elsewhere goes first: who says so, and the date where the clause reads without it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from izium_timeline.build.sentences import Span
from izium_timeline.build.shortening import LONGEST, shortened, tidied
from izium_timeline.build.verbs import first_verb
from izium_timeline.model.event import Wording

_FEWEST = 3  # words that a title keeps
_BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_PREPOSITION = re.compile(
    r",?\s*\b(?:back\s)?(?:on|in|at|during|over|around)(?:\s(?:the|a))?\s+\Z", re.IGNORECASE
)
_GLUED = re.compile(
    r"(?:\b(?:of|for|to|from|by|since|until|till|between|and|or|before|after|the|a|an|this|that|"
    r"than|about|like|his|her|its|their|as|through|with)\s+|[-\u2013/(\[])\Z",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"(?:this|last|next|today|yesterday|tomorrow|tonight|now|currently|earlier|later|that|the\s"
    r"(?:next|previous|following|same|past|last)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|.*\bago\b|"
    r".*\blater\b)",
    re.IGNORECASE,
)
_BOUND_BEHIND = re.compile(r"[-\u2019'/\u2013]|\s*[\u2019']s\b|\s+(?:and|or|to)\s+\d")
_LEAD = re.compile(
    r"[\s\"\u201c\u2018(\[]*(?:(?:and|but|so|or|then|also|while|although|though|that|when|as)\s+)?"
    r"(?:(?:recently|however|meanwhile|back|later|earlier|then|only|just|also|again|finally),?\s+)*"
    r"(?:in|on|at|by|since|after|before|during|over|around|from|until|till|with|for|about|early|late|as|"
    r"throughout|within|shortly|soon|some|nearly|almost|more|less|up|between|amid|following|under|"
    r"this|last|next|every|each|now|today|yesterday|tonight|currently|that|the|a|one|two|three|[\w-]+)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What a title leaves to other columns: the date, its other wordings, who says so."""

    dates: Sequence[Wording]
    droppable: bool
    said: Span | None = None


def title_of(text: str, clause: Span, told: Told, subject: str = "") -> str:
    """The title of a clause; ``subject`` is prefixed where the clause has none of its own.

    Its words are the text's; only the first letter may become a capital. At most about a
    hundred characters. Empty where nothing is left that could be read alone.
    """
    gaps = [told.said] if told.said else []
    if told.droppable:
        gaps += _dates(text, clause, told)
    title = _assembled(text, clause, gaps, subject)
    if len(title.split()) < _FEWEST or not _has_verb(title):
        title = _assembled(text, clause, [told.said] if told.said else [], subject)
    if len(title) > LONGEST:
        title = shortened(title)
    return title[:1].upper() + title[1:]


def _assembled(text: str, clause: Span, gaps: Sequence[Span], subject: str) -> str:
    title = tidied(_BRACKETED.sub("", _without(text, clause, gaps)))
    return f"{subject} {title}" if subject and title else title


def _without(text: str, clause: Span, gaps: Sequence[Span]) -> str:
    """The clause's text without some spans."""
    pieces, place = [], clause.start
    for gap in sorted(gaps):
        start, end = max(gap.start, place), min(gap.end, clause.end)
        if start >= end:
            continue
        pieces.append(text[place:start])
        place = end
    pieces.append(text[place : clause.end])
    return " ".join(pieces)


def _has_verb(title: str) -> bool:
    return first_verb(title, 0, len(title)) is not None


def _dates(text: str, clause: Span, told: Told) -> list[Span]:
    """The spans of the dates that the clause reads without."""
    start = clause.start
    if told.said is not None and told.said.start <= start < told.said.end:
        start = told.said.end
    lead = lead_in(text, Span(start, clause.end), told.dates)
    gaps = [lead] if lead else []
    for date in told.dates:
        if lead and date.start < lead.end:
            continue
        inline = _inline(text, clause, date)
        if inline is not None:
            gaps.append(inline)
    return gaps


def lead_in(text: str, clause: Span, dates: Sequence[Wording]) -> Span | None:
    """What leads up to the clause proper, up to a comma, and holds a date: "In May 2014,"."""
    if not dates:
        return None
    first = min(date.start for date in dates)
    last = max((date.end for date in dates if date.start - first < 60), default=first)
    if first - clause.start > 60 or first < clause.start:
        return None
    comma = text.find(",", last, min(clause.end, last + 110))
    while comma > 0 and text[comma + 1 : comma + 2].isdigit():
        comma = text.find(",", comma + 1, min(clause.end, last + 110))
    if comma < 0:
        return _plain_lead(text, clause, first, last)
    if first_verb(text, clause.start, comma) is not None or not _LEAD.match(text, clause.start):
        return _plain_lead(text, clause, first, last)
    if first_verb(text, comma, clause.end) is None:
        return None
    return Span(clause.start, comma + 1)


_ONLY_LEAD = re.compile(
    r"[\s\"\u201c\u2018(\[]*(?:(?:and|but|so|then|while|that|when)\s+)?(?:(?:recently|back|by|also),?\s+)?"
    r"(?:(?:on|in|at|during|over|around)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SUBJECT_AHEAD = re.compile(
    r"\s+(?:the|a|an|he|she|it|they|we|i|there|his|her|their|our|my|its|this|these|some|many|most|"
    r"all|two|three|several|no|more|about|[A-Z][\w\u2019'-]+|[a-z]+ly\s|\d)",
)


def _plain_lead(text: str, clause: Span, first: int, last: int) -> Span | None:
    """A date that opens the clause without a comma: "In April the army came", "now only ten"."""
    opening = _ONLY_LEAD.fullmatch(text, clause.start, first)
    if opening is None or not _SUBJECT_AHEAD.match(text, last, clause.end):
        return None
    return Span(clause.start, last) if first_verb(text, last, clause.end) else None


def _inline(text: str, clause: Span, date: Wording) -> Span | None:
    """A date within or at the end of the clause with its preposition; None if it can't go."""
    if date.start < clause.start or date.end > clause.end:
        return None
    low = max(clause.start, date.start - 24)
    before = text[low : date.start]
    if _BOUND_BEHIND.match(text, date.end):
        return None
    preposition = _PREPOSITION.search(before)
    if preposition and not _adjective(text, clause, date):
        return Span(low + preposition.start(), date.end)
    free = _FREE.fullmatch(date.text) is not None
    if free and not _GLUED.search(before) and not _adjective(text, clause, date) and before.strip():
        return Span(date.start, date.end)
    return None


_FUNCTION_AHEAD = re.compile(
    r"\s*(?:\Z|[,.;:!?)\]\"\u201d\u2013\u2014]|--|\s(?:and|but|or|as|at|by|for|from|in|into|near|of|on|over|that|the|to|"
    r"under|when|where|which|while|with|after|before|a|an|his|her|its|their|he|she|it|they|we|is|are|was|"
    r"were|has|have|had|will|would|because|due|during|following|against|amid|about|been|alone|also|only)\b)"
)


def _adjective(text: str, clause: Span, date: Wording) -> bool:
    """Whether a date stands before a noun that it belongs to: "the 2014 war"."""
    if not text[date.end : clause.end].strip():
        return False
    if _FUNCTION_AHEAD.match(text[date.end : clause.end]):
        return False
    verb = first_verb(text, date.end, clause.end)
    return verb is None or verb.start() - date.end > 2


def names_nothing(title: str) -> bool:
    """Whether a title says nothing: too few words, or hardly a letter."""
    return len(title.split()) < 2 or sum(map(str.isalpha, title)) < 6
