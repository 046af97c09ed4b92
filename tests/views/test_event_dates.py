"""Dates in words."""

import datetime

import pytest

from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.interval import Interval
from izium_timeline.views.event_dates import bounds_text, date_text, long_date_text


@pytest.mark.parametrize(
    ("edtf", "short"),
    [
        ("2022-09-10", "10 Sep 2022"),
        ("2022-09-10~", "c. 10 Sep 2022"),
        ("2022-09-10?", "10 Sep 2022?"),
        ("2022-03", "Mar 2022"),
        ("1923~", "c. 1923"),
        ("2022-24", "winter 2022/23"),
        ("2022-21~", "c. spring 2022"),
        ("199X", "1990s"),
        ("2022-09-10/2022-09-16", "10–16 Sep 2022"),
        ("2022-09-06~/2022-09-13~", "c. 6 – c. 13 Sep 2022"),
        ("2022-03~/2022-09-09", "c. Mar – 9 Sep 2022"),
        ("2022-10/2023-01~", "Oct 2022 – c. Jan 2023"),
        ("2022-22/2022-23", "summer 2022 – autumn 2022"),
        ("2021/2022", "2021 – 2022"),
        ("../2022-02-23", "up to 23 Feb 2022"),
        ("2022-09-13~/..", "from c. 13 Sep 2022"),
        ("2022-09-13/", "from 13 Sep 2022, end unknown"),
        ("/2022-09-13", "up to 13 Sep 2022, start unknown"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("0000", "1 BC"),
        ("-018X", "190–181 BC"),
        ("Y12022-01", "Jan 12022"),
        ("2004-XX", "2004"),
    ],
)
def test_a_date_in_short_words(edtf: str, short: str) -> None:
    assert date_text(parse_edtf(edtf)) == short


def test_a_date_in_full_words_with_its_time() -> None:
    words = long_date_text(parse_edtf("2022-09-10~"), datetime.time(4, 30))
    assert words == "about 10 September 2022, 04:30"
    assert long_date_text(parse_edtf("2022-02-20~/2022-02-23")) == "about 20 to 23 February 2022"


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2022-09-10", "2022-09-10", "on 10 September 2022"),
        ("2022-02-24", "2022-09-09", "between 24 February and 9 September 2022"),
        ("2022-02-17", "2022-02-23", "between 17 and 23 February 2022"),
        ("2021-12-30", "2022-01-02", "between 30 December 2021 and 2 January 2022"),
        (None, "2022-02-23", "at the latest 23 February 2022, earliest day open"),
        ("2022-06-10", None, "at the earliest 10 June 2022, latest day open"),
    ],
)
def test_bounds_in_words(earliest: str | None, latest: str | None, words: str) -> None:
    first, last = (parse_edtf(day).days().earliest if day else None for day in (earliest, latest))
    assert bounds_text(Interval(first, last)) == words
