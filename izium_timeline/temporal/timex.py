"""What the tagger gives: temporal expressions with their values, days and reasons."""

from dataclasses import dataclass
from enum import StrEnum

from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.partial import Modifier, Relation


class TimexType(StrEnum):
    """TimeML's types of temporal expressions."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression: ``text`` is the span from ``start`` to ``end`` (code points).

    ``value`` and ``modifier`` follow TimeML; ``value`` is empty where TimeML has none ("before
    the invasion"). ``interval`` holds the days that the wording
    leaves possible, with a local time of day where one is given; ``edtf`` the same as EDTF of
    level 0 or 1. Both are None where no calendar day can be worked out; ``relation`` then
    still says how the text ties it to what. ``reason`` explains the date in one line.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    modifier: Modifier | None
    interval: Interval | None
    edtf: str | None
    basis: Basis
    reason: str
    relation: Relation | None = None

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or self.start < 0 or not self.text:
            raise ValueError(f"the span {self.start} to {self.end} does not hold {self.text!r}")
        if (self.interval is None) != (self.edtf is None):
            raise ValueError(f"{self.text!r} needs both its days and its EDTF, or neither")
