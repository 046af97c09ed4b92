"""Passages by place, and the check of a quote against the text that is shown."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.model.event import Anchor, Status, Verdict
from izium_timeline.views.passages import (
    Passage,
    Passages,
    passages_by_document,
    spans_of,
    verdict_now,
)
from tests.views.chronologies import FLAG, OTHER, REPORT, evidence, two_reports

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_what_overlaps_is_found_whatever_else_overlaps(
    spans: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    passages = Passages(tuple(Passage(s, e, row, 0, "") for row, (s, e) in enumerate(spans)))
    found = {item.row for item in passages.within(*asked)}
    start, end = asked
    assert found == {row for row, (s, e) in enumerate(spans) if s < end and e > start}


@given(st.lists(SPANS, max_size=20), st.integers(0, 80))
def test_next_and_previous_are_the_nearest(spans: list[tuple[int, int]], point: int) -> None:
    passages = Passages(tuple(Passage(s, e, row, 0, "") for row, (s, e) in enumerate(spans)))
    after, before = passages.after(point), passages.before(point)
    starts = [start for start, _ in spans]
    assert (after.start if after else None) == min((s for s in starts if s > point), default=None)
    assert (before.start if before else None) == max((s for s in starts if s < point), default=None)


def test_passages_are_told_by_document_and_place() -> None:
    chronology = two_reports()
    found = passages_by_document(chronology)
    assert [(p.row, REPORT[p.start : p.end]) for p in found["b.txt"].items][0] == (0, FLAG)
    assert [OTHER[p.start : p.end] for p in found["a.txt"].items] == [FLAG[17:]]


def test_rejected_events_light_nothing() -> None:
    chronology = two_reports()
    events = tuple(replace(event, status=Status.REJECTED) for event in chronology.events)
    assert not passages_by_document(replace(chronology, events=events))


def test_an_exact_quote_is_checked_against_the_text_that_is_shown() -> None:
    piece = replace(
        evidence("b.txt", REPORT, FLAG),
        anchor=Anchor(Verdict.EXACT, REPORT.index(FLAG), REPORT.index(FLAG) + len(FLAG)),
    )
    assert verdict_now(piece, REPORT) is Verdict.EXACT
    assert verdict_now(piece, "x" + REPORT) is Verdict.LOST
    assert verdict_now(piece, None) is Verdict.MISSING
    assert spans_of(piece, "x" + REPORT) == ()
