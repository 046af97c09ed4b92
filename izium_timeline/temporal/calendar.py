"""The arithmetic of complete calendar fields: their days, and the fields of a day."""

import math

from izium_timeline.model.days import add_months, civil, day_number, weekday
from izium_timeline.model.interval import Interval, month_interval, year_interval
from izium_timeline.temporal.partial import Fields, Modifier, Unit

_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
MONTHS_OF = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
DAYS_OF = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7}


def days_of(fields: Fields) -> Interval:
    """The days that complete fields name; raises ValueError for a day that does not exist."""
    year = fields.year
    if year is None:
        raise ValueError("the year is not known")
    if fields.week is not None:
        monday = week_monday(year, fields.week)
        return Interval(monday + 5 * fields.weekend, monday + 6)
    if fields.month is not None and fields.day is not None:
        day = day_number(year, fields.month, fields.day)
        return Interval(day, day)
    if fields.month is not None:
        return month_interval(year, fields.month)
    if fields.season is not None:
        return month_interval(year, _SEASON_MONTH[fields.season], 3)
    if fields.quarter is not None:
        return month_interval(year, 3 * fields.quarter - 2, 3)
    if fields.half is not None:
        return month_interval(year, 6 * fields.half - 5, 6)
    return year_interval(year, fields.span)


def week_monday(year: int, week: int) -> int:
    """The Monday of an ISO week: the week of 4 January is the first."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


def iso_week(day: int) -> tuple[int, int]:
    """ISO year and week of a day."""
    thursday = day - weekday(day) + 3
    year = civil(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


def fields_at(day: int, unit: Unit) -> Fields:
    """The day, week, month, season, quarter, year, decade or century that a day lies in."""
    year, month, of_month = civil(day)
    match unit:
        case Unit.WEEK | Unit.WEEKEND:
            iso_year, week = iso_week(day)
            return Fields(iso_year, week=week, weekend=unit is Unit.WEEKEND)
        case Unit.MONTH:
            return Fields(year, month)
        case Unit.SEASON:
            return Fields(year - (month < 3), season=21 + (month // 3 + 3) % 4)
        case Unit.QUARTER:
            return Fields(year, quarter=(month + 2) // 3)
        case Unit.HALF:
            return Fields(year, half=(month + 5) // 6)
        case Unit.YEAR | Unit.DECADE | Unit.CENTURY:
            return years_around(year, {Unit.YEAR: 1, Unit.DECADE: 10}.get(unit, 100))
    return Fields(year, month, of_month)


def years_around(year: int, span: int) -> Fields:
    """The year, decade or century of a year; before 1 they count back: 479 to 470 BC."""
    if span == 1 or year >= 1:
        return Fields(year - year % span, span=span)
    before = 1 - year
    first = before - before % 10 + 9 if span == 10 else -(-before // 100) * 100
    return Fields(1 - first, span=span)


def move(day: int, amount: float, unit: Unit) -> int:
    """A day so many units on (or back, where negative), months by the calendar."""
    if unit in MONTHS_OF:
        return add_months(day, round(amount * MONTHS_OF[unit]))
    return day + math.floor(amount * DAYS_OF.get(unit, 0) + 0.5)


def narrow(days: Interval, modifier: Modifier | None) -> Interval:
    """Early, middle or late part of some days: thirds, by the rule of the design.

    A month's thirds are the 1st to 10th, the 11th to 20th and the rest; a year's are four
    months each; any other span is divided evenly.
    """
    first, last = days.earliest, days.latest
    if (
        modifier not in (Modifier.START, Modifier.MID, Modifier.END)
        or first is None
        or last is None
    ):
        return days
    third = [Modifier.START, Modifier.MID, Modifier.END].index(modifier)
    bounds = _thirds(first, last)
    return Interval(bounds[third], max(bounds[third], bounds[third + 1] - 1), days.time)


def widened(days: Interval, unit: Unit) -> Interval:
    """Days with one unit more at either end that is known."""
    first, last = days.earliest, days.latest
    return Interval(
        None if first is None else move(first, -1, unit),
        None if last is None else move(last, 1, unit),
    )


def _thirds(first: int, last: int) -> tuple[int, int, int, int]:
    """The first days of an interval's three parts, and the day after its end."""
    year, month, day = civil(first)
    end_year, end_month, end_day = civil(last + 1)
    months = 12 * (end_year - year) + end_month - month
    if day == end_day == 1 and months == 1:
        return first, first + 10, first + 20, last + 1
    if day == end_day == 1 and months % 3 == 0:
        return first, add_months(first, months // 3), add_months(first, 2 * months // 3), last + 1
    length = last - first + 1
    return first, first + length // 3, first + 2 * length // 3, last + 1
