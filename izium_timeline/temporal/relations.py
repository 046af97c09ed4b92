"""What a relation makes of days: "since X", "until X", "from A to B"."""

from collections.abc import Callable

from izium_timeline.model.interval import Interval
from izium_timeline.temporal.partial import Relation

_Bound = Callable[[Interval], tuple[int | None, int | None]]

# One side is known; the other is open, or the day until which the text says that it holds.
_SIDES: dict[Relation, _Bound] = {
    Relation.SINCE: lambda days: (days.earliest, None),
    Relation.FROM: lambda days: (days.earliest, None),
    Relation.UNTIL: lambda days: (None, days.latest),
    Relation.BY: lambda days: (None, days.latest),
    Relation.BEFORE: lambda days: (None, None if days.earliest is None else days.earliest - 1),
    Relation.AFTER: lambda days: (None if days.latest is None else days.latest + 1, None),
}


def related(days: Interval, relation: Relation | None, holds_until: int | None) -> Interval:
    """The days that "since X" and the like leave possible, X being ``days``.

    ``holds_until`` is the day until which the text says that it holds, None where it does
    not say. Where nothing would be known, the days stay as they are.
    """
    bound = _SIDES.get(relation) if relation is not None else None
    if bound is None:
        return days
    first, last = bound(days)
    if relation in (Relation.SINCE, Relation.FROM) and first is not None:
        last = holds_until if holds_until is not None and holds_until >= first else None
    if first is None and last is None:
        return days
    return Interval(first, last)


def spanned(first: Interval, last: Interval) -> Interval | None:
    """The days from one interval's first to another's last; None where they cross."""
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    return Interval(first.earliest, last.latest)
