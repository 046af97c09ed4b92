"""Choosing the day of a weekday, a weekend or a bare day of the month."""

from dataclasses import replace

from izium_timeline.model.days import civil, weekday
from izium_timeline.temporal.calendar import fields_at
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.lexicon import WEEKDAYS
from izium_timeline.temporal.notation import days_or_none
from izium_timeline.temporal.partial import Fields, Relation, Unit
from izium_timeline.temporal.profile import Mode
from izium_timeline.temporal.tense import direction
from izium_timeline.temporal.years import Chosen, day_fields, weekday_near

_AROUND = 200  # days to either side within which "Friday 11th" is sought


def day_alone(case: Case, fields: Fields) -> Chosen | None:
    """A bare day of the month: the month that the story is in."""
    anchor = case.story.last or case.story.main
    if fields.weekday is not None:
        return _numbered_weekday(case, fields)
    if anchor is None or anchor.fields.month is None:
        return None
    complete = replace(fields, year=anchor.fields.year, month=anchor.fields.month)
    return Chosen(complete, f"the month of {anchor.text!r}") if days_or_none(complete) else None


def _numbered_weekday(case: Case, fields: Fields) -> Chosen | None:
    """ "Friday 11th": the one nearest to where the story is, else to publication."""
    anchor = case.story.day
    if case.published is not None and (anchor is None or case.profile.mode is not Mode.NARRATIVE):
        near, name = case.published.day, case.published.called
    elif anchor is not None:
        near, name = anchor.days.latest or 0, repr(anchor.text)
    else:
        return None
    around = (near + step * side for step in range(_AROUND) for side in (1, -1))
    found = (day for day in around if weekday(day) == fields.weekday)
    day = next((day for day in found if civil(day)[2] == fields.day), None)
    if day is None:
        return None
    return Chosen(
        day_fields(day),
        f"the {WEEKDAYS[fields.weekday or 0].title()} of that number nearest to {name}",
    )


def weekday_chosen(case: Case, fields: Fields) -> Chosen | None:
    """ "Saturday": counted from publication by the verbs about it, or on from the story."""
    published = case.published
    which = fields.weekday or 0
    begun = case.story.day
    if case.partial.relation is Relation.TO and begun is not None:
        day = weekday_near(which, begun.days.latest or 0, 1)
        return Chosen(day_fields(day), f"the first {WEEKDAYS[which].title()} after {begun.text!r}")
    if case.profile.mode is not Mode.NARRATIVE and published is not None:
        if not published.exact:
            return None
        turn = direction(case.text, case.partial.start, case.partial.end)
        day = weekday_near(which, published.day, turn)
        words = "the next {} from" if turn > 0 else "the last {} up to"
        name = WEEKDAYS[which].title()
        return Chosen(day_fields(day), f"{words.format(name)} {published.called}")
    anchor = case.story.day
    if anchor is None:
        return None
    day = weekday_near(which, anchor.days.latest or 0, 1)
    return Chosen(day_fields(day), f"the first {WEEKDAYS[which].title()} from {anchor.text!r} on")


def weekend(case: Case) -> Chosen | None:
    """ "The weekend": in news the last one, or the next one where the verbs say so."""
    published = case.published
    if published is None or not published.exact or case.profile.mode is Mode.NARRATIVE:
        return None
    turn = direction(case.text, case.partial.start, case.partial.end)
    saturday = weekday_near(5, published.day, turn)
    side = "next" if turn > 0 else "last"
    why = f"the {side} weekend from {published.called}"
    return Chosen(fields_at(saturday, Unit.WEEKEND), why)
