"""Resolving durations and sets: a value always, days where an end is known."""

from izium_timeline.model.event import Basis
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.notation import length_value
from izium_timeline.temporal.outcome import Outcome
from izium_timeline.temporal.partial import Length, Repeat
from izium_timeline.temporal.timex import TimexType


def resolve_length(case: Case, length: Length) -> Outcome:
    """The outcome of a duration."""
    value = length_value(length.amount, length.unit)
    return Outcome(TimexType.DURATION, value, Basis.STATED, "a length of time")


def resolve_repeat(case: Case, repeat: Repeat) -> Outcome:
    """The outcome of a set."""
    if repeat.fields is not None:
        value = f"XXXX-WXX-{(repeat.fields.weekday or 0) + 1}"
    else:
        assert repeat.unit is not None
        value = length_value(repeat.amount, repeat.unit)
    return Outcome(TimexType.SET, value, Basis.STATED, "it recurs")
