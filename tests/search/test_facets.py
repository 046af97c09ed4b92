"""What narrows a search: facets, completions, and clauses that write themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.search.amend import clause_text, toggled
from izium_timeline.search.complete import completions
from izium_timeline.search.facets import facets_of
from izium_timeline.search.fields import EVENT_FIELDS
from izium_timeline.search.find import find
from izium_timeline.search.index import build_index
from izium_timeline.search.parse import parse
from izium_timeline.store.open import open_chronology

_CHRONOLOGY = open_chronology(None)
_INDEX = build_index(_CHRONOLOGY)
_QUERIES = st.sampled_from(
    ["", "flag", "Izium ", "category:attack ", "category:attack OR category:liberation shelling"]
    + ["-flag place:Izium ", "on:2022-09 ", "flag OR category:attack ", "liberaton"]
)


@given(_QUERIES)
def test_each_count_is_what_the_facet_finds(line: str) -> None:
    for facet in facets_of(_INDEX, line):
        for value in facet.values if facet.name != "within" else ():
            alone = line
            for other in facet.values:
                if other.chosen and other is not value:
                    alone = toggled(alone, other.clause)
            asked = alone if value.chosen else toggled(alone, value.clause)
            assert len(find(_INDEX, asked, exact=True).events) == value.count, asked


@given(_QUERIES, st.sampled_from(["category:recovery", 'source:"cnn"', "on:2022-03", "around:3"]))
def test_a_clause_goes_in_and_out_again(line: str, clause: str) -> None:
    within = toggled(line, clause)
    assert parse(clause + " ").clauses[0] in [
        atom for each in parse(within).clauses for atom in getattr(each, "choices", (each,))
    ]
    assert find(_INDEX, toggled(within, clause)).events == find(_INDEX, line).events


def test_a_second_value_finds_more_and_another_field_less() -> None:
    assert toggled("Flag ", "category:attack") == "flag category:attack "
    assert toggled("category:attack ", "category:recovery") == (
        "category:attack OR category:recovery "
    )
    assert toggled("libera", "category:attack") == "libera* category:attack "
    assert toggled("libera* category:attack ", "category:attack") == "libera"
    assert toggled("a around:3", "around:7") == "a around:7 "
    assert toggled("around:3", "around:3") == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("attack", "place:attack"),
        ("Ivano-Frankivsk", "place:Ivano-Frankivsk"),
        ("central park", 'place:"central park"'),
        ('the "old" mill', 'place:"the  old  mill"'),
        ("-x", 'place:"-x"'),
    ],
)
def test_a_name_is_written_so_that_it_is_read_as_one(name: str, text: str) -> None:
    assert clause_text("place", name) == text
    assert len(parse(text).clauses) == 1


def test_facets_follow_the_hits() -> None:
    facets = {facet.name: facet.values for facet in facets_of(_INDEX, "category:attack ")}
    assert list(facets) == ["category", "document", "status", "place", "month", "within"]
    assert [value.name for value in facets["category"] if value.chosen] == ["attack"]
    assert len(facets["category"]) == 8
    assert "Kyiv Post" in [value.name for value in facets["document"]]
    months = [value.name for value in facets["month"]]
    assert months == sorted(months)
    assert facets_of(_INDEX, 'flag "') == ()


@given(_QUERIES)
def test_what_lies_around_is_counted_beside_the_hits(line: str) -> None:
    for facet in facets_of(_INDEX, line):
        for value in facet.values if facet.name == "within" else ():
            hits = find(_INDEX, toggled(line, value.clause), exact=True)
            assert hits.near is not None
            assert int(hits.near.sum()) == value.count


def _completed(line: str) -> list[tuple[str, int | None]]:
    return [(found.text, found.count) for found in completions(_INDEX, line, len(line))]


def test_fields_and_values_are_completed_with_counts() -> None:
    assert ("category:", None) in _completed("cat")
    assert _completed("category:li") == [("category:liberation ", 22)]
    assert _completed("flag category:li") == [("category:liberation ", 1)]
    assert _completed("nothing-such category:li") == [("category:liberation ", 22)]
    assert _completed('source:"gwara m') == [('source:"Gwara Media" ', 17)]
    assert ("place:Izium ", 142) in _completed("izi")
    assert ("place:Izium ", 142) in _completed("-place:IZI")
    assert ("during:Occupation ", 108) in _completed("during:")
    counts = [count or 0 for _, count in _completed("category:")]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == 8


@pytest.mark.parametrize("line", ["", "flag ", "nofield:x", '"six mon', "on:20"])
def test_where_nothing_can_be_known_nothing_is_offered(line: str) -> None:
    assert _completed(line) == []


@given(st.text(max_size=30), st.integers(0, 30))
def test_a_completion_takes_the_place_of_what_is_typed(line: str, cursor: int) -> None:
    for found in completions(_INDEX, line, min(cursor, len(line))):
        assert 0 <= found.start <= found.end <= len(line)


@given(st.sampled_from(sorted(set(EVENT_FIELDS) & set(_INDEX.columns))))
def test_every_completed_value_finds_as_many_as_it_says(field: str) -> None:
    for text, count in _completed(f"{field}:"):
        assert count is not None
        assert len(find(_INDEX, text).events) >= count
