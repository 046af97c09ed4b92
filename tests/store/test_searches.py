"""Recent searches of each chronology."""

import stat
from pathlib import Path

import pytest

from izium_timeline.store.folders import state_folder
from izium_timeline.store.searches import (
    MOST_RECENT,
    Searches,
    forget_searches,
    read_searches,
    write_searches,
)


def test_searches_come_back_for_their_own_target(tmp_path: Path) -> None:
    kept = Searches().used("flag").used("category:attack on:2022-03 Ізюм")
    write_searches(tmp_path, kept)
    assert read_searches(tmp_path) == kept
    assert read_searches(None) == Searches()
    (file,) = (state_folder() / "searches").iterdir()
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    forget_searches(tmp_path)
    assert read_searches(tmp_path) == Searches()


def test_the_latest_comes_first_and_once_and_they_are_capped() -> None:
    searches = Searches().used("a").used("b").used(" a ").used(" ").used("x" * 10_001)
    assert searches.recent == ("a", "b")
    assert searches.without("a") == Searches(("b",))
    for number in range(100):
        searches = searches.used(str(number))
    assert len(searches.recent) == MOST_RECENT
    assert searches.recent[0] == "99"


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"recent": 3, "saved": [1, "a"]}', b"\xff", b"[" * 9_999]
)
def test_a_damaged_file_is_no_searches_but_those_it_holds(data: bytes) -> None:
    write_searches(None, Searches())
    (file,) = (state_folder() / "searches").iterdir()
    file.write_bytes(data)
    assert set(read_searches(None).kept_before) <= {"a"}
