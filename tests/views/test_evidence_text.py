"""What is said of an event, its evidence and its documents."""

from dataclasses import replace

import pytest

from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis
from izium_timeline.views.evidence_text import card_of, head_of, lag_text, origin_text
from tests.views.chronologies import document, two_reports


@pytest.mark.parametrize(
    ("event", "published", "words"),
    [
        ("2022-09-10", "2022-09-12/2022-09-16", ", 2 to 6 days after"),
        ("2022-09-10", "2022-09-11", ", 1 day after"),
        ("2022-03-04", "2022-09-13", ", 6 months after"),
        ("2022-03", "2022-04-10/2022-07-10", ", at most 4 months after"),
        ("1943", "2022-05", ", 78 to 79 years after"),
        ("2022-09-01/2022-09-16", "2022-09-13", ""),
        ("2022-09-10/..", "2022-09-13", ""),
        ("2024", "2022-09-13", ""),
    ],
)
def test_how_long_after_an_event_was_reported(event: str, published: str, words: str) -> None:
    assert lag_text(parse_edtf(event).days(), parse_edtf(published).days()) == words


def test_the_origin_of_a_date_names_wording_publication_bounds_and_edtf() -> None:
    chronology = two_reports()
    flag, report = chronology.events[0], chronology.document("a.txt")
    assert origin_text(flag, flag.evidence[1], report) == (
        "Read from the passage (published 13 September 2022, inferred, 3 days after): "
        "on 10 September 2022. EDTF 2022-09-10, resolved."
    )
    inferred = replace(flag, basis=Basis.INFERRED)
    assert origin_text(inferred, None, None) == (
        "Bounded by what the text tells: on 10 September 2022. EDTF 2022-09-10, inferred."
    )


def test_a_card_without_evidence_still_says_why() -> None:
    card = card_of(two_reports(), 2, 0)
    assert card.question == "Why from November 2022?"
    assert card.answer == "The reason of later."
    assert (card.verdict, card.sources) == (None, ())


def test_the_head_of_a_document_leaves_out_what_is_not_known() -> None:
    head = head_of(document("folder/note.txt", "x", title="", publication=None), "")
    assert head.title == "note"
    assert head.line == "publication date not known"
    assert "Language" not in head.tip
    assert "folder/note.txt" in head.tip


def test_documents_that_are_one_voice_are_counted_as_such() -> None:
    chronology = two_reports()
    assert "Sources" not in [remark.label for remark in card_of(chronology, 0, 0).remarks]
    documents = tuple(replace(each, author="AFP") for each in chronology.documents)
    card = card_of(replace(chronology, documents=documents), 0, 0)
    said = next(remark.text for remark in card.remarks if remark.label == "Sources")
    assert said == "2 documents, 1 independent. Gwara Media and CNN: both name AFP."
