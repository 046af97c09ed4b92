"""Choosing the year, or the week, that a date without one belongs to."""

from dataclasses import replace
from typing import NamedTuple

from izium_timeline.model.days import civil, weekday
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.calendar import fields_at
from izium_timeline.temporal.notation import days_or_none
from izium_timeline.temporal.partial import Fields, Unit
from izium_timeline.temporal.profile import Mode, Published
from izium_timeline.temporal.story import Mention

_BACKWARD = 1.3  # a story goes on rather than back


class Chosen(NamedTuple):
    """Complete fields and, in words, why they are these."""

    fields: Fields
    why: str


def distance(candidate: Interval, anchor: Interval) -> float:
    """Days between two intervals, 0 where they touch; backward counts more."""
    first, last = candidate.earliest or 0, candidate.latest or 0
    if first > (anchor.latest or 0):
        return first - (anchor.latest or 0)
    if last < (anchor.earliest or 0):
        return _BACKWARD * ((anchor.earliest or 0) - last)
    return 0.0


def by_story(fields: Fields, main: Mention) -> Chosen | None:
    """The year nearest to where the story is."""
    year = civil(main.days.earliest or 0)[0]
    last_year = civil(main.days.latest or 0)[0]
    best: tuple[float, Fields] | None = None
    for candidate_year in range(year - 1, last_year + 2):
        candidate = replace(fields, year=candidate_year)
        days = days_or_none(candidate)
        if days is None:
            continue
        cost = distance(days, main.days)
        if best is None or cost < best[0]:
            best = (cost, candidate)
    return None if best is None else Chosen(best[1], f"the year nearest to {main.text!r} before it")


def by_publication(
    fields: Fields, published: Published, direction: int, mode: Mode
) -> Chosen | None:
    """The year before, after or nearest to publication, as the verbs about it say."""
    candidates = []
    for year in range(published.year - 4, published.year + 5):
        candidate = replace(fields, year=year)
        days = days_or_none(candidate)
        if days is not None:
            candidates.append((days, candidate))
    if fields.quarter is not None:
        direction = 0  # a coming report tells of the last quarter
    elif mode is Mode.HYBRID and direction == 0:
        direction = -1
    chosen = _on_side(candidates, published, direction)
    words = {-1: "the last one before", 1: "the next one after", 0: "the one nearest to"}
    if chosen is None:
        return None
    return Chosen(chosen, f"{words[direction]} {published.called}")


def _on_side(
    candidates: list[tuple[Interval, Fields]], published: Published, direction: int
) -> Fields | None:
    if direction < 0:
        limit = published.days.latest or 0
        past = [fields for days, fields in candidates if (days.earliest or 0) <= limit]
        return past[-1] if past else None
    if direction > 0:
        limit = published.days.earliest or 0
        future = [fields for days, fields in candidates if (days.latest or 0) >= limit]
        return future[0] if future else None
    day = published.day
    return min(
        candidates,
        key=lambda pair: min(abs((pair[0].earliest or 0) - day), abs((pair[0].latest or 0) - day)),
        default=(None, None),
    )[1]


def weekday_near(which: int, day: int, direction: int) -> int:
    """The day number of a weekday on or before a day (-1, 0), or on or after it (1)."""
    if direction > 0:
        return day + (which - weekday(day)) % 7
    return day - (weekday(day) - which) % 7


def short_year(fields: Fields, reference: int) -> Fields:
    """The century of a year's last two digits: the one nearest to a reference year."""
    digits = fields.short_year or 0
    base = reference - reference % 100 + digits
    year = min((base - 100, base, base + 100), key=lambda year: abs(year - reference))
    return replace(fields, year=year, short_year=None)


def day_fields(day: int) -> Fields:
    """The fields of a day number."""
    return fields_at(day, Unit.DAY)


_NEAR_YEARS = (0, 1, -1)


def on_weekday(what: object, year: int) -> int:
    """The given year, or one next to it in which a day of a month is the weekday that it names."""
    if not isinstance(what, Fields) or what.weekday is None or what.day is None:
        return year
    for step in _NEAR_YEARS:
        days = days_or_none(replace(what, year=year + step))
        if days is not None and weekday(days.earliest or 0) == what.weekday:
            return year + step
    return year
