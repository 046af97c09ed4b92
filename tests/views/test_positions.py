"""Places in a text against places in the QTextDocument that shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from izium_timeline.views.positions import positions, shown_text

SIGNS = st.sampled_from(
    [
        "a",
        "\r",
        "\n",
        "\r\n",
        "\u2029",
        "\u2028",
        "é",
        "e\u0301",
        "Ізюм",
        "שלום",
        "العربية",
        "👩‍👩‍👧",
        "🇺🇦",
    ]
    + ["\ud83d", "\ude00", "\ufeff", "\ufffe", "\ufffc", "\ufdd0", "\0", "\x85", "\u202e", "𝔘"]
)
TEXTS = st.one_of(st.lists(SIGNS, max_size=30).map("".join), st.text(max_size=40))


def document(text: str) -> QTextDocument:
    shown = QTextDocument()
    shown.setPlainText(shown_text(text))
    return shown


def inside_crlf(text: str, point: int) -> bool:
    return text[max(0, point - 1) : point + 1] == "\r\n"


@given(TEXTS)
def test_every_place_comes_back(text: str) -> None:
    place = positions(text)
    for point in range(len(text) + 1):
        if not inside_crlf(text, point):
            assert place.to_text(place.to_qt(point)) == point


@given(TEXTS)
def test_places_keep_their_order_both_ways(text: str) -> None:
    place = positions(text)
    units = [place.to_qt(point) for point in range(len(text) + 1)]
    assert units == sorted(units)
    points = [place.to_text(unit) for unit in range(units[-1] + 1)]
    assert points == sorted(points)


@given(TEXTS)
def test_the_document_has_the_same_sign_at_the_same_place(text: str) -> None:
    place, shown = positions(text), document(text)
    assert place.to_qt(len(text)) == shown.characterCount() - 1
    for point, sign in enumerate(text):
        if sign.isalnum() and ord(sign) < 0x10000:
            assert shown.characterAt(place.to_qt(point)) == sign


@pytest.mark.parametrize(
    ("text", "point", "unit"),
    [
        ("abc", 2, 2),
        ("a\r\nb", 3, 2),
        ("a\r\nb", 2, 2),
        ("a\rb", 2, 2),
        ("😀b", 1, 2),
        ("🇺🇦b", 2, 4),
        ("e\u0301b", 2, 2),
        ("😀\r\n😀b", 4, 5),
        ("\ud83db", 1, 1),
        ("\ud83d\ude00b", 2, 2),
        ("שלום😀!", 5, 6),
        ("", 0, 0),
    ],
)
def test_known_places(text: str, point: int, unit: int) -> None:
    assert positions(text).to_qt(point) == unit


@pytest.mark.parametrize("mark", ["\ufeff", "\ufffe"])
def test_a_leading_byte_order_mark_leaves_the_text_readable(mark: str) -> None:
    assert document(mark + "abc").toPlainText()[1:] == "abc"


def test_a_place_inside_a_pair_is_the_place_behind_it() -> None:
    assert positions("😀b").to_text(1) == 1
