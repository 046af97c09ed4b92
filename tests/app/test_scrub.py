"""Which event is current at a day."""

import numpy as np
import pytest

from izium_timeline.app.scrub import row_at
from izium_timeline.layout.columns import columns_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.days import parse_iso_day
from izium_timeline.store.categories import load_categories
from izium_timeline.store.open import open_chronology


@pytest.fixture(scope="module")
def izium() -> Chronology:
    return open_chronology()


def event_at(izium: Chronology, day: str) -> str:
    row = row_at(columns_of(izium, load_categories()), parse_iso_day(day) + 0.5, None)
    return "" if row is None else izium.events[row].id


def test_the_most_precise_event_is_current(izium: Chronology) -> None:
    assert event_at(izium, "2022-09-10") in ("E078", "E079")
    assert event_at(izium, "2022-09-12") == "E115"
    assert event_at(izium, "2022-02-24") == "E010"
    assert event_at(izium, "2023-01-22") == "E125"


def test_a_day_without_an_event_has_the_last_one_before(izium: Chronology) -> None:
    assert event_at(izium, "1960-01-01") == "E009"  # open at its beginning: it may hold
    only = np.array([event.id == "E002" for event in izium.events])
    row = row_at(columns_of(izium, ()), parse_iso_day("1960-01-01"), only)
    assert row is not None
    assert izium.events[row].id == "E002"


def test_nothing_that_is_not_shown_is_current(izium: Chronology) -> None:
    none = np.zeros(len(izium.events), dtype=np.bool_)
    assert row_at(columns_of(izium, ()), parse_iso_day("2022-09-10"), none) is None
    assert row_at(columns_of(Chronology("Empty"), ()), 5.0, None) is None
