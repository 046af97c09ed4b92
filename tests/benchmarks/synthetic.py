"""A chronology that nobody wrote: columns of any length, for the frame benchmark.

60 % points and 40 % intervals of log-normal length over two years, in 12 lanes and 8
categories, with titles of 20 to 60 letters, Latin and Cyrillic. The quotes of 3 % are not exact.
"""

from collections.abc import Sequence
from typing import overload

import numpy as np

from izium_timeline.layout.columns import Columns
from izium_timeline.model.days import day_number
from izium_timeline.model.event import Extent, Status, Voice
from izium_timeline.store.events.facts import EXTENTS, SALIENCES, STATUSES, VERDICTS, VOICES

LANES = 12
_CATEGORIES = ("attack", "occupation", "liberation", "recovery")
_MORE_CATEGORIES = ("humanitarian", "population", "military", "background")
_FIRST = float(day_number(2022, 2))
_DAYS = 730.0
_SECOND = 1 / 86_400
_WORDS = (
    *("shelling", "обстріл", "bridge", "міст", "residents", "мешканці", "hospital", "лікарня"),
    *("water", "вода", "return", "повернення", "school", "школа", "convoy", "колона"),
)


class Titles(Sequence[str]):
    """Titles made when asked for: a column of strings would weigh more than all others."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...
    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        if isinstance(row, slice):
            return [self[number] for number in range(*row.indices(self._count))]
        length = 20 + row * 7 % 41
        words = (_WORDS[(row * 31 + place * 17) % len(_WORDS)] for place in range(10))
        return " ".join(words)[:length].strip()


def _verdicts(count: int, seed: int) -> np.ndarray:
    """From chance of its own, so that all other columns stay what they are."""
    shares = (0.97, *[0.03 / (len(VERDICTS) - 1)] * (len(VERDICTS) - 1))
    chosen = np.random.default_rng(seed + 1).choice(len(VERDICTS), count, p=shares)
    return chosen.astype(np.uint8)


def synthetic(count: int, *, whole_days: bool = False, seed: int = 20220910) -> Columns:
    """Columns of so many events; with ``whole_days`` all times are floored to days."""
    random = np.random.default_rng(seed)
    point = random.random(count) < 0.6
    seconds = np.floor(random.random(count) * _DAYS / _SECOND)
    length = np.exp(random.normal(0.0, 1.5, count)) * 2 / _SECOND
    start = _FIRST + seconds * _SECOND
    end = np.minimum(start + np.where(point, 1.0, np.ceil(length)) * _SECOND, _FIRST + _DAYS)
    end = np.maximum(end, start + _SECOND)
    if whole_days:
        start, end = np.floor(start), np.floor(end) + 1
    order = np.lexsort((end, start))
    voices = [VOICES.index(voice) for voice in (Voice.ASSERTED, Voice.CLAIMED)]
    lasting = [EXTENTS.index(extent) for extent in (Extent.SPAN, Extent.WINDOW)]
    extent = np.where(point, EXTENTS.index(Extent.INSTANT), random.choice(lasting, count))
    if whole_days:
        extent = np.where((end - start > 1) & point, lasting[1], extent)
    return Columns(
        start=start[order],
        end=end[order],
        category=random.integers(0, 8, count).astype(np.int32),
        document=random.integers(0, LANES, count).astype(np.int32),
        place=random.integers(0, LANES, count).astype(np.int32),
        extent=extent[order].astype(np.uint8),
        status=np.full(count, STATUSES.index(Status.REVIEWED), np.uint8),
        voice=random.choice(voices, count, p=(0.8, 0.2)).astype(np.uint8),
        salience=random.choice(len(SALIENCES), count, p=(0.2, 0.5, 0.3)).astype(np.uint8),
        approximate=random.random(count) < 0.1,
        verdict=_verdicts(count, seed),
        known=start[order] + 30.0,
        titles=Titles(count),
        categories=(*_CATEGORIES, *_MORE_CATEGORIES),
        documents=tuple(f"Lane {lane + 1}" for lane in range(LANES)),
        places=tuple(f"Lane {lane + 1}" for lane in range(LANES)),
    )
