"""The legend: categories to show or hide, and what the shapes mean, flowing into lines."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import numpy as np

from izium_timeline.layout.columns import Columns
from izium_timeline.layout.picture import Form
from izium_timeline.model.event import Extent, Status, Verdict, Voice
from izium_timeline.store.events.facts import EXTENTS, STATUSES, VERDICTS, VOICES

LINE = 20.0
_PAD = 6.0
_MARK = 16.0  # room for the mark before its text
_BAR = 10.0  # by which a bar is longer than a mark
_HEAD = 3.0  # by which an arrow is longer than its bar, and a space as wide
_POINT = 14.0  # by which a point beside the bar moves the text
_CLEAR = 14.0  # between two entries
_SPAN = EXTENTS.index(Extent.SPAN)


class Shape(NamedTuple):
    """How a kind of date is drawn, and what that says; ``point`` where some are exact days,
    which are drawn as points of that voice. A ``verdict`` other than exact is a sign alone."""

    text: str
    tip: str
    form: Form
    voice: Voice = Voice.ASSERTED
    hollow: bool = False
    open_end: bool = False
    approximate: bool = False
    point: bool = False
    verdict: Verdict = Verdict.EXACT


SHAPES = (
    Shape("exact day", "A dot: the day is known.", Form.DOT),
    Shape("lasted", "A solid bar: it lasted about the whole time.", Form.SPAN),
    Shape(
        "sometime within",
        "A thin bar that fades: it happened, or is attested, at some time inside.",
        Form.WINDOW,
    ),
    Shape(
        "about",
        "A bar with soft ends: it lasted, and its dates are approximate.",
        Form.SPAN,
        approximate=True,
    ),
    Shape("open end", "An arrow: no text says when it began or ended.", Form.SPAN, open_end=True),
    Shape(
        "claimed",
        "A double line or a diamond: told as somebody's claim.",
        Form.SPAN,
        Voice.CLAIMED,
    ),
    Shape(
        "planned",
        "Dashes or an arrowhead: planned, not told as having happened.",
        Form.SPAN,
        Voice.PLANNED,
    ),
    Shape(
        "supposed",
        "Dots or a square: something that might be, not told as having happened.",
        Form.SPAN,
        Voice.HYPOTHETICAL,
    ),
    Shape(
        "denied",
        "A cross, or a title struck through: said not to have happened.",
        Form.DOT,
        Voice.NEGATED,
    ),
    Shape("candidate", "Hollow: found by the program, reviewed by nobody.", Form.DOT, hollow=True),
)

SIGNS = (
    Shape(
        "quote moved",
        "A light disc with an arrow: the same words stand at another place of the document.",
        Form.DOT,
        verdict=Verdict.MOVED,
    ),
    Shape(
        "quote altered",
        "A dark disc with two waves: the document has similar words, for a person to confirm.",
        Form.DOT,
        verdict=Verdict.ALTERED,
    ),
    Shape(
        "quote ambiguous",
        "A dark disc with a question mark: the words stand in several places.",
        Form.DOT,
        verdict=Verdict.AMBIGUOUS,
    ),
    Shape(
        "quote lost",
        "A dark disc with a cross: the document does not have the words.",
        Form.DOT,
        verdict=Verdict.LOST,
    ),
    Shape(
        "document missing",
        "A dark disc with a stroke: the document is not there.",
        Form.DOT,
        verdict=Verdict.MISSING,
    ),
)


class Entry(NamedTuple):
    """One entry and its place; a category's code, or a shape; ``on`` where it is shown."""

    left: float
    top: float
    width: float
    text: str
    category: int = -1
    shape: Shape | None = None
    on: bool = True

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on the entry."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + LINE


class Legend(NamedTuple):
    """The entries, and the height that they take."""

    entries: tuple[Entry, ...]
    height: float

    def at(self, x: float, y: float) -> Entry | None:
        """The entry at a point."""
        return next((entry for entry in self.entries if entry.holds(x, y)), None)


def shapes_used(columns: Columns) -> tuple[Shape, ...]:
    """The shapes that these events need."""
    extents = {EXTENTS[code] for code in np.flatnonzero(np.bincount(columns.extent))}
    voices = {VOICES[code] for code in np.flatnonzero(np.bincount(columns.voice))}
    needs = {
        "exact day": Extent.INSTANT in extents,
        "lasted": Extent.SPAN in extents,
        "sometime within": Extent.WINDOW in extents,
        "about": bool((columns.approximate & (columns.extent == _SPAN)).any()),
        "open end": bool(np.isinf(columns.start).any() or np.isinf(columns.end).any()),
        "claimed": Voice.CLAIMED in voices,
        "planned": Voice.PLANNED in voices,
        "supposed": Voice.HYPOTHETICAL in voices,
        "denied": Voice.NEGATED in voices,
        "candidate": bool((columns.status == STATUSES.index(Status.CANDIDATE)).any()),
    }
    exact = columns.extent == EXTENTS.index(Extent.INSTANT)
    pointed = {VOICES[code] for code in np.flatnonzero(np.bincount(columns.voice[exact]))}
    pointed -= {Voice.ASSERTED}
    doubts = {VERDICTS[code] for code in np.flatnonzero(np.bincount(columns.verdict))}
    return (
        *(_pointed(shape, pointed) for shape in SHAPES if needs[shape.text]),
        *(sign for sign in SIGNS if sign.verdict in doubts),
    )


def _pointed(shape: Shape, voices: Collection[Voice]) -> Shape:
    return shape._replace(point=shape.form is not Form.DOT and shape.voice in voices)


def make_legend(
    categories: Sequence[tuple[int, str]],
    shapes: Sequence[Shape],
    hidden: Collection[str],
    width: float,
    measure: Callable[[str], float],
) -> Legend:
    """The legend of the categories that occur, given as (code, name), and of shapes.

    All in one line where the width allows, else the shapes begin a line of their own.
    """
    named = [(name, code, None, name not in hidden) for code, name in categories]
    shaped = [(shape.text, -1, shape, True) for shape in shapes]
    rooms = [_room(text, shape, measure) for text, _, shape, _ in [*named, *shaped]]
    breaks = sum(rooms) + _CLEAR * len(rooms) > width - 2 * _PAD
    entries: list[Entry] = []
    left, top = _PAD, _PAD / 2
    for place, (text, code, shape, on) in enumerate([*named, *shaped]):
        room = rooms[place]
        begins = breaks and place == len(named)
        if left > _PAD and (begins or left + room > width - _PAD):
            left, top = _PAD, top + LINE
        entries.append(Entry(left, top, room, text, code, shape, on))
        left += room + _CLEAR
    return Legend(tuple(entries), top + LINE + _PAD / 2 if entries else 0.0)


def _room(text: str, shape: Shape | None, measure: Callable[[str], float]) -> float:
    return _MARK + measure(text) + (0.0 if shape is None else shape_width(shape))


def shape_width(shape: Shape) -> float:
    """By how much a shape is wider than a dot."""
    if shape.form is Form.DOT:
        return 0.0
    return _BAR + shape.open_end * _HEAD + shape.point * _POINT
