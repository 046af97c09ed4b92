"""Intervals refuse what can't be, and know their precision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.model.days import parse_iso_day
from izium_timeline.model.interval import Interval, Precision

PRECISIONS = [
    ("2022-09-10", "2022-09-10", "day"),
    ("2022-09-05", "2022-09-11", "week"),
    ("2022-09-06", "2022-09-12", "interval"),
    ("2022-02-01", "2022-02-28", "month"),
    ("2022-02-01", "2022-02-27", "interval"),
    ("2022-03-01", "2022-05-31", "season"),
    ("2022-12-01", "2023-02-28", "season"),
    ("2022-01-01", "2022-03-31", "quarter"),
    ("2022-02-01", "2022-04-30", "interval"),
    ("2022-01-01", "2022-12-31", "year"),
    ("2022-02-01", "2023-01-31", "interval"),
    ("1990-01-01", "1999-12-31", "decade"),
    ("1991-01-01", "2000-12-31", "interval"),
    ("1800-01-01", "1899-12-31", "century"),
    ("1801-01-01", "1900-12-31", "century"),
]


@pytest.mark.parametrize(("earliest", "latest", "precision"), PRECISIONS)
def test_precision(earliest: str, latest: str, precision: str) -> None:
    interval = Interval(parse_iso_day(earliest), parse_iso_day(latest))
    assert interval.precision == Precision(precision)


@given(st.integers(-(10**7), 10**7), st.integers(-(10**7), 10**7))
def test_day_exactly_when_both_ends_are_one(earliest: int, latest: int) -> None:
    if earliest > latest:
        with pytest.raises(ValueError, match="is after"):
            Interval(earliest, latest)
    else:
        assert (Interval(earliest, latest).precision is Precision.DAY) == (earliest == latest)


def test_an_open_end_is_an_interval_and_two_are_none() -> None:
    assert Interval(None, 5).precision is Precision.INTERVAL
    with pytest.raises(ValueError, match="one known end"):
        Interval(None, None)


def test_days_in_words() -> None:
    day = parse_iso_day("2022-09-10")
    assert Interval(day, day).words == "2022-09-10"
    assert Interval(day, day + 1).words == "2022-09-10 to 2022-09-11"
    assert Interval(day, None).words == "from 2022-09-10"
    assert Interval(None, day).words == "to 2022-09-10"
