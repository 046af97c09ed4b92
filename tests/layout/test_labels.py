import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.layout.labels import GAP, Wish, elide, place_row


def _measure(text: str) -> float:
    return 7.0 * len(text)


@given(st.text(max_size=60), st.floats(0, 500))
def test_an_elided_text_fits_and_begins_like_the_text(text: str, room: float) -> None:
    cut = elide(text, room, _measure)
    assert cut == "" or _measure(cut) <= room
    assert text.startswith(cut.removesuffix("…"))
    if _measure(text) <= room:
        assert cut == text


_wishes = st.lists(
    st.tuples(
        st.floats(0, 900),
        st.floats(1, 400),
        st.integers(0, 2),
        st.text(min_size=1, max_size=40),
        st.sampled_from(["", "2", "144"]),
    ),
    max_size=30,
)


@given(_wishes, st.lists(st.floats(0, 990), max_size=8).map(sorted))
def test_labels_and_dots_keep_apart(
    wishes: list[tuple[float, float, int, str, str]], dots: list[float]
) -> None:
    boxes = [(x - 6, x + 6) for x in dots]
    made = [
        Wish(number, left, left + width, left - 4, (rank, number), title, pill)
        for number, (left, width, rank, title, pill) in enumerate(wishes)
    ]
    labels = place_row(made, boxes, 0.0, 1000.0, _measure)
    for one, other in zip(labels[:-1], labels[1:], strict=True):
        assert one.right <= other.left
    for label in labels:
        assert label.right <= 1000.0
        for left, right in boxes:
            assert label.right <= left + 0.001 or label.left >= right - 0.001


def test_a_label_slides_along_its_bar_but_not_past_it() -> None:
    first = Wish(0, 0.0, 50.0, 0.0, (0,), "a" * 20, "")
    long = Wish(1, 20.0, 900.0, 0.0, (1,), "b" * 20, "")
    short = Wish(2, 30.0, 60.0, 0.0, (2,), "c" * 20, "")
    labels = place_row([first, long, short], [], 0.0, 1000.0, _measure)
    assert [label.mark for label in labels] == [0, 1]
    assert labels[1].left == pytest.approx(labels[0].right + GAP, abs=50)


def test_where_a_title_has_no_room_the_count_may_have() -> None:
    wishes = [
        Wish(0, 0.0, 30.0, 0.0, (0,), "a" * 40, "9"),
        Wish(1, 40.0, 60.0, 0.0, (1,), "b" * 40, ""),
    ]
    labels = place_row(wishes, [(60.0, 70.0)], 0.0, 200.0, _measure)
    assert [(label.pill, label.title) for label in labels] == [("9", "")]


def test_a_title_without_room_behind_its_mark_stands_before_it() -> None:
    wish = Wish(0, 950.0, 955.0, 935.0, (0,), "a" * 20, "")
    (label,) = place_row([wish], [(935.0, 945.0)], 0.0, 1000.0, _measure)
    assert label.full
    assert label.right == pytest.approx(935.0 - GAP)
