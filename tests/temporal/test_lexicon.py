"""The pattern of any of some words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.temporal.lexicon import any_of

_WORDS = st.sets(st.text("ab .?'", min_size=1, max_size=6), min_size=1, max_size=12)


@given(_WORDS, st.text("ab .?'", max_size=40))
def test_the_longest_word_that_stands_in_a_place_is_found(words: set[str], text: str) -> None:
    one_after_another = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    assert re.findall(any_of(words), text) == re.findall(one_after_another, text)


def test_a_sign_is_found_as_it_may_be_written() -> None:
    pattern = any_of(("new year", "new year's eve", "newly"), {" ": r"\s+", "'": "['\u2019]?"})
    text = "new year, new  years eve, new\nyear\u2019s eve, newly"
    assert re.findall(pattern, text) == text.split(", ")


def test_a_long_name_is_a_pattern_too() -> None:
    name = "x" * 5000
    assert re.fullmatch(any_of((name, f"{name}y")), f"{name}y")
