"""One conversion between places in a document's text and places in the widget that shows it.

Python counts code points; Qt counts UTF-16 units, and QTextDocument makes one block end of a
CRLF. A character outside the basic plane therefore shifts what follows by one to the right, a
CRLF by one to the left. All other line ends (LF, lone CR, U+2029) keep their one place.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

# A leading byte order mark is dropped on the way into a QString, and a leading U+FFFE even
# swaps the bytes of all that follows; signs of the same width stand in for them.
_STAND_INS: Final = {"\ufeff": "\u2060", "\ufffe": "\ufffd"}
_START: Final[NDArray[np.int64]] = np.zeros(1, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """The shifts of one text, from :func:`positions`.

    ``points`` and ``units`` are the text's start and the places right behind each sign that
    shifts, in code points and in Qt's units, ascending. A place inside a CRLF or inside a
    surrogate pair counts as the place behind it.
    """

    points: NDArray[np.int64]
    units: NDArray[np.int64]

    def to_qt(self, point: int) -> int:
        """The place in the QTextDocument of a place in the text, in O(log n)."""
        return _shifted(point, self.points, self.units)

    def to_text(self, unit: int) -> int:
        """The place in the text of a place in the QTextDocument, in O(log n)."""
        return _shifted(unit, self.units, self.points)


def positions(text: str) -> Positions:
    """The shifts of a text, in one pass over it; none at all for plain ASCII without CRLF."""
    if text.isascii() and "\r\n" not in text:
        return Positions(_START, _START)
    # "replace": a lone surrogate is one sign in both worlds, and two of them no pair.
    units = np.frombuffer(text.encode("utf-16-le", "replace"), dtype="<u2")
    pairs = np.flatnonzero(units & 0xFC00 == 0xDC00)
    line_ends = np.flatnonzero((units[:-1] == 0x0D) & (units[1:] == 0x0A)) + 1
    behind = np.concatenate([_START, np.sort(np.concatenate([pairs, line_ends])) + 1])
    return Positions(
        behind - np.searchsorted(pairs, behind),
        behind - np.searchsorted(line_ends, behind),
    )


def shown_text(text: str) -> str:
    """The text as it is handed to Qt: as it is, but for a first sign that Qt would act upon."""
    first = _STAND_INS.get(text[:1])
    return text if first is None else first + text[1:]


def _shifted(place: int, here: NDArray[np.int64], there: NDArray[np.int64]) -> int:
    index = int(np.searchsorted(here, place, side="right")) - 1
    moved = int(there[index]) + place - int(here[index])
    return moved if index + 1 == len(here) else min(moved, int(there[index + 1]))
