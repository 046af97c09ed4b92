"""What is found in a folder lies on the disk: little is held, and it comes back in order."""

import random
import tracemalloc
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.build.records import Records
from izium_timeline.model.errors import LostEventError
from izium_timeline.model.interval import OPEN_FIRST, OPEN_LAST
from izium_timeline.store.events import row_file, time_order
from izium_timeline.store.events.batch import Batch, batch_of
from izium_timeline.store.events.event_table import EventTable
from izium_timeline.store.events.fact_array import FACTS, Facts
from izium_timeline.store.events.fact_rows import Numbers
from izium_timeline.store.events.own_ids import Ids, own_ids
from izium_timeline.store.events.row_file import RowFile
from izium_timeline.store.events.time_order import in_time
from izium_timeline.store.open import open_chronology

DAYS = st.integers(-3, 3)
ROWS = st.lists(
    st.tuples(
        DAYS | st.just(OPEN_FIRST),
        DAYS | st.just(OPEN_LAST),
        st.sampled_from("abcdef"),
        st.booleans(),
    ),
    max_size=30,
)
NAMES = st.lists(st.sampled_from([b"a", b"b", b"a-2", b"a-2-2", b"b-3", b"c" * 13]), max_size=20)


def _facts(rows: Iterable[tuple[int, int, str, bool]]) -> Facts:
    facts = np.zeros(len(rows := list(rows)), FACTS)
    for place, (first, last, name, _) in enumerate(rows):
        facts[place]["earliest"], facts[place]["latest"] = first, last
        facts[place]["id"] = name.encode()
    return facts


@given(ROWS, st.integers(1, 7), st.integers(1, 40))
def test_a_range_of_days_at_a_time_gives_the_order_of_all(
    rows: list[tuple[int, int, str, bool]], block: int, some: int
) -> None:
    facts = _facts(rows)
    held = np.array([row[3] for row in rows], np.bool_)

    def blocks() -> Iterator[tuple[Numbers, Facts]]:
        for first in range(0, len(facts), block):
            here = np.flatnonzero(held[first : first + block])
            yield (first + here).astype(np.int32), facts[first : first + block][here]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time_order, "_SOME", some)
        found = in_time(blocks, int(held.sum())).tolist()
    wanted = np.lexsort((facts["id"], facts["latest"], facts["earliest"])).tolist()
    assert found == [row for row in wanted if held[row]]


@given(NAMES, st.integers(1, 7), st.randoms())
def test_each_candidate_has_an_id_of_its_own(
    names: list[bytes], block: int, dice: random.Random
) -> None:
    ids = np.array(names, "S20")
    ranks = list(range(len(names)))
    dice.shuffle(ranks)

    def blocks() -> Iterator[tuple[Numbers, Ids]]:
        for first in range(0, len(ids), block):
            some = ids[first : first + block]
            yield np.arange(first, first + len(some), dtype=np.int32), some

    new = own_ids(blocks, len(ids), ranks.__getitem__)
    own = list(names)
    for number, name in zip(new.numbers.tolist(), new.ids.tolist(), strict=True):
        own[number] = name
    assert len(set(own)) == len(own)
    assert new.numbers.tolist() == sorted(new.numbers.tolist())
    for name, count in Counter(names).items():
        rows = [row for row, other in enumerate(names) if other == name]
        assert own[min(rows, key=ranks.__getitem__)] == name, "the first keeps its id"
        assert sum(own[row].startswith(name + b"-") for row in rows) == count - 1


def test_rows_that_are_no_longer_there_are_told_as_such(tmp_path: Path) -> None:
    place = tmp_path / "rows"
    place.write_bytes(np.arange(10, dtype="<i4").tobytes())
    with place.open("rb", buffering=0) as file:
        rows = RowFile(np.dtype("<i4"), Records(file), 4, 9)
        assert [block.tolist() for _, block in rows.blocks()] == [list(range(1, 10))]
        place.write_bytes(b"1234")
        with pytest.raises(LostEventError):
            rows.some(0, 9)


IZIUM = open_chronology(None).documents[0]
BATCH = batch_of(candidates_of(IZIUM).events, IZIUM)
CANDIDATES = len(BATCH.sizes) // 2


def _batch(number: int) -> Batch:
    """The candidates of a document, with ids, days and hashes that no other one's have."""
    facts = np.frombuffer(BATCH.facts, FACTS).copy()
    facts["earliest"] = facts["latest"] = number * CANDIDATES + np.arange(CANDIDATES)
    facts["id"] = [b"c%dx%d" % (number, place) for place in range(CANDIDATES)]
    said, wording, framed = (
        (np.frombuffer(hashes, np.uint64) + np.uint64(number)).tobytes()
        for hashes in (BATCH.said, BATCH.wording, BATCH.framed)
    )
    return BATCH._replace(facts=facts.tobytes(), said=said, wording=wording, framed=framed)


def _held(tmp_path: Path, documents: int) -> tuple[int, int, int]:
    """Bytes that a table of so many documents holds, and that it takes to show them."""
    tracemalloc.start()
    try:
        table = EventTable(tmp_path)
        batches = [table.put("a.txt", _batch(number)) for number in range(documents)]
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        shown = table.shown(batches)
        after, most = tracemalloc.get_traced_memory()
        assert len(shown.events) == len(table)
        return held, after, most
    finally:
        tracemalloc.stop()


def test_what_a_table_holds_does_not_grow_with_what_lies_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (row_file, time_order):  # so that two documents are many already
        monkeypatch.setattr(module, "_SOME", 64)
    _held(tmp_path, 3)  # what is loaded once
    few, many = 100, 500
    before, after = (_held(tmp_path, documents) for documents in (few, many))
    more = (many - few) * CANDIDATES
    held, shown, most = ((then - now) / more for now, then in zip(before, after, strict=True))
    assert held < 12, "bytes a candidate: where those of its document stand"
    assert shown < 20, "its place among the others"
    assert most < 60
