"""Reading JSON a bit at a time gives what ``json.loads`` gives, and says what it says."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.model.steps import finished
from izium_timeline.store.json_reading import Fields, Make, text_steps, value_steps
from izium_timeline.store.open import open_steps

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)
_BROKEN = ("", " ", "{", "[", '{"a"', '{"a":', '{"a": 1', '{"a": 1,', '{"a": 1,}', '{"a": [1,]}',
           '{"a": [1 2]}', '{"a": [', "{1: 2}", '{"a": 1} x', '{"a" 1}', '{"a": nul}')  # fmt: skip


def _as_it_is(_name: str, _fields: Fields) -> Make:
    return lambda _number, item: item


def _read(text: str) -> Any:
    return finished(value_steps(text, _as_it_is))


def _told(text: str, read: Any) -> str:
    try:
        return repr(read(text))
    except ValueError as error:
        return str(error)


@given(value=_VALUES, indent=st.sampled_from([None, 0, 1]))
def test_any_value_is_read(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    assert _read(f" {text}\n") == value


@given(value=_VALUES, data=st.data())
def test_what_is_broken_is_told_as_ever(value: Any, data: st.DataObject) -> None:
    text = json.dumps({"a": value, "b": [value, value]})
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.sampled_from([text[:at], text[:at] + text[at + 1 :], f"{text[:at]},"]))
    assert _told(cut, _read) == _told(cut, json.loads)


@pytest.mark.parametrize("text", _BROKEN)
def test_an_outermost_value_that_is_broken(text: str) -> None:
    assert _told(text, _read) == _told(text, json.loads)


def test_of_a_name_that_comes_twice_the_last_holds() -> None:
    assert _read('{"a": [1], "a": [2]}') == {"a": [2]}


def test_items_become_what_is_made_of_them_by_what_stands_before() -> None:
    def maker(name: str, fields: Fields) -> Make:
        return lambda number, item: f"{fields.get('a')} {name}{number}: {item}"

    text = '{"a": 7, "b": [1, 2], "c": {"b": [1]}}'
    read = finished(value_steps(text, maker))
    assert read == {"a": 7, "b": ["7 b0: 1", "7 b1: 2"], "c": {"b": [1]}}


@given(text=st.text(alphabet="aé€\U0001f600\n", max_size=60))
def test_a_text_is_the_same_however_it_is_cut(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("text") / "a.json"
    path.write_text(f"\ufeff{text}", "utf-8", newline="")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("izium_timeline.store.json_reading._CHUNK", 5)
        assert finished(text_steps(path)) == text


def test_bytes_that_are_no_text_are_told_with_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("izium_timeline.store.json_reading._CHUNK", 4)
    path = tmp_path / "a.json"
    path.write_bytes(b"0123456\xff89")
    with pytest.raises(UnicodeDecodeError, match="position 7"):
        finished(text_steps(path))


def test_a_chronology_is_never_further_before_than_after() -> None:
    shares = [step.share for step in open_steps(None)]
    assert len(shares) > 300
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
