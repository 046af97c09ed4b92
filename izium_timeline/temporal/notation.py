"""How complete calendar fields are written: as a TimeML value, and as EDTF of level 0 or 1."""

import datetime
from collections.abc import Iterator

from izium_timeline.model.days import civil
from izium_timeline.model.edtf import Edtf, EdtfDate, End, Qualifier, edtf_day
from izium_timeline.model.interval import Interval, Precision
from izium_timeline.temporal.calendar import days_of
from izium_timeline.temporal.partial import Fields, Modifier, Unit

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_LETTERS = {
    Unit.SECOND: "TS",
    Unit.MINUTE: "TM",
    Unit.HOUR: "TH",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
}
_TENFOLD = {Unit.DECADE: 10, Unit.CENTURY: 100}
_THIRDS = (Modifier.START, Modifier.MID, Modifier.END)


def year_value(year: int, span: int = 1) -> str:
    """A year, decade or century in TimeML: 1944, 194, 19, BC0480, BC047, BC04."""
    if year >= 1 or (year == 0 and span > 1):
        return f"{year:04d}"[: 4 - (span > 1) - (span > 10)]
    before = 1 - year
    if span == 100:
        return f"BC{(before - 1) // 100:02d}"
    return f"BC{before // span:0{4 if span == 1 else 3}d}"


def date_value(fields: Fields, clock: str = "") -> str:
    """The TimeML value of complete or incomplete fields; X stands for what is not known."""
    year = "XXXX" if fields.year is None else year_value(fields.year, fields.span)
    return year + _rest(fields) + clock


def _rest(fields: Fields) -> str:
    if fields.week is not None or fields.weekend:
        week = "XX" if fields.week is None else f"{fields.week:02d}"
        return f"-W{week}" + "-WE" * fields.weekend
    if fields.season is not None:
        return f"-{_SEASONS[fields.season]}"
    if fields.quarter is not None:
        return f"-Q{fields.quarter}"
    if fields.half is not None:
        return f"-H{fields.half}"
    if fields.weekday is not None and fields.day is None:
        return f"-WXX-{fields.weekday + 1}"
    month = "" if fields.month is None else f"-{fields.month:02d}"
    if fields.day is None:
        return month
    return f"{month or '-XX'}-{fields.day:02d}"


def length_value(amount: float | None, unit: Unit) -> str:
    """The TimeML value of a duration: P3D, PT2H, PXM, P2.5Y; decades and centuries as years."""
    if amount is not None:
        amount, unit = amount * _TENFOLD.get(unit, 1), Unit.YEAR if unit in _TENFOLD else unit
    letters = _LETTERS[unit]
    number = "X" if amount is None else f"{amount:.2f}".rstrip("0").rstrip(".")
    return f"P{'T' * letters.startswith('T')}{number}{letters.removeprefix('T')}"


def date_edtf(fields: Fields, modifier: Modifier | None, clock: str, days: Interval) -> Edtf:
    """The EDTF of complete fields whose days, narrowed by the modifier, are given.

    Parts of a month or year become an interval of approximate ends ("early March" is
    ``2022-03-01~/2022-03-10~``); weeks and quarters, which level 1 lacks, plain intervals.
    """
    if modifier in _THIRDS and days.earliest != days.latest:
        return _between(days, fields, Qualifier.APPROXIMATE)
    qualifier = Qualifier.APPROXIMATE if modifier is Modifier.APPROX else Qualifier.NONE
    if fields.unit in (Unit.WEEK, Unit.WEEKEND, Unit.QUARTER, Unit.HALF):
        return _between(days, fields, qualifier)
    return _single(fields, clock, qualifier)


def _single(fields: Fields, clock: str, qualifier: Qualifier) -> Edtf:
    year = fields.year or 0
    if fields.span > 1:
        if year < 0:
            return Edtf(EdtfDate(year), EdtfDate(year + fields.span - 1))
        return Edtf(EdtfDate(year, unspecified=len(str(fields.span)) - 1, qualifier=qualifier))
    time = f"{clock[1:6]}:00" if fields.day and (clock_time(clock) or clock == "T24:00") else ""
    return Edtf(
        EdtfDate(year, fields.season or fields.month, fields.day, time=time, qualifier=qualifier)
    )


def _between(days: Interval, fields: Fields, qualifier: Qualifier) -> Edtf:
    months = fields.unit in (Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.SEASON, Unit.DECADE)
    return interval_edtf(days, qualifier, by_month=months or fields.unit is Unit.CENTURY)


def interval_edtf(
    days: Interval,
    qualifier: Qualifier = Qualifier.NONE,
    *,
    by_month: bool = False,
    like: Edtf | None = None,
) -> Edtf:
    """The EDTF interval of some days, an open end as ``..``; one date where one will do.

    ``like`` is the EDTF of a date that the interval starts or ends with, and is written as.
    """
    if like is not None:
        return Edtf(*_ends_like(days, like))
    if days.precision is not Precision.INTERVAL and days.earliest is not None:
        plain = _whole(days, qualifier)
        if plain is not None:
            return plain
    ends = [
        End.OPEN if end is None else _end(end, qualifier, by_month=by_month)
        for end in (days.earliest, days.latest)
    ]
    return Edtf(*ends)


def _ends_like(days: Interval, like: Edtf) -> Iterator[EdtfDate | End]:
    known, closing = like.days(), like.start if like.end is None else like.end
    for day, same, written in (
        (days.earliest, known.earliest, like.start),
        (days.latest, known.latest, closing),
    ):
        if day is None:
            yield End.OPEN
        else:
            yield written if day == same else edtf_day(day)


def _end(day: int, qualifier: Qualifier, *, by_month: bool) -> EdtfDate:
    if not by_month:
        return edtf_day(day, qualifier)
    year, month, _ = civil(day)
    return EdtfDate(year, month, qualifier=qualifier)


def _whole(days: Interval, qualifier: Qualifier) -> Edtf | None:
    """One EDTF date for exactly a day, month, season or year."""
    first = days.earliest or 0
    year, month, _ = civil(first)
    match days.precision:
        case Precision.DAY:
            return Edtf(edtf_day(first, qualifier))
        case Precision.MONTH:
            return Edtf(EdtfDate(year, month, qualifier=qualifier))
        case Precision.YEAR:
            return Edtf(EdtfDate(year, qualifier=qualifier))
    return None


def days_or_none(fields: Fields) -> Interval | None:
    """The days of fields, None where they are incomplete or do not exist."""
    try:
        return days_of(fields)
    except ValueError:
        return None


def clock_time(clock: str) -> datetime.time | None:
    """The local time of day of a TimeML time; None for a part of the day, or what is no time."""
    hour, minute = clock[1:3], clock[4:6]
    if not (hour.isdigit() and minute.isdigit()) or int(hour) > 23 or int(minute) > 59:
        return None
    return datetime.time(int(hour), int(minute))
