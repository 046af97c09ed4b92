"""A frame: what of an index is in view, and where. A pure function of its arguments."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from izium_timeline.layout.bands import bands
from izium_timeline.layout.index import Group, Index
from izium_timeline.layout.marks import hit_marks, in_view, make_marks, wish_labels
from izium_timeline.layout.picture import (
    CROWD_HEIGHT,
    FOLDED_GROUP,
    GROUP_PAD,
    LEAST_GROUP,
    ROW,
    STRIP,
    Box,
    Density,
    Picture,
)
from izium_timeline.layout.ruler import Measure, Words, rule
from izium_timeline.layout.scale import Scale
from izium_timeline.model.chronology import Phase

CROWD = 300  # marks in a group's view above which it is drawn as density
_ROUGH_WIDTH = 6.5  # pixels a letter, where nobody measures

Mask = NDArray[np.bool_]


def rough_measure(text: str) -> float:
    """About how wide a text is, for pictures that nobody paints."""
    return _ROUGH_WIDTH * len(text)


class Folding(NamedTuple):
    """Which groups are folded to a strip, and in which order groups stand, by name."""

    folded: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()


class Setting(NamedTuple):
    """What a frame needs beside events and scale: phases, words, and how wide text is.

    ``hits_alone`` leaves out what is no hit, where something is searched.
    """

    phases: Sequence[Phase] = ()
    words: Words = Words()
    measure: Measure = rough_measure
    folding: Folding = Folding()
    hits_alone: bool = False


def arrange(
    index: Index, scale: Scale, hits: Mask | None = None, setting: Setting | None = None
) -> Picture:
    """The picture of a view. ``hits`` is a mask over all events, None where nothing is
    searched; what is no hit is dimmed or left out, as the setting says, and no row changes."""
    setting = setting or Setting()
    alone = setting.hits_alone and hits is not None
    stack = _stack(index, setting.folding)
    boxes, spans, densities = [], [], []
    edges = scale.first + scale.per_pixel * np.arange(
        max(1, int(scale.width)) + 1, dtype=np.float64
    )
    for number, top in stack.between(scale.scroll, scale.scroll + scale.height):
        group = index.groups[number]
        box = _box(index, number, top - scale.scroll, scale, hits, setting.folding)
        rows = [] if box.folded else in_view(index, group, scale)
        crowded = sum(hi - lo for _, lo, hi in rows) > _crowd(group)
        spans += [] if crowded else _tops(rows, box, scale)
        found = _densities(group, box, edges, hits, crowded, alone=alone)
        boxes.append(replace(box, crowd=found[0].most) if crowded and found else box)
        densities += found
    marks = make_marks(index, spans, scale, hits)
    marks = hit_marks(marks) if alone else marks
    return Picture(
        scale=scale,
        ruler=rule(scale, setting.words, setting.measure, hours=index.timed),
        bands=bands(setting.phases, scale, setting.measure),
        boxes=tuple(boxes),
        marks=marks,
        labels=tuple(wish_labels(index, marks, scale, setting.measure)),
        densities=tuple(densities),
        height=stack.height,
    )


class _Stack(NamedTuple):
    """The groups from top to bottom: their numbers, and where each begins and ends."""

    numbers: NDArray[np.intp]
    edges: NDArray[np.float64]

    @property
    def height(self) -> float:
        return float(self.edges[-1])

    def between(self, top: float, bottom: float) -> list[tuple[int, float]]:
        """Number and top of each group that touches the y from top to bottom."""
        lo = max(0, int(np.searchsorted(self.edges, top, "right")) - 1)
        hi = min(len(self.numbers), int(np.searchsorted(self.edges, bottom, "left")))
        return [(int(self.numbers[i]), float(self.edges[i])) for i in range(lo, hi)]


def group_height(group: Group, folded: bool) -> float:
    """How high a group stands: the same at any zoom."""
    if folded:
        return FOLDED_GROUP
    strip = STRIP + GROUP_PAD if group.beyond.count else 0
    return max(LEAST_GROUP, 2 * GROUP_PAD + ROW * group.rows + strip)


def stack_height(index: Index, folding: Folding) -> float:
    """The height of all groups together."""
    return _stack(index, folding).height


def row_place(index: Index, folding: Folding, event: int) -> float | None:
    """The y of an event's row, nothing scrolled; its group's where it has no row in view,
    None where the event is not shown."""
    bundle = int(index.bundle_of[event])
    if bundle < 0:
        return None
    row = index.row_of(bundle)
    number = index.group_of_row(row)
    group, stack = index.groups[number], _stack(index, folding)
    top = float(stack.edges[int(np.flatnonzero(stack.numbers == number)[0])])
    shown = group.name not in folding.folded and row - group.first_row < group.rows
    return top + GROUP_PAD + (ROW * (row - group.first_row) if shown else 0)


def hit_place(
    index: Index, folding: Folding, hits: Mask, top: float, bottom: float
) -> float | None:
    """The y of the first group with hits, nothing scrolled; None where there is no hit, or
    where a group that is in view between two such y has one."""
    stack = _stack(index, folding)

    def first(groups: list[tuple[int, float]]) -> float | None:
        found = (y for number, y in groups if index.groups[number].tally.hits(hits))
        return next(found, None)

    if first(stack.between(top, bottom)) is not None:
        return None
    return first(stack.between(0.0, stack.height))


@lru_cache(maxsize=1)
def _stack(index: Index, folding: Folding) -> _Stack:
    """The same from frame to frame, and with thousands of groups not for nothing."""
    rank = {name: place for place, name in enumerate(folding.order)}
    places = [rank.get(group.name, len(rank)) for group in index.groups]
    numbers = np.argsort(np.array(places, np.int64), kind="stable")
    heights = [
        group_height(index.groups[n], index.groups[n].name in folding.folded) for n in numbers
    ]
    return _Stack(numbers, np.concatenate([[0.0], np.cumsum(heights)]))


def _box(
    index: Index, number: int, top: float, scale: Scale, hits: Mask | None, folding: Folding
) -> Box:
    group = index.groups[number]
    before, after = group.tally.outside(scale.first, scale.last, hits)
    folded = group.name in folding.folded
    return Box(
        group=number,
        name=group.name,
        category=group.category,
        top=top,
        height=group_height(group, folded),
        folded=folded,
        full=group.full,
        count=group.count,
        before=before,
        after=after,
        beyond=group.beyond.count,
        unverified=group.unverified,
        hits=None if hits is None else group.tally.hits(hits),
    )


def _crowd(group: Group) -> float:
    """A group opened in full has more rows, and only those in view are drawn."""
    return CROWD * max(1.0, group.rows / 12)


def _tops(rows: list[tuple[int, int, int]], box: Box, scale: Scale) -> list[tuple[float, int, int]]:
    """The y and the bundles of each row that is in the viewport."""
    placed = ((box.top + GROUP_PAD + ROW * row, lo, hi) for row, lo, hi in rows)
    return [(top, lo, hi) for top, lo, hi in placed if -ROW < top < scale.height]


def _densities(
    group: Group,
    box: Box,
    edges: NDArray[np.float64],
    hits: Mask | None,
    crowded: bool,
    *,
    alone: bool,
) -> list[Density]:
    """The strip of a folded group or of what lies beyond its rows, or a crowd's density."""
    if box.folded:
        place = (box.top + GROUP_PAD, box.height - 2 * GROUP_PAD)
    elif crowded:
        top = max(box.top, 0.0) + GROUP_PAD
        place = (top, min(CROWD_HEIGHT, box.bottom - GROUP_PAD - top))
    elif group.beyond.count:
        place = (box.bottom - GROUP_PAD - STRIP, STRIP)
    else:
        return []
    tally = group.tally if crowded or box.folded else group.beyond
    top, height = place
    if height < 2:
        return []
    marked = None if hits is None else tally.per_column(edges, hits)
    counts = marked if marked is not None and alone else tally.per_column(edges)
    return [Density(box.group, top, height, tally.categories, counts, marked, crowded)]
