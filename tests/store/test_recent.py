"""Which folders were opened last."""

from pathlib import Path

from izium_timeline.store.folders import state_folder
from izium_timeline.store.recent import MOST, forget_recent, read_recent, remember


def test_the_latest_comes_first_and_each_once(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for target in (first, second, None, first):
        remember(target)
    assert read_recent() == (first, second)
    forget_recent(first)
    assert read_recent() == (second,)


def test_only_so_many_are_kept_and_what_is_no_list_is_none(tmp_path: Path) -> None:
    for number in range(MOST + 3):
        remember(tmp_path / str(number))
    assert len(read_recent()) == MOST
    (state_folder() / "recent.json").write_text("{")
    assert read_recent() == ()
