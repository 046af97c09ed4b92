"""Quotes of every length are found at all their places, however the text is cut into blocks."""

from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.anchoring.occurrences import MOST, occurrences
from izium_timeline.build.anchoring.selector import Selector, Span

CUTTING = (True, True)


def every(words: str, text: str) -> list[Span]:
    spans = ((start, start + len(words)) for start in range(len(text) - len(words) + 1))
    return [span for span in spans if text[slice(*span)] == words]


@given(
    st.text("ab ", min_size=1, max_size=3),
    st.text("ab ", max_size=200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 80)), min_size=1, max_size=6),
)
def test_every_place_of_every_quote_is_found(head: str, tail: str, cuts: list[Span]) -> None:
    text = head + tail + head
    words = [text[start : start + length].strip() or "a" for start, length in cuts]
    found = occurrences([Selector(each, "", "", CUTTING) for each in words], text)
    assert found == [every(each, text) for each in words]


def test_nobody_chooses_among_more_than_a_thousand_places() -> None:
    for words in ("a", "a " * 20 + "a"):
        (found,) = occurrences([Selector(words, "", "", (False, False))], "a " * 5000)
        assert len(found) == MOST
