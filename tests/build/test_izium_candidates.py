"""What the candidates of the five articles reach of the reviewed chronology: a level to keep."""

import json
from pathlib import Path
from typing import Any

import pytest

from izium_timeline.model.resource import resource
from tests.benchmarks.candidates import Measure, candidates_of_folder, documents_of, measure

NON_EVENTS = Path(__file__).parent / "izium_non_events.json"


def gold() -> dict[str, Any]:
    """The reviewed events and the passages that are none, as the measure takes them."""
    shipped = json.loads(resource("resources/izium.chronology.json").read_text("utf-8"))
    events = [
        {
            "id": event["id"],
            "title": event["title"],
            "date": event["date"],
            "start": event.get("earliest"),
            "end": event.get("latest"),
            "date_basis": event["basis"],
            "evidence": [_place(piece) for piece in event["evidence"]],
        }
        for event in shipped["events"]
    ]
    return {"events": events, "non_events": json.loads(NON_EVENTS.read_text("utf-8"))}


def _place(piece: dict[str, Any]) -> dict[str, Any]:
    position = next(each for each in piece["selector"] if each["type"] == "TextPositionSelector")
    return {"document": piece["source"], "start": position["start"], "end": position["end"]}


@pytest.fixture(scope="module")
def found() -> Measure:
    return measure(gold(), candidates_of_folder(documents_of(resource("documents"))))


def test_reaches_three_quarters_of_the_dated_events(found: Measure) -> None:
    assert found.reached + len(found.misses) == 56
    assert found.recall >= 75, [(miss.event["id"], miss.reason) for miss in found.misses]


def test_most_candidates_are_events_that_people_found(found: Measure) -> None:
    assert found.precision >= 90, [event.title for event in found.strangers]


def test_no_furniture_is_told_as_an_event(found: Measure) -> None:
    assert found.furniture == ()
