"""What leads up to a clause and holds its date: "In May 2014, ...", "By the end of June ..."."""

import re
from collections.abc import Sequence

from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.verbs import first_verb, is_reduced
from izium_timeline.model.event import Wording

_LONGEST_LEAD = 110  # characters before and behind a date that may lead up to a clause


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


def lead_in(text: str, clause: Span, dates: Sequence[Wording]) -> Span | None:
    """What leads up to the clause proper, up to a comma, and holds a date: "In May 2014,"."""
    if not dates or _POSSESSED.match(text, min(dates, key=lambda date: date.start).end):
        return None
    first = min(date.start for date in dates)
    last = max((date.end for date in dates if date.start - first < 60), default=first)
    if not clause.start <= first <= clause.start + _LONGEST_LEAD:
        return None
    cleft = _CLEFT.fullmatch(text, clause.start, first) and _THAT.match(text, last, clause.end)
    if cleft:
        return Span(clause.start, cleft.end())
    entry = _entry(text, clause, dates)
    if entry is not None:
        return entry
    comma = _comma(text, last, min(clause.end, last + _LONGEST_LEAD))
    if comma < 0 or not _is_lead(text, clause, first, comma):
        return _plain_lead(text, clause, first, last)
    if first_verb(text, comma, clause.end) is None:
        return None
    if _GOES_ON.match(text, comma) and _SUBJECT_AHEAD.match(text, last, clause.end):
        return _plain_lead(text, clause, first, last)
    return Span(clause.start, comma + 1)


def _entry(text: str, clause: Span, dates: Sequence[Wording]) -> Span | None:
    """The date of an entry ("4 March: ...") with its sign, before other dates in it."""
    opens = min(date.start for date in dates) - clause.start < 3
    for date in dates if opens else ():
        entry = _ENTRY.match(text, date.end, clause.end)
        if entry:
            return Span(clause.start, entry.end())
    return None


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


_CLEFT = re.compile(
    r"\s*It\s(?:was|is)\s(?:not\suntil|only\s(?:in|on|after)|in|on|during)\s(?:the\s)?"
)
_THAT = re.compile(r"\s?,?\sthat\s")
_POSSESSED = re.compile(r"['\u2019]s?\s")  # "Monday's strike, the second this month, was"
_ENTRY = re.compile(r"\s?(?:[:|\u2013\u2014-]|--)\s")


_IN_NUMBER = re.compile(r",\d|,\s[12]\d{3}\b")


_JOINED = re.compile(r"\b(?:and|but|or|which|who)\s\Z")


_GOES_ON = re.compile(r",\s(?:with|including|along|which|who|where|as|an?)\b")


_ONLY_LEAD = re.compile(
    r"[\s\"\u201c\u2018(\[]*(?:(?:and|but|so|then|while|that|when)\s+)?"
    r"(?:(?:recently|back|also|finally|however|meanwhile|later|earlier|then|only|just|again|thus|"
    r"eventually|subsequently|still),?\s+){0,2}"
    r"(?:(?:late|early)\s)?(?P<preposition>(?:on\sor|on|in|at|during|over|around|by)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


_POINTED = re.compile(
    r"(?:(?:earlier|later)\s)?(?:this|last|next|that)\s\w|(?:yester|to)day|tonight|tomorrow|now\b|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:(?:the\s)?(?:end|middle|beginning|start)\sof\s|early\s|late\s|mid-?\s?)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s\d{4})?",
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
    named = opening["preposition"] is not None and _MONTH.fullmatch(text, first, last)
    pointed = (named or _POINTED.match(text, first)) and verb.start() - last > 3
    ahead = at_once or pointed or _SUBJECT_AHEAD.match(text, last)
    return Span(clause.start, last) if ahead else None
