"""Resolving named events and their parts by the calendar of events."""

from izium_timeline.model.days import civil
from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.calendar import fields_at, narrow
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.notation import date_value, interval_edtf, year_value
from izium_timeline.temporal.outcome import Outcome
from izium_timeline.temporal.partial import EventPart, Modifier, Unit
from izium_timeline.temporal.timex import TimexType


def resolve_event(case: Case, part: EventPart) -> Outcome | None:
    """The outcome of "the beginning of the war", "early in the war", "before the invasion"."""
    event = case.calendar.find(case.partial.event)
    if event is None:
        return None
    name = f"{case.partial.event!r} ({event.days.words})"
    if part.edge:
        return _edge(event.days, part.edge, name)
    if case.partial.modifier is not None:
        return _early(event.days, case.partial.modifier, name)
    edtf = interval_edtf(event.days)
    return Outcome(TimexType.DATE, "", Basis.RESOLVED, f"dated by {name}", None, event.days, edtf)


def _edge(days: Interval, edge: int, name: str) -> Outcome | None:
    day = days.earliest if edge < 0 else days.latest
    if day is None:
        return None
    fields = fields_at(day, Unit.DAY)
    word = "first" if edge < 0 else "last"
    why = f"the {word} day of {name}"
    return Outcome(TimexType.DATE, date_value(fields), Basis.RESOLVED, why, fields)


def _early(days: Interval, modifier: Modifier, name: str) -> Outcome | None:
    end = days.latest if modifier is Modifier.END else days.earliest
    if end is None:
        return None
    found = days if days.earliest is None or days.latest is None else narrow(days, modifier)
    value = year_value(civil(end)[0])
    why = f"a part of {name}"
    return Outcome(TimexType.DATE, value, Basis.RESOLVED, why, None, found, interval_edtf(found))
