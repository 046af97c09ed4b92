"""What every text is owed: no failure, no overlap, no invented date, the same answer twice."""

import dataclasses
import datetime
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.model.days import civil, iso_day
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.interval import Interval
from izium_timeline.temporal import EventCalendar, Mode, NamedEvent, Timex, tag

WORDS = """
10 September 2022|September 10, 2022|March|May|2022|1943|490 BC|the 1990s|'45|Saturday|today
last month|the next day|two weeks later|three years ago|now|early|late|the end of|mid-|about
since|until|from|to|and|-|between|before|after|(|)|,|.|the|of|in|on|every day|daily|Christmas
Easter 2022|Independence Day|Unity Day|winter|spring|31 February|29 February 2023|2023-13-45
99/99/9999|12:30|25:61|6 p.m.|24:00|the first weeks of|the war|the liberation|half|quarter|second
two and a half|several|days|00|0|9999|\u200b|\u0301|\U0001f1fa\U0001f1e6|місто|that year
of that year|the nineteenth century|Q3|the winter of 2014-15|night of|2022-09-10T25:00:00
2022-09-10T24:00|2022-09-10T12:75|2022-09-10T09:30:00Z
"""
TEXTS = st.lists(
    st.sampled_from([*WORDS.strip().replace("\n", "|").split("|"), "\n", "\n\n"]), max_size=30
).map(" ".join)
PUBLISHED = st.sampled_from(
    [None, "", "nonsense", "2022-09-13", "2022-09-13~", "2023-06~/2023-07~", "../2022", "Y-12000"]
)
MODES = st.sampled_from([None, *Mode])
CALENDAR = EventCalendar(
    (
        NamedEvent(("liberation", "de-occupation"), Interval(738408, 738408)),
        NamedEvent(("war", "invasion"), Interval(738210, None)),
    )
)


@given(TEXTS, PUBLISHED, MODES)
def test_spans_lie_in_the_text_in_order_without_overlap(
    text: str, published: str | None, mode: Mode | None
) -> None:
    done = 0
    for timex in tag(text, published, mode=mode, calendar=CALENDAR):
        assert done <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        done = timex.end


@given(TEXTS, PUBLISHED, MODES)
def test_days_and_edtf_belong_together(text: str, published: str | None, mode: Mode | None) -> None:
    for timex in tag(text, published, mode=mode, calendar=CALENDAR):
        assert (timex.interval is None) == (timex.edtf is None)
        if timex.interval is None or timex.edtf is None:
            continue
        edtf = parse_edtf(timex.edtf)
        assert str(edtf) == timex.edtf
        bounds, days = edtf.bounds(), timex.interval
        assert bounds.earliest is None or (
            days.earliest is not None and bounds.earliest <= days.earliest
        )
        assert bounds.latest is None or (days.latest is not None and days.latest <= bounds.latest)


@given(TEXTS, PUBLISHED)
def test_the_same_text_gives_the_same_answer(text: str, published: str | None) -> None:
    assert tag(text, published) == tag(text, published)


@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=20)))
def test_no_text_and_no_publication_date_makes_it_fail(text: str, published: str | None) -> None:
    tag(text, published, calendar=CALENDAR)


@given(st.integers(datetime.date(1000, 1, 1).toordinal(), datetime.date(2099, 12, 31).toordinal()))
def test_a_day_written_in_full_is_that_day(day: int) -> None:
    year, month, of_month = civil(day)
    name = datetime.date(2000, month, 1).strftime("%B")
    for wording in (
        f"{of_month} {name} {year}",
        f"{name} {of_month}, {year}",
        f"{year}-{month:02d}-{of_month:02d}",
        f"{of_month:02d}.{month:02d}.{year}",
    ):
        (timex,) = tag(f"It was on {wording}.")
        assert (timex.text, timex.value) == (wording, iso_day(day))
        assert timex.interval == Interval(day, day)


@given(st.integers(1900, 2099), st.integers(1, 13), st.integers(29, 39))
def test_a_day_that_cannot_exist_is_not_tagged(year: int, month: int, day: int) -> None:
    try:
        datetime.date(year, month, day)
    except ValueError:
        names = [datetime.date(2000, number, 1).strftime("%B") for number in range(1, 13)]
        wordings = [f"{year}-{month:02d}-{day:02d}", f"{day:02d}.{month:02d}.{year}"]
        if month <= 12:
            wordings += [f"{day} {names[month - 1]} {year}", f"{names[month - 1]} {day}, {year}"]
        assert [tag(f"It was on {wording}.") for wording in wordings] == [[]] * len(wordings)


def test_two_differently_dated_wordings_never_share_a_reason() -> None:
    text = (
        "The town fell in April 2022. Two days later, on Saturday, it burned. Last month and last "
        "week, and in March, and on 3 May and 4 May 2022, in spring and in summer, the road was "
        "open. Three weeks ago it closed; three months ago, too. That year and the next year."
    )
    found = tag(text, "2022-09-13")
    by_reason: dict[str, set[Interval | None]] = {}
    for timex in found:
        by_reason.setdefault(timex.reason, set()).add(timex.interval)
    assert len(found) > 12
    assert all(len(days) == 1 for days in by_reason.values())


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="poem"):
        tag("10 September 2022", mode="poem")


def test_the_mode_can_be_overridden() -> None:
    text = "In 1914 the war began. In August the town fell."

    def year(mode: str) -> str:
        return tag(text, "2022-09-13", mode=mode)[1].value

    assert (year("narrative"), year("news")) == ("1914-08", "2022-08")


def test_positions_are_code_points() -> None:
    text = "\U0001f1fa\U0001f1e6 e\u0301 \U0001f3da 10 September 2022"
    (timex,) = tag(text)
    assert text[timex.start : timex.end] == "10 September 2022"


def test_a_timex_refuses_a_span_that_is_not_its_text() -> None:
    (timex,) = tag("10 September 2022")
    with pytest.raises(ValueError, match="span"):
        dataclasses.replace(timex, end=timex.end + 1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        timex.value = "1999"  # type: ignore[misc]


def test_one_line_of_a_million_characters() -> None:
    text = "word " * 100_000 + "10 September 2022 " + "9" * 500_000
    assert [timex.value for timex in tag(text)] == ["2022-09-10"]


def test_the_tagger_brings_neither_qt_nor_numpy() -> None:
    script = (
        "import sys, izium_timeline.temporal; "
        "sys.exit(any(name in sys.modules for name in ('PySide6', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_timex_is_plain_data() -> None:
    (timex,) = tag("10 September 2022")
    assert isinstance(timex, Timex)
    assert {field.name for field in dataclasses.fields(timex)} == {
        "start", "end", "text", "type", "value", "modifier", "interval", "edtf", "basis",
        "reason", "relation",
    }  # fmt: skip
