"""Named events: looked up, harvested from a text, counted from."""

import pytest

from izium_timeline.model.days import parse_iso_day
from izium_timeline.model.interval import Interval
from izium_timeline.temporal import EventCalendar, NamedEvent, harvest, tag


def days(first: str, last: str | None = None) -> Interval:
    return Interval(parse_iso_day(first), parse_iso_day(last or first))


LIBERATION = NamedEvent(("liberation", "liberation of Kharkiv"), days("2022-09-10"))
KHERSON = NamedEvent(("liberation of Kherson",), days("2022-11-11"))


def test_the_longest_name_counts() -> None:
    calendar = EventCalendar((LIBERATION, KHERSON))
    assert calendar.find("the long-awaited liberation of Kherson") is KHERSON
    assert calendar.find("the liberation of the town") is LIBERATION
    assert calendar.find("the liberator") is None


def test_of_two_events_with_one_name_the_first_counts() -> None:
    later = NamedEvent(("liberation",), days("2023-01-01"))
    assert EventCalendar((LIBERATION,)).extended([later]).find("the liberation") is LIBERATION


def test_an_event_needs_a_name() -> None:
    with pytest.raises(ValueError, match="name"):
        NamedEvent((), days("2022-09-10"))


def test_a_text_dates_its_own_events() -> None:
    found = harvest("After the liberation of Izium in September 2022 and the fire on 3 May 2023.")
    assert {event.names[0]: str(event.days) for event in found} == {
        "liberation": "2022-09-01..2022-09-30",
        "liberation of izium": "2022-09-01..2022-09-30",
        "fire": "2023-05-03..2023-05-03",
    }


def test_an_event_with_two_dates_is_left_out() -> None:
    assert harvest("The election in May 2010 and the election in May 2012.") == ()


def test_the_narrower_of_two_dates_that_agree_counts() -> None:
    (event,) = harvest("The siege in 2022 began badly. The siege in March 2022 went on.")
    assert str(event.days) == "2022-03-01..2022-03-31"


def test_an_amount_counts_from_the_event_and_widens_with_its_unit() -> None:
    def found(wording: str) -> str:
        text = f"It happened {wording} the liberation."
        return str(tag(text, calendar=EventCalendar((LIBERATION,)))[0].interval)

    assert found("two days after") == "2022-09-12..2022-09-12"
    assert found("three weeks after") == "2022-09-28..2022-10-04"
    assert found("three months before") == "2022-06-01..2022-06-30"
    assert found("two years after") == "2024-01-01..2024-12-31"


def test_an_unknown_event_keeps_its_relation_and_gets_no_date() -> None:
    (timex,) = tag("Two weeks after the accident he came home.", "2022-09-13")
    assert (timex.relation, timex.interval, timex.edtf) == ("after", None, None)


def test_a_name_is_matched_as_a_name_whatever_it_holds() -> None:
    calendar = EventCalendar((NamedEvent(("operation (a.k.a. c++) [x]",), days("2022-09-10")),))
    assert tag("Two days after the operation (a.k.a. c++) [x] it rained.", calendar=calendar)
