"""The dates of entries, completed by those of their neighbours.

Entries stand in order of time, or in the reverse of it. So one whose month lies well before
that of the entry before it opens a new year, and "Tuesday" or "Friday 11th" is the first such
day behind it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from izium_timeline.model.days import civil, weekday
from izium_timeline.temporal.calendar import fields_at
from izium_timeline.temporal.feasts import feast_day
from izium_timeline.temporal.lexicon import WEEKDAYS
from izium_timeline.temporal.notation import days_or_none
from izium_timeline.temporal.partial import Content, Feast, Fields, Unit
from izium_timeline.temporal.years import on_weekday

_SLIGHT = 1  # months that an entry may lie before the one above it without opening a year
_FURTHEST = 62  # days on which "Friday 11th" is sought


class Head(NamedTuple):
    """A date at the head of an entry, and the words that write it."""

    what: Content
    text: str


class Completed(NamedTuple):
    """What an entry's date says with what its neighbours add, and why that is so."""

    what: Fields | Feast
    why: str


def completed(heads: Sequence[Head], last: int | None) -> list[Completed | None]:
    """For each date at the head of an entry its completion, None where it needs or has none.

    Years that stand alone are among the heads. ``last`` is the last day that the text can tell
    of, None where nothing bounds it: with no year in any of them, the last entry is before it.
    """
    years = _years([head.what for head in heads], last)
    found: list[Completed | None] = []
    before: tuple[int, str] | None = None
    for head, year in zip(heads, years, strict=True):
        reading = _completed(head.what, year, before)
        found.append(reading)
        day = _day(head.what if reading is None else reading.what)
        if day is not None:
            before = day, head.text
    return found


def _day(what: Content) -> int | None:
    """The first day of an entry's complete date; None for a year alone."""
    if isinstance(what, Feast) and what.year is not None:
        day = feast_day(what.name, what.year, what.country)
        return None if day is None else day + what.offset
    if not isinstance(what, Fields) or what.unit is Unit.YEAR:
        return None
    days = days_or_none(what)
    return None if days is None else days.earliest


def _completed(
    what: Content, year: tuple[int, str] | None, before: tuple[int, str] | None
) -> Completed | None:
    if isinstance(what, (Fields, Feast)) and year is not None:
        return Completed(replace(what, year=year[0]), year[1])
    if not isinstance(what, Fields) or what.weekday is None or what.month is not None:
        return None
    return None if before is None else _next_such_day(what, *before)


def _next_such_day(what: Fields, day: int, wording: str) -> Completed | None:
    """ "Tuesday" and "Friday 11th" behind an entry of a known day."""
    for each in range(day + 1, day + _FURTHEST):
        fits = what.day is None or civil(each)[2] == what.day
        if fits and weekday(each) == what.weekday:
            name = WEEKDAYS[what.weekday].title()
            why = f"the first {name}{'' if what.day is None else ' of that number'} after"
            return Completed(fields_at(each, Unit.DAY), f"{why} the entry of {wording!r}")
    return None


def _years(whats: Sequence[Content], last: int | None) -> list[tuple[int, str] | None]:
    """The year of each date that has a month and no year, with the reason; else None."""
    months = [_month(what) for what in whats]
    known = _named(whats)
    order = [place for place, month in enumerate(months) if month is not None]
    if _runs_back(whats, [months[place] or 0 for place in order]):
        order.reverse()
    years = {place: known[place] for place in order if place in known}
    if not years:
        years = _by_last(whats, order, last)
    named = frozenset(years)
    _spread(order, months, years, 1)
    _take_back(order, months, years, named, last)
    _spread(order[::-1], months, years, -1)
    found: list[tuple[int, str] | None] = [None] * len(whats)
    for place in order:
        if place in years and _lacks_year(whats[place]):
            year, why = years[place]
            found[place] = on_weekday(whats[place], year), why
    return found


def _lacks_year(what: Content) -> bool:
    if isinstance(what, Fields) and (what.short_year is not None or what.of is not None):
        return False
    return isinstance(what, (Fields, Feast)) and what.year is None


def _month(what: Content) -> int | None:
    """The month of an entry's date, that of a holiday in a common year."""
    if isinstance(what, Feast):
        day = feast_day(what.name, what.year or 2001, what.country)
        return None if day is None else civil(day + what.offset)[1]
    if not isinstance(what, Fields) or what.swappable:
        return None
    return what.month


def _named(whats: Sequence[Content]) -> dict[int, tuple[int, str]]:
    """The years that are written: in the date itself, or alone over the entries."""
    years: dict[int, tuple[int, str]] = {}
    over: int | None = None
    for place, what in enumerate(whats):
        year = what.year if isinstance(what, (Fields, Feast)) else None
        if isinstance(what, Fields) and what.unit is Unit.YEAR:
            over = year
        elif year is not None:
            years[place] = year, ""
        elif over is not None:
            years[place] = over, f"the year {over} stands over it"
    return years


def _runs_back(whats: Sequence[Content], months: Sequence[int]) -> bool:
    """Whether the latest entry comes first."""
    steps = [after - before for before, after in zip(months, months[1:], strict=False)]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)


def _by_last(
    whats: Sequence[Content], order: Sequence[int], last: int | None
) -> dict[int, tuple[int, str]]:
    """Where no entry names a year: the last one's is the latest that is not after ``last``."""
    if last is None or not order:
        return {}
    what = whats[order[-1]]
    for year in range(civil(last)[0], civil(last)[0] - 2, -1):
        day = _day(replace(what, year=year)) if isinstance(what, (Fields, Feast)) else None
        if day is not None and day <= last:
            return {order[-1]: (year, "the entries end before publication")}
    return {}


def _take_back(
    order: Sequence[int],
    months: Sequence[int | None],
    years: dict[int, tuple[int, str]],
    named: frozenset[int],
    last: int | None,
) -> None:
    """Leave out the years that lie behind a later entry's that is written, or behind ``last``."""
    limit = (9999, 12) if last is None else civil(last)[:2]
    for place in reversed(order):
        if place not in years:
            continue
        reached = years[place][0], months[place] or 0
        if place in named:
            limit = min(limit, (reached[0], reached[1] + _SLIGHT))
        elif reached > limit:
            del years[place]


def _spread(
    order: Sequence[int],
    months: Sequence[int | None],
    years: dict[int, tuple[int, str]],
    step: int,
) -> None:
    """Give each date without a year that of the one before it, or the next where it turns."""
    before: tuple[int, int] | None = None
    for place in order:
        month = months[place] or 0
        if place not in years and before is not None:
            turns = step * (before[1] - month) > _SLIGHT
            years[place] = before[0] + step * turns, "the year that the entries have reached"
        before = (years[place][0], month) if place in years else before
