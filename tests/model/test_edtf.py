"""EDTF levels 0 and 1: what is read, what it spans, and that it is written as it was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.model.days import civil, day_number
from izium_timeline.model.edtf import EdtfError, Qualifier, edtf_day, parse_edtf

SPANS = {
    "2022": "2022-01-01..2022-12-31",
    "2022-02": "2022-02-01..2022-02-28",
    "2022-09-10": "2022-09-10..2022-09-10",
    "2022-09-10T23:20:30Z": "2022-09-10..2022-09-10",
    "199X": "1990-01-01..1999-12-31",
    "18XX": "1800-01-01..1899-12-31",
    "2022-21": "2022-03-01..2022-05-31",
    "2022-24": "2022-12-01..2023-02-28",
    "2004-XX": "2004-01-01..2004-12-31",
    "1985-04-XX": "1985-04-01..1985-04-30",
    "2022-04/2022-09-10": "2022-04-01..2022-09-10",
    "../2022-02-23": "..2022-02-23",
    "2022-09-13/": "2022-09-13..",
    "-0489": "-0489-01-01..-0489-12-31",
    "-048X": "-0489-01-01..-0480-12-31",
    "Y-12000": "-12000-01-01..-12000-12-31",
    "2022?": "2022-01-01..2022-12-31",
}
WIDENED = {
    "2022-09-10~": "2022-09-09..2022-09-11",
    "2022-09~": "2022-08-01..2022-10-31",
    "2022~": "2021-01-01..2023-12-31",
    "199X~": "1980-01-01..2009-12-31",
    "2022-24%": "2022-09-01..2023-05-31",
    "2022-09-06~/2022-09-13": "2022-09-05..2022-09-13",
    "2022?": "2022-01-01..2022-12-31",
}
REFUSED = [
    "", "x", "22", "2022-13", "2022-00", "2022-25", "2023-02-29", "2022-09-31", "2022-21-01",
    "2023/2022", "../..", "/", "2022/2023/2024", "1985-XX-01", "199X-04", "2022-9",
    "2022-09T10:00:00", "2022-09-10T25:00:00", "Y2022", "2022 ", "２０２２",
]  # fmt: skip


@pytest.mark.parametrize(("text", "span"), SPANS.items())
def test_the_days_that_a_text_names(text: str, span: str) -> None:
    edtf = parse_edtf(text)
    assert str(edtf.days()) == span
    assert str(edtf) == text


@pytest.mark.parametrize(("text", "span"), WIDENED.items())
def test_approximate_ends_are_widened_by_their_unit(text: str, span: str) -> None:
    assert str(parse_edtf(text).bounds()) == span


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_edtf_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(EdtfError, match="write a date like"):
        parse_edtf(text)


qualifiers = st.sampled_from(list(Qualifier))
days = st.builds(edtf_day, st.integers(-4_000_000, 40_000_000), qualifiers).map(str)
months = st.builds(
    lambda year, month, q: f"{year:04d}-{month:02d}{q}",
    st.integers(0, 9999), st.integers(1, 12) | st.integers(21, 24), qualifiers,
)  # fmt: skip
years = st.builds(lambda year, q: f"{year:04d}{q}", st.integers(0, 9999), qualifiers)
dates = days | months | years | st.from_regex(r"-?[0-9]{3}X|-?[0-9]{2}XX", fullmatch=True)


@given(
    dates | st.builds("{}/{}".format, dates | st.just(".."), dates | st.sampled_from(["..", ""]))
)
def test_what_is_read_is_written_the_same_and_ordered(text: str) -> None:
    try:
        edtf = parse_edtf(text)
    except EdtfError:
        return  # the ends may come in the wrong order, or both be open
    assert str(edtf) == text
    assert parse_edtf(str(edtf)) == edtf
    inner, outer = edtf.days(), edtf.bounds()
    assert (outer.earliest is None) == (inner.earliest is None)
    assert outer.earliest is None or inner.earliest is None or outer.earliest <= inner.earliest
    assert outer.latest is None or inner.latest is None or outer.latest >= inner.latest


@given(st.text(max_size=40))
def test_any_other_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        told = str(parse_edtf(text))
    except EdtfError as error:
        told = str(error)
        assert "\n" not in told  # noqa: PT017 - whether it raises is open
    else:
        assert told == text


def test_a_day_becomes_its_edtf() -> None:
    day = day_number(2022, 9, 10)
    assert str(edtf_day(day, Qualifier.APPROXIMATE)) == "2022-09-10~"
    assert civil(day) == (2022, 9, 10)
