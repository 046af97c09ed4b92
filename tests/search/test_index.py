"""The index against a reading of the texts themselves, and against what is typed at it."""

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.vocabulary.inflection import family_begins, forms, stem
from izium_timeline.build.vocabulary.words import folded_words, words_in
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import QueryError
from izium_timeline.search.find import find
from izium_timeline.search.index import build_index
from izium_timeline.search.runs import Run, pattern_of
from izium_timeline.search.text_index import Piece, TextIndex, index_texts
from izium_timeline.search.tokens import BOUNDARY, Vocabulary, joined
from tests.benchmarks.many_events import ColumnSource
from tests.benchmarks.synthetic import synthetic
from tests.views.chronologies import document

_WORDS = st.sampled_from(["flag", "flags", "fl", "Ізюм", "don't", "a|b", "the", "café", "x", "|"])
_LINES = st.lists(_WORDS, max_size=6).map(" ".join)
_TEXTS = st.lists(st.one_of(_LINES, st.text(max_size=12)), max_size=8)
_RUNS = st.builds(
    Run,
    st.lists(_WORDS, min_size=1, max_size=3)
    .map(" ".join)
    .map(folded_words)
    .filter(lambda words: len(words) > 0),
    st.booleans(),
)


@given(st.lists(_TEXTS, max_size=3))
def test_words_by_the_dozen_are_the_words_one_by_one(pieces: list[list[str]]) -> None:
    vocabulary = Vocabulary()
    for texts in pieces:
        texts = texts * 5 if len(texts) == 2 else texts  # what stands there often is read once
        tokens = vocabulary.take(texts)
        for row, text in enumerate(texts):
            words = [vocabulary.words[number] for number in tokens.words[tokens.texts == row]]
            parted = text.replace(BOUNDARY, " ")
            assert tuple(words) == folded_words(parted)
            assert tuple(tokens.lines[row].replace("|", " ").split()) == folded_words(parted)


def _index(rows: list[tuple[str, list[str]]]) -> TextIndex:
    titles, quotes = [title for title, _ in rows], [joined(values) for _, values in rows]
    half = len(rows) // 2
    return index_texts(
        [Piece((titles[part], quotes[part])) for part in (slice(half), slice(half, None))],
        (2.0, 1.0),
    )


def _stands(run: Run, text: str) -> bool:
    return run.line in f" {' '.join(folded_words(text))} "


@given(st.lists(st.tuples(_LINES, st.lists(_LINES, max_size=3)), max_size=8), _RUNS)
def test_a_run_is_found_where_it_stands_in_one_value(
    rows: list[tuple[str, list[str]]], run: Run
) -> None:
    standing = [any(_stands(run, text) for text in (title, *quotes)) for title, quotes in rows]
    index = _index(rows)
    assert index.mask([run]).tolist() == standing
    assert index.holds(run) is any(standing)


@given(_LINES, st.lists(_RUNS, max_size=3))
def test_a_pattern_finds_its_runs_in_a_text(text: str, runs: list[Run]) -> None:
    found = list(pattern_of(runs).found(tuple(words_in(text))))
    assert bool(found) is any(_stands(run, text) for run in runs)
    for start, end in found:
        assert any(run.line in f" {' '.join(folded_words(text[start:end]))} " for run in runs)


@given(st.text(alphabet="abdeginrsty", max_size=12))
def test_a_family_begins_as_its_stem_says(word: str) -> None:
    root = stem(word)
    assert word.startswith(family_begins(root)) or word in forms(root)


def test_columns_are_searched_as_events_are() -> None:
    columns = synthetic(10_000)
    index = build_index(Chronology("Columns"), ColumnSource(columns))
    held = np.array(
        [any(word.startswith("hosp") for word in title.split()) for title in columns.titles[:]]
    )
    assert np.array_equal(find(index, "hosp").mask, held)
    attack = columns.category == columns.categories.index("attack")
    assert np.array_equal(find(index, "hosp* category:attack").mask, held & attack)
    assert np.array_equal(find(index, "-hosp* category:attack").mask, ~held & attack)


_HOSTILE = st.sampled_from(
    ['"', "'", "*", "(", ")", "NEAR(", "AND", "OR", "NOT", "^", "{c0 c1}:", "c0:", "+", "-", "||"]
    + ["; drop table texts", "\0", "\x1e", "\x1f", "|", " ", "flag", "events", "rowid", "ї", "😀"]
)
_IZIUMLIKE = build_index(
    Chronology("Few", documents=(document("a.txt", "The flag | was raised; NEAR the river.\n"),))
)


@given(st.one_of(st.text(), st.lists(_HOSTILE, max_size=30).map("".join)))
def test_no_line_reaches_the_full_text_index_as_syntax(line: str) -> None:
    with suppress(QueryError):
        find(_IZIUMLIKE, line)


@pytest.mark.parametrize("line", ["flag " * 2_000, "x" * 10_000, "a-" * 5_000, "-" * 10_000])
def test_ten_thousand_letters_are_answered(line: str) -> None:
    with suppress(QueryError):
        assert len(find(_IZIUMLIKE, line).mask) == 0


def test_an_endless_paragraph_is_searched_in_pieces() -> None:
    text = "the river ran on and on " * 2_000 + "past the mill"
    index = build_index(Chronology("Long", documents=(document("long.txt", text),)))
    assert index.texts.count > 1
    (passage,) = find(index, "mill").passages
    assert passage.excerpt.endswith("past the mill")
    assert text[passage.start : passage.end] == passage.excerpt
