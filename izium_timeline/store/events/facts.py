"""What is asked about all events at once: a row of plain numbers for each, of a fixed length.

Written here without NumPy, for a process that reads documents has no other use for it; read as
one structured array wherever many events are drawn, sorted or counted.
"""

import struct
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from izium_timeline.model.event import Event, Extent, Salience, Status, Verdict, Voice
from izium_timeline.model.interval import OPEN_FIRST, OPEN_LAST, Interval

EXTENTS: Final = tuple(Extent)
STATUSES: Final = tuple(Status)
VOICES: Final = tuple(Voice)
SALIENCES: Final = tuple(Salience)
VERDICTS: Final = tuple(Verdict)  # from best to worst
"""The words that codes stand for."""

FIELDS: Final = (
    ("id", "20s", "S20"),
    ("earliest", "q", "<i8"),
    ("latest", "q", "<i8"),
    ("seconds", "i", "<i4"),
    ("known", "d", "<f8"),
    ("category", "i", "<i4"),
    ("document", "i", "<i4"),
    ("place", "i", "<i4"),
    ("extent", "B", "u1"),
    ("status", "B", "u1"),
    ("voice", "B", "u1"),
    ("salience", "B", "u1"),
    ("verdict", "B", "u1"),
    ("approximate", "B", "u1"),
    ("pieces", "i", "<i4"),
    ("members", "i", "<i4"),
    ("at", "q", "<i8"),
    ("size", "i", "<i4"),
    ("crc", "I", "<u4"),
)
"""Each field with its code for ``struct`` and its type for NumPy.

``earliest`` and ``latest`` are day numbers, OPEN_FIRST and OPEN_LAST at an open end, ``seconds``
those of a local time of day, -1 without. ``known`` is what ``known_from`` says. ``category``,
``document`` (that of the best evidence) and ``place`` are codes into names that are kept beside.
``pieces`` counts the evidence, ``members`` the candidates of a joined event. ``at``, ``size`` and
``crc`` are the place, the length and the checksum of the record that holds the event.
"""

_ROW: Final = struct.Struct("<" + "".join(code for _, code, _ in FIELDS))
LONGEST_ID: Final = 20
_CHECKSUM: Final = 4  # bytes at the head of a record
_CODES: Final[Mapping[StrEnum, int]] = {
    word: code
    for words in (EXTENTS, STATUSES, VOICES, SALIENCES, VERDICTS)
    for code, word in enumerate(words)
}


class Codes:
    """Numbers names in the order of their first appearance."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._codes = {name: code for code, name in enumerate(dict.fromkeys(known))}

    def of(self, name: str) -> int:
        """The number of a name."""
        return self._codes.setdefault(name, len(self._codes))

    @property
    def names(self) -> tuple[str, ...]:
        """The names by their numbers."""
        return tuple(self._codes)


class Names(NamedTuple):
    """The names that facts have codes for."""

    categories: Codes
    documents: Codes
    places: Codes


def fact_of(event: Event, known: float, names: Names, record: bytes = b"", at: int = 0) -> bytes:
    """The row of an event that is ``known`` from a day on, whose record stands at a place."""
    best, bounds = event.best_evidence, event.bounds
    return _ROW.pack(
        event.id.encode()[:LONGEST_ID],
        OPEN_FIRST if bounds.earliest is None else bounds.earliest,
        OPEN_LAST if bounds.latest is None else bounds.latest,
        _seconds(bounds),
        known,
        names.categories.of(event.category),
        names.documents.of(best.document if best else ""),
        names.places.of(event.place[0] if event.place else ""),
        _CODES[event.extent],
        _CODES[event.status],
        _CODES[event.voice],
        _CODES[event.salience],
        _CODES[best.verdict] if best else 0,
        event.edtf.approximate,
        len(event.evidence),
        len(event.members),
        at,
        len(record),
        int.from_bytes(record[:_CHECKSUM], "big"),
    )


def _seconds(bounds: Interval) -> int:
    time = bounds.time
    return -1 if time is None else time.hour * 3600 + time.minute * 60 + time.second
