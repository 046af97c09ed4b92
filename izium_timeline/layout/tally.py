"""How many events hold in each pixel column: exact at any zoom, in time that does not grow.

An event [start, end) touches the column [l, r) exactly when it starts before r and does not
end by l. With starts and ends sorted apart, the count of a column is therefore (starts below
r) - (ends at or below l): two binary searches, whatever the number of events.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.float64]
Rows = NDArray[np.int32]


class Layer(NamedTuple):
    """The events of one category: days sorted apart, and which event each of them is of."""

    category: int
    starts: Days
    ends: Days
    by_start: Rows
    by_end: Rows

    def between(self, edges: Days, mask: NDArray[np.bool_] | None) -> NDArray[np.int64]:
        """The events in each column between two neighbouring edges, shape (len(edges) - 1,).

        With a ``mask`` over all events, only those that it names.
        """
        begun = np.searchsorted(self.starts, edges[1:], "left")
        over = np.searchsorted(self.ends, edges[:-1], "right")
        if mask is None:
            return begun - over
        return _sums(mask, self.by_start)[begun] - _sums(mask, self.by_end)[over]


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """The events of a group, a layer a category, in the categories' order."""

    layers: tuple[Layer, ...]
    count: int

    @property
    def categories(self) -> tuple[int, ...]:
        """The category code of each layer."""
        return tuple(layer.category for layer in self.layers)

    def per_column(self, edges: Days, mask: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        """The count of each layer in each column, shape (layers, len(edges) - 1)."""
        if not self.layers:
            return np.zeros((0, max(0, len(edges) - 1)), np.int64)
        return np.stack([layer.between(edges, mask) for layer in self.layers])

    def hits(self, mask: NDArray[np.bool_]) -> int:
        """How many of the events the mask names."""
        return sum(int(np.count_nonzero(mask[layer.by_start])) for layer in self.layers)

    def outside(
        self, first: float, last: float, mask: NDArray[np.bool_] | None = None
    ) -> tuple[int, int]:
        """How many events end by the day ``first``, and how many start at ``last`` or later.

        With a ``mask`` over all events, only those that it names.
        """
        before = after = 0
        for layer in self.layers:
            over = int(np.searchsorted(layer.ends, first, "right"))
            begun = int(np.searchsorted(layer.starts, last, "left"))
            before += _named(layer.by_end[:over], mask)
            after += _named(layer.by_start[begun:], mask)
        return before, after


def make_tally(start: Days, end: Days, category: NDArray[np.int32], events: Rows) -> Tally:
    """The tally of the events of these rows; the first three are columns over all events."""
    of = category[events]
    return Tally(
        tuple(
            _layer(start, end, int(code), events[of == code])
            for code in np.flatnonzero(np.bincount(of))
        ),
        len(events),
    )


def _layer(start: Days, end: Days, category: int, events: Rows) -> Layer:
    by_start = events[np.argsort(start[events], kind="stable")]
    by_end = events[np.argsort(end[events], kind="stable")]
    return Layer(category, start[by_start], end[by_end], by_start, by_end)


def _named(events: Rows, mask: NDArray[np.bool_] | None) -> int:
    return len(events) if mask is None else int(np.count_nonzero(mask[events]))


def _sums(mask: NDArray[np.bool_], order: Rows) -> NDArray[np.int64]:
    sums = np.zeros(len(order) + 1, np.int64)
    np.cumsum(mask[order], out=sums[1:])
    return sums
