"""An index kept on disk finds what one in memory finds, and is never trusted blindly."""

import stat
from dataclasses import replace
from pathlib import Path
from threading import Event as Flag

import pytest

from izium_timeline.model.chronology import Chronology
from izium_timeline.search import prepare as preparing
from izium_timeline.search.find import find
from izium_timeline.search.index import SearchIndex, build_index
from izium_timeline.search.keep import DamagedIndexError, load_index, save_index
from izium_timeline.search.prepare import AbandonedError, content_hash, prepare
from izium_timeline.store import search_cache
from izium_timeline.store.folders import cache_folder
from izium_timeline.store.open import open_chronology
from izium_timeline.store.search_cache import forget_indexes, index_place, new_index

_IZIUM = open_chronology(None)
_QUERIES = ("a", '"six months"', "Izium -flag", "place:Kharkiv", "on:2022-09-10", "mount krem")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = build_index(_IZIUM, folder=tmp_path)
    index.close()
    save_index(index, tmp_path)
    return tmp_path


@pytest.fixture
def nothing_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "is_small", lambda _chronology: False)


def _found(index: SearchIndex) -> list[tuple[object, ...]]:
    return [(find(index, query).events, find(index, query).passages) for query in _QUERIES]


def test_what_was_kept_finds_the_same(folder: Path) -> None:
    assert _found(load_index(_IZIUM, folder)) == _found(build_index(_IZIUM))


def test_a_chronology_of_nothing_is_kept_too(tmp_path: Path) -> None:
    index = build_index(Chronology("Nothing"), folder=tmp_path)
    index.close()
    save_index(index, tmp_path)
    assert not find(load_index(Chronology("Nothing"), tmp_path), "flag")


@pytest.mark.parametrize("name", ["events.sqlite", "texts.rows.npy", "names.json", "manifest.json"])
@pytest.mark.parametrize("damage", ["flip", "cut", "lose"])
def test_damage_is_seen(folder: Path, name: str, damage: str) -> None:
    path = folder / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    if damage == "lose":
        path.unlink()
    else:
        path.write_bytes(data if damage == "flip" else data[: len(data) // 2])
    with pytest.raises(DamagedIndexError):
        load_index(_IZIUM, folder)


@pytest.mark.usefixtures("nothing_small")
def test_a_process_builds_the_cache_and_it_is_used_again() -> None:
    assert _found(prepare(_IZIUM, None)) == _found(build_index(_IZIUM))
    place = index_place(None, content_hash(_IZIUM))
    made = (place / "manifest.json").stat().st_mtime_ns
    assert _found(prepare(_IZIUM, None)) == _found(build_index(_IZIUM))
    assert (place / "manifest.json").stat().st_mtime_ns == made
    (place / "events.sqlite").write_bytes(b"no index")
    assert _found(prepare(_IZIUM, None)) == _found(build_index(_IZIUM))
    for path in (cache_folder(), place.parent.parent, place.parent, place):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700


@pytest.mark.usefixtures("nothing_small")
def test_without_a_cache_it_is_built_in_memory(home: Path) -> None:
    (home / ".cache").write_text("no folder")
    assert _found(prepare(_IZIUM, None)) == _found(build_index(_IZIUM))


@pytest.mark.usefixtures("nothing_small")
def test_nobody_waits_for_an_index_that_is_abandoned() -> None:
    abandoned = Flag()
    abandoned.set()
    with pytest.raises(AbandonedError):
        prepare(_IZIUM, None, abandoned)


def test_another_content_has_another_hash() -> None:
    event = replace(_IZIUM.events[0], note="Seen again.")
    changed = replace(_IZIUM, events=(event, *_IZIUM.events[1:]))
    document = replace(_IZIUM.documents[0], sha256="0" * 64)
    other = replace(_IZIUM, documents=(document, *_IZIUM.documents[1:]))
    assert len({content_hash(each) for each in (_IZIUM, changed, other)}) == 3


def _keep(target: Path | None, content: str, size: int = 10) -> Path:
    place = index_place(target, content)
    with new_index(place) as folder:
        (folder / "data").write_bytes(b"x" * size)
    return place


def test_a_newer_index_of_a_target_takes_the_place_of_the_older(tmp_path: Path) -> None:
    older, other = _keep(None, "older"), _keep(tmp_path, "other")
    newer = _keep(None, "newer")
    assert [place.exists() for place in (older, newer, other)] == [False, True, True]


def test_an_index_that_fails_leaves_what_was_there() -> None:
    place = _keep(None, "whole")
    with pytest.raises(OSError, match="full"), new_index(place):
        raise OSError("full")
    assert (place / "data").exists()
    assert [path.name for path in place.parent.iterdir()] == ["whole"]


def test_the_cache_is_capped_and_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_cache, "MOST_BYTES", 10_000)
    first, second = _keep(tmp_path / "a", "1", 6_000), _keep(tmp_path / "b", "1", 6_000)
    assert [place.exists() for place in (first, second)] == [False, True]
    forget_indexes(tmp_path / "b")
    assert not second.parent.exists()
