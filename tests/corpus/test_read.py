"""Folders of documents: what is read, what is left out, what is told."""

from pathlib import Path

import pytest

from izium_timeline.corpus.metadata import read_metadata
from izium_timeline.corpus.read import list_documents, read_document
from izium_timeline.model.document import Document
from izium_timeline.model.errors import DocumentError
from izium_timeline.model.resource import resource


def test_text_keeps_its_line_ends_and_loses_its_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\n")
    assert read_document(Document("a.txt"), tmp_path).text == "one\r\ntwo\n"


def test_what_can_not_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\x00")
    problems = {
        name: read_document(Document(name), tmp_path).problem
        for name in ("folder.txt", "binary.txt", "gone.txt")
    }
    assert problems == {
        "folder.txt": "is a link or no file, and is not followed",
        "binary.txt": "is no UTF-8 text",
        "gone.txt": "is not there",
    }


def test_the_list_is_ordered_and_leaves_hidden_files_and_links_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".hidden.txt", ".git/d.txt", "corpus.json", "e.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    assert list_documents(tmp_path) == ("a/c.txt", "b.txt")


def test_the_metadata_of_izium_names_its_five_documents() -> None:
    described = read_metadata(resource("documents"))
    assert set(described) == set(list_documents(resource("documents")))
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
