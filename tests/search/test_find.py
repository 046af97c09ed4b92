"""What a search finds in the chronology of Izium."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.vocabulary.words import folded_words
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import QueryError
from izium_timeline.model.event import Event
from izium_timeline.search.find import find, spans
from izium_timeline.search.index import build_index
from izium_timeline.store.open import open_chronology

_HERE = Path(__file__).parent
# What was found, and then read through; and what was noted from the articles and the chronology
# before it was searched for, which alone can tell what is lacking.
_FOUND = json.loads((_HERE / "izium_queries.json").read_text(encoding="utf-8"))
_READ = json.loads((_HERE / "read_queries.json").read_text(encoding="utf-8"))
_CHRONOLOGY = open_chronology(None)
_INDEX = build_index(_CHRONOLOGY)
_PUBLISHERS = {document.path: document.publisher for document in _CHRONOLOGY.documents}


def _text(event: Event) -> str:
    """All that an event is found by, as folded words between blanks."""
    quotes = (piece.exact for piece in event.evidence)
    publishers = (_PUBLISHERS[piece.document] for piece in event.evidence)
    values = (event.title, *event.place, *event.actors, event.category, *quotes, *publishers)
    return "|".join(f" {' '.join(folded_words(value))} " for value in values)


_TEXTS = tuple(map(_text, _CHRONOLOGY.events))
_WORDS = st.sampled_from(_INDEX.vocabulary)


@pytest.mark.parametrize("case", [*_FOUND, *_READ], ids=lambda case: str(case["query"]))
def test_queries_find_these_events_and_so_many_passages(case: dict[str, str | int]) -> None:
    hits = find(_INDEX, str(case["query"]))
    assert " ".join(_ids(hits.events)) == case["events"]
    assert len(hits.passages) == case.get("passages", len(hits.passages))


def test_each_spelling_of_the_city_finds_what_the_others_find() -> None:
    spellings = ("Izium", "IZYUM", "Iseum", "Eiseum", "Ezeum", "Isium", "Ізюм", "Изюм", "Izi")
    found = {find(_INDEX, spelling).events for spelling in spellings}
    assert len(found) == 1
    wanted = ("izium", "izyum", "iseum", "eiseum", "ezeum", "isium", "iziuman")
    by_hand = tuple(row for row, text in enumerate(_TEXTS) if any(word in text for word in wanted))
    assert found == {by_hand}


def test_the_tenth_of_september_belongs_to_both_phases() -> None:
    raised = find(_INDEX, '"yellow-blue flag over"').events
    assert raised
    for phase in ("occupation", "liberation"):
        assert set(raised) <= set(find(_INDEX, f"during:{phase}").events)


def test_an_empty_line_finds_every_event_and_no_passage() -> None:
    hits = find(_INDEX, " ")
    assert hits.events == tuple(range(len(_CHRONOLOGY.events)))
    assert hits.passages == ()


@given(_WORDS)
def test_a_word_in_quotation_marks_finds_the_texts_that_hold_it(word: str) -> None:
    holding = tuple(row for row, text in enumerate(_TEXTS) if f" {word} " in text)
    assert find(_INDEX, f'"{word}"').events == holding


@given(_WORDS, st.sampled_from(["", "flag ", "category:attack "]))
def test_a_word_and_its_exclusion_part_the_events(word: str, others: str) -> None:
    every = set(find(_INDEX, others).events)
    with_it = set(find(_INDEX, f"{others}{word}", exact=True).events)
    without = set(find(_INDEX, f"{others}-{word}", exact=True).events)
    assert with_it | without == every
    assert not with_it & without


@pytest.mark.parametrize(
    "clause",
    [
        "libera*",
        '"six months"',
        "Kharkov",
        "category:attack",
        "place:Kha*",
        'actor:"Russian soldiers"',
        "source:CNN",
        "by:Valery",
        "tag:culture",
        "status:reviewed",
        "voice:claimed",
        "verdict:exact",
        "has:conflict",
        "basis:inferred",
        "precision:day",
        "kind:event",
        "extent:span",
        "salience:core",
        "during:occupation",
        "on:2022-21",
        "certainly-on:2022-09-10/2022-09-16",
        "after:2022-09-10~",
        "before:2022-03-04",
        "known-by:2022-10",
    ],
)
@pytest.mark.parametrize("others", ["", "izium ", "during:liberation OR category:attack "])
def test_each_clause_and_its_exclusion_part_the_events(clause: str, others: str) -> None:
    every = set(find(_INDEX, others).events)
    with_it = set(find(_INDEX, f"{others}{clause} ", exact=True).events)
    without = set(find(_INDEX, f"{others}-{clause} ", exact=True).events)
    assert with_it | without == every
    assert not with_it & without
    assert with_it or without == every


@given(_WORDS, _WORDS)
def test_all_words_must_occur_and_alternatives_need_one(one: str, other: str) -> None:
    first, second = (set(find(_INDEX, f'"{word}"').events) for word in (one, other))
    assert set(find(_INDEX, f'"{one}" "{other}"').events) == first & second
    assert set(find(_INDEX, f'"{one}" OR "{other}"').events) == first | second


@given(_WORDS, st.integers(1, 8))
def test_typing_on_narrows(word: str, letters: int) -> None:
    shorter = find(_INDEX, word[:letters], exact=True)
    longer = find(_INDEX, f'"{word}"')
    assert set(longer.events) <= set(shorter.events)


def test_typing_errors_are_corrected_and_said() -> None:
    hits = find(_INDEX, "liberaton flag")
    assert hits.corrected == "liberation flag"
    assert hits.events == find(_INDEX, '"liberation" flag').events
    assert hits.events


@pytest.mark.parametrize("query", ["liberaton", '"liberaton"', "-liberaton flag", "476000", "xyz"])
def test_what_is_not_corrected(query: str) -> None:
    exact = query == "liberaton"
    assert find(_INDEX, query, exact=exact).corrected is None


def test_a_correction_that_finds_nothing_is_not_made() -> None:
    hits = find(_INDEX, "liberaton zzzqqq")
    assert not hits
    assert hits.corrected is None


def test_values_of_fields_are_corrected_too() -> None:
    assert find(_INDEX, "category:ocupation").corrected == "category:occupation"
    assert find(_INDEX, "during:ocupation flag").corrected == "during:occupation flag"
    assert find(_INDEX, "during:nothing flag").corrected is None


@given(_WORDS)
def test_passages_lie_outside_the_quotes_of_the_events_found(word: str) -> None:
    hits = find(_INDEX, f'"{word}"')
    quotes = [
        (piece.document, piece.start, piece.end)
        for row in hits.events
        for piece in _CHRONOLOGY.events[row].evidence
    ]
    for passage in hits.passages:
        document = _CHRONOLOGY.document(passage.document)
        assert document is not None
        assert (document.text or "")[passage.start : passage.end] == passage.excerpt
        assert word in folded_words(passage.excerpt)
        assert not any(
            path == passage.document and start <= passage.start and passage.end <= end
            for path, start, end in quotes
        )


def test_fields_that_only_events_have_find_no_passages() -> None:
    assert find(_INDEX, "Prokopenko").passages
    assert find(_INDEX, 'source:"Gwara Media" Prokopenko').passages
    assert not find(_INDEX, "source:CNN Prokopenko").passages
    assert not find(_INDEX, "during:liberation Prokopenko").passages


def test_found_words_are_lit_where_they_stand() -> None:
    hits = find(_INDEX, 'shelled "six months"')
    text = "Shelling of Izium’s centre: six months, Six  Months; six weeks, shell."
    assert [text[start:end] for start, end in spans(text, hits)] == [
        "Shelling",
        "six months",
        "Six  Months",
        "shell",
    ]
    assert spans(text, find(_INDEX, "-shelled")) == []


@given(st.text(), _WORDS)
def test_lit_spans_are_ordered_and_apart(text: str, word: str) -> None:
    hits = find(_INDEX, word)
    end = 0
    for start, stop in spans(f"{word} {text} {word}", hits):
        assert end <= start < stop
        end = stop


@given(st.text(alphabet='abciz "-:*OR', max_size=30))
def test_no_query_fails_but_by_its_own_error(text: str) -> None:

    with suppress(QueryError):
        find(_INDEX, text)


def test_a_chronology_of_nothing_finds_nothing() -> None:
    assert not find(build_index(Chronology("Nothing")), "flag")


def _ids(rows: tuple[int, ...]) -> list[str]:
    return [_CHRONOLOGY.events[row].id for row in rows]
