"""What is worked out once: groups, bundles, their rows, and the tallies of each group."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from izium_timeline.layout.columns import Columns
from izium_timeline.layout.rows import first_fit
from izium_timeline.layout.tally import Tally, make_tally
from izium_timeline.model.event import Status, Verdict
from izium_timeline.store.events.facts import STATUSES, VERDICTS

ROW_LIMIT = 12  # rows that a group shows until it is opened in full
_UNVERIFIED = VERDICTS.index(Verdict.ALTERED)  # from here on the recorded words are not there

Days = NDArray[np.float64]
Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]


class Grouping(StrEnum):
    """By what the lanes are grouped."""

    CATEGORY = "category"
    DOCUMENT = "document"
    PLACE = "place"
    NONE = "none"


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A group of lanes.

    ``name`` is the category's, document's or place's own name ("" where an event has none);
    ``category`` colours it, None where its events are of several. The group shows ``rows``
    rows, whose numbers in the index begin at ``first_row``. ``tally`` counts all its
    events, ``beyond`` those that found no place in ROW_LIMIT rows; ``full`` says that the
    limit was lifted, ``unverified`` how many of its events have no verified quote.
    """

    name: str
    category: int | None
    count: int
    rows: int
    first_row: int
    tally: Tally
    beyond: Tally
    full: bool = False
    unverified: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """A chronology made ready for frames.

    Bundles (the events of one group with equal bounds) are sorted by group, row and start:
    ``start`` and ``end`` are their days, shape (b,). Row r of the index holds bundles
    ``row_at[r]`` to ``row_at[r + 1]``, and group g begins with row ``group_at[g]``. Within a
    row neither overlap nor disorder is possible, so both starts and ends ascend there; the
    bundles beyond a group's limit stand in one more row, sorted by start alone, that is
    never drawn. Bundle i holds the events ``members[member_at[i] : member_at[i + 1]]``, the
    most important first; ``doubt`` is the worst of their verdicts, a code, shape (b,).
    ``bundle_of`` tells an event's bundle, -1 for one that is not shown. ``timed`` says whether
    any event has a time of day.
    """

    columns: Columns
    grouping: Grouping
    groups: tuple[Group, ...]
    start: Days
    end: Days
    row_at: Ints
    group_at: Ints
    member_at: Ints
    members: Ints
    doubt: NDArray[np.uint8]
    bundle_of: Ints
    timed: bool

    def events_of(self, bundle: int) -> Ints:
        """The events of a bundle, the most important first, then in the source's order."""
        return self.members[self.member_at[bundle] : self.member_at[bundle + 1]]

    def row_of(self, bundle: int) -> int:
        """The index-wide row of a bundle."""
        return int(np.searchsorted(self.row_at, bundle, "right")) - 1

    def group_of_row(self, row: int) -> int:
        """The number of the group that a row belongs to."""
        return int(np.searchsorted(self.group_at, row, "right")) - 1

    def groups_of(self, events: Ints) -> NDArray[np.intp]:
        """The number of each shown event's group."""
        rows = np.searchsorted(self.row_at, self.bundle_of[events], "right") - 1
        return np.searchsorted(self.group_at, rows, "right") - 1

    def holding(self, first: float, last: float) -> Ints:
        """The shown events that touch the days [first, last), in the source's order."""
        touching = (self.columns.start < last) & (self.columns.end > first)
        return np.flatnonzero(touching & (self.bundle_of >= 0)).astype(np.int32)


def index(
    columns: Columns,
    grouping: Grouping | str = Grouping.CATEGORY,
    *,
    shown: Mask | None = None,
    full: Collection[str] = (),
) -> Index:
    """Group, bundle and lay out the events; ``shown`` leaves out those where it is False.

    Groups show ROW_LIMIT rows at most, those named in ``full`` as many as they need.
    Rejected events are always left out.
    """
    grouping = Grouping(grouping)
    codes, names = _GROUP_KEYS[grouping](columns)
    keep = columns.status != STATUSES.index(Status.REJECTED)
    events = _sorted_events(columns, codes, keep if shown is None else keep & shown)
    lead = _bundle_starts(columns, codes, events)
    member_at = np.append(lead, len(events)).astype(np.int32)
    members = _important_first(columns.salience, events, member_at)
    starts, ends, of = columns.start[events], columns.end[events], codes[events]
    lifted = [code for code, name in enumerate(names) if name in full]
    bundles = _lay_rows(starts[lead], ends[lead], of[lead], lifted)
    order, row_at = bundles.order, bundles.row_at
    members, member_at = _reordered(members, member_at, order)
    bundle_of = np.full(len(columns), -1, np.int32)
    bundle_of[members] = np.repeat(np.arange(len(order), dtype=np.int32), np.diff(member_at))
    groups = _make_groups(columns, names, codes, events, bundles, bundle_of)
    return Index(
        columns=columns,
        grouping=grouping,
        groups=groups,
        start=starts[lead][order],
        end=ends[lead][order],
        row_at=row_at,
        group_at=np.array([group.first_row for group in groups], np.int32),
        member_at=member_at,
        members=members,
        doubt=_doubt(columns, members, member_at),
        bundle_of=bundle_of,
        timed=_timed(starts),
    )


def _doubt(columns: Columns, members: Ints, member_at: Ints) -> NDArray[np.uint8]:
    """The worst verdict of each bundle: no sure event hides one that is in doubt."""
    if not columns.verdict.any() or not len(members):
        return np.zeros(len(member_at) - 1, np.uint8)
    return np.maximum.reduceat(columns.verdict[members], member_at[:-1])


def _timed(starts: Days) -> bool:
    finite = starts[np.isfinite(starts)]
    return bool(np.any(finite != np.floor(finite)))


class _Laid(NamedTuple):
    """Bundles in their rows: sorting ``order``, ``row_at`` of the index, and of each group
    its code, whether it is laid in full, and its number of rows, the one beyond included."""

    order: Ints
    row_at: Ints
    groups: list[tuple[int, bool, int]]


def _sorted_events(columns: Columns, codes: Ints, keep: Mask) -> Ints:
    """The kept events sorted by group, start and end, the source's order within."""
    events = np.flatnonzero(keep).astype(np.int32)
    starts, ends = columns.start[events], columns.end[events]
    same = starts[1:] == starts[:-1]
    if not np.all((starts[1:] > starts[:-1]) | (same & (ends[1:] >= ends[:-1]))):
        events = events[np.lexsort((ends, starts))]
    return events[_by_code(codes[events])]


def _by_code(codes: Ints) -> NDArray[np.intp]:
    """A stable sorting order; 16 bits, where they suffice, sort in linear time."""
    small = len(codes) == 0 or int(codes.max()) < 1 << 16
    return np.argsort(codes.astype(np.uint16) if small else codes, kind="stable")


def _bundle_starts(columns: Columns, codes: Ints, events: Ints) -> NDArray[np.intp]:
    """Where in the sorted events a new bundle begins."""
    if not len(events):
        return np.zeros(0, np.intp)
    new = np.ones(len(events), np.bool_)
    new[1:] = False
    for column in (codes, columns.start, columns.end):
        values = column[events]
        new[1:] |= values[1:] != values[:-1]
    return np.flatnonzero(new)


def _important_first(salience: NDArray[np.uint8], events: Ints, member_at: Ints) -> Ints:
    """The events, each bundle's sorted by salience, the source's order within."""
    sizes = np.diff(member_at)
    if not np.any(sizes > 1):
        return events
    bundle = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    return events[np.argsort(bundle * 4 + salience[events], kind="stable")]


def _lay_rows(start: Days, end: Days, codes: Ints, lifted: Collection[int]) -> _Laid:
    """First fit in each group."""
    edges = np.flatnonzero(np.diff(codes, prepend=-1, append=-1))
    row = np.zeros(len(start), np.int32)
    groups = []
    first_row = 0
    for lo, hi in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        code = int(codes[lo])
        of_group = first_fit(start[lo:hi], end[lo:hi], None if code in lifted else ROW_LIMIT)
        row[lo:hi] = of_group + first_row
        rows = int(of_group.max()) + 1
        groups.append((code, code in lifted, rows))
        first_row += rows
    row_at = np.zeros(first_row + 1, np.int32)
    np.cumsum(np.bincount(row, minlength=first_row)[:first_row], out=row_at[1:])
    return _Laid(_by_code(row).astype(np.int32), row_at, groups)


def _reordered(members: Ints, member_at: Ints, order: Ints) -> tuple[Ints, Ints]:
    """Members and their offsets, once the bundles stand in another order."""
    sizes = np.diff(member_at)[order]
    moved = np.zeros(len(order) + 1, np.int32)
    np.cumsum(sizes, out=moved[1:])
    within = np.arange(len(members)) - np.repeat(moved[:-1], sizes)
    return members[np.repeat(member_at[:-1][order], sizes) + within], moved


def _make_groups(
    columns: Columns,
    names: Sequence[str],
    codes: Ints,
    events: Ints,
    laid: _Laid,
    bundle_of: Ints,
) -> tuple[Group, ...]:
    """The groups in the order of their codes, with their tallies."""
    of = codes[events]
    ends = np.searchsorted(of, [code for code, _, _ in laid.groups], "right")
    groups, first_row, lo = [], 0, 0
    for (code, full, rows), hi in zip(laid.groups, ends.tolist(), strict=True):
        own = events[lo:hi]
        shown = rows if full else min(rows, ROW_LIMIT)
        past = own[bundle_of[own] >= laid.row_at[first_row + shown]]
        tally = make_tally(columns.start, columns.end, columns.category, own)
        beyond = make_tally(columns.start, columns.end, columns.category, past)
        only = tally.categories[0] if len(tally.layers) == 1 else None
        unverified = int(np.count_nonzero(columns.verdict[own] >= _UNVERIFIED))
        groups.append(
            Group(names[code], only, len(own), shown, first_row, tally, beyond, full, unverified)
        )
        first_row, lo = first_row + rows, hi
    return tuple(groups)


def _everything(columns: Columns) -> tuple[Ints, Sequence[str]]:
    return np.zeros(len(columns), np.int32), ("",)


_GROUP_KEYS: dict[Grouping, Callable[[Columns], tuple[Ints, Sequence[str]]]] = {
    Grouping.CATEGORY: lambda columns: (columns.category, columns.categories),
    Grouping.DOCUMENT: lambda columns: (columns.document, columns.documents),
    Grouping.PLACE: lambda columns: (columns.place, columns.places),
    Grouping.NONE: _everything,
}
