"""Dates as people type them."""

import pytest

from izium_timeline.app.typed_dates import date_from
from izium_timeline.model.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("12 March 2022", "2022-03-12"),
        ("  march 12,2022 ", "2022-03-12"),
        ("12 mar 2022", "2022-03-12"),
        ("12. March 2022", "2022-03-12"),
        ("12 March 2022.", "2022-03-12"),
        ("12.3.2022", "2022-03-12"),
        ("13/03/2022", "2022-03-13"),
        ("3/13/2022", "2022-03-13"),
        ("5-5-2022", "2022-05-05"),
        ("2022-3-2", "2022-03-02"),
        ("2022.03.12", "2022-03-12"),
        ("20220312", "2022-03-12"),
        ("March 2022", "2022-03"),
        ("3.2022", "2022-03"),
        ("03/2022", "2022-03"),
        ("2022", "2022"),
        ("about 1910", "1910~"),
        ("2022-03/2022-05", "2022-03/2022-05"),
        ("2022/2023", "2022/2023"),
    ],
)
def test_a_date_is_read_in_the_forms_that_people_type(typed: str, edtf: str) -> None:
    assert str(date_from(typed)) == edtf


def test_figures_that_can_mean_two_days_are_asked_about() -> None:
    with pytest.raises(UsageError, match="can be 12 March 2022 or 3 December 2022; write the"):
        raise_text("12/03/2022")


@pytest.mark.parametrize(
    "typed", ["next week", "12 March", "31 February 2022", "2022-02-31", "12-3-22", "", "202203"]
)
def test_what_is_no_date_with_its_year_is_told_with_examples(typed: str) -> None:
    with pytest.raises(UsageError, match="can't be read as a date with its year; write one like"):
        raise_text(typed)


def raise_text(typed: str) -> None:
    """Raise what a person sees of the error."""
    try:
        date_from(typed)
    except UsageError as error:
        raise UsageError(str(error)) from None
