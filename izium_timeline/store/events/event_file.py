"""A folder's events as they were joined, kept in one file so that opening it again is quick.

The facts of the events stand first, in their order, then their records, then an index with all
else, then where that begins. The file is written whole or not at all, and whoever has it open
goes on reading the one that was there. A file that is damaged, or of another state, is as good as
none.
"""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from io import SEEK_END
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np

from izium_timeline.build.records import Records, lost
from izium_timeline.model.errors import LostEventError
from izium_timeline.store.atomic import atomic_file
from izium_timeline.store.events.amending import Parts, Resting
from izium_timeline.store.events.event_rows import EventRows
from izium_timeline.store.events.fact_array import FACTS
from izium_timeline.store.events.fact_rows import FactRows
from izium_timeline.store.events.facts import Codes, Names
from izium_timeline.store.events.row_file import RowFile
from izium_timeline.store.packing import DamagedError, is_whole, pack, unpack

Checksums = tuple[int, int]
"""Of the facts and of the records: both grow while the file is written."""
Index = tuple[str, int, tuple[tuple[str, ...], ...], bytes, bytes, Checksums]
"""State, how many events there are, the names of their codes, and the columns of ``Resting``."""

_NUMBER: Final = 8  # bytes; such a number ends the file: where the index begins
_BLOCK: Final = 1 << 16
_SOME: Final = 300  # events written in one go, a few milliseconds


def write_events(place: Path, state: str, events: EventRows) -> Iterator[None]:
    """Keep events for a state of all that they follow from, some of them at a time.

    Where they can't be kept, nothing is, and nothing is said.
    """
    with suppress(OSError, LostEventError), atomic_file(place, lasting=False) as file:
        end, sums = len(events) * FACTS.itemsize, (0, 0)
        for first in range(0, len(events), _SOME):
            facts, records = _moved(events, range(first, min(first + _SOME, len(events))), end)
            file.seek(first * FACTS.itemsize)
            file.write(facts)
            file.seek(end)
            file.write(records)
            sums = zlib.crc32(facts, sums[0]), zlib.crc32(records, sums[1])
            end += len(records)
            yield
        file.write(_index(state, events, sums))
        file.write(end.to_bytes(_NUMBER, "big"))


def open_events(place: Path, state: str) -> EventRows | None:
    """The events that are kept for a state, None where they are not, or not whole."""
    with suppress(OSError, DamagedError):
        file = place.open("rb", buffering=0)
        records = Records(file)
        index = _read_index(file)
        if index is not None and index[0] == state:
            _, count, names, rows, documents, _ = index
            parts = Parts(
                FactRows(RowFile(FACTS, records, count=count), count),
                Names(*map(Codes, names)),
                Resting(np.frombuffer(rows, np.int64), np.frombuffer(documents, np.int32)),
            )
            return EventRows(records, parts, origin=partial(reopened, place, state))
    return None


def reopened(place: Path, state: str) -> EventRows:
    """The events that were kept for a state; raises LookupError where they are no longer."""
    events = open_events(place, state)
    if events is None:
        raise LookupError(str(place))
    return events


def _moved(events: EventRows, rows: range, end: int) -> tuple[bytes, bytes]:
    """The facts of some events and their records, which come to stand from a place on.

    Raises LostEventError where a record is not as it was written: kept as whole, it would be lost
    whenever the folder is opened.
    """
    facts = events.facts.rows(rows).copy()
    records = [events.records.read(*each) for each in facts[["at", "size"]].tolist()]
    if not all(map(is_whole, records)):
        raise lost()
    facts["at"] = end + np.cumsum(facts["size"], dtype=np.int64) - facts["size"]
    return facts.tobytes(), b"".join(records)


def _index(state: str, events: EventRows, sums: Checksums) -> bytes:
    names = tuple(codes.names for codes in events.names)
    resting = events.resting
    rests = (resting.rows.tobytes(), resting.documents.tobytes())
    return pack((state, len(events), names, *rests, sums))


def _read_index(file: BinaryIO) -> Index | None:
    """The index of a file that is whole before it; raises OSError, DamagedError."""
    size = file.seek(0, SEEK_END) - _NUMBER
    if size < 0:
        return None
    file.seek(size)
    end = int.from_bytes(file.read(_NUMBER), "big")
    if end > size:
        return None
    file.seek(end)
    index: Index = unpack(file.read(size - end))
    facts = index[1] * FACTS.itemsize
    return index if index[-1] == (_sum(file, 0, facts), _sum(file, facts, end)) else None


def _sum(file: BinaryIO, first: int, last: int) -> int:
    """The checksum of what stands between two places."""
    checksum = 0
    file.seek(first)
    for at in range(first, last, _BLOCK):
        checksum = zlib.crc32(file.read(min(_BLOCK, last - at)), checksum)
    return checksum
