"""The legend: categories to show or hide, and what the shapes mean, flowing into lines."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from izium_timeline.layout.picture import Form
from izium_timeline.model.event import Voice

LINE = 20.0
_PAD = 6.0
_MARK = 16.0  # room for the mark before its text
_CLEAR = 14.0  # between two entries


@dataclass(frozen=True, slots=True)
class Shape:
    """How a kind of date is drawn, and what that says."""

    text: str
    tip: str
    form: Form
    voice: Voice = Voice.ASSERTED
    hollow: bool = False
    open_end: bool = False
    approximate: bool = False


SHAPES = (
    Shape("exact day", "A dot: the day is known.", Form.DOT),
    Shape("lasted", "A solid bar: it lasted about the whole time.", Form.SPAN),
    Shape(
        "sometime within",
        "A thin bar that fades: it happened, or is attested, at some time inside.",
        Form.WINDOW,
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
        "Dashes or an arrowhead: planned or supposed, not told as having happened.",
        Form.SPAN,
        Voice.PLANNED,
    ),
    Shape("candidate", "Hollow: found by the program, reviewed by nobody.", Form.DOT, hollow=True),
)


@dataclass(frozen=True, slots=True)
class Entry:
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


@dataclass(frozen=True, slots=True)
class Legend:
    """The entries, and the height that they take."""

    entries: tuple[Entry, ...]
    height: float

    def at(self, x: float, y: float) -> Entry | None:
        """The entry at a point."""
        return next((entry for entry in self.entries if entry.holds(x, y)), None)


def make_legend(
    categories: Sequence[tuple[int, str]],
    hidden: Collection[str],
    width: float,
    measure: Callable[[str], float],
) -> Legend:
    """The legend of the categories that occur, given as (code, name), in a width."""
    entries: list[Entry] = []
    left, top = _PAD, _PAD / 2
    wanted = [(name, code, None, name not in hidden) for code, name in categories]
    shapes = [(shape.text, -1, shape, True) for shape in SHAPES]
    for text, code, shape, on in [*wanted, *shapes]:
        room = _MARK + measure(text) + (10 if shape and shape.form != Form.DOT else 0)
        if left > _PAD and left + room > width - _PAD:
            left, top = _PAD, top + LINE
        entries.append(Entry(left, top, room, text, code, shape, on))
        left += room + _CLEAR
    return Legend(tuple(entries), top + LINE + _PAD / 2 if entries else 0.0)
