"""What stands to the left of a date or an amount: modifiers, parts of the day, relations.

Rows of a table, tried backwards from a match within a window of a few dozen characters.
"""

import re
from typing import NamedTuple

from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import GAP, any_of
from izium_timeline.temporal.partial import (
    Content,
    Feast,
    Fields,
    Length,
    Modifier,
    Pointer,
    Relation,
    Repeat,
    Shift,
    Unit,
    Vague,
)
from izium_timeline.temporal.rules_clock import DAYPARTS

_WINDOW = 40
_OF = rf"{GAP}of{GAP}(?:the{GAP})?"


class _Row(NamedTuple):
    """A modifier, the words that give it, what it stands before, and an example."""

    modifier: Modifier | None
    source: str
    of: str
    example: str


_THE_TOO = rf"(?:the{GAP})?"
_ROWS = (
    _Row(
        Modifier.START,
        rf"(?:very{GAP})?early(?:{GAP}part{_OF}|{GAP}in{GAP}{_THE_TOO}|[-\s])",
        "dates",
        "early March",
    ),
    _Row(
        Modifier.START,
        rf"(?:very{GAP})?(?:beginning|start|outset|opening|dawn|turn|"
        rf"first{GAP}(?:half|part|third|days)){_OF}",
        "dates",
        "the start of 1943",
    ),
    _Row(
        Modifier.MID,
        rf"(?:mid(?:-to-late)?(?:{GAP}|[-\u2010\u2011])|(?:middle|midst|height){_OF}|"
        rf"mid-?way{GAP}through{GAP}{_THE_TOO})",
        "dates",
        "mid-March",
    ),
    _Row(
        Modifier.END,
        rf"(?:very{GAP})?(?:late(?:{GAP}in{GAP}{_THE_TOO}|[-\s])|"
        rf"later{GAP}(?:in|on{GAP}in){GAP}{_THE_TOO})",
        "dates",
        "late 1918",
    ),
    _Row(
        Modifier.END,
        rf"(?:very{GAP})?(?:end|close|conclusion|"
        rf"(?:last|latter|later|second|final){GAP}(?:half|part|third|days)){_OF}",
        "dates",
        "the end of May",
    ),
    _Row(None, rf"(?:rest|remainder|whole|course|all){_OF}", "dates", "the rest of 1952"),
    _Row(
        Modifier.APPROX,
        rf"(?:about|around|circa|ca?\.|approximately|roughly|approx\.|"
        rf"sometime{GAP}(?:in|around)){GAP}?{_THE_TOO}",
        "dates lengths",
        "around March 1981",
    ),
    _Row(Modifier.APPROX, rf"some{GAP}", "lengths", "some 57 days"),
    _Row(
        Modifier.MORE_THAN,
        rf"(?:a{GAP}little{GAP}|slightly{GAP}|well{GAP}|just{GAP})?"
        rf"(?:more{GAP}than|over|beyond|upwards{GAP}of){GAP}",
        "lengths",
        "more than three years",
    ),
    _Row(
        Modifier.LESS_THAN,
        rf"(?:just{GAP}|a{GAP}little{GAP})?(?:less{GAP}than|fewer{GAP}than|under|nearly|almost|"
        rf"close{GAP}to|not{GAP}quite|barely){GAP}{_THE_TOO}",
        "lengths",
        "nearly two years",
    ),
    _Row(
        Modifier.EQUAL_OR_MORE,
        rf"(?:at{GAP}least|no{GAP}(?:less|fewer){GAP}than|a{GAP}minimum{GAP}of){GAP}",
        "lengths",
        "at least six months",
    ),
    _Row(
        Modifier.EQUAL_OR_LESS,
        rf"(?:at{GAP}most|up{GAP}to|no{GAP}(?:more|longer){GAP}than|a{GAP}maximum{GAP}of){GAP}",
        "lengths",
        "up to three days",
    ),
)

_DATES = [row for row in _ROWS if "dates" in row.of]
_LENGTHS = [row for row in _ROWS if "lengths" in row.of]
_ARTICLE = rf"(?:(?:the|an?){GAP})?"


def _pattern(rows: list[_Row]) -> LazyPattern:
    parts = "|".join(rf"(?P<r{index}>{row.source})" for index, row in enumerate(rows))
    return LazyPattern(rf"(?<!\w){_ARTICLE}(?:{parts})\Z", re.IGNORECASE)


_PATTERNS = {True: (_DATES, _pattern(_DATES)), False: (_LENGTHS, _pattern(_LENGTHS))}
_PART_OF = LazyPattern(
    rf"(?<!\w){_ARTICLE}(?:(?:early|small){GAP}hours|"
    rf"(?:(?:early|late)(?:{GAP}in{GAP}the)?{GAP})?(?P<part>{any_of(DAYPARTS)})(?:{GAP}hours)?)"
    rf"{GAP}(?:of|on){GAP}(?:the{GAP})?\Z",
    re.IGNORECASE,
)
_THE = LazyPattern(rf"\bthe{GAP}\Z", re.IGNORECASE)
_RELATION = LazyPattern(
    r"\b(since|(?<!dates )(?<!dated )(?<!dating )from|until|till|til|(?<!-)up to|by|before|after|"
    r"prior to|following|between|as of|through|to)"
    r"(?:\sin|\sat|\son)?[\s(]{1,2}\Z",
    re.IGNORECASE,
)
# "from 1990 on", "from May to July", but not "from 1990 levels"
_FROM_ON = LazyPattern(
    rf"{GAP}?(?:$|[,.;:)\n]|[-\u2010-\u2015]|"
    r"(?:on|onwards?|to|until|till|through|and|when|he|she|it|they|the)\b)",
    re.IGNORECASE,
)
# "A grant that came through last summer" came then.
_CAME = LazyPattern(
    r"\b(?:c[ao]mes?|got|get|gets|going|goes|go|went|falls?|fell|broke|breaks?|pulls?|pulled|"
    r"lived|live|ran|runs?|passed|pass)\sthrough\s\Z",
    re.IGNORECASE,
)
_APOSTROPHES = ("'", "\u2018", "\u2019")
_RELATIONS = {
    "since": Relation.SINCE,
    "as of": Relation.SINCE,
    "from": Relation.FROM,
    "until": Relation.UNTIL,
    "till": Relation.UNTIL,
    "til": Relation.UNTIL,
    "up to": Relation.UNTIL,
    "through": Relation.UNTIL,
    "by": Relation.BY,
    "before": Relation.BEFORE,
    "prior to": Relation.BEFORE,
    "after": Relation.AFTER,
    "following": Relation.AFTER,
    "between": Relation.BETWEEN,
}


class Left(NamedTuple):
    """What was found to the left: the new start, and what it says."""

    start: int
    modifier: Modifier | None = None
    clock: str = ""
    relation: Relation | None = None


def look_left(text: str, start: int, end: int, what: Content, floor: int) -> Left:
    """Modifier, part of the day and relation before a match; nothing before ``floor``."""
    at = start - _apostrophe(text, start, what)
    clock, at = _part_of_day(text, at, what, floor)
    modifier, at = _modifier(text, at, what, floor)
    article = _THE.search(text, max(floor, at - 6), at)
    bare = isinstance(what, (Vague, Repeat)) or (
        isinstance(what, Length) and "-" in text[start:end]
    )
    if article and not bare:
        at = article.start()
    return Left(at, modifier, clock, _relation(text, at, end, what, floor))


def _apostrophe(text: str, start: int, what: Content) -> bool:
    """Whether the apostrophe before a match is a part of it: '45."""
    short = isinstance(what, Fields) and what.short_year is not None
    return short and text[start - 1 : start] in _APOSTROPHES


def _part_of_day(text: str, at: int, what: Content, floor: int) -> tuple[str, int]:
    """ "The morning of": the part of the day, and where it starts."""
    if not _can_have_clock(what):
        return "", at
    part = _PART_OF.search(text, max(floor, at - _WINDOW), at)
    return (DAYPARTS[(part["part"] or "morning").lower()], part.start()) if part else ("", at)


def _modifier(text: str, at: int, what: Content, floor: int) -> tuple[Modifier | None, int]:
    """ "Early", "nearly": the modifier, and where it starts."""
    dated = isinstance(what, (Fields, Pointer, Feast))
    counted = isinstance(what, Shift) or (isinstance(what, Length) and not what.toward)
    if not (dated or counted):
        return None, at
    rows, pattern = _PATTERNS[dated]
    found = pattern.search(text, max(floor, at - _WINDOW), at)
    if found is None:
        return None, at
    return rows[int(str(found.lastgroup)[1:])].modifier, found.start()


def _relation(text: str, at: int, end: int, what: Content, floor: int) -> Relation | None:
    found = _RELATION.search(text, max(floor, at - 14), at)
    kind = _RELATIONS.get(" ".join(found[1].lower().split())) if found else None
    if found and kind is Relation.UNTIL and _CAME.search(text, max(0, found.start() - 10), at):
        return None
    if kind is Relation.FROM and not (isinstance(what, Fields) and _FROM_ON.match(text, end)):
        return None
    return kind


def _can_have_clock(what: Content) -> bool:
    if isinstance(what, Fields):
        return what.unit is Unit.DAY
    return isinstance(what, Feast) or (isinstance(what, Pointer) and what.unit is Unit.DAY)
