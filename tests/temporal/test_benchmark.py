"""The benchmark reads any folder of sets and prints what is asked of it."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.dates import run


def write(path: Path, *records: dict[str, object]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")


def test_each_set_of_a_folder_is_one_json_object(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "It was on 10 September 2022, and again the next day."
    write(tmp_path / "small.docs.jsonl", {"doc_id": "a", "dct": "2022-09-13", "text": text})
    write(
        tmp_path / "small.gold.jsonl",
        {"doc_id": "a", "start": 10, "end": 27, "type": "DATE", "value": "2022-09-10"},
        {"doc_id": "a", "start": 39, "end": 51, "type": "DATE", "value": "2022-09-12"},
    )
    write(tmp_path / "without-gold.docs.jsonl", {"doc_id": "a", "dct": "", "text": text})
    run([str(tmp_path)])
    (line,) = capsys.readouterr().out.splitlines()
    report = json.loads(line)
    assert (report["set"], report["documents"], report["expressions"]) == ("small", 1, 2)
    for score in ("value", "calendar"):
        for figure in ("f1", "precision", "recall"):
            assert report[f"{score}_{figure}"] == 50.0
    assert report["kb_per_s"] > 0
