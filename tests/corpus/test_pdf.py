"""What the lines of a PDF become: paragraphs, and words that no hyphen divides."""

import pytest

from izium_timeline.corpus.divided_words import joined
from izium_timeline.corpus.formats import reader_of
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.pdf_lines import Line, paragraphs_of
from tests.corpus import made

BODY = ["It was on the third day of the month of", "May that the bridge", "was opened again."]


def test_a_wider_space_above_a_line_begins_a_paragraph() -> None:
    data = made.pdf([[*BODY, "", *BODY, "", *BODY]])
    paragraph = "\n".join(BODY)
    assert reader_of("a.pdf")(data, Limits()).text == "\n\n".join([paragraph] * 3)


def lines(*places: tuple[float, float]) -> list[Line]:
    """Lines of these heights and sizes, called by their number."""
    return [Line(str(number), (y, y), size) for number, (y, size) in enumerate(places)]


def test_larger_letters_and_the_next_column_part_nothing_but_headings() -> None:
    page = lines((700, 20), (670, 10), (658, 10), (700, 10), (688, 10), (676, 10), (660, 8))
    assert paragraphs_of([page]) == ["0\n\n1\n2\n3\n4\n5\n\n6"]


def test_distances_that_are_as_common_as_lines_part_nothing() -> None:
    """Half of the document is set in double space."""
    page = lines(*((700 - 12 * number, 10) for number in range(10)))
    wide = lines(*((700 - 24 * number, 10) for number in range(9)))
    assert not any("\n\n" in text for text in paragraphs_of([page, wide]))


def test_a_note_s_number_and_lines_without_a_place_part_nothing() -> None:
    page = [*lines((700, 10), (703, 6), (688, 10)), Line("x"), Line("y", (600, 600), 10)]
    assert paragraphs_of([page]) == ["0\n1\n2\nx\ny"]


@pytest.mark.parametrize(
    ("divided", "whole"),
    [
        ("on 8 Au\u2010\ngust 2022", "on 8 August 2022"),
        ("in Sep\u00ad\ntember", "in September"),
        ("re\ufffe\r\nstored", "restored"),
        ("in mid\ufffeOctober", "in mid-October"),
        ("twenty\ufffe\r\nfirst", "twenty-first"),
        ("in 2022\ufffe\r\n2023", "in 2022-2023"),
        ("Ivano\x02Frankivsk", "Ivano-Frankivsk"),
        ("UKRA\ufffe\r\nINE", "UKRAINE"),
        ("Ві\ufffe\r\nтав", "Вітав"),
        ("a \ufffe b\u00adc", "a  bc"),
    ],
)
def test_divided_words_are_one_again(divided: str, whole: str) -> None:
    assert joined(divided) == whole
