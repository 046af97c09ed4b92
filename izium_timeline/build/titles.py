"""Titles: the clause that carries the date, shortened by leaving words out, never by adding any.

What is told elsewhere goes first: who says so, and the date where the clause reads without it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from izium_timeline.build.sentences import Span
from izium_timeline.build.shortening import LONGEST, shortened, tidied
from izium_timeline.build.verbs import first_verb, is_reduced
from izium_timeline.model.event import Wording

_LONGEST_LEAD = 110  # characters before and behind a date that may lead up to a clause
_FEWEST = 2  # words that a title keeps
_BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_PREPOSITION = re.compile(
    r",?\s*\b(?:back\s)?(?:on|in|at|during|over|around)(?:\s(?:the|a))?\s+\Z", re.IGNORECASE
)
_GLUED = re.compile(
    r"(?:\b(?:of|for|to|from|by|since|until|till|between|and|or|before|after|the|a|an|this|that|"
    r"than|about|like|while|but|whereas|his|her|its|their|as|through|with)\s+|[-\u2013/(\[])\Z",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"(?:(?:this|last|next|that|earlier|later|early|late)\s.*|today|yesterday|tomorrow|tonight|now|currently|"
    r"the\s(?:next|previous|following|same|past|last)\s.*|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s\w+)?|.*\bago\b|.*\blater\b)",
    re.IGNORECASE,
)
_OF_DAY = re.compile(
    r"(?:the\s|that\s)?(?:early\s|late\s|mid-?)?(?:morning|afternoon|evening|night|noon|midnight|dawn|"
    r"dusk|daybreak|nightfall|hours)|.*\d\s?(?:a\.?m|p\.?m|hrs|hours|o.clock|UTC|GMT)\.?.*|\d\d?[:.]\d\d.*",
    re.IGNORECASE,
)
_BOUND_BEHIND = re.compile(r"[-\u2019'/\u2013]|\s*[\u2019']s\b|\s+(?:and|or|to)\s+\d")
_ADVERBS = re.compile(
    r"[\s\"\u201c\u2018(\[]*(?:(?:and|but|so|or|then|also|while|although|though|that)\s+)?"
    r"(?:(?:recently|however|meanwhile|back|later|earlier|then|only|just|also|again|finally|once|"
    r"especially|already|even),?\s+)*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:in|on|at|by|since|after|before|during|over|around|from|until|till|with|for|about|early|"
    r"late|throughout|within|shortly|soon|some|nearly|almost|more|less|up|between|amid|following|"
    r"under|just|as\sof|[A-Z][a-z]+ing|despite|towards?|beginning|starting|thanks|due|owing|because\sof)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What a title leaves to other columns: the date, its other wordings, who says so.

    ``droppable`` says whether it can do without the dates; ``others`` are the places
    where other clauses with a date begin, ``apart`` phrases of the clause with a date of their
    own, ``whole`` asks for the clause behind, too.
    """

    dates: Sequence[Wording]
    droppable: bool
    said: Span | None = None
    others: Sequence[int] = ()
    apart: Sequence[Span] = ()
    whole: bool = False

    @property
    def length(self) -> int:
        """About how many characters the title leaves out."""
        said = 0 if self.said is None else self.said.end - self.said.start
        said += sum(span.end - span.start for span in self.apart)
        return said + self.droppable * sum(date.end - date.start + 3 for date in self.dates)


def title_of(text: str, clause: Span, told: Told, subject: str = "") -> str:
    """The title of a clause; ``subject`` is prefixed where the clause has none of its own.

    Its words are the text's; only the first letter may become a capital. At most about a
    hundred characters. Empty where nothing is left that could be read alone.
    """
    kept = [*([told.said] if told.said else []), *told.apart]
    gaps = kept + (_dates(text, clause, told) if told.droppable else [])
    title = _assembled(text, clause, gaps, subject)
    if len(title.split()) < _FEWEST or not _has_verb(title):
        fuller = _assembled(text, clause, kept, subject)
        title = fuller if _has_verb(fuller) or len(title.split()) < _FEWEST else title
    if len(title) > LONGEST:
        title = shortened(title)
    return title[:1].upper() + title[1:]


def _assembled(text: str, clause: Span, gaps: Sequence[Span], subject: str) -> str:
    title = tidied(_BRACKETED.sub("", _without(text, clause, gaps)))
    if not subject or not title:
        return title
    return f"{subject} {title[0].lower()}{title[1:]}"


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
    if not clause.start <= first <= clause.start + _LONGEST_LEAD:
        return None
    entry = _ENTRY.match(text, last, clause.end)
    if entry and first - clause.start < 3:
        return Span(clause.start, entry.end())
    comma = _comma(text, last, min(clause.end, last + _LONGEST_LEAD))
    if comma < 0 or not _is_lead(text, clause, first, comma):
        return _plain_lead(text, clause, first, last)
    if first_verb(text, comma, clause.end) is None:
        return None
    if _GOES_ON.match(text, comma) and _SUBJECT_AHEAD.match(text, last, clause.end):
        return _plain_lead(text, clause, first, last)
    return Span(clause.start, comma + 1)


def _comma(text: str, start: int, end: int) -> int:
    """The next comma that is not part of a date or a number, -1 without one."""
    comma = text.find(",", start, end)
    while comma > 0 and _IN_NUMBER.match(text, comma):
        comma = text.find(",", comma + 1, end)
    return comma


def _is_lead(text: str, clause: Span, first: int, comma: int) -> bool:
    """Whether what stands before a comma is no clause, and opens like a lead."""
    verb = first_verb(text, clause.start, comma)
    return _leads(text, clause, first) and (verb is None or is_reduced(text, verb))


def _leads(text: str, clause: Span, first: int) -> bool:
    """Whether a clause opens, adverbs aside, with a preposition or with a date itself."""
    adverbs = _ADVERBS.match(text, clause.start, clause.end)
    start = adverbs.end() if adverbs else clause.start
    return start >= first or _LEAD.match(text, start, clause.end) is not None


_ENTRY = re.compile(r"\s?(?:[:\u2013\u2014-]|--)\s")
_IN_NUMBER = re.compile(r",\d|,\s[12]\d{3}\b")
_JOINED = re.compile(r"\b(?:and|but|or|which|who)\s\Z")
_GOES_ON = re.compile(r",\s(?:with|including|along|which|who|where|as|an?)\b")
_ONLY_LEAD = re.compile(
    r"[\s\"\u201c\u2018(\[]*(?:(?:and|but|so|then|while|that|when)\s+)?"
    r"(?:(?:recently|back|also|finally|however|meanwhile|later|earlier|then|only|just|again|thus|"
    r"eventually|subsequently|still),?\s+){0,2}"
    r"(?P<preposition>(?:on|in|at|during|over|around|by)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SUBJECT_AHEAD = re.compile(
    r"\s+(?:the|a|an|he|she|it|they|we|i|there|his|her|their|our|my|its|this|these|some|many|most|"
    r"all|two|three|several|no|more|about)\b|\s+(?:[A-Z][\w\u2019'-]+|[a-z]+ly\s|\d)",
)


def _plain_lead(text: str, clause: Span, first: int, last: int) -> Span | None:
    """A date that opens the clause without a comma: "In April the army came", "now only ten"."""
    opening = _ONLY_LEAD.fullmatch(text, clause.start, first)
    verb = first_verb(text, last, clause.end)
    if opening is None or verb is None:
        return None
    at_once = (
        opening["preposition"] is not None
        and verb.start() - last < 3
        and _JOINED.search(text, max(0, clause.start - 8), clause.start) is not None
    )
    return Span(clause.start, last) if at_once or _SUBJECT_AHEAD.match(text, last) else None


def _inline(text: str, clause: Span, date: Wording) -> Span | None:
    """A date within or at the end of the clause with its preposition; None if it can't go."""
    if _OF_DAY.fullmatch(date.text):
        return None
    if date.start < clause.start or date.end > clause.end:
        return None
    low = max(clause.start, date.start - 24)
    before = text[low : date.start]
    if _BOUND_BEHIND.match(text, date.end):
        return None
    preposition = _PREPOSITION.search(before)
    if preposition and _GLUED.search(before[: preposition.start()] + " "):
        return None
    if preposition and not _adjective(text, clause, date):
        return Span(low + preposition.start(), date.end)
    free = _FREE.fullmatch(date.text) is not None and not _is_subject(text, clause, date)
    if free and not _GLUED.search(before) and not _adjective(text, clause, date) and before.strip():
        return Span(date.start, date.end)
    return None


def _is_subject(text: str, clause: Span, date: Wording) -> bool:
    """Whether a date is what the verb behind it tells of: "that day has come"."""
    opens = not text[clause.start : date.start].strip() or text[date.start - 2 : date.start] == ", "
    verb = first_verb(text, date.end, clause.end)
    return opens and verb is not None and verb.start() - date.end < 3


_FUNCTION_AHEAD = re.compile(
    r"\s*(?:\Z|[,.;:!?)\]\u2013\u2014]|[\"\u201d](?!\w)|--|\s(?:and|but|or|as|at|by|for|from|in|into|near|of|on|over|that|the|to|"
    r"under|when|where|which|while|with|after|before|a|an|his|her|its|their|he|she|it|they|we|is|are|was|"
    r"were|has|have|had|will|would|because|due|during|following|against|amid|about|been|alone|also|only)\b)"
)


def _adjective(text: str, clause: Span, date: Wording) -> bool:
    """Whether a date stands before a noun that it may belong to: "the 2014 war"."""
    if not text[date.end : clause.end].strip():
        return False
    if _FUNCTION_AHEAD.match(text[date.end : clause.end]):
        return False
    verb = first_verb(text, date.end, clause.end)
    return verb is None or verb.start() - date.end > 2


_ARTICLE = re.compile(r"\b(?:the|an?|his|her|its|their|this|that|\w+[\u2019']s)\s\Z", re.IGNORECASE)
_POINT = re.compile(
    r"(?:the\s)?(?:early\s|late\s|mid-?\s?)?(?:[\w\s,.]*\d{1,4}|(?:spring|summer|autumn|fall|winter)|"
    r"\w+day|january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\Z",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"[\u2019']s?\s")


def stands_before_noun(text: str, clause: Span, start: int, end: int) -> bool:
    """Whether a date dates a noun alone: "the 1991 settlement", "condemned Monday's attack"."""
    wording = text[start:end]
    if not _POINT.match(wording) or " of " in wording:
        return False
    if _POSSESSED.match(text, end):
        return start - clause.start > 4
    opens_with_article = wording[:4].lower() == "the " or _ARTICLE.search(
        text[max(clause.start, start - 16) : start]
    )
    if not opens_with_article:
        return False
    return _adjective(text, clause, Wording(wording, start, end))


_ONLY_SAID = re.compile(
    r"\b(?:said|says|told\s\w+|announced|reported|added|wrote|warned|noted|stated|claimed)\.?\Z"
)


def names_nothing(title: str, dates: Sequence[str] = ()) -> bool:
    """Whether a title says nothing but a date: too few words, hardly a letter."""
    for date in dates:
        title = title.replace(date, "")
    if len(title.split()) < 2 or sum(map(str.isalpha, title)) < 6:
        return True
    return len(title) < 40 and _ONLY_SAID.search(title) is not None
