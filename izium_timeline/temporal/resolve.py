"""From partial dates to timexes: one pass through the text, the story carried along."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from izium_timeline.model.edtf import Edtf, EdtfDate, Qualifier, parse_edtf
from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.calendar import narrow, widened
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.entries import Section, read_entries
from izium_timeline.temporal.events import EventCalendar
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.notation import clock_time, date_edtf, days_or_none, interval_edtf
from izium_timeline.temporal.outcome import Outcome
from izium_timeline.temporal.partial import (
    Content,
    EventPart,
    Feast,
    Fields,
    Length,
    Modifier,
    Partial,
    Pointer,
    Relation,
    Repeat,
    Shift,
    Unit,
    Vague,
)
from izium_timeline.temporal.plan import plan_story
from izium_timeline.temporal.profile import Mode, Profile
from izium_timeline.temporal.relations import related, spanned
from izium_timeline.temporal.resolve_events import resolve_event
from izium_timeline.temporal.resolve_fields import resolve_feast, resolve_fields
from izium_timeline.temporal.resolve_lengths import resolve_length, resolve_repeat
from izium_timeline.temporal.resolve_pointers import resolve_pointer
from izium_timeline.temporal.resolve_shifts import resolve_shift, resolve_vague
from izium_timeline.temporal.retrospect import with_years_ago
from izium_timeline.temporal.story import Story
from izium_timeline.temporal.timex import Timex, TimexType

_RESOLVERS: dict[type[Content], Callable[[Case, Any], Outcome | None]] = {
    Fields: resolve_fields,
    Pointer: resolve_pointer,
    Shift: resolve_shift,
    Length: resolve_length,
    Repeat: resolve_repeat,
    Vague: resolve_vague,
    Feast: resolve_feast,
    EventPart: resolve_event,
}


def resolve(
    text: str, partials: Sequence[Partial], profile: Profile, calendar: EventCalendar
) -> list[Timex]:
    """The timexes of a text, in order."""
    story = Story()
    timexes = []
    entries = read_entries(text, partials, profile.published)
    partials = entries.partials
    told = with_years_ago(partials, profile)
    on_line = [_on_line(text, partial, profile) for partial in told]
    plan = plan_story(told, on_line, _last_day(profile))
    section = Section(profile)
    for index, partial in enumerate(partials):
        follower = partials[index + 1] if index + 1 < len(partials) else None
        head = entries.heads.get(index)
        within = section.profile if head is None else profile
        year = plan.years.get(index) if head else section.year_of(partial, plan.years.get(index))
        case = Case(text, partial, within, story, calendar, year, follower)
        outcome = _RESOLVERS[type(partial.what)](case, partial.what)
        if outcome is None:
            continue
        if index in entries.why:
            outcome = outcome._replace(basis=Basis.RESOLVED, why=entries.why[index] or outcome.why)
        if head is not None:
            section = section.opened(profile, head, outcome)
        timexes.append(_timex(case, outcome))
        story = _told(story, case, outcome, aside=on_line[index] and index not in plan.followed)
    return _ranges(text, timexes)


def bracketed(text: str, partial: Partial) -> bool:
    """Whether a date stands in brackets: it explains, and the story does not go there."""
    before = text[max(0, partial.start - 60) : partial.start]
    return before.rfind("(") > before.rfind(")")


def _told(story: Story, case: Case, outcome: Outcome, *, aside: bool) -> Story:
    fields = outcome.fields
    if fields is None or fields.year is None:
        return story
    if _put_in(case.text, case.partial) or _had_been(case):
        return story
    aside = aside and isinstance(case.partial.what, Fields)
    moves = not aside and _on_line(case.text, case.partial, case.profile, fields)
    return story.told(fields, case.wording, end=case.partial.end, moves=moves)


_HAD = LazyPattern(r"\bhad\s(?:not\s|already\s)?(?:been|stood|lain|lived)\b[^.;\n]{0,40}\Z")


def _had_been(case: Case) -> bool:
    """Whether a date is one since which something had been so: the story is later."""
    start = case.partial.start
    if case.partial.relation is not Relation.SINCE:
        return False
    return _HAD.search(case.text, max(0, start - 60), start) is not None


_PUT_IN = LazyPattern(
    r",\s(?:who\s(?:was|were|had\sbeen)\s|which\s(?:was|were|had\sbeen)\s|which\s|who\s)?"
    r"(?:first\s|originally\s)?(?:published|founded|built|born|opened|established|created|written|"
    r"completed|constructed|erected|inaugurated|released|launched|introduced|formed|discovered|"
    r"renovated|installed)\s(?:back\s)?(?:in|on)\s(?:the\s)?\Z",
    re.IGNORECASE,
)


def _put_in(text: str, partial: Partial) -> bool:
    """Whether a year is only put in about a thing: "his diary, published in 1991"."""
    what, start = partial.what, partial.start
    if not isinstance(what, Fields) or what.year is None:
        return False
    return _PUT_IN.search(text, max(0, start - 60), start) is not None


def _on_line(text: str, partial: Partial, profile: Profile, fields: Fields | None = None) -> bool:
    """Whether the story goes to a date: not in brackets, not far from its main years."""
    given = fields or partial.what
    if not isinstance(given, Fields) or bracketed(text, partial) or given.span > 1:
        return False
    if _put_in(text, partial):
        return False
    if given.year is None or profile.years is None or given.day is not None:
        return True  # asides are told by their year; a day far from the rest opens a story
    return profile.years[0] <= given.year <= profile.years[1]


def _last_day(profile: Profile) -> int | None:
    return None if profile.published is None else profile.published.days.latest


def _timex(case: Case, outcome: Outcome) -> Timex:
    partial = case.partial
    modifier = partial.modifier
    relation = outcome.relation or partial.relation
    days, edtf = _days_and_edtf(case, outcome, modifier)
    return Timex(
        partial.start,
        partial.end,
        case.wording,
        outcome.type,
        outcome.value,
        modifier,
        days,
        None if edtf is None else str(edtf),
        outcome.basis,
        f"{case.wording!r}: {outcome.why}",
        relation,
    )


def _days_and_edtf(
    case: Case, outcome: Outcome, modifier: Modifier | None
) -> tuple[Interval | None, Edtf | None]:
    days, edtf = _own_days(case, outcome, modifier)
    beside = case.partial.relation in (Relation.BEFORE, Relation.AFTER)
    if days is None or isinstance(case.partial.what, Length) or (case.partial.clock and beside):
        return days, edtf  # shortly after midnight is still that day
    relation = case.partial.relation
    if relation is Relation.BEFORE and modifier is Modifier.END:
        relation = Relation.BY  # before the end of May: in May as well
    if relation is None:
        return days, edtf
    tied = related(days, relation, _holds_until(case))
    return (days, edtf) if tied == days else (tied, interval_edtf(tied, like=edtf))


def _own_days(
    case: Case, outcome: Outcome, modifier: Modifier | None
) -> tuple[Interval | None, Edtf | None]:
    unit = _shifted_by(case, outcome) if modifier is Modifier.APPROX else None
    if outcome.days is not None and unit is not None:
        wider = widened(outcome.days, unit)
        return wider, interval_edtf(wider, Qualifier.APPROXIMATE)
    if outcome.days is not None or outcome.fields is None:
        return outcome.days, outcome.edtf
    days = days_or_none(outcome.fields)
    if days is None:
        return None, None
    days = _half(case, outcome.fields, days) or narrow(days, modifier)
    edtf = date_edtf(outcome.fields, modifier, case.partial.clock, days)
    clock = case.partial.clock
    if modifier is Modifier.APPROX and not clock:  # about three o'clock is still that day
        days = edtf.bounds()
    return replace(days, time=clock_time(clock)) if clock else days, edtf


_HALF = LazyPattern(r"(?:the\s)?(?P<which>first|second|latter|last)\shalf\sof\s", re.IGNORECASE)


def _half(case: Case, fields: Fields, days: Interval) -> Interval | None:
    """ "The first half of May": up to the 15th; the other one from the 16th on."""
    half = _HALF.match(case.wording) if fields.unit is Unit.MONTH else None
    if half is None or days.earliest is None:
        return None
    middle = days.earliest + 14
    first = half["which"].lower() == "first"
    return Interval(days.earliest, middle) if first else Interval(middle + 1, days.latest)


def _shifted_by(case: Case, outcome: Outcome) -> Unit | None:
    """The unit of "three weeks ago" and of "three weeks after the liberation"."""
    what = case.partial.what
    if isinstance(what, Shift):
        return what.unit
    tied = outcome.relation in (Relation.BEFORE, Relation.AFTER)
    return what.unit if tied and isinstance(what, Length) else None


_STILL = LazyPattern(
    r"\b(?:has|have|'ve|been|still|is|are|remains?)\b[^.!?;\n]{0,80}\Z", re.IGNORECASE
)


def _holds_until(case: Case) -> int | None:
    """The last day of publication, where the text says that what began still holds."""
    if case.published is None or case.profile.mode is Mode.NARRATIVE:
        return None
    start = case.partial.start
    still = _STILL.search(case.text, max(0, start - 100), start)
    return case.published.days.latest if still else None


def _ranges(text: str, timexes: Sequence[Timex]) -> list[Timex]:
    """The timexes, both ends of a range given the days of all of it."""
    ranged = list(timexes)
    for index in range(len(timexes) - 1):
        first, last = timexes[index], timexes[index + 1]
        days = _range(text, first, last)
        if days is not None:
            edtf = _range_edtf(first, last) or str(interval_edtf(days))
            ranged[index] = replace(first, interval=days, edtf=edtf, relation=Relation.FROM)
            ranged[index + 1] = replace(last, interval=days, edtf=edtf, relation=Relation.TO)
    return ranged


def _range_edtf(first: Timex, last: Timex) -> str | None:
    """The EDTF of a range, out of its ends as they are written: 1939/1945."""
    if first.edtf is None or last.edtf is None:
        return None
    start, end = parse_edtf(first.edtf).start, parse_edtf(last.edtf)
    closing = end.start if end.end is None else end.end
    if not isinstance(start, EdtfDate) or not isinstance(closing, EdtfDate):
        return None
    return str(Edtf(start, closing))


_TO = (["to"], ["until"], ["till"], ["through"])


def _range(text: str, first: Timex, last: Timex) -> Interval | None:
    if first.interval is None or last.interval is None or last.start - first.end > 12:
        return None
    times = TimexType.TIME in (first.type, last.type)
    if times and (
        first.relation is not Relation.BETWEEN or first.interval.latest == last.interval.latest
    ):
        return None
    paired = (first.relation, last.relation) == (Relation.FROM, Relation.TO)
    joint = text[first.end : last.start].split()
    counted = first.relation is Relation.FROM and last.relation in (None, Relation.UNTIL)
    paired = paired or (counted and joint in _TO and last.type is TimexType.DATE)
    between = first.relation is Relation.BETWEEN and joint[:1] == ["and"]
    days = spanned(first.interval, last.interval) if paired or between else None
    return replace(days, time=None) if days is not None and times else days
