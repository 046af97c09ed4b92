"""The pages of a document: where they begin, and the lines that run along them."""

from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.corpus.running_lines import without_running_lines
from izium_timeline.model.document import Document


def test_a_place_stands_on_the_last_page_that_began_before_it() -> None:
    document = Document("a.pdf", text="one\n\nthree", pages=(0, 4, 5))
    assert [document.page_at(place) for place in (0, 3, 4, 5, 9)] == [1, 1, 2, 3, 3]
    assert Document("a.txt", text="one").page_at(0) is None


def test_a_line_that_runs_along_is_kept_once_and_page_numbers_never() -> None:
    pages = [f"The minutes\nPage {number} says so.\n- {number} -" for number in (9, 10, 11)]
    assert without_running_lines(pages) == [
        "The minutes\nPage 9 says so.",
        "Page 10 says so.",
        "Page 11 says so.",
    ]


def test_a_title_and_a_number_may_run_along_the_same_edge() -> None:
    pages = [
        f"The minutes\nPage {number} of 3\n\nIn {number}, too.\n\n{number}/3\nKept"
        for number in (1, 2, 3)
    ]
    assert without_running_lines(pages) == [
        "The minutes\n\nIn 1, too.\n\nKept",
        "In 2, too.",
        "In 3, too.",
    ]
    pages = [f"Words of page {word}.\nPage {number} of 2" for number, word in enumerate("ab", 1)]
    assert without_running_lines(pages) == ["Words of page a.", "Words of page b."]


def test_what_only_some_pages_share_stays() -> None:
    pages = ["Yes.\nA", "Yes.\nB", "No.\nC", "Never.\nD", "Ever.\nE"]
    assert without_running_lines(pages) == pages
    assert without_running_lines(["The same"] * 2) == ["The same"] * 2


@given(st.lists(st.text(st.sampled_from("a1\n "), max_size=12), max_size=8))
def test_no_page_is_lost_and_nothing_is_added(pages: list[str]) -> None:
    left = without_running_lines(pages)
    assert len(left) == len(pages)
    for before, after in zip(pages, left, strict=True):
        lines = iter(before.split("\n"))
        assert all(line in lines for line in after.split("\n") if line)
