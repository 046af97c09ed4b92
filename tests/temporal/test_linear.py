"""The work grows with the text, not with its square: counted, never timed.

The tracer counts the lines that the tagger runs and the characters that its patterns are
given to read; a text four times as long may take little more than four times as much.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from izium_timeline.temporal import tag
from izium_timeline.temporal.match import RULES
from izium_timeline.temporal.rule import Rule

PIECES = """
1234567890|1 |10 |1-|10-|1990 |1990-|1,|12:|'45 |490 |(|( |May |January |5 May, |Monday |last
the end of |early |of the |first |two |a half |in the beginning of the early |every |since
the year of the year |10 days |twenty-|and a half |one hundred and |from 5 to 6 May
"""


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of the tagger's own code a call runs."""
    count = 0

    def on_line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return on_line

    def on_call(frame: FrameType, event: str, argument: Any) -> Any:
        return on_line if "temporal" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(on_call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "piece", [*PIECES.strip().replace("\n", " |").split("|"), "\n", " ", "\u200b"], ids=repr
)
def test_four_times_the_text_is_about_four_times_the_work(piece: str) -> None:
    tag(piece * 3, "2022-09-13")
    short = lines_run(lambda: tag(piece * 60, "2022-09-13"))
    long = lines_run(lambda: tag(piece * 240, "2022-09-13"))
    assert long <= 5 * short + 500


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_pattern_repeats_without_a_bound(rule: Rule) -> None:
    unescaped = rule.source.replace("\\*", "").replace("\\+", "").replace("[+-]", "")
    assert "*" not in unescaped
    assert "+" not in unescaped
