"""Writing a chronology to a file or a stream, in a format of the table."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from errno import EISDIR
from os import strerror
from pathlib import Path
from typing import BinaryIO, Protocol

from izium_timeline.export.csv_form import write_csv
from izium_timeline.export.rows import Row, RowPer, rows_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import ExportError, UsageError
from izium_timeline.model.event import Event, Verdict
from izium_timeline.model.selected import Selected
from izium_timeline.model.stored_events import StoredEvents
from izium_timeline.store.atomic import atomic_file


class RowWriter(Protocol):
    """Who writes a format."""

    def __call__(self, rows: Iterable[Row], out: BinaryIO, *, bom: bool) -> None:
        """Write the rows; ``bom`` asks for a byte order mark where that helps."""


@dataclass(frozen=True, slots=True)
class Format:
    """A data format: its name, which is the ending of its files, and who writes it."""

    name: str
    label: str
    write: RowWriter


FORMATS = {form.name: form for form in (Format("csv", "CSV, for spreadsheets", write_csv),)}
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
    form = form or format_of(out)
    try:
        if out.is_dir():
            raise IsADirectoryError(EISDIR, strerror(EISDIR))
        if out.exists() and not out.is_file():
            with out.open("wb") as device:
                return write_stream(chronology, events, device, per=per, form=form)
        with atomic_file(out) as file:
            return _written(chronology, events, file, per, form, bom=True)
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
    return _written(chronology, events, out, per, form, bom=False)


def _written(
    chronology: Chronology,
    events: Iterable[Event],
    out: BinaryIO,
    per: RowPer,
    form: Format,
    *,
    bom: bool,
) -> Counter[Verdict]:
    counts: Counter[Verdict] = Counter()
    rows = rows_of(chronology, _in_order(events), per)
    form.write(_counted(rows, counts), out, bom=bom)
    return counts


def _in_order(events: Iterable[Event]) -> Iterable[Event]:
    """The events in the order of a chronology: those that are taken from one stand in it."""
    if isinstance(events, StoredEvents | Selected):
        return events
    return sorted(events, key=lambda event: event.sort_key)


def _counted(rows: Iterable[Row], counts: Counter[Verdict]) -> Iterator[Row]:
    """The rows, whose verdicts are counted as they pass."""
    for row in rows:
        if row.verdict:
            counts[Verdict(row.verdict)] += 1
        yield row
