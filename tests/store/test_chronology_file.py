"""Chronology files as an enemy writes them: one clear line, never a traceback."""

import gc
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import ChronologyFileError, TimelineError
from izium_timeline.store.chronology_file import read_chronology_file, write_chronology_file
from izium_timeline.store.open import open_chronology
from izium_timeline.store.uncollected import uncollected

TEXT = "The town was retaken on Saturday."
GOOD: dict[str, Any] = {
    "format": "izium-timeline chronology",
    "version": 1,
    "title": "Small",
    "documents": [{"path": "a.txt", "sha256": ""}],
    "events": [
        {
            "id": "1",
            "title": "Town retaken",
            "date": "2022-09-10",
            "earliest": "2022-09-10",
            "latest": "2022-09-10",
            "extent": "instant",
            "basis": "resolved",
            "reason": "'Saturday' is the last one before publication.",
            "evidence": [
                {
                    "source": "a.txt",
                    "selector": [
                        {"type": "TextQuoteSelector", "exact": TEXT[:-1]},
                        {"type": "TextPositionSelector", "start": 0, "end": 32},
                    ],
                }
            ],
        }
    ],
}


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    copy = json.loads(json.dumps(GOOD))
    change(copy)
    return json.dumps(copy)


def event(fields: dict[str, Any]) -> Callable[[dict[str, Any]], object]:
    return lambda file: file["events"][0].update(fields)


def document_path(path: str) -> Callable[[dict[str, Any]], object]:
    return lambda file: file["documents"][0].update(path=path)


BAD = {
    "empty": ("", "no usable chronology file"),
    "no json": ("{", "no usable chronology file"),
    "a list": ("[]", "is no object"),
    "another json": ('{"a": 1}', "its field 'format'"),
    "newer": (changed(lambda file: file.update(version=2)), "update Izium Timeline"),
    "version zero": (changed(lambda file: file.update(version=0)), "version 0"),
    "version true": (changed(lambda file: file.update(version=True)), "version should be"),
    "no title": (changed(lambda file: file.pop("title")), "title should be a text"),
    "date": (changed(event({"date": "2022-02-31"})), "events[0].date"),
    "ends first": (changed(event({"earliest": "2022-09-11"})), "events[0].earliest"),
    "no bounds": (changed(event({"earliest": None, "latest": None})), "events[0].earliest"),
    "basis": (changed(event({"basis": "guessed"})), "stated, resolved, inferred"),
    "instant": (changed(event({"latest": "2022-09-12"})), "lasts more than one day"),
    "place": (changed(event({"place": [1]})), "events[0].place should hold texts"),
    "twice": (changed(lambda file: file["events"].append(file["events"][0])), "twice"),
    "unknown source": (changed(lambda file: file.update(documents=[])), "none of the documents"),
    "deep": ("[" * 200_000, "no usable chronology file"),
    "not utf-8": ("\udcff", "no usable chronology file"),
    **{
        f"path {path}": (changed(document_path(path)), hint)
        for path, hint in (
            ("../a.txt", "leads out"),
            ("b/../../a.txt", "leads out"),
            ("/etc/passwd", "no relative path"),
            ("C:/a.txt", "no relative path"),
            ("C:a.txt", "no relative path"),
            ("\\\\host\\a.txt", "no relative path"),
            ("http://host/a.txt", "no relative path"),
            ("", "should be a text"),
        )
    },
}  # fmt: skip


@pytest.mark.parametrize(("content", "told"), BAD.values(), ids=list(BAD))
def test_a_bad_file_is_told_in_one_line_that_names_it(
    tmp_path: Path, content: str, told: str
) -> None:
    path = tmp_path / "bad.chronology.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(ChronologyFileError) as caught:
        open_chronology(path)
    line = str(caught.value)
    assert "bad.chronology.json" in line
    assert told in line
    assert ";" in line, "it says what to do"
    assert "\n" not in line


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ChronologyFileError, match=r"gone.*check its name"):
        open_chronology(tmp_path / "gone.chronology.json")


def test_a_small_file_opens_with_its_document_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    path = tmp_path / "a.chronology.json"
    path.write_text(json.dumps(GOOD))
    assert {str(v): n for v, n in open_chronology(path).verdicts().items()} == {"exact": 1}


def test_links_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(TEXT)
    home = tmp_path / "home"
    home.mkdir()
    (home / "a.txt").symlink_to(outside)
    path = home / "a.chronology.json"
    path.write_text(json.dumps(GOOD))
    (document,) = open_chronology(path).documents
    assert document.missing
    assert "link" in document.problem


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.sampled_from(sorted({*GOOD} | {f"events.{name}" for name in GOOD["events"][0]})),
    value=JSON,
)
def test_any_value_in_any_field_is_read_or_told(tmp_path: Path, where: str, value: Any) -> None:
    path = tmp_path / "fuzz.chronology.json"

    def put(file: dict[str, Any]) -> None:
        *outer, name = where.split(".")
        (file["events"][0] if outer else file)[name] = value

    path.write_text(changed(put))
    try:
        read_chronology_file(path)
    except TimelineError as error:
        assert "\n" not in str(error)  # noqa: PT017 - whether it raises is open


def test_a_failed_save_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.chronology.json"
    path.write_text("what was there")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ChronologyFileError, match="No space left"):
        write_chronology_file(Chronology("Small"), path)
    assert path.read_text() == "what was there"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_the_collector_of_garbage_passes_over_what_is_read_and_then_goes_on() -> None:
    with uncollected():
        made = [[number] for number in range(100)]
        assert not gc.isenabled()
    assert gc.isenabled()
    assert not any(each is made for each in gc.get_objects())
    gc.unfreeze()


def test_a_collector_that_does_not_run_is_left_alone() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
