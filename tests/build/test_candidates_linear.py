"""The work grows with the text, not with its square: counted, never timed."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis

PUBLISHED = Publication(
    parse_edtf("2022-09-13"), parse_edtf("2022-09-13").days(), Basis.STATED, "given"
)
PIECES = (
    "in 2014 the army came and ",
    "On 5 May 2014, he said, ",
    '"in March 2014 we left ',
    "\u201cin 2014 it was ",
    "(in 2014 was ",
    "which was, who in 2014 ",
    "In 2014 X. ",
    "On Monday. ",
    "since the war ",
    "a",
    "\n",
    '"',
    "- In May:\n",
)


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of the program's own code a call runs."""
    count = 0

    def on_line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return on_line

    def on_call(frame: FrameType, event: str, argument: Any) -> Any:
        return on_line if "izium_timeline" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(on_call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_four_times_the_text_is_about_four_times_the_work(piece: str) -> None:
    def work(times: int) -> Callable[[], object]:
        document = Document("a.txt", text=piece * times, publication=PUBLISHED)
        return lambda: candidates_of(document)

    work(80)()
    assert lines_run(work(320)) <= 5 * lines_run(work(80)) + 500
