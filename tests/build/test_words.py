"""Words as the search compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.vocabulary.inflection import stem
from izium_timeline.build.vocabulary.words import fold, folded_words, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Izium’s downtown", ("izium", "downtown")),
        ("don't DON’T", ("don't", "don't")),
        ("the de-occupation – at last", ("the", "de", "occupation", "at", "last")),
        ("Café, cafe\u0301, CAFÉ", ("cafe", "cafe", "cafe")),
        ("Łódź Straße ﬁre", ("lodz", "strasse", "fire")),
        ("46 000 or 46,000", ("46", "000", "or", "46", "000")),
        ("Ізюм ІЗЮМ", ("ізюм", "ізюм")),
        ("Iz\u200bium so\u00adft", ("izium", "soft")),
        ("snake_case \x00 … “ ”", ("snake", "case")),
    ],
)
def test_words_without_case_accents_and_typography(text: str, words: tuple[str, ...]) -> None:
    assert folded_words(text) == words


@given(st.text())
def test_words_lie_in_their_places_and_fold_once(text: str) -> None:
    end = 0
    for word in words_in(text):
        assert end <= word.start < word.end <= len(text)
        assert fold(text[word.start : word.end]) == word.folded
        assert folded_words(word.folded) == (word.folded,)
        end = word.end


@pytest.mark.parametrize(
    "family",
    [
        ("shell", "shells", "shelled", "shelling", "shellings"),
        ("city", "cities"),
        ("occupy", "occupied", "occupies"),
        ("stop", "stops", "stopped", "stopping"),
        ("move", "moves", "moved", "moving"),
        ("destroy", "destroyed", "destroys", "destroying"),
        ("house", "houses"),
        ("bus", "buses"),
        ("steal", "stole", "stolen", "stealing"),
        ("flee", "fled", "flees"),
        ("man", "men"),
        ("shoot", "shot", "shots", "shooting"),
        ("take", "took", "taken", "taking"),
        ("realise", "realized", "realising"),
        ("organisation", "organizations"),
    ],
)
def test_inflected_forms_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("liberation", "liberated"),
        ("general", "generous"),
        ("news", "new"),
        ("bed", "be"),
        ("string", "str"),
        ("ізюм", "ізюмі"),
        ("size", "sise"),
        ("found", "find"),
    ],
)
def test_other_words_keep_their_own_stem(one: str, other: str) -> None:
    assert stem(one) != stem(other)
