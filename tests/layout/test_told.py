"""The facts of events, of which those of an earlier state are taken over."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.layout.columns import columns_of
from izium_timeline.layout.told import Told, told_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Event, Status
from izium_timeline.store.events.facts import Names, fact_of
from tests.layout.made import izium

IZIUM, _ = izium()
EVENTS = IZIUM.events


def plain(chronology: Chronology, facts: Told) -> list[tuple[object, ...]]:
    """All that the columns say, names in place of codes."""
    columns = columns_of(chronology, (), facts)
    named = [
        [names[code] for code in codes]
        for names, codes in (
            (columns.categories, columns.category),
            (columns.documents, columns.document),
            (columns.places, columns.place),
        )
    ]
    numbers = (columns.start, columns.end, columns.status, columns.verdict, columns.approximate)
    known = np.nan_to_num(columns.known, nan=0.5)
    return list(zip(*named, *numbers, known, columns.titles, strict=True))


@given(st.sets(st.integers(0, len(EVENTS) - 1)), st.sets(st.integers(0, len(EVENTS) - 1)))
def test_what_is_taken_over_is_what_would_be_worked_out(gone: set[int], other: set[int]) -> None:
    events = tuple(
        replace(event, id=f"new {row}", category="unheard of", place=("Nowhere",))
        if row in other
        else event
        for row, event in enumerate(EVENTS)
        if row not in gone
    )
    after = replace(IZIUM, events=events)
    assert plain(after, told_of(after, told_of(IZIUM))) == plain(after, told_of(after))


def test_a_document_of_another_date_tells_otherwise_of_its_events() -> None:
    documents = tuple(replace(document, publication=None) for document in IZIUM.documents)
    after = replace(IZIUM, documents=documents)
    assert np.isnan(told_of(after, told_of(IZIUM)).facts["known"]).all()


def test_only_what_is_another_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    before = told_of(IZIUM)
    judged = replace(EVENTS[7], status=Status.REJECTED)
    after = replace(IZIUM, events=(*EVENTS[:7], judged, *EVENTS[8:]))
    asked: list[Event] = []

    def counted(event: Event, known: float, names: Names) -> bytes:
        asked.append(event)
        return fact_of(event, known, names)

    monkeypatch.setattr("izium_timeline.layout.told.fact_of", counted)
    told_of(after, before)
    assert asked == [judged]
