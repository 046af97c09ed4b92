"""What stands around a hit, and in which order hits stand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.search import rank
from izium_timeline.search.around import around
from izium_timeline.search.columns import Days
from izium_timeline.search.find import find, ranked
from izium_timeline.search.index import build_index
from izium_timeline.store.open import open_chronology

_CHRONOLOGY = open_chronology(None)
_INDEX = build_index(_CHRONOLOGY)
_EVENTS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 20), st.booleans(), st.sampled_from("  <>*")),
    max_size=20,
)


def _interval(first: int, length: int, end: str) -> tuple[float, float]:
    return (
        -np.inf if end in "<*" else float(first),
        np.inf if end in ">*" else float(first + length),
    )


@given(_EVENTS, st.integers(0, 10))
def test_around_is_what_lies_within_so_many_days(
    events: list[tuple[int, int, bool, str]], distance: int
) -> None:
    bounds = [_interval(first, length, end) for first, length, _, end in events]
    hits = np.array([hit for *_, hit, _ in events], np.bool_)
    table = np.array(bounds, np.float64).reshape(-1, 2)
    days = Days(table[:, 0], table[:, 1], hits, table[:, 0])
    ends = []  # of a hit with an open end only the end that is known
    for (first, last), hit in zip(bounds, hits, strict=True):
        known = [day for day in (first, last) if np.isfinite(day)]
        if hit and known:
            ends.append((known[0] - distance, known[-1] + distance))
    near = [
        not hit and any(first <= end and last >= start for start, end in ends)
        for (first, last), hit in zip(bounds, hits, strict=True)
    ]
    assert around(days, hits, distance).tolist() == near


def test_around_shows_hits_and_what_is_near_them() -> None:
    alone, near = find(_INDEX, "Banksy "), find(_INDEX, "Banksy around:3")
    assert alone.near is None
    assert near.near is not None
    assert near.near.any()
    assert set(alone.events) == set(near.events) - set(np.flatnonzero(near.near).tolist())
    assert alone.passages == near.passages


def test_the_most_relevant_comes_first() -> None:
    hits = find(_INDEX, "bridge ")
    order = [_CHRONOLOGY.events[row].title.lower() for row in ranked(_INDEX, hits)]
    titled = ["bridge" in title for title in order]
    assert titled == sorted(titled, reverse=True)
    assert titled[0]
    assert not titled[-1]


@given(st.sampled_from(["flag", "bridge OR tank", "-flag", "category:attack", "on:2022", "a -b"]))
def test_another_order_loses_nothing(line: str) -> None:
    hits = find(_INDEX, line)
    assert sorted(ranked(_INDEX, hits).tolist()) == list(hits.events)


@pytest.mark.parametrize("line", ["category:attack", "on:2022-09", "-flag", ""])
def test_without_words_the_order_is_by_date(line: str) -> None:
    hits = find(_INDEX, line)
    assert tuple(ranked(_INDEX, hits).tolist()) == hits.events


def test_what_would_take_long_to_rank_stays_by_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rank, "MOST", 5)
    hits = find(_INDEX, "izium ")
    assert tuple(ranked(_INDEX, hits).tolist()) == hits.events
