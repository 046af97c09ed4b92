"""Folders of documents: what is read, what is told."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.listing import list_files
from izium_timeline.corpus.metadata import read_metadata
from izium_timeline.corpus.read import read_document
from izium_timeline.model.document import Document
from izium_timeline.model.errors import DocumentError
from izium_timeline.model.resource import resource


def read_bytes(folder: Path, data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008
    (folder / "a.txt").write_bytes(data)
    return read_document(Document("a.txt"), folder, limits=limits)


def test_text_keeps_its_line_ends_and_loses_its_byte_order_mark(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"\xef\xbb\xbfone\r\ntwo\n").text == "one\r\ntwo\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_in_every_form(tmp_path: Path, encoding: str) -> None:
    text = "Izium was retaken on 10 September 2022,\r\nsays “Ізюм”.\n"
    assert read_bytes(tmp_path, text.encode(encoding)).text == text


def test_what_can_not_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "half.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "link.txt").symlink_to("binary.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    documents = [
        read_document(Document(name), tmp_path)
        for name in ("folder.txt", "half.txt", "binary.txt", "link.txt", "pipe.txt", "gone.txt")
    ]
    assert [document.text for document in documents] == [None] * 6
    assert [(document.problem, document.skipped) for document in documents] == [
        ("is a link or no file, and is not followed; put the file itself here", True),
        ("is no UTF-16-LE text, although it begins as one; save it as UTF-8", False),
        ("holds binary data, not text; save it as text", True),
        ("is a link or no file, and is not followed; put the file itself here", True),
        ("is a link or no file, and is not followed; put the file itself here", True),
        ("is not there", False),
    ]


def test_a_file_over_the_limit_is_skipped_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200_000_000)
    document = read_document(Document("a.txt"), tmp_path)
    assert document.skipped
    assert document.problem == (
        "is larger than the limit of 100 MB a file; "
        "split it, or raise file_megabytes in settings.json"
    )
    assert not read_bytes(tmp_path, b"ten bytes.", Limits(bytes=10)).problem
    assert read_bytes(tmp_path, b"ten bytes..", Limits(bytes=10)).skipped


def test_a_file_that_vanishes_while_it_is_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("x")
    opens = os.open

    def late(path: Path, flags: int) -> int:
        path.unlink()
        return opens(path, flags)

    monkeypatch.setattr(os, "open", late)
    document = read_document(Document("a.txt"), tmp_path)
    assert (document.problem, document.skipped) == (
        "vanished while it was read; put it back and reload",
        False,
    )


def test_reading_again_forgets_what_was_wrong(tmp_path: Path) -> None:
    gone = read_document(Document("a.txt"), tmp_path)
    assert gone.problem
    (tmp_path / "a.txt").write_text("here")
    back = read_document(replace(gone, skipped=True), tmp_path)
    assert (back.text, back.problem, back.skipped) == ("here", "", False)


def test_the_metadata_of_izium_names_its_five_documents() -> None:
    described = read_metadata(resource("documents"))
    assert set(described) == set(list_files(resource("documents")).paths)
    for path, document in described.items():
        text = read_document(document, resource("documents")).text
        assert text is not None
        assert document.url.startswith("https://")
        assert document.publication is not None
        for quote in document.publication.evidence:
            assert text[quote.start : quote.end] == quote.exact, path


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"documents": [{"path": "../a"}]}',
        '{"documents": [{"path": "a", "published": {}}]}',
    ],
)
def test_malformed_metadata_is_told_with_the_file(tmp_path: Path, content: str) -> None:
    (tmp_path / "corpus.json").write_text(content)
    with pytest.raises(DocumentError, match=r"corpus\.json: is no usable corpus metadata"):
        read_metadata(tmp_path)
