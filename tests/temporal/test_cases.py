"""Golden cases: each folder is a text and the temporal expressions that belong in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from izium_timeline.model.days import parse_iso_day
from izium_timeline.model.interval import Interval
from izium_timeline.temporal import EventCalendar, NamedEvent, tag
from izium_timeline.temporal.show import as_record

CASES = sorted(
    path.parent for path in (Path(__file__).parent.parent / "cases/temporal").glob("*/document.txt")
)


def calendar_of(rows: list[dict[str, Any]]) -> EventCalendar:
    return EventCalendar(
        tuple(
            NamedEvent(tuple(row["names"]), Interval(_day(row["earliest"]), _day(row["latest"])))
            for row in rows
        )
    )


def _day(text: str | None) -> int | None:
    return None if text is None else parse_iso_day(text)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_finds_what_the_case_expects(folder: Path) -> None:
    text = (folder / "document.txt").read_bytes().decode("utf-8")
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    timexes = tag(
        text,
        expected["published"],
        mode=expected["mode"],
        calendar=calendar_of(expected["calendar"]),
    )
    assert [as_record(timex) for timex in timexes] == expected["timexes"]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150
