"""Days against the standard library's calendar, and beyond its years."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.model.days import (
    add_months,
    civil,
    day_number,
    iso_day,
    month_length,
    parse_iso_day,
    weekday,
)

ANY_DAY = st.integers(-40_000_000, 40_000_000)


@given(st.dates())
def test_days_agree_with_the_standard_library(date: datetime.date) -> None:
    number = day_number(date.year, date.month, date.day)
    assert number == date.toordinal()
    assert civil(number) == (date.year, date.month, date.day)
    assert weekday(number) == date.weekday()


@given(ANY_DAY)
def test_every_day_goes_there_and_back(day: int) -> None:
    year, month, of_month = civil(day)
    assert 1 <= month <= 12
    assert 1 <= of_month <= month_length(year, month)
    assert day_number(year, month, of_month) == day
    assert parse_iso_day(iso_day(day)) == day


def test_the_year_before_1_is_0_and_leaps() -> None:
    assert civil(day_number(1) - 1) == (0, 12, 31)
    assert month_length(0, 2) == 29
    assert iso_day(day_number(-489, 3, 1)) == "-0489-03-01"


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2023, 2, 29), (2022, 2, 31), (2022, 13, 1), (2022, 0, 1)]
)
def test_a_day_that_does_not_exist_is_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="there is no"):
        day_number(year, month, day)


@pytest.mark.parametrize("text", ["2022-9-10", "2022-09", "10.09.2022", "", "2022-02-30"])
def test_only_iso_days_are_read(text: str) -> None:
    with pytest.raises(ValueError, match="no"):
        parse_iso_day(text)


def test_months_are_added_to_the_last_day_that_there_is() -> None:
    assert iso_day(add_months(parse_iso_day("2022-10-31"), 4)) == "2023-02-28"
    assert iso_day(add_months(parse_iso_day("2024-02-29"), -12)) == "2023-02-28"
