"""CSV as RFC 4180 has it, safe to open in a spreadsheet, and its reader.

Files begin with a byte order mark, without which Excel reads UTF-8 as the system's old
encoding. A cell that a spreadsheet would run as a formula gets an apostrophe in front, and our
reader takes it off again (OWASP, "CSV Injection").
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from izium_timeline.export.rows import COLUMNS, Row, cells_of
from izium_timeline.model.errors import ExportError

_LONGEST_CELL = 2**31 - 1  # the csv module stops at 131,072 characters otherwise

# A cell that begins so; apostrophes before it are counted in, so that taking one off again
# gives back what was written.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NEUTRALISED = re.compile(f"'(?={_FORMULA.pattern})")


class _Given:
    """What the csv module writes to: it gives the text of a row back to whoever has it written."""

    def write(self, text: str) -> str:
        return text


def csv_pieces(rows: Iterable[Row], *, bom: bool) -> Iterator[bytes]:
    """Header and rows in UTF-8, one at a time; ``bom`` for files, not for pipes.

    Half a surrogate pair, as in file names that are no UTF-8, is written as its escape.
    """
    text_of = csv.writer(_Given(), lineterminator="\r\n").writerow
    if bom:
        yield codecs.BOM_UTF8
    yield _utf8(text_of(COLUMNS))
    for row in rows:
        yield _utf8(text_of([neutralised(cell) for cell in cells_of(row)]))


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def read_csv(path: Path) -> Iterator[Row]:
    """The rows of a file, one at a time, as they were before they were written.

    The columns may stand in another order. Raises ExportError that names the file and the
    line where it is no chronology in CSV.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(file)
    except OSError as error:
        raise ExportError(
            f"can't be read ({error.strerror})", path=path, remedy="check its name and its rights"
        ) from None
    except ValueError as error:
        raise ExportError(
            f"is no chronology in CSV: {error}",
            path=path,
            remedy="give a file that was exported as CSV in UTF-8",
        ) from None


def neutralised(cell: str) -> str:
    """The cell as it is safe in a spreadsheet."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """The cell as it was before it was made safe."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell


def _rows(file: TextIO) -> Iterator[Row]:
    """The rows of an open file; raises ValueError."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(file, strict=True)
    try:
        header = next(reader, [])
        missing = [column for column in COLUMNS if column not in header]
        if missing:
            raise ValueError(f"the column {missing[0]!r} is missing")
        for cells in reader:
            if len(cells) != len(header):
                raise ValueError(f"line {reader.line_num} has not as many cells as the header")
            named = dict(zip(header, cells, strict=True))
            yield Row(*(restored(named[column]) for column in COLUMNS))
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: {error}") from None
