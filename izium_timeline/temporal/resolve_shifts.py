"""Resolving shifts ("two days later", "three years ago") and vague words ("now", "soon")."""

import math

from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.anchors import anchor_day, anchor_of, finer, quoted
from izium_timeline.temporal.calendar import fields_at, move
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.notation import date_value, interval_edtf, year_value
from izium_timeline.temporal.outcome import Outcome
from izium_timeline.temporal.partial import Fields, Shift, Unit, Vague, Which, count
from izium_timeline.temporal.profile import Mode
from izium_timeline.temporal.resolve_fields import resolved
from izium_timeline.temporal.resolve_pointers import unknown
from izium_timeline.temporal.story import Mention
from izium_timeline.temporal.timex import TimexType
from izium_timeline.temporal.years import Chosen

_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_CLOCK_UNITS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_NEAR = 10  # days: so short a time after a day of a month is most often in that month
_GRAINS = {Unit.QUARTER: Unit.MONTH, Unit.WEEKEND: Unit.WEEK}


def resolve_shift(case: Case, shift: Shift) -> Outcome | None:
    """The outcome of so many units before or after an anchor."""
    unit = shift.unit
    anchor = anchor_of(case, shift.origin, unit, Which.NEXT)
    if unit in _CLOCK_UNITS:
        return _hours(shift, anchor)
    if anchor is None:
        return unknown(case, unit)
    if shift.amount is None:
        return _open_ended(shift, anchor)
    target = move(anchor_day(case, shift.origin, anchor), shift.sign * shift.amount, unit)
    grain = shift.grain or _grain(shift, anchor.fields)
    if grain is None:
        return _about(case, shift, anchor)
    side = "after" if shift.sign > 0 else "before"
    why = f"{count(shift.amount, shift.unit)} {side} {quoted(anchor)}"
    if shift.grain is not None:
        return resolved(case, Chosen(fields_at(target, grain), f"the {grain} reached {why}"))
    outcome = resolved(case, Chosen(fields_at(target, grain), why))
    if grain is Unit.WEEK:
        days = Interval(target - 3, target + 3)
        return outcome._replace(days=days, edtf=interval_edtf(days))
    return outcome


def _hours(shift: Shift, anchor: Mention | None) -> Outcome:
    """ "Nine hours later": on the day that it counts from, or on a neighbouring one."""
    why = "counted from a time of day that is not known"
    plain = Outcome(TimexType.TIME, "XXXX-XX-XXTXX", Basis.INFERRED, why)
    if anchor is None or shift.amount is None or anchor.fields.unit is not Unit.DAY:
        return plain
    reach = math.ceil(shift.amount / (24 if shift.unit is Unit.HOUR else 24 * 60))
    day = anchor.days.earliest or 0
    days = Interval(day, day + reach) if shift.sign > 0 else Interval(day - reach, day)
    side = "after" if shift.sign > 0 else "before"
    why = f"{count(shift.amount, shift.unit)} {side} some time of {quoted(anchor)}"
    return plain._replace(basis=Basis.RESOLVED, why=why, days=days, edtf=interval_edtf(days))


def _grain(shift: Shift, anchor: Fields) -> Unit | None:
    """How exact the date is: as the unit, or as the date that it counts from; None if less."""
    unit = _GRAINS.get(shift.unit, shift.unit)
    if anchor.unit is Unit.QUARTER and unit is Unit.YEAR:
        return Unit.QUARTER
    if unit is Unit.YEAR and shift.amount is not None and shift.amount % 1:
        unit = Unit.MONTH
    if finer(anchor.unit, unit):
        return unit
    return Unit.YEAR if anchor.unit is Unit.YEAR and unit is Unit.MONTH else None


def _about(case: Case, shift: Shift, anchor: Mention) -> Outcome:
    """ "Four days later", where only a month or year is known: about in it."""
    if anchor.fields.unit not in (Unit.MONTH, Unit.YEAR) or anchor.fields.span > 1:
        return unknown(case, shift.unit)
    steps = shift.sign * (shift.amount or 0)
    first, last = anchor.days.earliest or 0, anchor.days.latest or 0
    days = Interval(move(first, min(0, steps), shift.unit), move(last, max(0, steps), shift.unit))
    near = anchor.fields.month is not None and abs(move(0, steps, shift.unit)) <= _NEAR
    value = (
        f"{date_value(anchor.fields)}-XX"
        if near
        else f"{year_value(anchor.fields.year or 0)}-XX-XX"
    )
    side = "after" if shift.sign > 0 else "before"
    why = f"{count(shift.amount, shift.unit)} {side} an unnamed day of {quoted(anchor)}"
    return Outcome(TimexType.DATE, value, Basis.RESOLVED, why, None, days, interval_edtf(days))


def _open_ended(shift: Shift, anchor: Mention) -> Outcome:
    """ "A few days later": after the date that it counts from, and no more is said."""
    first, last = anchor.days.earliest, anchor.days.latest
    days = Interval(first, None) if shift.sign > 0 else Interval(None, last)
    side = "after" if shift.sign > 0 else "before"
    why = f"some {shift.unit}s {side} {quoted(anchor)}, how many is not said"
    value = _REFERENCES[shift.sign]
    return Outcome(TimexType.DATE, value, Basis.RESOLVED, why, None, days, interval_edtf(days))


def _pointing_back(case: Case) -> Outcome:
    """ "During this period": about the date named last; TimeML has no value for it."""
    last = case.story.last
    if last is None:
        return Outcome(TimexType.DATE, "", Basis.INFERRED, "it points back to no date")
    why = f"the time of {quoted(last)}"
    return Outcome(
        TimexType.DATE, "", Basis.INFERRED, why, None, last.days, interval_edtf(last.days)
    )


def resolve_vague(case: Case, vague: Vague) -> Outcome | None:
    """The outcome of "now", "recently", "soon": bounded by the publication date, if any.

    "Former" and "future" tell of time in a narrative; in news they belong to a title.
    """
    if vague.adjective and case.profile.mode is not Mode.NARRATIVE:
        return None
    if vague.back and case.profile.mode is Mode.NARRATIVE:
        return _pointing_back(case)
    value = _REFERENCES[vague.direction]
    published = case.published
    if published is None or case.profile.mode is Mode.NARRATIVE:
        return Outcome(TimexType.DATE, value, Basis.INFERRED, "names no day by itself")
    first, last = published.days.earliest, published.days.latest
    days = {-1: Interval(None, last), 0: Interval(first, last), 1: Interval(first, None)}[
        vague.direction
    ]
    words = {-1: "before", 0: "at the time of", 1: "after"}[vague.direction]
    why = f"{words} {published.called}"
    return Outcome(TimexType.DATE, value, Basis.RESOLVED, why, None, days, interval_edtf(days))
