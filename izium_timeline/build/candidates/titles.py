"""Titles: the clause that carries the date, shortened by leaving words out, never by adding any.

What is told elsewhere goes first: who says so, and the date where the clause reads without it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from izium_timeline.build.candidates.leads import lead_in
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.shortening import LONGEST, shortened, tidied
from izium_timeline.build.candidates.verbs import first_verb, next_verb, participle_at
from izium_timeline.model.event import Wording

_FEWEST = 2  # words that a title keeps
_BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_PREPOSITION = re.compile(
    r",?\s*(?:\band\s(?:then\s)?again\s)?\b(?:(?:back|only|just|early|late)\s)?"
    r"(?:on|in|at|during|over|around)(?:\s(?:the|a))?\s+\Z",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"(?:\b(?:of|for|to|from|by|since|until|till|between|and|or|before|after|the|a|an|this|that|"
    r"than|about|like|while|but|whereas|maybe|perhaps|probably|possibly|his|her|its|their|as|through|with)\s+|[-\u2013/(\[])\Z",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"(?:recently|lately|(?:this|last|next|that|earlier|later|early|late)\s.*|today|yesterday|tomorrow|tonight|now|currently|"
    r"the\s(?:next|previous|following|same|past|last)\s.*|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s\w+)?|.*\bago\b|.*\blater\b)",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"\b(?:most|more|especially|just|only|very|quite)\s\Z", re.IGNORECASE)
_AGAIN = re.compile(r",?\s+and\s(?:then\s)?again\s\Z")
_OF_DAY = re.compile(
    r"(?:the\s|that\s)?(?:early\s|late\s|mid-?)?(?:morning|afternoon|evening|night|noon|midnight|dawn|"
    r"dusk|daybreak|nightfall|hours)|.*\d\s?(?:a\.?m|p\.?m|hrs|hours|o.clock|UTC|GMT)\.?.*|\d\d?[:.]\d\d(?![.\d]).*",
    re.IGNORECASE,
)
_BOUND_BEHIND = re.compile(r"[-\u2019'/\u2013]|\s*[\u2019']s\b|\s+(?:and|or|to)\s+\d")


class Told(NamedTuple):
    """What a title leaves to other columns: the date, its other wordings, who says so.

    ``droppable`` says whether it can do without the dates; ``others`` are the places
    where other clauses with a date begin, ``elsewhere`` the dates of those, ``apart`` phrases of
    the clause with a date of their own, ``whole`` asks for the clause behind, too, ``who`` is the
    one whom "it" at the beginning means.
    """

    dates: Sequence[Wording]
    droppable: bool
    said: Span | None = None
    others: Sequence[int] = ()
    apart: Sequence[Span] = ()
    whole: bool = False
    who: str = ""
    elsewhere: Sequence[Wording] = ()

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
    title = _without_relative(title)
    if _COUNTED_FROM.match(text, clause.end):
        title = _COUNT.sub("", title)
    if told.who and title[:3].lower() == "it ":
        title = told.who + title[2:]
    if len(title) > LONGEST:
        title = shortened(title)
    return title[:1].upper() + title[1:]


# "The ship sank, three days | after it had left": without the clause behind it, the days hang.
_COUNTED_FROM = re.compile(r"\s(?:after|before|since)\b")
_COUNT = re.compile(
    r",?\s(?:(?:just|only|about|some|nearly|almost|exactly)\s)?(?:an?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|several|a\sfew|\d+)\s"
    r"(?:minute|hour|day|night|week|month|year|decade)s?\Z"
    r"|,\s(?:just\s|only\s)?(?:minutes|hours|days|weeks|months|years)\Z"
)
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\s[^,]+\Z")


def _without_relative(title: str) -> str:
    """Without what a relative clause adds at the end, where enough is said before it."""
    before = _RELATIVE.sub("", title)
    return before if len(before.split()) > 3 and _has_verb(before) else title


def _assembled(text: str, clause: Span, gaps: Sequence[Span], subject: str) -> str:
    words = _BRACKETED.sub(" ", _without(text, clause, gaps))
    title = tidied(_LOCAL.sub("", words) if "time" in words else words)
    if not subject or not title:
        return title
    return f"{subject} {title[0].lower()}{title[1:]}"


_LOCAL = re.compile(r",?\s*\b(?:local|[A-Z][a-z]+)\stime\b")  # "at midnight, local time"


def _without(text: str, clause: Span, gaps: Sequence[Span]) -> str:
    """The clause's text without some spans."""
    pieces, place = [], clause.start
    for gap in sorted(gaps):
        start, end = max(gap.start, place), min(gap.end, clause.end)
        if start >= end or _cuts_word(text, start) or _cuts_word(text, end):
            continue
        pieces.append(text[place:start])
        place = end
    pieces.append(text[place : clause.end])
    return " ".join(pieces)


def _cuts_word(text: str, place: int) -> bool:
    return text[place - 1 : place].isalnum() and text[place : place + 1].isalnum()


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


def _inline(text: str, clause: Span, date: Wording) -> Span | None:
    """A date within or at the end of the clause with its preposition; None if it can't go."""
    bound = _OF_DAY.fullmatch(date.text) or _BOUND_BEHIND.match(text, date.end)
    if bound or date.start < clause.start or date.end > clause.end:
        return None
    low = max(clause.start, date.start - 24)
    before = text[low : date.start]
    if _adjective(text, clause, date) or not before.strip():
        return None
    preposition = _PREPOSITION.search(before)
    if preposition:
        start = low + preposition.start()
        loose = not _GLUED.search(before[: preposition.start()] + " ")
        alone = 6 * (text[date.end : date.end + 6] == " alone")
        hangs = _hangs_on(text, clause, start, date)
        return Span(start, date.end + alone) if loose and not hangs else None
    if _FREE.fullmatch(date.text) is None or _is_subject(text, clause, date):
        return None
    return _free(before, low, date)


def _free(before: str, low: int, date: Wording) -> Span | None:
    """A date without a preposition ("yesterday") with the small words that go with it."""
    with_it = _AGAIN.search(before) or _DEGREE.search(before)
    if with_it:
        return Span(low + with_it.start(), date.end)
    return None if _GLUED.search(before) else Span(date.start, date.end)


_LAST_WORD = re.compile(r"[a-z]+\Z")


_PARTS = re.compile(r"[,;:]|\s(?:that|who|which|and|but|or|to|when|as|because|after|before)\s")


def _hangs_on(text: str, clause: Span, place: int, date: Wording) -> bool:
    """Whether a participle that goes before needs the date: "a study published in May put it"."""
    word = _LAST_WORD.search(text, clause.start, place)
    if word is None or participle_at(text, word.start(), place) is None:
        return False
    verb = next_verb(text, date.end, clause.end)
    return verb is not None and _PARTS.search(text, date.end, verb.start()) is None


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


_THAT_ENDS = re.compile(
    r"(?<!before\s)(?<!after\s)\bthat(?:\s(?:in|on|at|by|since|from|between|during))?\s*\Z"
)
_EMPTY = re.compile(
    r"as\s(?:you|we|they|is|was)\s.{2,40}|(?:th(?:is|at|ese|ose)|it|the\s(?:last|first|next)\stime)\s(?:was|is|were|are|seems|seemed|feels|felt)(?:\s(?:on|an?|the))*",
    re.I,
)
_ONLY_SAID = re.compile(
    r"\b(?:said|says|told(?:\s\w+)?|announced|reported|added|wrote|warned|noted|stated|claimed)\.?\Z"
)


def names_nothing(title: str, dates: Sequence[str] = ()) -> bool:
    """Whether a title says nothing but a date: too few words, hardly a letter."""
    for date in dates:
        title = title.replace(date, "")
    if len(title.split()) < 2 or sum(map(str.isalpha, title)) < 6:
        return True
    if _EMPTY.fullmatch(title.strip(" .")) or _THAT_ENDS.search(title):
        return True
    return len(title) < 40 and _ONLY_SAID.search(title) is not None
