"""Where labels stand: on the line above their bars, never over one another."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from izium_timeline.layout.picture import Label

GAP = 8.0  # between two labels of a row
PILL_PAD = 5.0  # within a pill, either side of its number
_AFTER_PILL = 5.0
_LEAST = 96.0  # a title is cut to no less, its pill included
_LEFTMOST = 4.0
_ELLIPSIS = "…"

Measure = Callable[[str], float]


class Wish(NamedTuple):
    """A mark that wants a label. (A tuple, as each frame makes hundreds.)

    The label begins at ``left``, or further right, while its bar lasts to ``reach``; where
    the view ends there it may end at ``before``, the mark's other side. The lower ``rank``
    is served first. ``pill`` is the text of its count, "" for one event.
    """

    mark: int
    left: float
    reach: float
    before: float
    rank: tuple[float, ...]
    title: str
    pill: str


@dataclass(slots=True)
class _Line:
    """What is taken on one row: left and right edges, ascending, none overlapping."""

    lefts: list[float] = field(default_factory=list)
    rights: list[float] = field(default_factory=list)

    def room_before(self, right: float) -> float:
        """How much room ends at ``right``; below 0 where something stands there."""
        at = bisect_left(self.lefts, right) - 1
        return right - (self.rights[at] if at >= 0 else _LEFTMOST)

    def take(self, left: float, right: float) -> None:
        at = bisect_right(self.lefts, left)
        self.lefts.insert(at, left)
        self.rights.insert(at, right)

    def free_from(self, left: float) -> float:
        """``left``, or where what stands there, and next to it without a gap, ends."""
        at = bisect_right(self.lefts, left) - 1
        while 0 <= at < len(self.lefts) and self.lefts[at] <= left:
            left = max(left, self.rights[at])
            at += 1
        return left

    def free_until(self, left: float) -> float:
        """How far the room that begins at ``left`` goes."""
        at = bisect_right(self.lefts, left)
        return self.lefts[at] if at < len(self.lefts) else float("inf")


def place_row(
    wishes: Sequence[Wish],
    dots: Sequence[tuple[float, float]],
    top: float,
    right: float,
    measure: Measure,
) -> list[Label]:
    """The labels of one row whose view ends at ``right``; ``dots`` are not written over.

    First every wish, in the order of rank, gets the room that it needs at least, or room
    for its pill alone, or nothing. Then each label grows into what is left behind it.
    """
    line = _Line()
    for start, end in _merged(dots):
        line.take(start, end)
    placed = []
    for wish in sorted(wishes, key=lambda wish: wish.rank):
        seat = _seat_before(line, wish, wishes, right, measure)
        seat = seat or _find_seat(line, wish, right, measure)
        if seat is not None:
            line.take(seat.left, seat.left + seat.room + GAP)
            placed.append(seat)
    return [
        _label(seat, min(right, line.free_until(seat.left) - GAP), top, measure)
        for seat in sorted(placed, key=lambda seat: seat.left)
    ]


class _Seat(NamedTuple):
    """Where a label begins, and the room that it has for sure."""

    wish: Wish
    left: float
    room: float


def _find_seat(line: _Line, wish: Wish, right: float, measure: Measure) -> _Seat | None:
    """Room for a title behind the mark, or for the pill alone."""
    pill = _pill_width(wish.pill, measure)
    least = min(_LEAST, pill + measure(wish.title))
    for room in (least, pill - _AFTER_PILL) if pill else (least,):
        left = _seat(line, wish, room, right)
        if left is not None:
            return _Seat(wish, left, room)
    return None


def _seat_before(
    line: _Line, wish: Wish, others: Sequence[Wish], right: float, measure: Measure
) -> _Seat | None:
    """Room before a mark at the end of the view, where no other mark's bar lies under it."""
    wanted = _pill_width(wish.pill, measure) + measure(wish.title)
    least = min(_LEAST, wanted)
    if wish.left + least <= right:
        return None
    end = min(wish.before, right)
    free = max((other.reach for other in others if other.before < wish.before), default=0.0)
    room = min(wanted, line.room_before(end) - GAP, end - free - GAP)
    return _Seat(wish, end - room - GAP, room) if room >= least else None


def elide(text: str, room: float, measure: Measure) -> str:
    """The text, or as much of it as fits in ``room`` with an ellipsis, cut at a word's end
    where that costs little; "" where nothing worth reading fits."""
    width = measure(text)
    if width <= room:
        return text
    room -= measure(_ELLIPSIS)
    count = max(0, min(len(text) - 1, int(len(text) * room / width) + 2))
    while count and measure(text[:count]) > room:
        count -= 1
    cut = text[:count].rstrip(" ,;:-–(")
    return f"{cut}{_ELLIPSIS}" if len(cut) >= 4 else ""


def _merged(dots: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in dots:
        if merged and left <= merged[-1][1]:
            left, right = merged[-1][0], max(right, merged.pop()[1])
        merged.append((left, right))
    return merged


def _pill_width(pill: str, measure: Measure) -> float:
    return measure(pill) + 2 * PILL_PAD + _AFTER_PILL if pill else 0.0


def _seat(line: _Line, wish: Wish, room: float, right: float) -> float | None:
    """Where a label that needs so much room can begin, None where nowhere."""
    left = wish.left
    while True:
        free = line.free_from(left)
        if free > wish.left and free + room > wish.reach:
            return None
        end = line.free_until(free)
        if free + room + GAP <= end:
            return free if free + room <= right else None
        if end + room > wish.reach:
            return None
        left = end


def _label(seat: _Seat, end: float, top: float, measure: Measure) -> Label:
    wish, left = seat.wish, seat.left
    pill = _pill_width(wish.pill, measure)
    wanted = pill + measure(wish.title)
    title = elide(wish.title, max(end, left + seat.room) - left - pill, measure)
    taken = pill + measure(title) if title else max(0.0, pill - _AFTER_PILL)
    return Label(
        mark=wish.mark,
        left=left,
        right=left + taken,
        top=top,
        pill=wish.pill,
        pill_width=max(0.0, pill - _AFTER_PILL),
        text_left=left + pill,
        title=title,
        full=bool(title) and taken >= wanted,
    )
