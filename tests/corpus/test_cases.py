"""Golden cases: each folder is a file and the document that it becomes."""

import json
from pathlib import Path
from typing import Any

import pytest

from izium_timeline.build.publication.published import with_publication
from izium_timeline.corpus.read import read_document
from izium_timeline.model.document import Document, Publication

ROOT = Path(__file__).parent.parent / "cases/corpus"
CASES = sorted(path.parent for path in ROOT.glob("*/expected.json"))


def file_of(folder: Path) -> Path:
    (path,) = (path for path in folder.iterdir() if path.name != "expected.json")
    return path


def as_record(document: Document) -> dict[str, Any]:
    """What a case expects: all that reading fills in, empty fields left out."""
    fields = {
        **{
            name: getattr(document, name)
            for name in ("title", "author", "publisher", "url", "language", "problem", "skipped")
        },
        "published": _published(document.publication, document.text or ""),
        "pages": list(document.pages),
        "text": document.text,
    }
    return {name: value for name, value in fields.items() if value}


def _published(publication: Publication | None, text: str) -> dict[str, Any] | None:
    if publication is None:
        return None
    for quote in publication.evidence:
        assert text[quote.start : quote.end] == quote.exact
    return {
        "date": str(publication.edtf),
        "bounds": str(publication.bounds),
        "basis": str(publication.basis),
        "reason": publication.reason,
        "evidence": [quote.exact for quote in publication.evidence],
    }


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_file_becomes_the_document_that_the_case_expects(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    read = with_publication(read_document(Document(file_of(folder).name), folder))
    assert as_record(read) == expected
    again = read_document(Document(file_of(folder).name), folder)
    assert (again.text, again.pages) == (read.text, read.pages)


def test_there_are_cases_of_every_format() -> None:
    from izium_timeline.corpus.formats import FORMATS

    assert {FORMATS[file_of(folder).suffix.lower()] for folder in CASES} == set(FORMATS.values())
