"""The overview: the whole range in a strip, with its density, phases and the days in view."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from izium_timeline.layout.bands import bands, main_range, whole_range
from izium_timeline.layout.columns import Columns
from izium_timeline.layout.picture import Band
from izium_timeline.layout.scale import Scale
from izium_timeline.layout.tally import Tally, make_tally
from izium_timeline.model.chronology import Phase
from izium_timeline.model.event import Status
from izium_timeline.store.events.facts import STATUSES

BAR = 6  # pixels from one bar of the density to the next
_MARGIN = 0.03
_NO_ROOM = float("inf")

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """What the strip shows of a chronology, whatever its width."""

    main: tuple[float, float]
    whole: tuple[float, float]
    phases: tuple[Phase, ...]
    tally: Tally


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A strip to paint: counts and hits a bar, and phases.

    ``before`` and ``after`` count the events, or the hits, that lie outside of its range.
    """

    scale: Scale
    counts: NDArray[np.int64]
    hits: NDArray[np.int64] | None
    bands: tuple[Band, ...]
    before: int
    after: int


def make_overview(columns: Columns, phases: Sequence[Phase]) -> Overview:
    """Count the events once; rejected ones are left out."""
    nothing = (738_156.0, 738_521.0)
    events = np.flatnonzero(columns.status != STATUSES.index(Status.REJECTED)).astype(np.int32)
    one = np.zeros(len(columns), np.int32)
    return Overview(
        main=main_range(columns, phases) or nothing,
        whole=whole_range(columns) or nothing,
        phases=tuple(phases),
        tally=make_tally(columns.start, columns.end, one, events),
    )


def make_strip(
    overview: Overview,
    view: tuple[float, float],
    width: float,
    hits: Mask | None,
    *,
    hits_alone: bool = False,
) -> Strip:
    """The strip for the days in view, ``width`` pixels wide; with ``hits_alone`` they alone count.

    It shows the range that the story fills, and the whole range once the view leaves that.
    """
    scale = Scale(0.0, 1.0, max(1.0, width), 1.0).showing(*_range(overview, view), _MARGIN)
    edges = scale.first + scale.per_pixel * BAR * np.arange(
        int(scale.width // BAR) + 2, dtype=np.float64
    )
    marked = None if hits is None else overview.tally.per_column(edges, hits).sum(axis=0)
    if marked is not None and hits_alone:
        counts = marked
    else:
        counts = overview.tally.per_column(edges).sum(axis=0)
    before, after = overview.tally.outside(scale.first, scale.last, hits)
    return Strip(
        scale=scale,
        counts=counts,
        hits=marked,
        bands=bands(overview.phases, scale, lambda _name: _NO_ROOM),
        before=before,
        after=after,
    )


def _range(overview: Overview, view: tuple[float, float]) -> tuple[float, float]:
    first, last = overview.main
    slack = (last - first) * 2 * _MARGIN
    if first - slack <= view[0] and view[1] <= last + slack:
        return overview.main
    ends = (*overview.whole, *view)
    return min(ends), max(ends)
