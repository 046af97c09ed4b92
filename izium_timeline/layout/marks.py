"""Single bundles of a view: their bars and dots, and the labels that they want."""

from collections.abc import Sequence
from dataclasses import fields
from itertools import groupby
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from izium_timeline.layout.index import Group, Index
from izium_timeline.layout.labels import Wish, place_row
from izium_timeline.layout.picture import Form, Label, Mark, Marks
from izium_timeline.layout.ruler import Measure
from izium_timeline.layout.scale import Scale
from izium_timeline.model.event import Extent, Status
from izium_timeline.store.events.facts import EXTENTS, STATUSES

DOT_RADIUS = 4.5
_CLEAR = 2.5  # around a dot
_EDGE = 4.0  # between a label and its dot, or the edge of the view
_DOT = int(Form.DOT)
_FORMS = np.array(
    [
        {Extent.INSTANT: Form.DOT, Extent.SPAN: Form.SPAN, Extent.WINDOW: Form.WINDOW}[extent]
        for extent in EXTENTS
    ],
    np.int32,
)

Mask = NDArray[np.bool_]


def in_view(index: Index, group: Group, scale: Scale) -> list[tuple[int, int, int]]:
    """Of each of a group's rows: its number in the group, and the bundles lo to hi in view.

    Bundles of a row ascend by start and by end alike, so they are one slice.
    """
    found = []
    edges = index.row_at[group.first_row : group.first_row + group.rows + 1].tolist()
    for row, (at, until) in enumerate(zip(edges[:-1], edges[1:], strict=True)):
        lo = at + int(index.end[at:until].searchsorted(scale.first, "right"))
        hi = at + int(index.start[at:until].searchsorted(scale.last, "left"))
        found.append((row, lo, max(lo, hi)))
    return found


def make_marks(
    index: Index, rows: Sequence[tuple[float, int, int]], scale: Scale, hits: Mask | None
) -> Marks:
    """The marks of rows given as (top, first bundle, bundle after the last)."""
    sizes = [hi - lo for _, lo, hi in rows]
    bundle = np.concatenate(
        [np.zeros(0, np.int32), *(np.arange(lo, hi, dtype=np.int32) for _, lo, hi in rows)]
    )
    start, end = index.start[bundle], index.end[bundle]
    count = index.member_at[bundle + 1] - index.member_at[bundle]
    lead = index.members[index.member_at[bundle]]
    hit = count if hits is None else _hits(index, bundle, count, lead, hits)
    columns = index.columns
    left, right = ((days - scale.first) / scale.per_pixel for days in (start, end))
    return Marks(
        bundle=bundle,
        lead=lead,
        size=count,
        hit=hit,
        left=np.maximum(left, 0.0),
        right=np.minimum(right, scale.width),
        middle=left / 2 + right / 2,
        top=np.repeat(np.array([top for top, _, _ in rows], np.float64), sizes),
        form=_FORMS[columns.extent[lead]],
        category=columns.category[lead],
        voice=columns.voice[lead].astype(np.int32),
        salience=columns.salience[lead].astype(np.int32),
        approximate=columns.approximate[lead],
        hollow=columns.status[lead] == STATUSES.index(Status.CANDIDATE),
        doubt=index.doubt[bundle],
        open_left=np.isneginf(start),
        open_right=np.isposinf(end),
        cut_left=left < 0,
        cut_right=right > scale.width,
    )


def hit_marks(marks: Marks) -> Marks:
    """The marks in which something is a hit."""
    kept = np.flatnonzero(marks.hit)
    return Marks(**{field.name: getattr(marks, field.name)[kept] for field in fields(Marks)})


def _hits(
    index: Index,
    bundle: NDArray[np.int32],
    count: NDArray[np.int32],
    lead: NDArray[np.int32],
    hits: Mask,
) -> NDArray[np.int32]:
    """How many events of each bundle are hits; the first of them becomes its lead."""
    found = hits[lead].astype(np.int32)
    for at in np.flatnonzero(count > 1).tolist():
        members = index.events_of(int(bundle[at]))
        marked = members[hits[members]]
        found[at] = len(marked)
        if len(marked):
            lead[at] = marked[0]
    return found


def wish_labels(index: Index, marks: Marks, scale: Scale, measure: Measure) -> list[Label]:
    """The labels of all marks, row by row; a mark in which nothing is a hit goes without."""
    labels: list[Label] = []
    titles = index.columns.titles
    reach = DOT_RADIUS + _CLEAR
    for top, row in groupby(marks.each, key=attrgetter("top")):
        of_row = list(row)
        dots = [(mark.middle - reach, mark.middle + reach) for mark in of_row if mark.form == _DOT]
        wishes = [_wish(mark, titles[mark.lead]) for mark in of_row if mark.hit]
        labels += place_row(wishes, dots, top, scale.width - _EDGE, measure)
    return [label for label in labels if label.title or label.pill]


def _wish(mark: Mark, title: str) -> Wish:
    """The label that a mark wants: beside its dot, or from its bar's beginning in view on."""
    if mark.form == _DOT and mark.left <= mark.middle <= mark.right:
        left = mark.middle + DOT_RADIUS + _EDGE
    else:
        left = _EDGE if mark.cut_left else mark.left
    lit = f"{mark.hit}/" if mark.hit < mark.size else ""
    pill = "" if mark.size == 1 else f"{lit}{mark.size}"
    rank = (mark.salience, mark.left - mark.right, mark.lead)
    before = mark.middle - DOT_RADIUS - _CLEAR if mark.form == _DOT else mark.left
    return Wish(mark.number, left, mark.right, before, rank, title, pill)
