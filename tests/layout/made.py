"""Columns made for tests."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from izium_timeline.layout.columns import Columns, columns_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.store.categories import load_categories
from izium_timeline.store.open import open_chronology

CATEGORIES = ("attack", "occupation", "liberation")
MARCH = 738_215.0  # 1 March 2022


def columns(
    bounds: Sequence[tuple[float, float]],
    *,
    category: Sequence[int] | None = None,
    salience: Sequence[int] | None = None,
    extent: Sequence[int] | None = None,
    status: Sequence[int] | None = None,
    verdict: Sequence[int] | None = None,
    known: Sequence[float] | None = None,
    titles: Sequence[str] | None = None,
) -> Columns:
    """Columns with these bounds; everything else is alike where it is not given."""
    count = len(bounds)

    def codes(given: Sequence[int] | None, usual: int) -> np.ndarray:
        return np.array([usual] * count if given is None else given)

    zeros = np.zeros(count, np.int32)
    return Columns(
        start=np.array([start for start, _ in bounds], np.float64),
        end=np.array([end for _, end in bounds], np.float64),
        category=codes(category, 0).astype(np.int32),
        document=zeros,
        place=zeros,
        extent=codes(extent, 2).astype(np.uint8),
        status=codes(status, 1).astype(np.uint8),
        voice=zeros.astype(np.uint8),
        salience=codes(salience, 0).astype(np.uint8),
        verdict=codes(verdict, 0).astype(np.uint8),
        approximate=zeros.astype(np.bool_),
        known=np.full(count, np.nan) if known is None else np.array(known, np.float64),
        titles=[f"Event number {row}" for row in range(count)] if titles is None else titles,
        categories=CATEGORIES,
        documents=("one.txt",),
        places=("",),
    )


def izium() -> tuple[Chronology, Columns]:
    """The shipped chronology."""
    chronology = open_chronology(None)
    return chronology, columns_of(chronology, load_categories())


_days = st.integers(-20, 60).map(float)
_bounds = st.tuples(_days, st.integers(1, 40).map(float)).map(lambda pair: (pair[0], sum(pair)))
_open = st.one_of(
    _bounds,
    _days.map(lambda day: (-np.inf, day)),
    _days.map(lambda day: (day, np.inf)),
)


@st.composite
def some_columns(draw: st.DrawFn, most: int = 60) -> Columns:
    """Columns in chronological order, open ends and equal bounds among them."""
    bounds = sorted(draw(st.lists(_open, max_size=most)))
    count = len(bounds)
    few = st.lists(st.integers(0, 2), min_size=count, max_size=count)
    return columns(
        bounds,
        category=draw(few),
        salience=draw(few),
        status=draw(few),
        verdict=draw(few),
    )
