"""What is kept of a folder never stands for what its files no longer say."""

import os
import pickle
import sqlite3
from pathlib import Path

import pytest

from izium_timeline.store.folder import FolderReading
from izium_timeline.store.packing import DamagedError
from izium_timeline.store.results.read_file import Packed, answer_of
from izium_timeline.store.results.result_cache import FIRST, ResultCache
from izium_timeline.store.results.result_place import events_of, forget_results, place_of

MARCH = "Report\n\nOn 4 March 2022 the bridge was hit. The stores were empty.\n"
APRIL = "Letter\n\nThe mill burned on 7 April 2022. Nobody was hurt.\n"
FREED = "The liberation of the town on 10 September 2022 ended it.\n"
AFTER = "Two days after the liberation of the town the market opened. On 1 May 2022 it rained.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents with a candidate each."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(MARCH, encoding="utf-8")
    (folder / "b.txt").write_text(APRIL, encoding="utf-8")
    return folder


def finished(reading: FolderReading) -> list[str]:
    """The dates that a reading finds in the end."""
    while reading.advance(1, wait=1):
        pass
    return [str(event.edtf) for event in reading.chronology().events]


def dates(folder: Path) -> list[str]:
    return finished(FolderReading(folder, cores=1))


@pytest.mark.parametrize("words", ["", " \n"])
def test_a_file_that_was_emptied_has_no_events(folder: Path, words: str) -> None:
    assert dates(folder) == ["2022-03-04", "2022-04-07"]
    (folder / "a.txt").write_text(words, encoding="utf-8")
    assert dates(folder) == ["2022-04-07"]
    assert dates(folder) == ["2022-04-07"]
    database = sqlite3.connect(place_of(folder))
    assert database.execute("select path from texts").fetchall() == [("b.txt",)]
    database.close()
    (folder / "a.txt").write_text(MARCH, encoding="utf-8")
    assert dates(folder) == ["2022-03-04", "2022-04-07"]


@pytest.mark.parametrize("change", ["gone", "another"])
def test_what_a_first_reading_found_stands_where_a_second_can_not_tell_more(
    folder: Path, change: str
) -> None:
    (folder / "a.txt").write_text(FREED, encoding="utf-8")
    (folder / "b.txt").write_text(AFTER, encoding="utf-8")
    reading = FolderReading(folder, cores=1)
    while reading.done < 2:
        reading.advance(0, wait=1)
    if change == "gone":
        (folder / "b.txt").unlink()
    else:
        (folder / "b.txt").write_text("A preface.\n\n" + AFTER, encoding="utf-8")
    assert finished(reading)[0] == "2022-05-01"
    for event in reading.chronology().events:
        for piece in event.evidence:
            text = {"a.txt": FREED, "b.txt": AFTER}[piece.document]
            assert text[piece.start : piece.end] == piece.exact
    reasons = [line.reason for line in reading.files() if line.path == "b.txt"]
    assert reasons[0].startswith("dates that count from other") == (change == "gone")


def test_candidates_that_were_lost_on_the_way_are_there_the_next_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = dates(folder)
    events_of(place_of(folder)).unlink()
    with monkeypatch.context() as patch:
        patch.setattr(ResultCache, "events", lambda *_: b"")
        assert dates(folder) == []
    assert dates(folder) == whole


def test_a_batch_is_that_of_the_result_whatever_another_window_put_there(folder: Path) -> None:
    dates(folder)
    cache = ResultCache(folder)
    row = cache.row("a.txt", FIRST)
    assert row is not None
    assert cache.events("a.txt", FIRST, row.digest)
    (folder / "a.txt").write_text(MARCH.replace("4 March", "5 March"), encoding="utf-8")
    dates(folder)
    assert cache.events("a.txt", FIRST, row.digest) == b""
    cache.close()


@pytest.mark.parametrize(
    "answer", [Packed(b"", b"", b"", "an older one"), "no answer", ("too", "long", "by", "far")]
)
def test_an_answer_of_another_program_is_none(answer: object) -> None:
    with pytest.raises(DamagedError):
        answer_of(pickle.dumps(answer))


def test_what_can_not_be_removed_keeps_nothing_else_from_going(folder: Path) -> None:
    dates(folder)
    place = place_of(folder)
    for name in (".a", ".z"):
        place.with_suffix(name).mkdir()  # no more to be unlinked than an open file on Windows
    forget_results(folder)
    assert sorted(path.suffix for path in place.parent.iterdir()) == [".a", ".z"]


def test_of_a_folder_that_is_forgotten_while_it_is_read_nothing_is_kept(folder: Path) -> None:
    reading = FolderReading(folder, cores=1)
    reading.advance(0)
    forget_results(folder)  # in another window
    assert finished(reading) == ["2022-03-04", "2022-04-07"]
    assert not list(place_of(folder).parent.iterdir())


def test_no_second_reading_of_what_a_file_said_before_is_kept(folder: Path) -> None:
    (folder / "a.txt").write_text(FREED, encoding="utf-8")
    (folder / "b.txt").write_text(AFTER, encoding="utf-8")
    dates(folder)
    (folder / "b.txt").write_text(APRIL, encoding="utf-8")
    dates(folder)
    database = sqlite3.connect(place_of(folder))
    kept = database.execute("select path, pass from results order by path").fetchall()
    database.close()
    assert kept == [("a.txt", "first"), ("b.txt", "first")]


def _half_written(folder: Path) -> list[Path]:
    return list(place_of(folder).parent.glob(".*"))


def test_a_reading_that_is_given_up_leaves_no_file_half_written(folder: Path) -> None:
    reading = FolderReading(folder, cores=1)
    while not _half_written(folder):
        assert reading.advance(0, wait=1)
    reading.close()
    assert not _half_written(folder)
    assert not reading.advance(1)


def test_what_a_crash_left_half_written_goes_after_a_while(folder: Path) -> None:
    dates(folder)
    place = place_of(folder)
    left, fresh = (place.with_name(f".{place.stem}.events.{end}") for end in ("old", "new"))
    left.write_bytes(b"testimony")
    fresh.write_bytes(b"another window writes this")
    os.utime(left, (1e9, 1e9))
    dates(folder)
    assert _half_written(folder) == [fresh]
