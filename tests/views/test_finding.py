"""Words in one document, its sentences, and those that no event rests on."""

from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.views.finding import occurrences, step
from izium_timeline.views.passages import Passage, Passages
from izium_timeline.views.sentences import gaps, sentences

TEXT = "Izium fell.  “It is over,” he said.\r\n\nCaption / A. B\nThe end of 3.5 months… or not?"


def test_sentences_and_lines_are_told_apart() -> None:
    assert [TEXT[start:end] for start, end in sentences(TEXT)] == [
        "Izium fell.",
        "“It is over,” he said.",
        "Caption / A.",
        "B",
        "The end of 3.5 months… or not?",
    ]


@given(st.text(alphabet='ab .!?…\n\r"”’)A', max_size=60))
def test_sentences_hold_every_sign_but_blanks_once(text: str) -> None:
    spans = list(sentences(text))
    assert all(first[1] <= second[0] for first, second in zip(spans, spans[1:], strict=False))
    held = "".join(text[start:end] for start, end in spans)
    assert "".join(held.split()) == "".join(text.split())


def test_a_gap_is_a_sentence_that_shares_nothing_with_a_passage() -> None:
    passages = Passages((Passage(14, 20, 0, 0, ""),))
    found = [TEXT[start:end] for start, end in gaps(TEXT, passages)]
    assert found == ["Izium fell.", "Caption / A.", "The end of 3.5 months… or not?"]


def test_words_are_found_across_line_ends() -> None:
    assert occurrences("the Flag\r\n  over. The flag over", "flag OVER") == ((4, 16), (22, 31))
    assert occurrences("anything", "  ") == ()
    assert occurrences("a.c abc", "a.c") == ((0, 3),)


def test_stepping_goes_around_the_ends() -> None:
    spans = ((5, 8), (20, 22))
    assert [step(spans, point, True) for point in (0, 5, 20, 30)] == [0, 1, 0, 0]
    assert [step(spans, point, False) for point in (0, 5, 20, 30)] == [1, 1, 0, 1]
    assert step((), 3, True) is None
