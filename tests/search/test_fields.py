"""What the fields of a query mean for dates, documents and machine words."""

import pytest

from izium_timeline.build.anchoring.anchor import anchor_chronology
from izium_timeline.model.chronology import Chronology, Phase
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Extent, Voice
from izium_timeline.search.fields import EVENT_FIELDS, EXAMPLES, TIME_FIELDS
from izium_timeline.search.find import find
from izium_timeline.search.index import build_index
from izium_timeline.search.parse import parse
from tests.views.chronologies import document, event, evidence

_TEXT = "The bridge fell. The bridge was built anew. The old mill stood by the river.\n"
_EVENTS = (
    event("day", "2022-09-10", [], title="Flag raised"),
    event("month", "2022-09", [], title="Crossing attested"),
    event("span", "2022-04/2022-09-10", [], title="Town held", extent=Extent.SPAN),
    event(
        "open",
        "2022-11/..",
        [],
        title="Repairs under way",
        bounds=parse_edtf("2022-11/..").bounds(),
    ),
    event("before", "../2022-02-23", [], title="Peace"),
    event(
        "fell", "2022-03", [evidence("early.txt", _TEXT, "The bridge fell")], voice=Voice.CLAIMED
    ),
    event("built", "2023", [evidence("late.txt", _TEXT, "built anew")]),
)
_CHRONOLOGY = anchor_chronology(
    Chronology(
        "Fields",
        _EVENTS,
        phases=(
            Phase("Occupation", parse_edtf("2022-04/2022-09-10").bounds()),
            Phase("Liberation", parse_edtf("2022-09-10/2022-12").bounds()),
        ),
        documents=(
            document("early.txt", _TEXT, "2022-05", publisher="The Paper"),
            document("late.txt", _TEXT, "2023-06~", publisher="The Other Paper"),
        ),
    )
)
_INDEX = build_index(_CHRONOLOGY)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("on:2022-09-10", "span month day"),
        ("on:2022-09-11", "month"),
        ("on:2030", "open"),
        ("on:1990", "before"),
        ("certainly-on:2022-09", "month day"),
        ("certainly-on:2022-09-10", "span day"),
        ("certainly-on:2022-06", "span"),
        ("after:2022-09-10", "month open built"),
        ("after:2022-09", "open built"),
        ("after:2022/..", ""),
        ("before:2022-09-10", "before fell span month"),
        ("before:2022-03", "before"),
        ("before:../2022", ""),
        ("during:occupation", "span month day"),
        ("during:liberation", "span month day open"),
        ("during:lib", "span month day open"),
        ('during:"liberation"', "span month day open"),
        ("during:recovery", ""),
        ("known-by:2022-05", "fell"),
        ("known-by:2023-05", "fell built"),
        ("known-by:2021", ""),
        ("status:reviewed", "before fell span month day open built"),
        ("status:candidate", ""),
        ("voice:claimed", "fell"),
        ("has:evidence", "fell built"),
        ("source:paper", "fell built"),
        ('source:"other paper"', "built"),
        ("source:early", "fell"),
        ("has:evid", "fell built"),
        ("voice:claim", "fell"),
        ("extent:span", "span"),
        ("precision:day", "day"),
    ],
)
def test_fields(query: str, found: str) -> None:
    rows = find(_INDEX, query).events
    names = {_CHRONOLOGY.events[row].id for row in rows}
    assert names == set(found.split())


@pytest.mark.parametrize("name", [*EVENT_FIELDS, *TIME_FIELDS])
def test_every_field_understands_its_own_example(name: str) -> None:
    assert len(parse(EXAMPLES[name]).clauses) == 1


def test_a_passage_is_the_sentence_that_no_event_shows() -> None:
    hits = find(_INDEX, "bridge")
    assert [_CHRONOLOGY.events[row].id for row in hits.events] == ["fell"]
    assert [(passage.document, passage.excerpt) for passage in hits.passages] == [
        ("early.txt", "The bridge was built anew."),
        ("late.txt", "The bridge fell."),
        ("late.txt", "The bridge was built anew."),
    ]


def test_words_apart_in_a_paragraph_make_one_passage() -> None:
    (early, late) = find(_INDEX, "mill bridge").passages
    assert early.excerpt == late.excerpt == _TEXT.strip()


@pytest.mark.parametrize("other", ["grain ", "=", "\u3002"])
def test_a_sentence_without_end_is_cut_around_its_hit(other: str) -> None:
    text = f"{other * 3000} harvest {other * 3000}"
    index = build_index(Chronology("Long", documents=(document("long.txt", text),)))
    (passage,) = find(index, "harvest").passages
    assert "harvest" in passage.excerpt
    assert len(passage.excerpt) < 500
