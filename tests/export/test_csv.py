"""CSV: RFC 4180, safe in a spreadsheet, and read back as it was."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.export.csv_form import csv_pieces, neutralised, read_csv, restored
from izium_timeline.export.rows import COLUMNS, Row
from izium_timeline.model.errors import ExportError

_CELLS = st.one_of(st.text(), st.text(alphabet="'=+-@\t\r\n\",;a \ufeff", max_size=12))
_ROWS = st.builds(Row, *(_CELLS for _ in COLUMNS))


def _written(*rows: Row, bom: bool = False) -> bytes:
    return b"".join(csv_pieces(rows, bom=bom))


def _row(**cells: str) -> Row:
    return Row(**{column: cells.get(column, "") for column in COLUMNS})


def test_the_columns_stand_in_the_order_of_the_contract() -> None:
    assert _written() == (
        b"id,date,earliest,latest,precision,basis,reason,title,category,place,actors,kind,voice,"
        b"status,evidence_count,conflict,document,publisher,published,url,quote,quote_start,"
        b"quote_end,verdict,timex,document_sha256,claimed_by,extent,salience,note\r\n"
    )


@given(st.lists(_ROWS, max_size=4), st.booleans())
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row], bom: bool
) -> None:
    path = tmp_path_factory.mktemp("csv") / "rows.csv"
    path.write_bytes(_written(*rows, bom=bom))
    assert list(read_csv(path)) == rows


@given(st.lists(_ROWS, min_size=1, max_size=4))
def test_another_reader_of_the_standard_sees_the_same_cells(rows: list[Row]) -> None:
    read = list(csv.DictReader(io.StringIO(_written(*rows).decode(), newline=""), strict=True))
    assert [list(row) for row in read] == [list(COLUMNS)] * len(rows)
    assert [row["quote"] for row in read] == [neutralised(row.quote) for row in rows]


@given(_CELLS)
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    safe = neutralised(cell)
    assert safe[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert restored(safe) == cell


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("-0044-03-15", "'-0044-03-15"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
        ("'No longer alone'", "'No longer alone'"),
        ("2022-09-10", "2022-09-10"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_only_what_a_spreadsheet_would_run_is_changed(cell: str, safe: str) -> None:
    assert neutralised(cell) == safe


def test_half_a_surrogate_pair_is_written_as_its_escape() -> None:
    assert b"caf\\udce9.txt" in _written(_row(document="caf\udce9.txt"))


def test_a_cell_longer_than_the_csv_module_expects_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    row = _row(quote="word " * 40_000)
    path.write_bytes(_written(row))
    assert list(read_csv(path)) == [row]


def test_columns_may_be_moved_and_added(tmp_path: Path) -> None:
    path = tmp_path / "moved.csv"
    names = ["remark", *reversed(COLUMNS)]
    cells = ["kept out", *(f"{column} cell" for column in reversed(COLUMNS))]
    path.write_text(f"{','.join(names)}\n{','.join(cells)}\n", encoding="utf-8-sig")
    assert list(read_csv(path)) == [_row(**{column: f"{column} cell" for column in COLUMNS})]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the column 'id' is missing"),
        (b"id,date\r\n", "the column 'earliest' is missing"),
        (",".join(COLUMNS).encode() + b"\r\na,b\r\n", "line 2 has not as many cells"),
        (",".join(COLUMNS).encode() + b'\r\n"a"b\r\n', "line 2: "),
        (b"\xff\xfe", "no chronology in CSV"),
    ],
)
def test_what_is_no_chronology_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(data)
    with pytest.raises(ExportError, match=said) as caught:
        list(read_csv(path))
    assert str(path) in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="none.csv: can't be read"):
        list(read_csv(tmp_path / "none.csv"))
