"""Text becomes temporal expressions, and these become intervals."""

from izium_timeline.temporal.events import EventCalendar, NamedEvent
from izium_timeline.temporal.harvest import harvest
from izium_timeline.temporal.profile import Mode
from izium_timeline.temporal.tagger import Survey, survey, tag
from izium_timeline.temporal.timex import Timex, TimexType

__all__ = [
    "EventCalendar",
    "Mode",
    "NamedEvent",
    "Survey",
    "Timex",
    "TimexType",
    "harvest",
    "survey",
    "tag",
]
