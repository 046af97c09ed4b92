"""A folder's events as they were joined, kept in one file so that opening it again is quick.

The records of the events stand first, in their order, then their facts, then an index with all
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

from izium_timeline.build.records import Records
from izium_timeline.store.atomic import atomic_file
from izium_timeline.store.event_rows import EventRows, Resting
from izium_timeline.store.fact_rows import FACTS, Facts
from izium_timeline.store.facts import Codes, Names
from izium_timeline.store.packing import DamagedError, pack, unpack

Index = tuple[str, int, tuple[tuple[str, ...], ...], bytes, bytes]
"""State, how many events there are, the names of their codes, and the columns of ``Resting``."""

_NUMBER: Final = 8  # bytes; two numbers end the file: where the index begins, a checksum before it
_BLOCK: Final = 1 << 20
_SOME: Final = 300  # records written in one go, a few milliseconds


def write_events(place: Path, state: str, events: EventRows) -> Iterator[None]:
    """Keep events for a state of all that they follow from, some of them at a time.

    Where they can't be kept, nothing is, and nothing is said.
    """
    with suppress(OSError), atomic_file(place, lasting=False) as file:
        checksum = end = 0
        for block in _blocks(events):
            checksum, end = zlib.crc32(block, checksum), end + len(block)
            file.write(block)
            yield
        file.write(_index(state, events))
        file.write(end.to_bytes(_NUMBER, "big") + checksum.to_bytes(_NUMBER, "big"))


def open_events(place: Path, state: str) -> EventRows | None:
    """The events that are kept for a state, None where they are not, or not whole."""
    with suppress(OSError, DamagedError):
        file = place.open("rb", buffering=0)
        records = Records(file)
        index = _read_index(file)
        if index is not None and index[0] == state:
            _, count, names, rows, documents = index
            return EventRows(
                records,
                _read_facts(file, count),
                Names(*map(Codes, names)),
                Resting(np.frombuffer(rows, np.int64), np.frombuffer(documents, np.int32)),
                origin=partial(reopened, place, state),
            )
    return None


def reopened(place: Path, state: str) -> EventRows:
    """The events that were kept for a state; raises LookupError where they are no longer."""
    events = open_events(place, state)
    if events is None:
        raise LookupError(str(place))
    return events


def _blocks(events: EventRows) -> Iterator[bytes]:
    """The records in order, and the facts behind them, some at a time."""
    facts = events.facts
    for first in range(0, len(facts), _SOME):
        at = facts[["at", "size"]][first : first + _SOME].tolist()
        yield b"".join(events.records.read(*each) for each in at)
    end = 0
    for first in range(0, len(facts), _SOME):
        some = facts[first : first + _SOME].copy()
        ends = end + np.cumsum(some["size"], dtype=np.int64)
        some["at"] = ends - some["size"]
        end = int(ends[-1])
        yield some.tobytes()


def _index(state: str, events: EventRows) -> bytes:
    names = tuple(codes.names for codes in events.names)
    resting = events.resting
    rests = (resting.rows.tobytes(), resting.documents.tobytes())
    return pack((state, len(events), names, *rests))


def _read_index(file: BinaryIO) -> Index | None:
    """The index of a file that is whole before it; raises OSError, DamagedError.

    The file stands at the index then.
    """
    size = file.seek(0, SEEK_END) - 2 * _NUMBER
    if size < 0:
        return None
    file.seek(size)
    end, checksum = (int.from_bytes(file.read(_NUMBER), "big") for _ in range(2))
    if end > size or _checksum(file, end) != checksum:
        return None
    index: Index = unpack(file.read(size - end))
    file.seek(end)
    return index


def _read_facts(file: BinaryIO, count: int) -> Facts:
    """The facts that end where the file stands."""
    file.seek(file.tell() - count * FACTS.itemsize)
    return np.frombuffer(file.read(count * FACTS.itemsize), FACTS)


def _checksum(file: BinaryIO, end: int) -> int:
    """The checksum of the first bytes of a file, which stands behind them then."""
    checksum = 0
    file.seek(0)
    for first in range(0, end, _BLOCK):
        checksum = zlib.crc32(file.read(min(_BLOCK, end - first)), checksum)
    return checksum
