"""Resolving calendar fields: the year, the month or the week that the wording leaves open."""

from dataclasses import replace

from izium_timeline.model.days import civil, iso_day
from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.calendar import days_of
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.feasts import feast_day, only_year
from izium_timeline.temporal.nations import NATIONAL_DAYS, country_of
from izium_timeline.temporal.notation import date_value, days_or_none, interval_edtf, year_value
from izium_timeline.temporal.outcome import Outcome
from izium_timeline.temporal.partial import Feast, Fields, Which
from izium_timeline.temporal.profile import Mode
from izium_timeline.temporal.resolve_weekdays import day_alone, weekday_chosen, weekend
from izium_timeline.temporal.resolve_years import year_for
from izium_timeline.temporal.timex import TimexType
from izium_timeline.temporal.years import (
    Chosen,
    day_fields,
    short_year,
)

_TODAY = 2020  # a year in which every holiday of the tables is held
_LOOKING_BACK = 40  # years: '45 in 2022 is 1945, '25 is 2025


def resolve_fields(case: Case, fields: Fields) -> Outcome | None:
    """The outcome of calendar fields; None where they can name no day that exists."""
    if fields == Fields():
        return open_outcome(case, fields)
    if fields.swappable:
        return resolve_numbers(case, fields)
    if fields.short_year is not None:
        reference = _reference_year(case)
        if reference is None:
            return _unknown_century(case, fields)
        fields = short_year(fields, reference)
    if fields.year is not None:
        return None if days_or_none(fields) is None else stated(case, fields)
    chosen = _choose(case, fields)
    if chosen is None:
        return open_outcome(case, fields)
    return resolved(case, chosen)


def stated(case: Case, fields: Fields) -> Outcome:
    """The outcome of a wording that carries its full date."""
    return outcome(case, fields, Basis.STATED, f"names the {fields.unit} in full")


def resolved(case: Case, chosen: Chosen) -> Outcome:
    """The outcome of fields that were completed from another date."""
    return outcome(case, chosen.fields, Basis.RESOLVED, chosen.why)


def outcome(case: Case, fields: Fields, basis: Basis, why: str) -> Outcome:
    """The outcome of complete fields."""
    clock = case.partial.clock
    kind = TimexType.TIME if clock else TimexType.DATE
    plain = fields if fields.weekday is None else replace(fields, weekday=None)
    return Outcome(kind, date_value(plain, clock), basis, why, plain)


def open_outcome(case: Case, fields: Fields) -> Outcome:
    """The outcome of fields that nothing completes: no date, the value with its X."""
    clock = case.partial.clock
    kind = TimexType.TIME if clock else TimexType.DATE
    why = "nothing in the text or its publication date completes it"
    value = f"XXXX-XX-XX{clock}" if clock else date_value(fields)
    return Outcome(kind, value, Basis.INFERRED, why)


def _reference_year(case: Case) -> int | None:
    """The year that a year of two digits is near to: the story's, or that of publication."""
    main, published = case.story.main, case.published
    if main is not None and (published is None or case.profile.mode is not Mode.NEWS):
        return main.fields.year
    return None if published is None else published.year - _LOOKING_BACK


def _unknown_century(case: Case, fields: Fields) -> Outcome:
    """'45 of no known century: no date."""
    if fields.span == 10:
        twentieth = replace(fields, year=1900 + (fields.short_year or 0), short_year=None)
        why = "a decade named by its tens alone is taken for one of the 20th century"
        return outcome(case, twentieth, Basis.INFERRED, why)
    why = "nothing in the text or its publication date tells the century"
    value = f"XX{fields.short_year:02d}{date_value(replace(fields, short_year=None, span=1))[4:]}"
    return Outcome(TimexType.DATE, value, Basis.INFERRED, why)


def resolve_numbers(case: Case, fields: Fields) -> Outcome | None:
    """The outcome of "10/09/2022": as the document writes elsewhere, else as publication says.

    Where neither tells, both readings stay possible.
    """
    day_first = replace(fields, swappable=False)
    month_first = replace(day_first, day=fields.month, month=fields.day)
    if case.profile.day_first is not None:
        return resolve_fields(case, day_first if case.profile.day_first else month_first)
    readings = [resolve_fields(case, each) for each in (month_first, day_first)]
    found = [(days_of(each.fields), each) for each in readings if each and each.fields]
    if len(found) < 2:
        return readings[0]
    if case.published is not None:
        day = case.published.day
        nearest = min(found, key=lambda pair: abs((pair[0].earliest or 0) - day))[1]
        why = f"the reading nearest to {case.published.called}"
        return nearest._replace(basis=Basis.RESOLVED, why=why)
    return _either(found[0][0], found[1][0])


def _either(first: Interval, second: Interval) -> Outcome:
    """Two readings of the same numbers, and nothing that tells which."""
    ends = sorted((first.earliest or 0, second.earliest or 0))
    days = Interval(ends[0], ends[1])
    why = f"either {iso_day(ends[0])} or {iso_day(ends[1])}; nothing tells which number is the day"
    value = year_value(civil(ends[0])[0])
    return Outcome(TimexType.DATE, value, Basis.INFERRED, why, None, days, interval_edtf(days))


def _choose(case: Case, fields: Fields) -> Chosen | None:
    if fields.of is not None:
        return _of_year(case, fields)
    if fields.day is not None and fields.month is None:
        return day_alone(case, fields)
    if fields.weekday is not None and fields.month is None:
        return weekday_chosen(case, fields)
    if fields.weekend:
        return weekend(case)
    return year_for(case, fields)


def _of_year(case: Case, fields: Fields) -> Chosen | None:
    which = fields.of or Which.SAME
    if which is Which.SAME or case.published is None or case.profile.mode is Mode.NARRATIVE:
        anchor = case.story.last or case.story.main
        year = None if anchor is None else anchor.fields.year
        why = "" if anchor is None else f"the year is counted from {anchor.text!r}"
        if which is Which.SAME and anchor is None and case.published is not None:
            year, why = case.published.year, f"the year of {case.published.called}"
    else:
        year = case.published.year
        why = f"the year is counted from {case.published.called}"
    if year is None:
        return None
    complete = replace(fields, year=year + which.step, of=None)
    return Chosen(complete, why) if days_or_none(complete) else None


def resolve_feast(case: Case, feast: Feast) -> Outcome | None:
    """The outcome of a holiday: its day in the year named, or in the year that fits."""
    known = feast.year or only_year(feast.name)
    if known is not None:
        year, basis, why = known, Basis.STATED, "names the day and its year"
    else:
        chosen = _feast_year(case, feast)
        if chosen is None:
            return _undated_feast(case, None)
        year, basis, why = chosen.fields.year or 0, Basis.RESOLVED, f"the holiday, {chosen.why}"
    day = feast_day(feast.name, year, _country(case, feast))
    if day is None and known is not None and feast_day(feast.name, _TODAY, _country(case, feast)):
        return None
    if day is None:
        return _undated_feast(case, known)
    return outcome(case, day_fields(day + feast.offset), basis, why)


def _undated_feast(case: Case, year: int | None) -> Outcome:
    outcome = open_outcome(case, Fields())
    value = "XXXX-XX-XX" if year is None else f"{year:04d}-XX-XX"
    return outcome._replace(value=value + case.partial.clock)


def _country(case: Case, feast: Feast) -> str | None:
    """The country of a national day: the one named, else the document's."""
    national = feast.name in NATIONAL_DAYS
    return feast.country or (country_of(case.text, feast.name) if national else None)


def _feast_year(case: Case, feast: Feast) -> Chosen | None:
    year = case.published.year if case.published else None
    if case.story.main is not None:
        year = case.story.main.fields.year if year is None else year
    day = feast_day(feast.name, year or 2000, _country(case, feast))
    if day is None:
        return None
    _, month, of_month = civil(day)
    return _choose(case, Fields(month=month, day=of_month, of=feast.of))
