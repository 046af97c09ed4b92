"""The calendar of named events that a chronology gives."""

from dataclasses import replace

from izium_timeline.build.calendar import calendar_of
from izium_timeline.model.chronology import Chronology, Phase
from izium_timeline.model.days import parse_iso_day
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis, Event, Extent, Salience, Status
from izium_timeline.model.interval import Interval


def days(first: str, last: str) -> Interval:
    return Interval(parse_iso_day(first), parse_iso_day(last))


def event(title: str, first: str, last: str, extent: Extent) -> Event:
    return Event(
        id=title,
        title=title,
        edtf=parse_edtf(f"{first}/{last}"),
        bounds=days(first, last),
        extent=extent,
        basis=Basis.STATED,
        reason="",
        salience=Salience.CORE,
        status=Status.REVIEWED,
    )


RETAKEN = event("The town is retaken", "2022-09-10", "2022-09-10", Extent.INSTANT)
OCCUPIED = event("The town under occupation", "2022-03-01", "2022-09-10", Extent.SPAN)
INVASION = event("The invasion begins", "2022-02-24", "2022-02-24", Extent.INSTANT)
OCCUPATION = Phase("Occupation", days("2022-04-01", "2022-09-10"))


def found(chronology: Chronology, phrase: str) -> str | None:
    named = calendar_of(chronology).find(phrase)
    return None if named is None else str(named.days)


def test_turning_points_are_found_by_the_words_that_name_them() -> None:
    chronology = Chronology("", (RETAKEN, OCCUPIED, INVASION))
    assert found(chronology, "the de-occupation of the town") == "2022-09-10..2022-09-10"
    assert found(chronology, "the occupation") == "2022-03-01..2022-09-10"
    assert found(chronology, "the war") == "2022-02-24.."
    assert found(chronology, "the earthquake") is None


def test_an_event_comes_before_a_phase_and_a_phase_before_a_text() -> None:
    text = "The occupation in May 1943 was short, and the fire on 3 May 2023 was not."
    with_event = Chronology("", (OCCUPIED,), (OCCUPATION,))
    calendar = calendar_of(replace(with_event, events=()), [text])
    assert found(with_event, "the occupation") == "2022-03-01..2022-09-10"
    assert str(calendar.find("the occupation").days) == "2022-04-01..2022-09-10"  # type: ignore[union-attr]
    assert str(calendar.find("the fire").days) == "2023-05-03..2023-05-03"  # type: ignore[union-attr]


def test_what_nobody_reviewed_names_nothing() -> None:
    candidate = replace(RETAKEN, status=Status.CANDIDATE)
    background = replace(RETAKEN, salience=Salience.BACKGROUND)
    assert found(Chronology("", (candidate,)), "the liberation") is None
    assert found(Chronology("", (background,)), "the liberation") is None
