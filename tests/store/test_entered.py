"""What a person enters: a chronology file of its own, laid over what was opened."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Publication
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.errors import TimelineError
from izium_timeline.model.event import Basis, Event, Status
from izium_timeline.store.chronology_file import read_chronology_file
from izium_timeline.store.entered import (
    NOTHING,
    forget_entered,
    overlay,
    read_entered,
    with_apart,
    with_publication,
    with_resolution,
    with_searches,
    with_status,
    write_entered,
)
from izium_timeline.store.folders import state_folder
from izium_timeline.store.open import open_chronology

_EDTF = parse_edtf("2022-09-13")
_ENTERED = Publication(_EDTF, _EDTF.bounds(), Basis.STATED, "entered by hand")


@pytest.fixture(scope="module")
def izium() -> Chronology:
    return open_chronology()


def _everything(izium: Chronology) -> Chronology:
    path = izium.documents[0].path
    conflict = next(event for event in izium.events if event.conflict)
    entered = with_publication(NOTHING, path, _ENTERED)
    entered = with_resolution(entered, izium, conflict, "The later count, after exhumation.")
    entered = with_searches(entered, ["during:occupation", "flag", "flag"])
    return with_apart(entered, [("c1", "c2")])


def test_what_was_entered_comes_back_and_is_laid_over(tmp_path: Path, izium: Chronology) -> None:
    write_entered(tmp_path, _everything(izium))
    shown = overlay(izium, read_entered(tmp_path))
    assert shown.documents[0].publication == _ENTERED
    assert shown.documents[1:] == izium.documents[1:]
    resolved = [event for event in shown.events if event.resolution]
    assert [event.resolution for event in resolved] == ["The later count, after exhumation."]
    assert [replace(event, resolution="") for event in shown.events] == list(izium.events)
    assert shown.searches == ("during:occupation", "flag")
    assert shown.apart == (("c1", "c2"),)
    assert read_entered(None) == NOTHING


def test_it_is_private_and_readable_by_itself(tmp_path: Path, izium: Chronology) -> None:
    write_entered(tmp_path, _everything(izium))
    (file,) = (state_folder() / "entered").iterdir()
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    (event,) = read_chronology_file(file).events
    assert all(piece.exact for piece in event.evidence)


def test_taking_all_back_leaves_nothing(izium: Chronology) -> None:
    entered = _everything(izium)
    (event,) = entered.events
    entered = with_resolution(entered, izium, event, "")
    entered = with_publication(entered, izium.documents[0].path, None)
    assert with_apart(with_searches(entered, []), []) == NOTHING
    assert overlay(izium, NOTHING) is izium


def test_forgetting_removes_it(tmp_path: Path, izium: Chronology) -> None:
    write_entered(tmp_path, _everything(izium))
    forget_entered(tmp_path)
    assert read_entered(tmp_path) == NOTHING
    forget_entered(tmp_path)


def test_what_cannot_be_read_is_told_and_stays(tmp_path: Path) -> None:
    write_entered(tmp_path, with_searches(NOTHING, ["flag"]))
    (file,) = (state_folder() / "entered").iterdir()
    file.write_bytes(b"{")
    with pytest.raises(TimelineError, match="no usable chronology file"):
        read_entered(tmp_path)
    assert file.read_bytes() == b"{"


def test_reading_makes_no_folder(home: Path, tmp_path: Path) -> None:
    assert read_entered(tmp_path) == NOTHING
    assert not (home / ".local").exists()


def _candidates(izium: Chronology) -> Chronology:
    return replace(
        izium, events=[replace(event, status=Status.CANDIDATE) for event in izium.events]
    )


def _statuses(base: Chronology, entered: Chronology) -> dict[str, Status]:
    shown = overlay(base, entered)
    return {event.id: event.status for event in shown.events if event.status is not _OPEN}


_OPEN = Status.CANDIDATE


def test_candidates_are_accepted_and_turned_down_and_keep_their_conclusions(
    tmp_path: Path, izium: Chronology
) -> None:
    base = _candidates(izium)
    first = next(event for event in base.events if event.conflict)
    second = next(event for event in base.events if event is not first)
    entered = with_status(NOTHING, base, first, Status.REVIEWED)
    entered = with_resolution(entered, base, first, "The later count.")
    entered = with_status(entered, base, second, Status.REJECTED)
    write_entered(tmp_path, entered)
    entered = read_entered(tmp_path)
    judged = {first.id: Status.REVIEWED, second.id: Status.REJECTED}
    assert _statuses(base, entered) == judged
    assert [e.resolution for e in overlay(base, entered).events if e.id == first.id] == [
        "The later count."
    ]
    entered = with_resolution(entered, base, first, "")
    assert _statuses(base, entered) == judged, "a conclusion is another matter"
    for event in (first, second):
        entered = with_status(entered, base, event, _OPEN)
    assert entered == NOTHING


def test_what_was_accepted_is_the_words_and_not_a_part_of_them(izium: Chronology) -> None:
    base = _candidates(izium)
    whole = next(event for event in base.events if len(event.evidence) > 1)
    entered = with_status(NOTHING, base, whole, Status.REVIEWED)

    def with_evidence(event: Event) -> Chronology:
        return replace(base, events=[event, *(e for e in base.events if e.id != whole.id)])

    part = with_evidence(replace(whole, evidence=whole.evidence[:1]))
    assert _statuses(part, entered) == {}
    more = with_evidence(replace(whole, evidence=(*whole.evidence, *base.events[0].evidence)))
    assert _statuses(more, entered) == {whole.id: Status.REVIEWED}
