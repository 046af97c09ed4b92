"""Events on a disk are those that were put there, in order, each with an id of its own."""

import io
import pickle
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.build.merging.merge import with_own_ids
from izium_timeline.build.records import Records
from izium_timeline.layout.columns import LOST, Columns, columns_of
from izium_timeline.layout.told import told_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.errors import LostEventError
from izium_timeline.model.event import Anchor, Event, Verdict
from izium_timeline.store.categories import load_categories
from izium_timeline.store.events.batch import batch_of, unpacked_batch
from izium_timeline.store.events.event_file import open_events, write_events
from izium_timeline.store.events.event_rows import EventRows
from izium_timeline.store.events.event_table import EventTable
from izium_timeline.store.open import open_chronology

IZIUM = open_chronology(None).documents
CANDIDATES = {document.path: candidates_of(document).events for document in IZIUM}
BY_PATH = {document.path: document for document in IZIUM}


def _stored(paths: Sequence[str]) -> EventRows:
    """The candidates of documents, without any that is furniture."""
    table = EventTable()
    batches = [
        table.put(path, unpacked_batch(batch_of(CANDIDATES[path], BY_PATH[path]).packed()))
        for path in paths
    ]
    return table.shown(batches).events


def _held(paths: Sequence[str]) -> tuple[Event, ...]:
    return tuple(with_own_ids([event for path in paths for event in CANDIDATES[path]], set()))


def _chronology(events: Sequence[Event]) -> Chronology:
    return Chronology("Izium", events, documents=IZIUM)


@given(st.permutations(sorted(CANDIDATES)))
def test_they_are_those_that_were_put_there_whatever_the_order(paths: list[str]) -> None:
    stored, held = _stored(paths), _held(paths)
    assert tuple(stored) == held
    assert [stored[row] for row in range(len(stored))] == list(held)
    assert stored[3:9] == held[3:9]
    assert stored[-1] == held[-1]
    with pytest.raises(IndexError):
        stored[len(stored)]


def test_what_is_asked_about_all_is_what_reading_them_tells() -> None:
    paths = sorted(CANDIDATES)
    stored, held = _chronology(_stored(paths)), _chronology(_held(paths))
    assert stored.verdicts() == held.verdicts()
    assert stored.ids() == held.ids()
    assert list(stored.statuses()) == list(held.statuses())
    assert sorted(stored.quoted()) == sorted(held.quoted())
    for path in (*paths, "nowhere.txt"):
        assert list(stored.resting_on(path)) == list(held.resting_on(path))
    for event in (*held.events, replace(held.events[0], id="c0")):
        assert stored.row_of(event.id) == held.row_of(event.id)


def _as_drawn(columns: Columns) -> list[object]:
    names = ("start", "end", "extent", "status", "voice", "salience", "verdict", "approximate")
    named = (("category", "categories"), ("document", "documents"), ("place", "places"))
    return [
        *(getattr(columns, name).tolist() for name in names),
        *([getattr(columns, all_)[code] for code in getattr(columns, one)] for one, all_ in named),
        list(columns.titles),
    ]


def test_they_are_drawn_as_if_they_were_held() -> None:
    paths = sorted(CANDIDATES)
    stored, held = (
        columns_of(_chronology(made(paths)), load_categories()) for made in (_stored, _held)
    )
    assert _as_drawn(stored) == _as_drawn(held)
    assert np.array_equal(stored.known, held.known, equal_nan=True)


def test_no_facts_of_stored_events_are_held_for_a_later_state() -> None:
    paths = sorted(CANDIDATES)
    stored, held = (told_of(_chronology(made(paths))) for made in (_stored, _held))
    assert stored.reusable is None
    assert held.reusable is held


def test_the_same_passage_in_two_documents_has_two_ids() -> None:
    table = EventTable()
    path = next(iter(CANDIDATES))
    batch = batch_of(CANDIDATES[path], BY_PATH[path])
    batches = {name: table.put(name, batch) for name in ("b.txt", "a.txt", "c.txt")}
    every = table.shown([batches[name] for name in sorted(batches)]).events
    count = len(CANDIDATES[path])
    assert max(Counter(event.id for event in every).values()) == 1
    assert {event.id for event in every} == {
        f"{event.id}{ending}" for event in CANDIDATES[path] for ending in ("", "-2", "-3")
    }
    assert len(every) == 3 * count
    kept = {every[row].id for row in every.resting_on("a.txt")}
    assert kept == {event.id for event in CANDIDATES[path]}, "the first document's keep theirs"


@given(st.data())
def test_others_in_their_place_stand_in_order(data: st.DataObject) -> None:
    paths = sorted(CANDIDATES)
    stored, held = _chronology(_stored(paths)), _chronology(_held(paths))
    rows = data.draw(st.lists(st.integers(0, len(held.events) - 1), unique=True, max_size=5))
    parts = data.draw(st.lists(st.integers(0, 2), min_size=len(rows), max_size=len(rows)))
    changes = {
        row: tuple(
            replace(held.events[row], id=f"n{row}-{part}", resolution="so") for part in range(count)
        )
        for row, count in zip(rows, parts, strict=True)
    }
    for _ in range(2):  # amended, and amended again
        stored = replace(stored, events=stored.amended(changes))
        held = replace(held, events=held.amended(changes))
        assert tuple(stored.events) == held.events
        assert list(stored.resting_on(paths[0])) == list(held.resting_on(paths[0]))
        changes = {0: ()}


def test_those_that_others_were_put_in_place_of_stay_as_they_were(tmp_path: Path) -> None:
    paths = sorted(CANDIDATES)
    for _ in write_events(tmp_path / "kept.events", "state", _stored(paths)):
        pass
    for stored in (_stored(paths), open_events(tmp_path / "kept.events", "state")):
        assert stored is not None
        ids = [event.id for event in stored]
        once, twice = (
            stored.amended({row: (replace(stored[row], id=f"n{row}"),)}, BY_PATH) for row in (0, 1)
        )
        assert (once[0].id, twice[1].id) == ("n0", "n1")
        assert stored.ids() == ids
        assert sum(stored.verdicts().values()) == len(ids)
        assert twice.ids() == [event.id for event in twice]


def test_equal_ones_are_equal_wherever_they_lie(tmp_path: Path) -> None:
    paths = sorted(CANDIDATES)
    stored = _stored(paths)
    for _ in write_events(tmp_path / "kept.events", "state", stored):
        pass
    again = open_events(tmp_path / "kept.events", "state")
    assert again == stored
    assert again == _held(paths)
    assert stored != _stored(paths[1:])
    assert stored != _stored(paths).amended({0: (replace(stored[0], title="Other"),)}, BY_PATH)
    assert open_events(tmp_path / "kept.events", "another state") is None


def test_what_is_read_goes_on_being_read_when_it_is_replaced(tmp_path: Path) -> None:
    place, paths = tmp_path / "kept.events", sorted(CANDIDATES)
    for _ in write_events(place, "1", _stored(paths)):
        pass
    first = open_events(place, "1")
    assert first is not None
    for _ in write_events(place, "2", _stored(paths[:1])):
        pass
    place.unlink()
    assert tuple(first) == _held(paths)


@pytest.mark.parametrize("keep", [0, 5, 16, 1000])
def test_half_a_file_is_none(tmp_path: Path, keep: int) -> None:
    place = tmp_path / "kept.events"
    for _ in write_events(place, "1", _stored(sorted(CANDIDATES))):
        pass
    whole = place.read_bytes()
    for part in (whole[:keep], whole[-keep:] if keep else b"", whole + b"x"):
        place.write_bytes(part)
        assert open_events(place, "1") is None
    place.unlink()
    assert open_events(place, "1") is None


def test_nothing_is_kept_where_it_can_not_be(tmp_path: Path) -> None:
    assert list(write_events(tmp_path / "nowhere" / "kept.events", "1", _stored([]))) == []


@pytest.mark.parametrize("damage", ["cut", "changed"])
def test_no_record_is_kept_that_is_not_as_it_was_written(tmp_path: Path, damage: str) -> None:
    stored = _stored(sorted(CANDIDATES))
    place, kept = tmp_path / "records", tmp_path / "events"
    whole = stored.records.read(0, int(stored.facts.column("size").sum()))
    last = b"" if damage == "cut" else bytes([whole[-1] ^ 1])
    place.write_bytes(whole[:-1] + last)  # as on a disk that fails
    with place.open("rb") as file:
        for _ in write_events(kept, "a state", EventRows(Records(file), stored.parts)):
            pass
    assert not kept.exists()


def test_they_go_to_another_process(tmp_path: Path) -> None:
    place, paths = tmp_path / "kept.events", sorted(CANDIDATES)
    stored = _stored(paths)
    assert pickle.loads(pickle.dumps(stored)) == _held(paths)
    for _ in write_events(place, "1", stored):
        pass
    kept = open_events(place, "1")
    assert kept is not None
    sent = pickle.dumps(kept)
    assert len(sent) < 1000, "the place alone"
    assert pickle.loads(sent) == _held(paths)
    place.unlink()
    with pytest.raises(LookupError):
        pickle.loads(sent)


def test_a_quote_that_is_not_exact_is_not_stored() -> None:
    path = next(iter(CANDIDATES))
    event = CANDIDATES[path][0]
    lost = replace(event, evidence=(replace(event.evidence[0], anchor=Anchor(Verdict.LOST)),))
    with pytest.raises(ValueError, match="not exact"):
        batch_of([lost], BY_PATH[path])


class _Full(io.BytesIO):
    """A disk with room for a few bytes."""

    def write(self, data: Any) -> int:
        if self.tell() > 20:
            raise OSError(28, "No space left on device")
        return super().write(bytes(data)[:7])


@given(st.lists(st.binary(max_size=30)))
def test_records_stay_readable_when_the_disk_is_full(blocks: list[bytes]) -> None:
    records = Records(_Full())
    places = [records.add(block) for block in blocks]
    assert [
        records.read(at, len(block)) for at, block in zip(places, blocks, strict=True)
    ] == blocks
    whole = b"".join(blocks)
    assert records.read(0, len(whole)) == whole
    with pytest.raises(LostEventError):
        records.read(0, len(whole) + 1)


def test_records_without_a_folder_are_held_in_memory(tmp_path: Path) -> None:
    for folder in (None, tmp_path / "nowhere"):
        records = Records.temporary(folder)
        assert records.read(records.add(b"words"), 5) == b"words"


def test_a_document_without_candidates_has_none() -> None:
    table = EventTable()
    assert table.put("a.txt", batch_of((), Document("a.txt"))) == range(0)
    events, rows = table.shown([])
    assert (len(events), len(rows), events.verdicts(), events.paths()) == (0, 0, Counter(), ())


def test_an_event_that_can_not_be_read_any_more_is_told_as_such(tmp_path: Path) -> None:
    place = tmp_path / "events"
    for _ in write_events(place, "a state", _stored(sorted(CANDIDATES))):
        pass
    stored = open_events(place, "a state")
    assert stored is not None
    columns = columns_of(_chronology(stored), load_categories())
    place.write_bytes(b"")  # as on a disk that fails
    asked = (lambda: stored[3], lambda: tuple(stored), lambda: stored[3:5], stored.ids)
    for ask in asked:
        with pytest.raises(LostEventError, match="open the folder again"):
            ask()
    assert columns.titles[3] == LOST
