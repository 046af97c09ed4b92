"""Writing files: by format, whole or not at all."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from izium_timeline.export.csv_form import read_csv
from izium_timeline.export.write import format_of, write
from izium_timeline.model.errors import ExportError, UsageError
from izium_timeline.model.event import Event
from izium_timeline.store.open import open_chronology
from tests.views.chronologies import two_reports

_GOLDEN = Path(__file__).parent / "izium.csv"


def test_izium_is_written_as_in_the_golden_file(tmp_path: Path) -> None:
    """After a correction of the chronology: izium-timeline export tests/export/izium.csv."""
    chronology = open_chronology(None)
    out = tmp_path / "izium.csv"
    write(chronology, chronology.events, out)
    assert out.read_bytes() == _GOLDEN.read_bytes()


def test_rows_are_sorted_whatever_the_order_of_the_events(tmp_path: Path) -> None:
    chronology = two_reports()
    write(chronology, reversed(chronology.events), tmp_path / "out.csv")
    assert [row.id for row in read_csv(tmp_path / "out.csv")] == ["flag", "power", "later"]


def test_the_ending_says_the_format() -> None:
    assert format_of(Path("out.CSV")).name == "csv"
    assert format_of(Path("out.txt"), "csv").name == "csv"


@pytest.mark.parametrize(("name", "form"), [("out.xlsx", None), ("out", None), ("a.csv", "ods")])
def test_an_unknown_format_is_a_wrong_call(name: str, form: str | None) -> None:
    with pytest.raises(UsageError, match=r"\.csv"):
        format_of(Path(name), form)


def test_a_failure_leaves_the_file_that_is_there_and_nothing_else(tmp_path: Path) -> None:
    chronology = two_reports()
    out = tmp_path / "out.csv"
    out.write_text("what was there", encoding="utf-8")

    def failing() -> Iterator[Event]:
        yield chronology.events[0]
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="out.csv: can't be written"):
        write(chronology, failing(), out)
    assert out.read_text(encoding="utf-8") == "what was there"
    assert list(tmp_path.iterdir()) == [out]


def test_a_row_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    chronology = two_reports()
    broken = [*chronology.events, None]
    with pytest.raises(AttributeError):
        write(chronology, broken, tmp_path / "out.csv")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["no/such/folder/out.csv", "a_file/out.csv", "a_folder.csv"])
def test_a_place_that_takes_no_file_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "a_file").write_text("", encoding="utf-8")
    (tmp_path / "a_folder.csv").mkdir()
    chronology = two_reports()
    with pytest.raises(ExportError) as caught:
        write(chronology, chronology.events, tmp_path / name)
    assert str(tmp_path / name) in str(caught.value)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old", encoding="utf-8")
    link = tmp_path / "link.csv"
    link.symlink_to("real.csv")
    chronology = two_reports()
    write(chronology, chronology.events, link)
    assert link.is_symlink()
    assert len(list(read_csv(tmp_path / "real.csv"))) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_as_it_stands(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    chronology = two_reports()
    write(chronology, chronology.events, pipe)
    reader.join()
    assert read[0].startswith(b"id,date,")
    assert pipe.is_fifo()
