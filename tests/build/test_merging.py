"""Which candidates become one event, what is kept of each, and that it can be taken back."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.build.merging.merge import held_apart, merge, merging, taken_apart
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Anchor, Basis, Event, Evidence, Extent, Status, Verdict

_PAIRS: dict[str, Any] = json.loads(
    Path(__file__).with_name("same_events.json").read_text(encoding="utf-8")
)


def _document(path: str, text: str, day: str) -> Document:
    date = parse_edtf(day)
    return Document(
        path, text=text, sha256="0", publication=Publication(date, date.bounds(), Basis.STATED)
    )


def _candidates(texts: Sequence[str], days: Sequence[str]) -> list[Event]:
    return [
        event
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
        for event in candidates_of(_document(f"{'abcdefgh'[number]}.txt", text, day)).events
    ]


def _pair(name: str) -> list[Any]:
    return [pytest.param(pair, id=pair["why"]) for pair in _PAIRS[name]]


@pytest.mark.parametrize("pair", _pair("joined"))
def test_two_reports_of_one_event_become_one(pair: dict[str, Any]) -> None:
    events = merge(_candidates(pair["texts"], pair["published"]))
    assert [len({piece.document for piece in event.evidence}) for event in events] == [2]
    for words in pair.get("conflict", []):
        assert words in events[0].conflict
    assert bool(events[0].conflict) == ("conflict" in pair)


@pytest.mark.parametrize("pair", _pair("apart"))
def test_two_events_that_look_alike_stay_two(pair: dict[str, Any]) -> None:
    candidates = _candidates(pair["texts"], pair["published"])
    assert len({event.evidence[0].document for event in candidates}) == 2
    assert all(not event.members for event in merge(candidates))


_TITLES = (
    "Ukrainian forces liberated Izium",
    "Izium was retaken by Ukrainian troops",
    "Izium was liberated",
    "Ukrainian forces did not liberate Izium",
    "Ukrainian forces liberated Kupiansk",
    "Investigators exhumed 447 bodies from a mass grave near Izium",
    "440 bodies were exhumed from the mass grave near Izium",
    "430 bodies were exhumed from the mass grave near Izium",
    "Izium in the Kharkiv region was liberated",
    "A shell fell",
)
_DATES = ("2022-09-10", "2022-09-11", "2022-09", "2022-09-10/2022-09-12", "2022", "2022-09/..")


@st.composite
def _events(draw: st.DrawFn) -> list[Event]:
    """Candidates as documents might give them: few titles and dates, so that many are alike."""
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(_TITLES), st.sampled_from(_DATES), st.integers(0, 3)),
            max_size=9,
        )
    )
    events = []
    for place, (title, day, document) in enumerate(rows):
        date = parse_edtf(day)
        path = f"{document}.txt"
        shared = draw(st.booleans())  # the same passage, and so the same id, in another document
        start = 0 if shared else 1000 * place
        piece = Evidence(path, title, start, start + len(title), anchor=_ANCHOR)
        name = f"{title}{day}" if shared else f"c{place}"
        extent = Extent.INSTANT if day.count("-") == 2 and "/" not in day else Extent.WINDOW
        events.append(
            Event(name, title, date, date.bounds(), extent, Basis.STATED, "why", evidence=(piece,))
        )
    return events


_ANCHOR = Anchor(Verdict.EXACT, 0, 1)


def _pieces(events: Iterable[Event]) -> Counter[Evidence]:
    return Counter(piece for event in events for piece in event.evidence)


@given(_events(), st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_does_not_matter(events: list[Event], chance: Random) -> None:
    mixed = list(events)
    chance.shuffle(mixed)
    assert merge(mixed) == merge(events)


@given(_events())
def test_every_piece_of_evidence_is_kept_once(events: list[Event]) -> None:
    merged = merge(events)
    assert _pieces(merged) == _pieces(events)
    assert len({event.id for event in merged}) == len(merged)


@given(_events())
def test_merging_again_changes_nothing(events: list[Event]) -> None:
    merged = merge(events)
    assert merge(merged) == merged


@given(_events())
def test_each_member_is_alike_to_each(events: list[Event]) -> None:
    for event in merge(events):
        for pair in combinations(event.members, 2):
            assert len(merge(pair)) == 1


@given(_events())
def test_a_joined_event_has_the_date_of_a_member_and_the_id_of_the_first(
    events: list[Event],
) -> None:
    for event in merge(events):
        if event.members:
            assert (event.edtf, event.bounds) in [(m.edtf, m.bounds) for m in event.members]
            assert event.id == min(event.members, key=lambda member: member.sort_key).id


@given(_events(), st.data())
def test_what_is_held_apart_is_never_joined(events: list[Event], data: st.DataObject) -> None:
    members = [member for event in merge(events) for member in taken_apart(event)]
    every = [(one.id, other.id) for one, other in combinations(members, 2)]
    pairs = data.draw(st.lists(st.sampled_from(every))) if every else []
    for event in merge(members, pairs):
        together = {member.id for member in event.members}
        assert not any(together.issuperset(pair) for pair in pairs)


@given(_events(), st.data())
def test_to_split_an_event_is_the_same_at_once_and_when_all_is_merged_again(
    events: list[Event], data: st.DataObject
) -> None:
    merged = merge(events)
    joined = [event for event in merged if event.members]
    split = data.draw(st.lists(st.sampled_from(joined))) if joined else []
    pairs = [(one.id, other.id) for event in split for one, other in combinations(event.members, 2)]
    assert set(held_apart(merged, pairs)) == set(merge(events, pairs))


def test_merging_pauses_for_each_bit_of_work() -> None:
    texts = [f"The bridge of Harwich was mended on {day} May 2023." for day in range(1, 9)]
    steps = merging(_candidates(texts, ["2023-06-01"] * len(texts)))
    assert sum(1 for _ in steps) > 3 * len(texts)


def test_what_was_joined_comes_apart_as_it_was() -> None:
    pair = _PAIRS["joined"][0]
    candidates = _candidates(pair["texts"], pair["published"])
    (joined,) = merge(candidates)
    assert set(taken_apart(joined)) == set(candidates)
    assert merge([joined], [(candidates[0].id, candidates[1].id)]) == tuple(
        sorted(candidates, key=lambda event: event.sort_key)
    )


def test_what_a_person_reviewed_or_rejected_is_left_as_it_is() -> None:
    pair = _PAIRS["joined"][0]
    one, other = _candidates(pair["texts"], pair["published"])
    for status in (Status.REVIEWED, Status.REJECTED):
        decided = replace(one, status=status)
        assert set(merge([decided, other])) == {decided, other}


def test_no_chain_of_likenesses_joins_what_differs() -> None:
    texts = [
        f"Experts exhumed {number} bodies from the mass grave near Izium on 16 September 2022."
        for number in (300, 380, 470)
    ]
    merged = merge(_candidates(texts, ["2022-09-24"] * 3))
    assert sorted(len(event.evidence) for event in merged) == [1, 2]


def test_the_same_passage_in_two_documents_is_one_event_however_little_it_says() -> None:
    text = "Nobody knows the rest. It rained on 4 March 2022. Then came the frost."
    (event,) = merge(_candidates([text, text], ["2022-03-05", "2022-03-05"]))
    assert [piece.document for piece in event.evidence] == ["a.txt", "b.txt"]
    assert "in the same words" in event.note


def test_one_document_is_joined_with_itself_only_where_it_repeats_its_words() -> None:
    twice = "Izium was liberated on 10 September 2022. {} on 10 September 2022."
    for second, count in (("Izium was liberated", 1), ("Ukrainian forces liberated Izium", 2)):
        candidates = _candidates([twice.format(second)], ["2022-09-12"])
        assert len(candidates) == 2
        assert len(merge(candidates)) == count


def test_the_date_is_the_narrowest_and_its_reason_tells_the_others() -> None:
    texts = [
        "On 10 September the Ukrainian army recaptured Izyum.",
        "Izium was liberated in September 2022.",
    ]
    (event,) = merge(_candidates(texts, ["2022-09-12", "2022-12-01"]), names={"b.txt": "Report"})
    assert (str(event.edtf), event.best_evidence and event.best_evidence.document) == (
        "2022-09-10",
        "a.txt",
    )
    assert event.reason.endswith("; chosen over 2022-09 (Report)")


def test_a_title_that_leaves_out_the_place_is_held_against_its_sentence() -> None:
    texts = [
        f"Doctors in {town} treated 32 wounded on 3 May 2022." for town in ("Izium", "Kharkiv")
    ]
    candidates = [
        replace(event, title="32 wounded were treated by doctors", place=())
        for event in _candidates(texts, ["2022-05-04", "2022-05-04"])
    ]
    assert len(merge(candidates)) == 2


def test_of_two_disputed_dates_the_one_that_more_documents_tell_is_taken() -> None:
    texts = [f"Ukrainian forces liberated Izium on {day} September 2022." for day in (10, 11, 11)]
    for told, chosen in ((texts, "2022-09-11"), (texts[:2], "2022-09-10")):
        (event,) = merge(_candidates(told, ["2022-09-12"] * len(told)))
        assert str(event.edtf) == chosen
        assert event.conflict.count("2022-09-1") == 2


def test_disputed_figures_are_kept_for_each_document() -> None:
    pair = next(pair for pair in _PAIRS["joined"] if "conflict" in pair)
    (event,) = merge(_candidates(pair["texts"], pair["published"]))
    assert event.conflict == "a.txt: “447 bodies”; b.txt: “440 bodies”."
    assert [(value.document, value.value) for value in event.values] == [
        ("a.txt", 447.0),
        ("b.txt", 440.0),
    ]
