"""A large chronology is indexed once for window and command line."""

import pytest

from izium_timeline.cli import main
from izium_timeline.search import prepare
from izium_timeline.store.folders import cache_folder


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every chronology for a large one."""
    monkeypatch.setattr(prepare, "is_small", lambda _chronology: False)


def _refuse(*_: object) -> None:
    raise AssertionError("the index is built again")


@pytest.mark.usefixtures("large")
def test_the_second_search_and_an_export_find_with_the_index_that_the_first_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "raised the flag"]) == 0
    found = capsys.readouterr().out
    assert found.startswith("E078\t")
    monkeypatch.setattr(prepare, "_build", _refuse)
    monkeypatch.setattr(prepare, "build_index", _refuse)
    assert main(["search", "raised the flag"]) == 0
    assert capsys.readouterr().out == found
    assert main(["export", "-", "--search", "raised the flag"]) == 0
    assert capsys.readouterr().out.count("\n") == 2


@pytest.mark.usefixtures("large")
def test_an_index_that_is_damaged_meanwhile_is_no_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["search", "raised the flag"]) == 0
    found = capsys.readouterr().out
    for path in (cache_folder() / "search").rglob("*.sqlite"):
        path.write_bytes(b"no database")
    assert main(["search", "raised the flag"]) == 0
    assert capsys.readouterr().out == found
