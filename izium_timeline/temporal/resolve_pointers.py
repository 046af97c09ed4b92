"""Resolving pointers: "last month", "that day", "next Thursday", "this spring", "today"."""

import re
from dataclasses import replace

from izium_timeline.model.days import civil, weekday
from izium_timeline.model.event import Basis
from izium_timeline.temporal.anchors import (
    anchor_day,
    anchor_of,
    finer,
    quoted,
)
from izium_timeline.temporal.calendar import days_of, fields_at, move
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.notation import date_value, days_or_none
from izium_timeline.temporal.outcome import Outcome
from izium_timeline.temporal.partial import Fields, Origin, Pointer, Relation, Unit, Which
from izium_timeline.temporal.profile import Mode
from izium_timeline.temporal.resolve_fields import open_outcome, resolve_fields, resolved
from izium_timeline.temporal.story import Mention
from izium_timeline.temporal.timex import TimexType
from izium_timeline.temporal.years import Chosen, day_fields, weekday_near

_ON = LazyPattern(
    r"\s(?:[A-Za-z]+\stime\s)?(?:\([^()]{1,20}\)\s)?(?:on|of)\s(?:the\s)?", re.IGNORECASE
)
_SIDES = {Which.NEXT: "after", Which.LAST: "before"}
_UNKNOWN = {Unit.DAY: "XXXX-XX-XX", Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX"}


def resolve_pointer(case: Case, pointer: Pointer) -> Outcome | None:
    """The outcome of a pointer; without a date where nothing fine enough is known."""
    if pointer.fields is not None and pointer.fields.day is not None:
        return _of_month(case, pointer, pointer.fields)
    if pointer.fields is not None:
        return _pointed(case, pointer, pointer.fields)
    unit = pointer.unit or Unit.DAY
    date = _date_ahead(case)
    if date is not None:
        return resolve_fields(case, date) or unknown(case, unit)
    if _nowadays(case, pointer) and case.partial.clock:
        return unknown(case, unit)
    if _nowadays(case, pointer):
        why = "in a narrative: nowadays, no day of its own"
        return Outcome(TimexType.DATE, "PRESENT_REF", Basis.INFERRED, why)
    anchor = _clock_anchor(case) or anchor_of(case, pointer.origin, unit, pointer.which)
    if anchor is None:
        return unknown(case, unit)
    if not finer(anchor.fields.unit, unit):
        return _within(case, pointer, unit, anchor)
    day = anchor_day(case, pointer.origin, anchor)
    target = fields_at(move(day, pointer.which.step, unit), unit)
    side = _SIDES.get(pointer.which, "of")
    return resolved(case, Chosen(target, f"the {unit} {side} {quoted(anchor)}"))


def _date_ahead(case: Case) -> Fields | None:
    """The date right behind a time of day: "at 11 a.m. on 11 November 1918"."""
    follower = case.follower
    if not case.partial.clock or follower is None or not isinstance(follower.what, Fields):
        return None
    between = (
        case.text[case.partial.end : follower.start]
        if follower.start - case.partial.end < 30
        else ""
    )
    ahead = _ON.fullmatch(between) is not None and follower.what.unit is Unit.DAY
    return follower.what if ahead else None


_LINE = LazyPattern(r"(?:^|[\n\r])[\s>*\u2022-]{0,6}\Z")


def _of_publication(case: Case) -> Mention | None:
    known = case.published is not None and case.published.exact
    within = known and case.profile.mode is not Mode.NARRATIVE and case.partial.clock[1:2].isdigit()
    return anchor_of(case, Origin.PUBLICATION, Unit.DAY, Which.THIS) if within else None


def _clock_anchor(case: Case) -> Mention | None:
    """In news, a time of day is one of the day of publication, if no other day was named."""
    if _LINE.search(case.text, max(0, case.partial.start - 8), case.partial.start):
        return _of_publication(case)  # the time of an entry in a log
    last = case.story.last
    told = last is not None and last.fields.unit is Unit.DAY
    news = case.profile.mode is Mode.NEWS and case.partial.clock[1:2].isdigit()
    return anchor_of(case, Origin.PUBLICATION, Unit.DAY, Which.THIS) if news and not told else None


def _nowadays(case: Case, pointer: Pointer) -> bool:
    today = pointer.which is Which.THIS and pointer.origin is Origin.PUBLICATION
    narrative = case.profile.mode is Mode.NARRATIVE
    return narrative and today and pointer.unit is Unit.DAY


def unknown(case: Case, unit: Unit) -> Outcome:
    """The outcome of a wording whose anchor is not known."""
    value = _UNKNOWN.get(unit, "XXXX")
    if case.partial.clock:
        value = f"XXXX-XX-XX{case.partial.clock}"
    return open_outcome(case, Fields())._replace(value=value)


def _within(case: Case, pointer: Pointer, unit: Unit, anchor: Mention) -> Outcome:
    """ "That day" of a story that has only reached a month: some day of that month."""
    if pointer.which.step or unit is not Unit.DAY or anchor.fields.unit is not Unit.MONTH:
        return unknown(case, unit)
    outcome = resolved(case, Chosen(anchor.fields, f"some day in {quoted(anchor)}"))
    return outcome._replace(value=f"{date_value(anchor.fields)}-XX{case.partial.clock}")


def _pointed(case: Case, pointer: Pointer, fields: Fields) -> Outcome | None:
    """A month, weekday or season by its place."""
    unit = fields.unit
    anchor = _range_start(case) or anchor_of(case, pointer.origin, unit, pointer.which)
    if anchor is None:
        return open_outcome(case, fields)
    day = anchor_day(case, pointer.origin, anchor)
    if fields.weekday is not None:
        exact = finer(anchor.fields.unit, Unit.DAY)
        return (
            _weekday(case, pointer, fields.weekday, anchor, day)
            if exact
            else open_outcome(case, fields)
        )
    step = pointer.which.step
    picked = _beside(fields, day, step) if step else _around(fields, day)
    if picked is None:
        return open_outcome(case, fields)
    place = {0: "that of", 1: "the first one after", -1: "the last one before"}[step]
    return resolved(case, Chosen(picked, f"{place} {quoted(anchor)}"))


def _of_month(case: Case, pointer: Pointer, fields: Fields) -> Outcome | None:
    """ "The 10th ultimo": of the month before that in which the letter was written."""
    anchor = anchor_of(case, pointer.origin, Unit.DAY, pointer.which)
    if case.published is None or anchor is None or not finer(anchor.fields.unit, Unit.MONTH):
        return open_outcome(case, fields)
    day = anchor_day(case, pointer.origin, anchor)
    month = fields_at(move(day, pointer.which.step, Unit.MONTH), Unit.MONTH)
    target = replace(month, day=fields.day)
    if days_or_none(target) is None:
        return None
    side = _SIDES.get(pointer.which, "of")
    return resolved(case, Chosen(target, f"the month {side} {quoted(anchor)}"))


def _range_start(case: Case) -> Mention | None:
    """The date right before "until the following summer": from there it is counted."""
    last = case.story.last
    if last is None or case.partial.relation not in (Relation.UNTIL, Relation.TO):
        return None
    between = case.text[last.end : case.partial.start]
    return last if between.strip() in ("to", "until", "till", "through") else None


def _beside(fields: Fields, day: int, step: int) -> Fields | None:
    """The first such month or season that starts after a day, or the last that ended before."""
    year = civil(day)[0]
    candidates = [replace(fields, year=each) for each in range(year - 2, year + 3)]
    if step > 0:
        return next((f for f in candidates if (days_of(f).earliest or 0) > day), None)
    return next((f for f in reversed(candidates) if (days_of(f).latest or 0) < day), None)


def _around(fields: Fields, day: int) -> Fields:
    """The one that a day lies in (a winter may have begun last year), else that year's."""
    year = civil(day)[0]
    candidates = [replace(fields, year=each) for each in (year, year - 1)]
    holds = (f for f in candidates if _holds(f, day))
    return next(holds, candidates[0])


def _holds(fields: Fields, day: int) -> bool:
    days = days_of(fields)
    return (days.earliest or 0) <= day <= (days.latest or 0)


def _weekday(case: Case, pointer: Pointer, which: int, anchor: Mention, day: int) -> Outcome:
    step = pointer.which.step
    target = weekday_near(which, day + step, step) if step else day - weekday(day) + which
    side = _SIDES.get(pointer.which, "in the week of")
    return resolved(case, Chosen(day_fields(target), f"the one {side} {quoted(anchor)}"))
