"""What a frame shows, in logical pixels: the result of ``arrange``, ready to be painted.

x runs from the left edge of the lanes, y from the top of their viewport (scrolling done).
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from izium_timeline.layout.ruler import Ruler
from izium_timeline.layout.scale import Scale

ROW = 19  # height of a row
BASELINE = 11  # of its label
DOT = 8  # the middle of its dot and of its pill
BAR = 15  # the middle of its bar
GROUP_PAD = 8  # above the first row of a group, and below its last
STRIP = 18  # height of the density strip at a group's foot
LEAST_GROUP = 46  # a group has room for its name and its count
FOLDED_GROUP = 34  # a collapsed one
CROWD_HEIGHT = 228  # at most, of a crowded group's density

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]
Counts = NDArray[np.int64]


class Form(IntEnum):
    """The shapes of a mark."""

    DOT = 0
    SPAN = 1
    WINDOW = 2


@dataclass(frozen=True, slots=True)
class Box:
    """A group in view: its place, and what its header says.

    ``group`` is its number in the index. ``before`` and ``after`` count its events, or its
    hits, that lie outside the view to the left and to the right, ``beyond`` those past its
    shown rows,
    ``unverified`` those without a verified quote.
    ``hits`` is None where nothing is searched; ``crowd`` is the most that hold at once in a
    group drawn as density alone, None for one that is not.
    """

    group: int
    name: str
    category: int | None
    top: float
    height: float
    folded: bool
    full: bool
    count: int
    before: int
    after: int
    beyond: int
    unverified: int = 0
    hits: int | None = None
    crowd: int | None = None

    @property
    def bottom(self) -> float:
        """The y of the line below the group."""
        return self.top + self.height


class Mark(NamedTuple):
    """One mark, as plain values: the fields of ``Marks``, and its number there."""

    number: int
    bundle: int
    lead: int
    size: int
    hit: int
    left: float
    right: float
    middle: float
    top: float
    form: int
    category: int
    voice: int
    salience: int
    approximate: bool
    hollow: bool
    open_left: bool
    open_right: bool
    cut_left: bool
    cut_right: bool


@dataclass(frozen=True, eq=False)
class Marks:
    """One mark a bundle in view, arrays of shape (m,), sorted by row and then by start.

    ``left`` and ``right`` are the bounds in x, held to the view; ``cut_left`` and
    ``cut_right`` say that the bundle goes on there, ``open_left`` and ``open_right`` that
    its date has no such end. ``middle`` is the x of its dot, of the whole bundle and not of
    the part in view. ``top`` is the y of its row. ``lead`` is
    the event that speaks for the bundle, whose form, voice and salience it has; ``size``
    is the number of its events, ``hit`` how many of them are hits (all where nothing is
    searched). ``hollow`` marks candidates. ``doubt`` is the worst verdict of its events, a code;
    hardly any mark has one to show, so single marks go without it.
    """

    bundle: Ints
    lead: Ints
    size: Ints
    hit: Ints
    left: Floats
    right: Floats
    middle: Floats
    top: Floats
    form: Ints
    category: Ints
    voice: Ints
    salience: Ints
    approximate: Bools
    hollow: Bools
    doubt: NDArray[np.uint8]
    open_left: Bools
    open_right: Bools
    cut_left: Bools
    cut_right: Bools

    def __len__(self) -> int:
        return len(self.bundle)

    def __getitem__(self, number: int) -> Mark:
        return self.each[number]

    @cached_property
    def each(self) -> list[Mark]:
        """All marks as plain values, which cost a tenth of NumPy's own to read one by one."""
        columns = (getattr(self, name).tolist() for name in Mark._fields[1:])
        return list(map(Mark, range(len(self)), *columns))


class Label(NamedTuple):
    """A mark's text, or its pill, or both: the box [left, right) on the row at ``top``.

    ``pill`` is the count's text, "" for a single event; it stands at ``left``, ``pill_width``
    wide, and the title at ``text_left``. ``title`` is "" where only the pill has room.
    """

    mark: int
    left: float
    right: float
    top: float
    pill: str
    pill_width: float
    text_left: float
    title: str
    full: bool

    @property
    def bottom(self) -> float:
        """The y below the text."""
        return self.top + BAR - 1


class Density(NamedTuple):
    """Counts of events by category in each pixel column, shape (categories, columns).

    ``hits`` has the same shape, None where nothing is searched. ``crowd`` is True for a
    group drawn as density alone, False for the strip of what lies beyond its rows.
    """

    group: int
    top: float
    height: float
    categories: tuple[int, ...]
    counts: Counts
    hits: Counts | None
    crowd: bool

    @property
    def most(self) -> int:
        """The highest count of a column."""
        return int(self.counts.sum(axis=0).max(initial=0))


class Band(NamedTuple):
    """A phase in view, from ``left`` to ``right``; ``named`` where its name has room."""

    name: str
    category: str
    left: float
    right: float
    named: bool


class Picture(NamedTuple):
    """A frame. ``height`` is that of all groups together, scrolled out ones included."""

    scale: Scale
    ruler: Ruler
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    marks: Marks
    labels: tuple[Label, ...]
    densities: tuple[Density, ...]
    height: float
