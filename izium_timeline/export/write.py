"""Writing a chronology to a file or a stream, in a format of the table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from errno import EISDIR
from os import strerror
from pathlib import Path
from typing import BinaryIO, Protocol

from izium_timeline.export.csv_form import csv_pieces
from izium_timeline.export.rows import Row, RowPer, rows_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import ExportError, UsageError
from izium_timeline.model.event import Event, Verdict
from izium_timeline.model.selected import Selected
from izium_timeline.model.steps import Step, Steps, finished
from izium_timeline.model.stored_events import StoredEvents
from izium_timeline.store.atomic import atomic_file, put_by


class RowWriter(Protocol):
    """Who writes a format."""

    def __call__(self, rows: Iterable[Row], *, bom: bool) -> Iterator[bytes]:
        """What is to be written, a piece a row; ``bom`` for a byte order mark where it helps."""


@dataclass(frozen=True, slots=True)
class Format:
    """A data format: its name, which is the ending of its files, and who writes it."""

    name: str
    label: str
    pieces: RowWriter


FORMATS = {form.name: form for form in (Format("csv", "CSV, for spreadsheets", csv_pieces),)}
CSV = FORMATS["csv"]


def format_of(out: Path, name: str | None = None) -> Format:
    """The format of that name, else of the file's ending; raises UsageError."""
    asked = out.suffix[1:].lower() if name is None else name
    if asked in FORMATS:
        return FORMATS[asked]
    endings = ", ".join(f".{known}" for known in FORMATS)
    raise UsageError(
        f"there is no format {asked!r}" if asked else "the name has no ending to tell the format",
        path=out,
        remedy=f"write to a name that ends in {endings}, or name the format",
    )


def write(
    chronology: Chronology,
    events: Iterable[Event],
    out: Path,
    *,
    per: RowPer = RowPer.EVENT,
    form: Format | None = None,
) -> Counter[Verdict]:
    """Write these events of the chronology to a file, whole or not at all, in order.

    Returns how many of the quotes written have which verdict. Without a format the file's ending
    says it. A device or a pipe is written to as it stands.
    Raises UsageError for an unknown ending, ExportError where the file can't be written.
    """
    return finished(write_steps(chronology, events, out, per=per, form=form))


def write_steps(
    chronology: Chronology,
    events: Iterable[Event],
    out: Path,
    *,
    per: RowPer = RowPer.EVENT,
    form: Format | None = None,
) -> Steps[Counter[Verdict]]:
    """The same in steps."""
    form = form or format_of(out)
    try:
        if out.is_dir():
            raise IsADirectoryError(EISDIR, strerror(EISDIR))
        if out.exists() and not out.is_file():
            with out.open("wb") as device:
                return write_stream(chronology, events, device, per=per, form=form)
        with atomic_file(out) as file:
            written = _Written(chronology, events, per)
            for _ in put_by(file, form.pieces(written, bom=True)):
                yield written.step
        return written.verdicts
    except OSError as error:
        raise ExportError(
            f"can't be written ({error.strerror or error})",
            path=out,
            remedy="choose another place, or free some space",
        ) from None


def write_stream(
    chronology: Chronology,
    events: Iterable[Event],
    out: BinaryIO,
    *,
    per: RowPer = RowPer.EVENT,
    form: Format = CSV,
) -> Counter[Verdict]:
    """Write these events to an open stream, without a byte order mark; raises OSError.

    Returns how many of the quotes written have which verdict.
    """
    written = _Written(chronology, events, per)
    for piece in form.pieces(written, bom=False):
        out.write(piece)
    return written.verdicts


class _Written:
    """The rows of events in order, counted as they pass: ``verdicts`` of their quotes."""

    def __init__(self, chronology: Chronology, events: Iterable[Event], per: RowPer) -> None:
        self.verdicts: Counter[Verdict] = Counter()
        self._events = _in_order(events)
        self._rows = rows_of(chronology, self._passing(), per)
        self._passed = 0

    @property
    def step(self) -> Step:
        """How far it is."""
        return Step(self._passed, len(self._events), "events written")

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            if row.verdict:
                self.verdicts[Verdict(row.verdict)] += 1
            yield row

    def _passing(self) -> Iterator[Event]:
        for event in self._events:
            self._passed += 1
            yield event


def _in_order(events: Iterable[Event]) -> Sequence[Event]:
    """The events in the order of a chronology: those that are taken from one stand in it."""
    if isinstance(events, StoredEvents | Selected):
        return events
    return sorted(events, key=lambda event: event.sort_key)
