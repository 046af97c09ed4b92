"""Which row a bar lies in: first fit, so that bars of one row never overlap."""

import numpy as np
from numpy.typing import NDArray


def first_fit(
    start: NDArray[np.float64], end: NDArray[np.float64], limit: int | None = None
) -> NDArray[np.int32]:
    """The row of each interval [start, end), shape (n,); ``start`` ascends.

    Each goes into the lowest row whose last interval has ended: as few rows as the most
    intervals that hold at once (interval partitioning; Kleinberg and Tardos, Algorithm
    Design, 4.1). Row by row that is a chain: the first one left, then the first one left
    that starts after it has ended, and so on. ``free`` is a union-find that leads to the
    first one left, so the whole takes nearly linear time whatever the number of rows.
    With a ``limit`` all that would lie deeper has the row ``limit``.
    """
    count = len(start)
    after = np.searchsorted(start, end, "left").tolist()
    free = list(range(count + 1))
    rows = np.full(count, 0 if limit is None else limit, np.int32)
    row = left = 0
    while left < count and row != limit:
        chain = []
        at = left
        while at < count:
            chain.append(at)
            free[at] = at + 1
            at = after[at]
            while free[at] != at:
                free[at] = at = free[free[at]]
        rows[chain] = row
        row += 1
        while left < count and free[left] != left:
            free[left] = left = free[free[left]]
    return rows
