"""Files that are broken, hostile or too much: each is told in one line, none is an exception."""

import subprocess
import sys
from pathlib import Path

import pytest

from izium_timeline.corpus.formats import FORMATS
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.read import read_document
from izium_timeline.model.document import Document
from tests.corpus import made

DEFAULT = Limits()


def read(folder: Path, name: str, data: bytes, limits: Limits = DEFAULT) -> Document:
    (folder / name).write_bytes(data)
    return read_document(Document(name), folder, limits=limits)


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("data", [b"", b"\0" * 5000, bytes(range(256)) * 20, b"PK\3\4", b"%PDF-1."])
def test_what_is_not_of_its_format_is_told(tmp_path: Path, ending: str, data: bytes) -> None:
    document = read(tmp_path, f"a{ending}", data)
    assert (document.text is None) == bool(document.problem)
    assert "\n" not in document.problem
    if b"\0" in data:
        assert document.text is None


@pytest.mark.parametrize(
    "page",
    [
        "<p>Above.</p>" + "<div>" * 1_000_000,
        "<p>Above.</p>" + "<div>" * 400_000 + "below" + "</div>" * 400_000,
        "<table><tr><td>" * 100_000,
        "<b>" * 300_000,
    ],
    ids=["a million", "closed", "tables", "inline"],
)
def test_a_page_of_endless_nesting_is_skipped(tmp_path: Path, page: str) -> None:
    document = read(tmp_path, "a.html", page.encode())
    assert document.skipped
    assert document.problem in (
        "is nested too deeply; save it as text",
        "holds more than 1,000,000 tags; save it as text",
    )


@pytest.mark.parametrize(
    "page",
    [
        "<p " + " ".join(f"a{number}=1" for number in range(60_000)) + ">Words",
        "<p class='" + "a-share " * 100_000 + "'>Words",
        "<script type='application/ld+json'>" + "[" * 200_000 + "</script>Words",
        "<!--" * 200_000 + "-->Words",
        "Words" + "<" * 200_000,
        "<div>" * 1000 + "Words" + "<aside>x</aside>" * 20_000,
        "<article>" * 900 + "Words" + "<h2>Other words</h2>" * 9000 + "x" * 900,
        "Words" + "y" * 900 + "<div>" * 900 + "<i class=comment>x</i>" * 20_000,
        "<div>" * 900 + "Words" + "<time pubdate datetime=2022>x</time>" * 20_000,
        "Words" + "<div class=caption>" * 900 + "<i></i>" * 20_000,
        "Words" + "<div>" * 900 + "<h1></h1>" * 20_000,
    ],
    ids=[
        *("attributes", "class", "json", "comments", "brackets", "asides", "articles", "remarks"),
        *("times", "captions", "headings"),
    ],
)
def test_a_page_that_would_take_long_is_read_all_the_same(tmp_path: Path, page: str) -> None:
    assert (read(tmp_path, "a.html", page.encode()).text or "").startswith("Words")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    body = b"<x>" + b" " * 3_000_000 + b"</x>"
    data = made.docx("", parts={"word/document.xml": body})
    document = read(tmp_path, "a.docx", data, Limits(bytes=1_000_000))
    assert document.skipped
    assert document.problem == (
        "would unpack to more than the limit of 1 MB; "
        "trust no such file, or raise file_megabytes in settings.json"
    )


def test_a_bomb_in_several_parts_counts_as_one(tmp_path: Path) -> None:
    notes = made.word(made.paragraph("x" * 400_000))
    data = made.docx(
        made.paragraph("x" * 400_000),
        parts={"word/footnotes.xml": notes, "word/endnotes.xml": notes},
    )
    assert read(tmp_path, "a.docx", data, Limits(bytes=1_000_000)).skipped
    assert read(tmp_path, "a.docx", data).text


def test_a_pdf_that_opens_without_a_password_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "a.pdf", made.pdf([["Words"]], password="")).text == "Words"
    assert read(tmp_path, "a.pdf", made.pdf([["Words"]], password="secret")).skipped


def test_a_message_of_endless_parts_is_told(tmp_path: Path) -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
        for number in range(5000)
    )
    document = read(tmp_path, "a.eml", nested)
    assert document.text is None
    assert document.problem


def test_a_page_that_hides_itself_until_its_script_runs_is_read(tmp_path: Path) -> None:
    page = b"<html hidden><body style='display: none'><p>Words</p><p hidden>never</p>"
    assert read(tmp_path, "a.html", page).text == "Words"


def test_half_a_pair_never_reaches_the_text_or_what_is_known_of_it(tmp_path: Path) -> None:
    page = r"""<script type="application/ld+json">
    {"@type": "Article", "headline": "a \ud800 b", "author": "c\u0007d"}</script><p>&#xD800;x</p>"""
    document = read(tmp_path, "a.html", page.encode())
    for words in (document.text, document.title, document.author):
        assert words
        words.encode("utf-8")
        assert "\x07" not in words


def test_each_format_is_loaded_with_its_first_file_alone() -> None:
    program = (
        "import sys, izium_timeline.store.open, izium_timeline.corpus.read;"
        "print(*{'lxml', 'pypdfium2', 'charset_normalizer', 'email', 'zipfile', 'tomllib'}"
        " & sys.modules.keys())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""


def test_reading_a_page_reaches_for_nothing_that_it_names(tmp_path: Path) -> None:
    """The guard of the network fails this test if it does."""
    page = """<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd"><link rel=stylesheet
    href="http://127.0.0.1:9/b.css"><img src="http://127.0.0.1:9/c.png">
    <iframe src="file:///etc/passwd"></iframe><p>Words</p>"""
    assert read(tmp_path, "a.html", page.encode()).text == "Words"
