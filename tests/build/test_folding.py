"""Folding takes out what does not change the words, and every place leads back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.anchoring.folding import fold

PIECES = st.sampled_from(
    [*"aй.7“’\"' \t\n\xa0\u2009", "\r\n", "й", "e\u0301", "\u0301", "😀", "👩‍👧", "\ud800", "שלום"]
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a \t\r\n b", "a b"),
        ("a\xa0b\u2009c\u2028d", "a b c d"),
        ("“Here”, «there», ‘so’", '"Here", "there", \'so\''),
        ("сім’я, сімʼя", "сім'я, сім'я"),
        (unicodedata.normalize("NFD", "її йшли"), "її йшли"),
        ("", ""),
    ],
)
def test_what_does_not_change_the_words_is_folded(text: str, folded: str) -> None:
    assert fold(text).folded == folded


@given(st.lists(PIECES).map("".join))
def test_every_span_of_words_leads_back_to_them(text: str) -> None:
    folded = fold(text)
    end = 0
    for word in folded.folded.split():
        start = folded.folded.index(word, end)
        end = start + len(word)
        assert fold(text[slice(*folded.original(start, end))]).folded == word


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).folded
    assert fold(once).folded == once
