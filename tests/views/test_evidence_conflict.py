"""What disagrees stands next to each other: figures, dates, or the wordings of them."""

from dataclasses import replace

from izium_timeline.model.event import Value
from izium_timeline.views.evidence_conflict import Side, dispute_of
from tests.views.chronologies import event, two_reports


def test_figures_are_told_with_who_gives_them() -> None:
    chronology = two_reports()
    values = (Value("b.txt", 46000, "about"), Value("a.txt", 50000, "exact"))
    disputed = replace(chronology.events[0], conflict="They differ.", values=values)
    dispute = dispute_of(chronology, disputed)
    assert dispute is not None
    assert dispute.sides == (Side("Gwara Media", "46,000", "about"), Side("CNN", "50,000"))


def test_dates_are_those_of_the_candidates_that_were_joined() -> None:
    chronology = two_reports()
    pieces = chronology.events[0].evidence
    members = (event("one", "2022-09-10", pieces[:1]), event("two", "2022-09-12", pieces[1:]))
    joined = replace(chronology.events[0], conflict="They differ.", members=members)
    dispute = dispute_of(chronology, joined)
    assert dispute is not None
    assert dispute.sides == (Side("Gwara Media", "10 Sep 2022"), Side("CNN", "12 Sep 2022"))


def test_a_conflict_told_in_words_alone_has_no_sides_and_no_conflict_no_dispute() -> None:
    chronology = two_reports()
    dispute = dispute_of(chronology, replace(chronology.events[1], resolution="In October."))
    assert dispute is not None
    assert (dispute.sides, dispute.resolution) == ((), "In October.")
    assert dispute_of(chronology, chronology.events[0]) is None
