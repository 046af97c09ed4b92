"""Candidates of a folder's documents that tell of one event, joined and kept."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Event
from izium_timeline.store.entered import NOTHING, overlay, with_apart, write_entered
from izium_timeline.store.open import open_folder
from izium_timeline.store.results.result_place import events_of, place_of
from tests.store.test_folder import read

_TEXTS = {
    "a.txt": "Ukrainian forces liberated Izium on 10 September 2022. It rained.",
    "b.txt": "The report.\n\nIzium was retaken by Ukrainian troops on 10 September 2022.",
    "c.txt": "A siren was installed in Izium on 20 January 2023. It is loud.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in _TEXTS.items():
        (folder / name).write_text(text)
    return folder


def _sources(chronology: Chronology) -> list[list[str]]:
    return [[piece.document for piece in event.evidence] for event in chronology.events]


def _events(folder: Path) -> Sequence[Event]:
    return read(folder).chronology().events


def test_two_documents_that_tell_of_one_event_support_it_both(folder: Path) -> None:
    assert _sources(read(folder).chronology()) == [["b.txt", "a.txt"], ["c.txt"]]


def test_opened_again_the_same_are_joined(folder: Path) -> None:
    first = _events(folder)
    assert _events(folder) == first
    kept = events_of(place_of(folder))
    whole = kept.read_bytes()
    for place in range(0, len(whole), 97):
        kept.unlink()
        damaged = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        kept.write_bytes(damaged)
        assert _events(folder) == first
        assert kept.read_bytes() != damaged, "made anew"


def test_another_document_is_joined_with_what_was_there(folder: Path) -> None:
    read(folder)
    (folder / "d.txt").write_text("Izium was liberated in September 2022, the council says.")
    (liberated, siren) = _sources(read(folder).chronology())
    assert sorted(liberated) == ["a.txt", "b.txt", "d.txt"]
    assert siren == ["c.txt"]


def test_what_a_person_split_stays_split_when_the_folder_is_opened_again(folder: Path) -> None:
    (joined, _) = _events(folder)
    pair = (joined.members[0].id, joined.members[1].id)
    entered = with_apart(NOTHING, [pair])
    write_entered(folder, entered)
    for chronology in (open_folder(folder), read(folder, entered).chronology()):
        assert sorted(_sources(overlay(chronology, entered))) == [["a.txt"], ["b.txt"], ["c.txt"]]
