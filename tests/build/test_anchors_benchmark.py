"""The benchmark of anchoring prints what is asked of it."""

import json

import pytest

from tests.benchmarks.anchors import run


def test_one_json_object_with_times_and_how_many_quotes_were_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["--documents", "3", "--quotes", "4"])
    (line,) = capsys.readouterr().out.splitlines()
    report = json.loads(line)
    assert report["quotes"] == 12
    assert report["wrong"] == report["other_words"] + report["look_alike"]
    assert 0 <= report["found"] <= 1
    assert {"unchanged_s", "edited_s", "ratio", "offered", "survived"} <= report.keys()
