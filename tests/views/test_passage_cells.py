"""What a line of the list of passages shows."""

from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.views.passage_cells import opening


@given(st.text(alphabet="abc \n", max_size=200), st.text(alphabet="xyz", min_size=1, max_size=8))
def test_the_first_word_found_is_in_the_line(before: str, word: str) -> None:
    excerpt = f"{before} {word} and so on"
    start = len(before) + 1
    line, lit = opening(excerpt, [(start, start + len(word))])
    ((left, right),) = lit
    assert line[left:right] == word
    assert left <= 60 or " " not in before[:-24]
    assert "\n" not in line


def test_a_passage_without_such_a_word_is_shown_from_its_beginning() -> None:
    assert opening("All in all", []) == ("All in all", [])
