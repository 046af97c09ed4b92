"""On a terminal long work tells how far it is, in one line that goes away again."""

import io

import pytest

from izium_timeline.cli.terminal import told
from izium_timeline.model.steps import Step, Steps


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _work() -> Steps[str]:
    for number in (1, 2):
        yield Step(number, 2_000, "documents read")
    return "done"


@pytest.mark.parametrize(("stream", "shown"), [(_Terminal(), True), (io.StringIO(), False)])
def test_long_work_is_told_on_a_terminal_alone(
    stream: io.StringIO, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", stream)
    assert told(_work()) == "done"
    text = stream.getvalue()
    assert ("1 of 2,000 documents read" in text) is shown
    assert text.split("\r")[-1].strip() == ""
    assert "\n" not in text
