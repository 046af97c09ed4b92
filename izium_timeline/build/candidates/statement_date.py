"""What dates a statement."""

from typing import NamedTuple

from izium_timeline.model.edtf import Edtf
from izium_timeline.model.event import Basis, Wording
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.partial import Relation


class Dating(NamedTuple):
    """The date of a statement: its days, how they are written, and why.

    ``lasting`` is set where the wording spans its days ("since May", "for three weeks");
    ``holds`` where the statement is one about the time of publication; ``plain`` where the
    wording itself names a day, month, season or year.
    """

    wording: Wording
    days: Interval
    edtf: Edtf
    basis: Basis
    reason: str
    lasting: bool = False
    holds: bool = False
    plain: bool = False
    relation: Relation | None = None
