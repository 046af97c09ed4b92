"""The events that a folder's documents date, for all of them."""

from izium_timeline.build.named import concerns, shared_calendar
from izium_timeline.model.days import day_number
from izium_timeline.model.interval import Interval, month_interval
from izium_timeline.temporal import NamedEvent

DAY = Interval(day_number(2022, 9, 10), day_number(2022, 9, 10))
MONTH = month_interval(2022, 9)


def named(name: str, days: Interval) -> NamedEvent:
    return NamedEvent((name,), days)


def test_documents_that_agree_date_an_event_as_narrowly_as_any_of_them() -> None:
    calendar = shared_calendar([named("Liberation", MONTH), named("liberation", DAY)])
    assert calendar.events == (named("liberation", DAY),)


def test_a_name_that_stands_for_two_events_is_left_out() -> None:
    other = month_interval(2022, 4)
    assert shared_calendar([named("attack", MONTH), named("attack", other)]).events == ()


def test_an_open_end_holds_what_lies_before_it() -> None:
    since = Interval(day_number(2022, 2, 24), None)
    calendar = shared_calendar([named("war", since), named("war", MONTH)])
    assert calendar.events == (named("war", MONTH),)


def test_a_calendar_concerns_the_texts_that_name_what_they_do_not_date() -> None:
    calendar = shared_calendar([named("liberation of izium", DAY), named("siege", MONTH)])
    assert concerns(calendar, "Days after the Liberation\nof Izium it rained.", ())
    assert not concerns(calendar, "The besieged city, the liberation of Kherson.", ())
    own = [named("Liberation of Izium", DAY)]
    assert not concerns(calendar, "After the liberation of Izium.", own)
    assert concerns(calendar, "After the siege and the liberation of Izium.", own)
    wider = [named("liberation of izium", MONTH)]
    assert concerns(calendar, "After the liberation of Izium.", wider)
