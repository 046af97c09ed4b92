"""A folder is opened: read once, kept, and read anew where it changed."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from izium_timeline.corpus.limits import Limits
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Publication
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.errors import DocumentError
from izium_timeline.model.event import Basis
from izium_timeline.store.entered import NOTHING, with_publication
from izium_timeline.store.file_lines import FileLine, FileState
from izium_timeline.store.folder import FolderReading
from izium_timeline.store.open import open_folder
from izium_timeline.store.packing import DamagedError, unpack
from izium_timeline.store.results.result_place import events_of, forget_results, place_of

MARCH = "Report\n\nOn 4 March 2022 the bridge was hit. The stores were empty.\n"
APRIL = "Letter\n\nThe mill burned on 7 April 2022. Nobody was hurt.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, one of them in a folder below, and two files that are none."""
    folder = tmp_path / "papers"
    (folder / "letters").mkdir(parents=True)
    (folder / "a.txt").write_text(MARCH, encoding="utf-8")
    (folder / "letters" / "b.txt").write_text(APRIL, encoding="utf-8")
    (folder / ".hidden.txt").write_text("no", encoding="utf-8")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    return folder


@pytest.fixture
def readings() -> Iterator[list[FolderReading]]:
    made: list[FolderReading] = []
    yield made
    for reading in made:
        reading.close()


def read(folder: Path, entered: Chronology = NOTHING) -> FolderReading:
    """The folder read to its end."""
    reading = FolderReading(folder, entered, cores=1)
    while reading.advance(1, wait=1):
        pass
    return reading


def dates(reading: FolderReading) -> list[str]:
    return [str(event.edtf) for event in reading.chronology().events]


def test_the_documents_and_their_candidates(folder: Path) -> None:
    reading = read(folder)
    chronology = reading.chronology()
    assert chronology.title == "papers"
    assert dates(reading) == ["2022-03-04", "2022-04-07"]
    assert [document.path for document in chronology.documents] == ["a.txt", "letters/b.txt"]
    texts = {document.path: document.text or "" for document in chronology.documents}
    assert texts == {"a.txt": MARCH, "letters/b.txt": APRIL}
    assert [document.letters for document in chronology.documents] == list(map(len, texts.values()))
    for event in chronology.events:
        for piece in event.evidence:
            assert texts[piece.document][piece.start : piece.end] == piece.exact
    assert reading.files() == [
        FileLine("a.txt", FileState.READ),
        FileLine("letters/b.txt", FileState.READ),
        FileLine(".hidden.txt", FileState.SKIPPED, "is hidden"),
        FileLine(
            "picture.jpg",
            FileState.SKIPPED,
            "is of a format that is not read; save it as PDF, DOCX or text",
        ),
    ]


def test_what_has_not_changed_is_not_read_again(folder: Path) -> None:
    first = read(folder)
    again = read(folder)
    assert (first.read_anew, again.read_anew) == (2, 0)
    assert again.chronology().events == first.chronology().events
    assert again.chronology().documents[0].text == MARCH


def test_a_changed_file_is_read_anew_alone(folder: Path) -> None:
    read(folder)
    (folder / "a.txt").write_text(MARCH.replace("4 March", "5 March"), encoding="utf-8")
    again = read(folder)
    assert again.read_anew == 1
    assert dates(again) == ["2022-03-05", "2022-04-07"]


def test_a_file_that_went_and_one_that_came(folder: Path) -> None:
    read(folder)
    (folder / "a.txt").unlink()
    (folder / "c.txt").write_text("On 1 May 2022 the school opened.", encoding="utf-8")
    again = read(folder)
    assert again.read_anew == 1
    assert dates(again) == ["2022-04-07", "2022-05-01"]
    assert b"bridge was hit" not in place_of(folder).read_bytes()


def test_a_date_that_was_entered_dates_that_document_anew_alone(folder: Path) -> None:
    (folder / "c.txt").write_text("Yesterday the school opened.", encoding="utf-8")
    read(folder)
    date = parse_edtf("2022-05-02")
    publication = Publication(date, date.bounds(), Basis.STATED, "entered by hand")
    entered = with_publication(NOTHING, "c.txt", publication)
    again = read(folder, entered)
    assert again.read_anew == 1
    assert dates(again) == ["2022-03-04", "2022-04-07", "2022-05-01"]
    assert again.chronology().documents[1].publication == publication
    assert read(folder, entered).read_anew == 0
    assert "2022-05-01" not in dates(read(folder)), "taken back"


def test_the_metadata_of_the_folder_is_part_of_what_is_kept(folder: Path) -> None:
    read(folder)
    described = {"documents": [{"path": "a.txt", "publisher": "The Paper"}]}
    (folder / "corpus.json").write_text(json.dumps(described), encoding="utf-8")
    again = read(folder)
    assert again.read_anew == 1
    assert again.chronology().documents[0].publisher == "The Paper"


def test_a_damaged_entry_is_read_anew_alone(folder: Path) -> None:
    read(folder)
    database = sqlite3.connect(place_of(folder))
    with database:
        database.execute("update results set found = substr(found, 1, 200) where path = 'a.txt'")
    database.close()
    again = read(folder)
    assert again.read_anew == 1
    assert dates(again) == ["2022-03-04", "2022-04-07"]


def test_what_was_joined_is_kept_and_damage_to_it_mended(folder: Path) -> None:
    (folder / "copy.txt").write_text(MARCH, encoding="utf-8")
    events = read(folder).chronology().events
    assert len(events) == 2, "the copy tells of the same"
    kept = events_of(place_of(folder))
    whole = kept.read_bytes()
    kept.unlink()
    kept.write_bytes(whole[:-100])
    again = read(folder)
    assert again.read_anew == 0
    assert again.chronology().events == events
    assert read(folder).chronology().events == events


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_cache_is_made_anew(folder: Path, damage: bytes) -> None:
    read(folder)
    place_of(folder).write_bytes(damage)
    assert read(folder).read_anew == 2
    assert read(folder).read_anew == 0


def test_a_cache_that_can_not_be_written_is_done_without(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "taken").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "taken"))
    reading = read(folder)
    assert dates(reading) == ["2022-03-04", "2022-04-07"]
    assert reading.chronology().documents[0].text == MARCH


def test_the_cache_is_its_owners_alone_and_can_be_forgotten(folder: Path) -> None:
    read(folder)
    place = place_of(folder)
    assert place.stat().st_mode & 0o077 == 0
    assert place.parent.stat().st_mode & 0o777 == 0o700
    forget_results(folder)
    assert not list(place.parent.glob(f"{place.stem}*"))
    assert read(folder).read_anew == 2


def test_a_text_is_the_one_that_was_read_or_none(folder: Path) -> None:
    document = read(folder).chronology().documents[0]
    (folder / "a.txt").write_text("Something else entirely.", encoding="utf-8")
    assert document.text == MARCH, "the cache has what was read"
    forget_results(folder)
    other = replace(document, title="A copy")
    assert other.text == MARCH, "and what was asked for is at hand"
    (folder / "b.txt").write_text(APRIL, encoding="utf-8")
    late = next(d for d in read(folder).chronology().documents if d.path == "b.txt")
    forget_results(folder)
    (folder / "b.txt").write_text("Something else entirely.", encoding="utf-8")
    assert late.text is None
    assert not late.missing, "nothing was read to tell that"


def test_a_file_that_vanishes_is_a_line_and_the_rest_goes_on(folder: Path) -> None:
    reading = FolderReading(folder, cores=1)
    (folder / "a.txt").unlink()
    while reading.advance(1, wait=1):
        pass
    assert [str(event.edtf) for event in reading.chronology().events] == ["2022-04-07"]
    assert reading.files()[0] == FileLine("a.txt", FileState.FAILED, "is not there")
    assert reading.chronology().documents[0].missing


def test_an_answer_of_another_program_costs_its_file_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter((True, False))

    def once_damaged(data: bytes) -> object:
        if next(answers):
            raise DamagedError
        return unpack(data)

    monkeypatch.setattr("izium_timeline.store.folder.unpack", once_damaged)
    reading = FolderReading(folder, cores=1)
    while reading.advance(1, wait=1):
        pass
    states = [line.state for line in reading.files() if line.state is not FileState.SKIPPED]
    assert sorted(states) == [FileState.FAILED, FileState.READ]
    assert len(reading.chronology().events) == 1


def test_cancelling_keeps_what_is_done(folder: Path) -> None:
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(MARCH + str(number), encoding="utf-8")
    reading = FolderReading(folder, cores=1)
    while reading.done < 6:
        reading.advance(0.01, wait=1)
    assert reading.chronology().events, "what was found is there while the rest is read"
    reading.cancel()
    while reading.advance(1, wait=1):
        pass
    done = reading.done
    assert 6 <= done < 40
    assert len(reading.chronology().events) > 0
    waiting = [line for line in reading.files() if line.state is FileState.WAITING]
    assert len(waiting) == 42 - done
    assert waiting[0].reason == "was not read: reading was cancelled"
    assert read(folder).read_anew == 42 - done


def test_the_chronology_so_far_can_be_asked_for_at_any_time(folder: Path) -> None:
    reading = FolderReading(folder, cores=1)
    seen = [len(reading.chronology().documents)]
    while reading.advance(0, wait=1):
        seen.append(len(reading.chronology().documents))
    assert seen[0] == 0
    assert seen == sorted(seen)
    assert len(reading.chronology().documents) == 2
    assert reading.told.startswith("2 of 2 files · 2 candidates · ")


def test_documents_that_share_a_passage_share_no_id(folder: Path) -> None:
    (folder / "copy.txt").write_text(MARCH, encoding="utf-8")
    events = read(folder).chronology().events
    assert len({event.id for event in events}) == len(events)
    assert {p.document for e in events for p in e.evidence} >= {"a.txt", "copy.txt"}


def test_what_every_document_says_of_its_publisher_is_left_out(folder: Path) -> None:
    for number, town in enumerate(("Lviv", "Odesa", "Kyiv", "Dnipro"), 1):
        told = f"A tram left the rails in {town} on {number} March 2022."
        notice = "About us\n\nThe Courier was founded in 1999.\n\nTerms of use"
        (folder / f"{town}.txt").write_text(f"{told}\n\n{notice}\n", encoding="utf-8")
    titles = [event.title for event in read(folder).chronology().events]
    assert "A tram left the rails in Odesa" in titles
    assert "The Courier was founded" not in titles


def test_events_that_one_document_dates_date_the_others(folder: Path) -> None:
    (folder / "a.txt").write_text(
        "The liberation of the town on 10 September 2022 ended it.", encoding="utf-8"
    )
    (folder / "b.txt").write_text(
        "Two days after the liberation of the town the market opened.", encoding="utf-8"
    )
    assert "2022-09-12" in " ".join(dates(read(folder)))
    assert "2022-09-12" in " ".join(dates(read(folder))), "from the cache, too"


def test_a_limit_is_told(folder: Path) -> None:
    reading = FolderReading(folder, limits=Limits(bytes=60), cores=1)
    while reading.advance(1, wait=1):
        pass
    lines = {line.path: line for line in reading.files()}
    assert lines["a.txt"].state is FileState.SKIPPED
    assert lines["letters/b.txt"].state is FileState.READ


def test_a_file_that_takes_too_long_is_waited_for_once(folder: Path) -> None:
    (folder / "a.txt").write_text(MARCH * 60_000, encoding="utf-8")

    def read_anew(seconds: float, *, retry: bool = False) -> int:
        limits = Limits(seconds=seconds)
        reading = FolderReading(folder, limits=limits, cores=1, retry=retry)
        while reading.advance(1, wait=1):
            pass
        states = [FileState.FAILED, FileState.READ]
        assert [line.state for line in reading.files()][:2] == states
        return reading.read_anew

    assert read_anew(0.8) == 2
    assert read_anew(0.8) == 0
    assert read_anew(0.8, retry=True) == 1
    assert read_anew(1.0) == 1, "with another limit it may be read"
    (folder / "a.txt").touch()
    assert read_anew(1.0) == 1, "it may be another file now"
    assert read_anew(1.0) == 0


def test_a_folder_without_documents_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "notes.xyz").write_text("no", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"holds no documents.*skipped: 1;.*\.txt"):
        open_folder(tmp_path)
