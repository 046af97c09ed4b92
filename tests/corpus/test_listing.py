"""What of a folder is a document, and why the rest is not."""

import os
import socket
from pathlib import Path

import pytest

from izium_timeline.corpus.listing import list_files
from izium_timeline.model.errors import DocumentError


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text("x")
    return folder


def test_documents_come_in_the_order_of_their_parts(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/c.txt", "a b.txt", "a/B/d.TXT", "Z.txt", "corpus.json")
    listing = list_files(tmp_path)
    assert listing.paths == ("Z.txt", "a/B/d.TXT", "a/c.txt", "a b.txt", "b.txt")
    assert listing.skipped == ()


def test_what_is_skipped_is_told_with_the_reason(tmp_path: Path) -> None:
    made(tmp_path, "in/a.txt", ".hidden.txt", ".git/d.txt", ".git/e.txt", "photo.raw", "b:c.txt")
    (tmp_path / "back\\slash").mkdir()
    made(tmp_path, "back\\slash/f.txt")
    with socket.socket(socket.AF_UNIX) as channel:
        channel.bind(str(tmp_path / "channel.txt"))
        listing = list_files(tmp_path)
    assert listing.paths == ("in/a.txt",)
    assert listing.skipped == (
        (".git", "is hidden"),
        (".hidden.txt", "is hidden"),
        ("b:c.txt", "has a backslash or a colon in its name; give it another"),
        ("back\\slash", "has a backslash or a colon in its name; give it another"),
        ("channel.txt", "is a pipe, a socket or a device, and is never opened"),
        ("photo.raw", "is of a format that is not read; save it as PDF, DOCX or text"),
    )


def test_no_link_is_followed_wherever_it_leads(tmp_path: Path) -> None:
    made(tmp_path, "outside/secret.txt", "folder/sub/a.txt")
    folder = tmp_path / "folder"
    (folder / "inside.txt").symlink_to("sub/a.txt")
    (folder / "leaves.txt").symlink_to(tmp_path / "outside/secret.txt")
    (folder / "leaves").symlink_to(tmp_path / "outside")
    (folder / "sub/loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    listing = list_files(folder)
    assert listing.paths == ("sub/a.txt",)
    reasons = dict(listing.skipped)
    assert reasons.pop("self.txt") in (
        "is a link that leads nowhere; mend or remove it",
        "is a link, and what it leads to is read where it lies",
    )
    assert reasons == {
        "inside.txt": "is a link, and what it leads to is read where it lies",
        "leaves": "is a link that leaves the folder; put the file itself here",
        "leaves.txt": "is a link that leaves the folder; put the file itself here",
        "sub/loop": "is a link, and what it leads to is read where it lies",
    }


def test_a_name_that_is_no_unicode_is_skipped_and_can_be_shown(tmp_path: Path) -> None:
    try:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text("x")
    except OSError:
        pytest.skip("this file system holds Unicode names alone")
    assert list_files(tmp_path).skipped == (
        ("caf\ufffd.txt", "has a name that is no UTF-8; give it another"),
    )


def test_a_folder_that_can_not_be_entered_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "shut/a.txt", "open/b.txt")
    scan = os.scandir

    def refused(path: Path) -> object:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    listing = list_files(tmp_path)
    assert listing.paths == ("open/b.txt",)
    assert listing.skipped == (("shut", "can't be read (Permission denied); check its rights"),)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="can't be read"):
        list_files(tmp_path / "gone")


def test_folders_may_be_nested_deeply(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep = deep / "down"
    deep.mkdir(parents=True)
    made(deep, "a.txt")
    (path,) = list_files(tmp_path).paths
    assert path == "down/" * 300 + "a.txt"
