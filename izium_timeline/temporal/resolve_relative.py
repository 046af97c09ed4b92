"""Resolving pointers, shifts and vague words against the publication date or the story."""

from dataclasses import replace

from izium_timeline.model.days import civil
from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.calendar import days_of, fields_at, move
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.notation import date_value, interval_edtf
from izium_timeline.temporal.outcome import Outcome
from izium_timeline.temporal.partial import (
    Fields,
    Origin,
    Pointer,
    Shift,
    Unit,
    Vague,
    Which,
)
from izium_timeline.temporal.profile import Mode
from izium_timeline.temporal.resolve_fields import open_outcome, resolved
from izium_timeline.temporal.story import Mention
from izium_timeline.temporal.timex import TimexType
from izium_timeline.temporal.years import Chosen, day_fields, weekday_near

_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_ORDER = list(Unit)


def anchor_of(case: Case, origin: Origin, unit: Unit) -> Mention | None:
    """The date that a wording counts from, with the words that name it."""
    published = case.published
    if published is not None and case.from_publication(origin):
        fields = _published_fields(case)
        return Mention(fields, published.days, f"publication ({published.text})")
    return case.story.nearest(unit)


def _published_fields(case: Case) -> Fields:
    published = case.published
    assert published is not None
    if published.exact:
        return day_fields(published.day)
    first, last = civil(published.days.earliest or 0), civil(published.days.latest or 0)
    if first[:2] == last[:2]:
        return fields_at(published.day, Unit.MONTH)
    return fields_at(published.day, Unit.YEAR)


def resolve_pointer(case: Case, pointer: Pointer) -> Outcome | None:
    """The outcome of "last month", "that day", "next Thursday", "this spring"."""
    if pointer.fields is not None:
        return _pointed_fields(case, pointer, pointer.fields)
    unit = pointer.unit or Unit.DAY
    anchor = anchor_of(case, pointer.origin, unit)
    if anchor is None or not _fine_enough(anchor.fields, unit):
        coarse = _coarser(case, anchor, pointer, unit)
        return coarse or open_outcome(case, _unknown(unit))
    day = _anchor_day(case, pointer, anchor)
    target = fields_at(move(day, pointer.which.step, unit), unit)
    return resolved(case, Chosen(target, _counted(pointer.which, unit, anchor)))


def _anchor_day(case: Case, pointer: Pointer, anchor: Mention) -> int:
    if case.published is not None and case.from_publication(pointer.origin):
        return case.published.day
    return anchor.days.earliest or 0


def _counted(which: Which, unit: Unit, anchor: Mention) -> str:
    words = {Which.NEXT: f"the {unit} after", Which.LAST: f"the {unit} before"}
    return f"{words.get(which, f'the {unit} of')} {_quoted(anchor)}"


def _quoted(anchor: Mention) -> str:
    return anchor.text if anchor.text.startswith("publication") else repr(anchor.text)


def _fine_enough(fields: Fields, unit: Unit) -> bool:
    return _ORDER.index(fields.unit) <= _ORDER.index(unit)


def _coarser(case: Case, anchor: Mention | None, pointer: Pointer, unit: Unit) -> Outcome | None:
    """ "That day" of a story that has only reached a month: somewhere in that month."""
    if anchor is None or unit is Unit.DAY and case.partial.clock and not case.wording:
        return None
    if pointer.which.step and unit is not Unit.DAY:
        return None
    if unit is not Unit.DAY or anchor.fields.unit is Unit.YEAR and anchor.fields.span > 1:
        return None
    outcome = resolved(case, Chosen(anchor.fields, f"some day in {_quoted(anchor)}"))
    value = date_value(anchor.fields)
    if case.partial.clock and anchor.fields.unit is Unit.MONTH:
        value = f"{value}-XX{case.partial.clock}"
    return replace(outcome, value=value)


def _unknown(unit: Unit) -> Fields:
    return Fields(weekend=unit in (Unit.WEEK, Unit.WEEKEND))


def _pointed_fields(case: Case, pointer: Pointer, fields: Fields) -> Outcome | None:
    if fields.weekday is not None:
        return _pointed_weekday(case, pointer, fields.weekday)
    anchor = anchor_of(case, pointer.origin, fields.unit)
    if anchor is None:
        return open_outcome(case, fields)
    day = (
        case.published.day
        if case.published and case.from_publication(pointer.origin)
        else anchor.days.earliest or 0
    )
    if pointer.which in (Which.THIS, Which.SAME):
        return _this(case, pointer, fields, anchor, day)
    step = pointer.which.step
    years = range(civil(day)[0] - 1, civil(day)[0] + 2)
    candidates = [replace(fields, year=year) for year in years]
    if step > 0:
        picked = next((f for f in candidates if (days_of(f).earliest or 0) > day), None)
    else:
        picked = next((f for f in reversed(candidates) if (days_of(f).latest or 0) < day), None)
    if picked is None:
        return open_outcome(case, fields)
    words = "first" if step > 0 else "last"
    side = "after" if step > 0 else "before"
    return resolved(case, Chosen(picked, f"the {words} one {side} {_quoted(anchor)}"))


def _this(
    case: Case, pointer: Pointer, fields: Fields, anchor: Mention, day: int
) -> Outcome | None:
    year = civil(day)[0]
    candidates = [replace(fields, year=each) for each in (year, year - 1)]
    inside = [
        f for f in candidates if (days_of(f).earliest or 0) <= day <= (days_of(f).latest or 0)
    ]
    picked = inside[0] if inside else candidates[0]
    return resolved(case, Chosen(picked, f"that of {_quoted(anchor)}"))


def _pointed_weekday(case: Case, pointer: Pointer, which: int) -> Outcome | None:
    anchor = anchor_of(case, pointer.origin, Unit.DAY)
    if anchor is None or (
        case.published is not None
        and case.from_publication(pointer.origin)
        and not case.published.exact
    ):
        return open_outcome(case, Fields(weekday=which))
    day = _anchor_day(case, pointer, anchor)
    step = pointer.which.step
    if step:
        target = weekday_near(which, day + step, step)
    else:
        monday = day - (day - 1) % 7
        target = monday + which
    return resolved(case, Chosen(day_fields(target), f"counted from {_quoted(anchor)}"))


def resolve_shift(case: Case, shift: Shift) -> Outcome | None:
    """The outcome of "two days later", "three years ago"."""
    anchor = anchor_of(case, shift.origin, shift.unit)
    if anchor is None or shift.amount is None:
        return _vague_shift(case, shift, anchor)
    day = (
        case.published.day
        if case.published and case.from_publication(shift.origin)
        else anchor.days.earliest or 0
    )
    unit = shift.unit
    if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return open_outcome(case, Fields())
    target = move(day, shift.sign * shift.amount, unit)
    grain = _grain(shift, anchor.fields)
    if grain is None:
        return open_outcome(case, Fields())
    fields = fields_at(target, grain)
    side = "after" if shift.sign > 0 else "before"
    outcome = resolved(case, Chosen(fields, f"that long {side} {_quoted(anchor)}"))
    if unit is Unit.WEEK and grain is Unit.WEEK and anchor.fields.unit is Unit.DAY:
        days = Interval(target - 3, target + 3)
        return replace(outcome, days=days, edtf=interval_edtf(days))
    return outcome


def _grain(shift: Shift, anchor: Fields) -> Unit | None:
    """How exact the shifted date is: as its unit, or as the date that it counts from."""
    unit = Unit.MONTH if shift.unit is Unit.QUARTER else shift.unit
    if unit is Unit.YEAR and shift.amount is not None and shift.amount % 1:
        unit = Unit.MONTH
    if _ORDER.index(anchor.unit) <= _ORDER.index(unit):
        return unit
    if anchor.unit in (Unit.MONTH, Unit.SEASON) and unit in (Unit.DAY, Unit.WEEK):
        return None
    return Unit.YEAR if anchor.unit is Unit.YEAR and unit is Unit.MONTH else None


def _vague_shift(case: Case, shift: Shift, anchor: Mention | None) -> Outcome:
    """ "A few days later": after the date that it counts from, and no more is said."""
    if anchor is None:
        return open_outcome(case, Fields())
    first, last = anchor.days.earliest or 0, anchor.days.latest or 0
    days = Interval(first, None) if shift.sign > 0 else Interval(None, last)
    side = "after" if shift.sign > 0 else "before"
    value = "FUTURE_REF" if shift.sign > 0 else "PAST_REF"
    why = f"some time {side} {_quoted(anchor)}, how long is not said"
    return Outcome(TimexType.DATE, value, Basis.RESOLVED, why, days=days, edtf=interval_edtf(days))


def resolve_vague(case: Case, vague: Vague) -> Outcome | None:
    """The outcome of "now", "recently", "soon": bounded by the publication date, if any.

    "Former" and "future" tell of time in a narrative; in news they belong to a title.
    """
    if vague.adjective and case.profile.mode is not Mode.NARRATIVE:
        return None
    value = _REFERENCES[vague.direction]
    published = case.published
    if published is None or case.profile.mode is Mode.NARRATIVE:
        return Outcome(TimexType.DATE, value, Basis.INFERRED, "names no day by itself")
    first, last = published.days.earliest, published.days.latest
    days = {-1: Interval(None, last), 0: Interval(first, last), 1: Interval(first, None)}[
        vague.direction
    ]
    words = {-1: "before", 0: "at the time of", 1: "after"}[vague.direction]
    why = f"{words} publication ({published.text})"
    edtf = interval_edtf(days)
    return Outcome(TimexType.DATE, value, Basis.RESOLVED, why, days=days, edtf=edtf)
