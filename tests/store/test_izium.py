"""The shipped chronology: whole, valid, and every quote in its place."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.days import iso_day
from izium_timeline.model.event import Basis, Extent, Verdict, Voice
from izium_timeline.model.resource import resource
from izium_timeline.store.categories import load_categories
from izium_timeline.store.chronology_file import read_chronology_file, write_chronology_file
from izium_timeline.store.open import IZIUM, open_chronology


@pytest.fixture(scope="module")
def izium() -> Chronology:
    return open_chronology()


def test_every_quote_is_exact(izium: Chronology) -> None:
    assert len(izium.events) == 162
    assert izium.verdicts() == Counter({Verdict.EXACT: 194})


def test_the_quote_is_what_stands_there(izium: Chronology) -> None:
    for event in izium.events:
        for piece in event.evidence:
            document = izium.document(piece.document)
            assert document is not None
            assert document.text is not None
            assert document.text[piece.start : piece.end] == piece.exact
            assert document.text[: piece.start].endswith(piece.prefix)
            assert document.text[piece.end :].startswith(piece.suffix)
            if piece.timex:
                assert document.text[piece.timex.start : piece.timex.end] == piece.timex.text


def test_nothing_was_lost_on_the_way(izium: Chronology) -> None:
    assert Counter(event.basis for event in izium.events) == Counter(
        {Basis.INFERRED: 106, Basis.RESOLVED: 47, Basis.STATED: 9}
    )
    assert Counter(event.extent for event in izium.events) == Counter(
        {Extent.WINDOW: 140, Extent.SPAN: 14, Extent.INSTANT: 8}
    )
    assert sum(bool(event.conflict) for event in izium.events) == 13
    assert sum(bool(event.values) for event in izium.events) == 8
    claims = [event for event in izium.events if event.voice is Voice.CLAIMED]
    assert len(claims) == 36
    assert all(event.claimed_by for event in claims)


def test_the_liberation_is_a_day_with_its_reason(izium: Chronology) -> None:
    flag = next(event for event in izium.events if event.id == "E078")
    assert iso_day(flag.bounds.earliest or 0) == "2022-09-10"
    assert "'September 10' has no year" in flag.reason


def test_two_wordings_with_different_dates_never_share_a_reason(izium: Chronology) -> None:
    dates: dict[str, set[str]] = {}
    for event in izium.events:
        dates.setdefault(event.reason, set()).add(str(event.bounds))
    assert {reason: spans for reason, spans in dates.items() if len(spans) > 1} == {}


def test_categories_have_colours(izium: Chronology) -> None:
    known = {category.name for category in load_categories()}
    assert {event.category for event in izium.events} <= known
    assert {phase.category for phase in izium.phases} <= known


def test_related_events_exist(izium: Chronology) -> None:
    ids = {event.id for event in izium.events}
    assert all(set(event.related) <= ids for event in izium.events)


def test_the_file_keeps_to_its_schema(tmp_path: Path, izium: Chronology) -> None:
    schema = json.loads(resource("resources/chronology.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    written = tmp_path / "copy.chronology.json"
    write_chronology_file(izium, written)
    for path in (resource(IZIUM), written):
        assert list(validator.iter_errors(json.loads(path.read_text("utf-8")))) == []


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    first = read_chronology_file(resource(IZIUM))
    path = tmp_path / "copy.chronology.json"
    write_chronology_file(first, path)
    assert read_chronology_file(path) == first
    assert path.read_bytes() == resource(IZIUM).read_bytes()


def test_a_saved_copy_opens_beside_its_documents(tmp_path: Path, izium: Chronology) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for document in izium.documents:
        (folder / document.path).write_bytes(resource(f"documents/{document.path}").read_bytes())
    path = tmp_path / "copy.chronology.json"
    write_chronology_file(izium, path)
    assert open_chronology(path).verdicts() == izium.verdicts()
    gone = izium.documents[0].path
    (folder / gone).unlink()
    again = open_chronology(path)
    assert again.verdicts()[Verdict.MISSING] == sum(
        piece.document == gone for event in izium.events for piece in event.evidence
    )
    assert [d.problem for d in again.documents if d.missing] == ["is not there"]
    assert replace(again, documents=(), events=()).title == "Izium"


def test_a_line_at_the_end_of_each_document_leaves_every_quote_exact(
    tmp_path: Path, izium: Chronology
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for document in izium.documents:
        data = resource(f"documents/{document.path}").read_bytes()
        (folder / document.path).write_bytes(data + b"\nOne more line.\n")
    path = tmp_path / "copy.chronology.json"
    write_chronology_file(izium, path)
    again = open_chronology(path)
    assert again.verdicts() == Counter({Verdict.EXACT: 194})
    assert all(document.changed for document in again.documents)
