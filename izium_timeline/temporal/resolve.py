"""From partial dates to timexes: one pass through the text, the story carried along."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from izium_timeline.model.edtf import Edtf, EdtfError
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.calendar import narrow
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.events import EventCalendar
from izium_timeline.temporal.notation import date_edtf, days_or_none
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
    Repeat,
    Shift,
    Unit,
    Vague,
)
from izium_timeline.temporal.profile import Profile
from izium_timeline.temporal.resolve_fields import resolve_feast, resolve_fields
from izium_timeline.temporal.resolve_lengths import resolve_length, resolve_repeat
from izium_timeline.temporal.resolve_relative import resolve_pointer, resolve_shift, resolve_vague
from izium_timeline.temporal.story import Mention, Story
from izium_timeline.temporal.timex import Timex

_RESOLVERS: dict[type[Content], Callable[[Case, Any], Outcome | None]] = {
    Fields: resolve_fields,
    Pointer: resolve_pointer,
    Shift: resolve_shift,
    Length: resolve_length,
    Repeat: resolve_repeat,
    Vague: resolve_vague,
    Feast: resolve_feast,
}


def resolve(
    text: str, partials: Sequence[Partial], profile: Profile, calendar: EventCalendar
) -> list[Timex]:
    """The timexes of a text, in order."""
    story = Story()
    timexes = []
    ahead = _lookahead(text, partials)
    for index, partial in enumerate(partials):
        follower = partials[index + 1] if index + 1 < len(partials) else None
        case = Case(text, partial, profile, story, calendar, ahead[index], follower)
        if isinstance(partial.what, EventPart):
            continue
        outcome = _RESOLVERS[type(partial.what)](case, partial.what)
        if outcome is None:
            continue
        timexes.append(_timex(case, outcome))
        story = _told(story, case, outcome)
    return timexes


def _lookahead(text: str, partials: Sequence[Partial]) -> list[Mention | None]:
    """For each partial, the next one that is written with its year, within 2,000 characters."""
    ahead: list[Mention | None] = [None] * len(partials)
    upcoming: tuple[int, Mention] | None = None
    for index in range(len(partials) - 1, -1, -1):
        partial = partials[index]
        if upcoming is not None and upcoming[0] - partial.end < 2_000:
            ahead[index] = upcoming[1]
        what = partial.what
        if (
            isinstance(what, Fields)
            and what.year is not None
            and what.span == 1
            and not bracketed(text, partial)
        ):
            days = days_or_none(what)
            if days is not None:
                upcoming = (partial.start, Mention(what, days, text[partial.start : partial.end]))
    return ahead


def bracketed(text: str, partial: Partial) -> bool:
    """Whether a date stands in brackets: it explains, and the story does not go there."""
    before = text[max(0, partial.start - 60) : partial.start]
    return before.rfind("(") > before.rfind(")")


def _told(story: Story, case: Case, outcome: Outcome) -> Story:
    fields = outcome.fields
    if fields is None or fields.year is None:
        return story
    return story.told(fields, case.wording, moves=_moves(case, fields))


def _moves(case: Case, fields: Fields) -> bool:
    if bracketed(case.text, case.partial) or fields.span > 1:
        return False
    years = case.profile.years
    return years is None or years[0] <= (fields.year or 0) <= years[1]


def _timex(case: Case, outcome: Outcome) -> Timex:
    partial = case.partial
    modifier = outcome.modifier or partial.modifier
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
        partial.relation,
    )


def _days_and_edtf(
    case: Case, outcome: Outcome, modifier: Modifier | None
) -> tuple[Interval | None, Edtf | None]:
    if outcome.days is not None or outcome.fields is None:
        return outcome.days, outcome.edtf
    days = days_or_none(outcome.fields)
    if days is None:
        return None, None
    days = narrow(days, modifier)
    try:
        edtf = date_edtf(outcome.fields, modifier, case.partial.clock, days)
    except (EdtfError, ValueError):
        return None, None
    if modifier is Modifier.APPROX:
        days = edtf.bounds()
    return days, edtf


__all__ = ["Unit", "replace", "resolve"]
