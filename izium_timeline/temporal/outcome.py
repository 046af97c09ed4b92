"""What resolving a partial date gives, before it becomes a timex."""

from typing import NamedTuple

from izium_timeline.model.edtf import Edtf
from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.partial import Fields, Relation
from izium_timeline.temporal.timex import TimexType


class Outcome(NamedTuple):
    """``fields`` are complete where a date was found; ``why`` is the reason's second half.

    ``days`` and ``edtf`` are given where they differ from what the fields say by themselves.
    """

    type: TimexType
    value: str
    basis: Basis
    why: str
    fields: Fields | None = None
    days: Interval | None = None
    edtf: Edtf | None = None
    relation: Relation | None = None
