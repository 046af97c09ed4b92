"""Timexes for programs and for a terminal."""

import json

from izium_timeline.temporal import tag
from izium_timeline.temporal.show import coloured, json_lines

TEXT = "On 10 September 2022 at 18:30 it ended; on Saturday it rained.\x1b[31m\x07"


def test_each_timex_is_one_json_object_a_line() -> None:
    lines = json_lines(tag(TEXT)).splitlines()
    first, *_ = (json.loads(line) for line in lines)
    assert len(lines) == len(tag(TEXT))
    assert first == {
        "start": 3,
        "end": 20,
        "text": "10 September 2022",
        "type": "DATE",
        "value": "2022-09-10",
        "modifier": None,
        "earliest": "2022-09-10",
        "latest": "2022-09-10",
        "time": None,
        "edtf": "2022-09-10",
        "basis": "stated",
        "reason": "'10 September 2022': names the day in full",
        "relation": None,
    }


def test_a_time_of_day_is_told() -> None:
    record = json.loads(json_lines(tag(TEXT)).splitlines()[1])
    assert (record["time"], record["edtf"]) == ("18:30:00", "2022-09-10T18:30:00")


def test_nothing_found_is_no_line() -> None:
    assert json_lines([]) == ""


def test_a_terminal_sees_colours_and_values() -> None:
    shown = coloured(TEXT, tag(TEXT))
    assert "\x1b[36m10 September 2022 [2022-09-10]\x1b[0m" in shown
    assert "\x1b[36mSaturday [2022-09-10]\x1b[0m" in shown


def test_a_document_cannot_command_the_terminal() -> None:
    shown = coloured(TEXT, tag(TEXT))
    assert "\x1b[31m" not in shown
    assert "\x07" not in shown
    assert "\u241b[31m\u2407" in shown
