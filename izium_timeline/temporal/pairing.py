"""Dates that stand together share what only one of them says: "6-7 January 1916"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.partial import Fields, Length, Partial, Pointer, Relation, Unit

_BETWEEN = LazyPattern(
    r"\s{0,2}(?:(?P<range>[-\u2010-\u2015\u2212]|to|through|until|till)|(?P<list>,|and|or|&|/|,\s?and))\s{0,2}(?:the\s)?"
    r"(?:(?:in|on|early|late|mid)[\s-])?",
    re.IGNORECASE,
)
_OF = LazyPattern(r"\s(?:of|in)\s(?:the\s)?", re.IGNORECASE)


def pair(text: str, partials: Sequence[Partial]) -> list[Partial]:
    """The partials, fields shared with a neighbour across "-", "to", "and" or a comma.

    A day or month takes the later one's month and year, a bare day the earlier one's; the
    ends of a range are related as from and to.
    """
    paired = list(partials)
    for index in range(len(paired) - 2, -1, -1):
        joint = _joint(text, paired[index], paired[index + 1])
        if joint is not None:
            paired[index] = _from_later(paired[index], paired[index + 1])
    for index in range(len(paired) - 1):
        first, second = paired[index : index + 2]
        joint = _joint(text, first, second)
        if joint is None:
            continue
        second = _from_earlier(second, first)
        if comparable(first, second) and (joint["range"] or _is_night(joint, first, second)):
            first = replace(first, relation=Relation.FROM)
            second = replace(second, relation=Relation.TO)
        paired[index], paired[index + 1] = first, second
    return paired


def absorb(text: str, partials: Sequence[Partial]) -> list[Partial]:
    """The partials, what belongs together made one: "the first weeks of" and its date, a time
    of day and the date beside it ("9:34 p.m., March 19").
    """
    merged: list[Partial] = []
    for partial in partials:
        before = merged[-1] if merged else None
        if before is not None and _is_part_of(text, before, partial):
            assert isinstance(before.what, Length)
            assert isinstance(partial.what, Fields)
            whole = replace(before.what, of=partial.what)
            merged[-1] = replace(before, end=partial.end, what=whole)
        elif before is not None and _is_night_to(text, before, partial):
            merged[-1] = replace(before, end=partial.end, relation=None)
        elif before is not None and _is_time_of(text, before, partial):
            date, time = (partial, before) if before.clock else (before, partial)
            tied = date.relation or (time.relation if time is before else None)
            both = replace(date, start=before.start, end=partial.end, clock=time.clock)
            merged[-1] = replace(both, relation=tied)
        else:
            merged.append(_untied(before, partial))
    return merged


def _is_night(joint: re.Match[str], first: Partial, second: Partial) -> bool:
    """Whether a slash joins a day and the next: "29/30 May"."""
    a, b = first.what, second.what
    if joint[0] != "/" or not isinstance(a, Fields) or not isinstance(b, Fields):
        return False
    return a.day is not None and b.day in (a.day + 1, 1)


def _untied(before: Partial | None, partial: Partial) -> Partial:
    """A date behind "two days after" is what the days count from, and stays its own."""
    if before is None or not isinstance(before.what, Length) or partial.start - before.end > 9:
        return partial
    tied = partial.relation in (Relation.BEFORE, Relation.AFTER)
    return replace(partial, relation=None) if tied else partial


def _is_part_of(text: str, before: Partial, partial: Partial) -> bool:
    if not isinstance(before.what, Length) or not isinstance(partial.what, Fields):
        return False
    if before.what.of is not None or before.what.unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return False
    return before.what.part != 0 and _OF.fullmatch(text, before.end, partial.start) is not None


def _is_night_to(text: str, before: Partial, partial: Partial) -> bool:
    """Whether two days are the ends of one night: "the night of 2 to 3 March"."""
    if before.clock != "TNI" or _joint(text, before, partial) is None:
        return False
    a, b = before.what, partial.what
    assert isinstance(a, Fields)
    assert isinstance(b, Fields)
    return a.day is not None and b.day is not None and b.day in (a.day + 1, 1)


def _is_time_of(text: str, before: Partial, partial: Partial) -> bool:
    """Whether one of two neighbours is a time of day and the other its date."""
    between = text[before.end : partial.start] if partial.start - before.end <= 3 else "."
    if between.strip() not in ("", ",") or (_is_clock(before) and "\n" in between):
        return False
    return (_is_clock(before) and _is_day(partial)) or (_is_day(before) and _is_clock(partial))


def _is_clock(partial: Partial) -> bool:
    return isinstance(partial.what, Pointer) and partial.clock[1:2].isdigit()


def _is_day(partial: Partial) -> bool:
    what = partial.what
    return isinstance(what, Fields) and what.unit is Unit.DAY and not partial.clock


def _joint(text: str, first: Partial, second: Partial) -> re.Match[str] | None:
    if not isinstance(first.what, Fields) or not isinstance(second.what, Fields):
        return None
    if second.start - first.end > 12:
        return None
    return _BETWEEN.fullmatch(text, first.end, second.start)


def comparable(first: Partial, second: Partial) -> bool:
    """Whether two partials are of one precision, as the ends of a range are."""
    a, b = first.what, second.what
    return isinstance(a, Fields) and isinstance(b, Fields) and a.unit is b.unit


def _from_later(first: Partial, second: Partial) -> Partial:
    a, b = first.what, second.what
    assert isinstance(a, Fields)
    assert isinstance(b, Fields)
    month = a.month
    if a.day is not None and a.month is None and b.month is not None:
        month = b.month
    year = a.year
    of, short = a.of, a.short_year
    if (
        year is None
        and of is None
        and short is None
        and (month or a.season)
        and (b.month or b.season or b.day)
    ):
        year, of, short = b.year, b.of, b.short_year
        if year is not None and _later_in_year(replace(a, month=month), b):
            year -= 1
    elif a.unit is b.unit and a.year is not None and b.year is not None and a.year > 0 > b.year:
        year = 1 - a.year
    return replace(first, what=replace(a, month=month, year=year, of=of, short_year=short))


def _later_in_year(a: Fields, b: Fields) -> bool:
    if a.month is None or b.month is None:
        return False
    return (a.month, a.day or 0) > (b.month, b.day or 31)


def _from_earlier(second: Partial, first: Partial) -> Partial:
    a, b = first.what, second.what
    assert isinstance(a, Fields)
    assert isinstance(b, Fields)
    if b.day is not None and b.month is None and a.month is not None and a.day is not None:
        b = replace(b, month=a.month, year=b.year if b.year is not None else a.year)
    return replace(second, what=b)
