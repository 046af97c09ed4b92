"""PDF: the text layer, page by page. What has none is a scan, and is said to be one."""

import re
from collections.abc import Iterator
from threading import Lock
from typing import Any

from izium_timeline.corpus.divided_words import joined
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.own_date import own_publication
from izium_timeline.corpus.pdf_lines import Line, lines_of, paragraphs_of
from izium_timeline.corpus.reading import Reading, SkippedError
from izium_timeline.corpus.running_lines import without_running_lines
from izium_timeline.model.errors import DocumentError
from izium_timeline.model.event import Basis

_ONE_AT_A_TIME = Lock()  # PDFium is not made for threads
_ENCRYPTED = 4  # FPDF_ERR_PASSWORD in fpdfview.h
# Signs of fonts that give a letter no meaning: bullets, arrows.
_NO_LETTERS = re.compile("[\ue000-\uf8ff] ?")
_SENTENCE_END = re.compile(r"[.!?:\u2026][\"'\u2019\u201d)\]]*\s*\Z")
_LETTER = re.compile(r"[^\W\d_]")
_BY_PROGRAM = re.compile(
    r"Microsoft (?:Word|PowerPoint) - |(?:untitled|unbenannt|anonymous|\(anonymous\))\Z",
    re.IGNORECASE,
)


def read(data: bytes, limits: Limits) -> Reading:
    """The text of a PDF, the offsets of its pages and its document information.

    Raises SkippedError where it is encrypted or has no text layer, DocumentError where it is
    damaged. Lines that run along the pages are left out. A page follows the last one in the next
    line, and after a blank line where that one ended with a sentence.
    """
    import pypdfium2  # type: ignore[import-untyped]  # it declares no types

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if error.err_code == _ENCRYPTED:
                raise SkippedError(
                    "is encrypted; save a copy that opens without a password"
                ) from None
            raise DocumentError(
                "is no PDF, or is damaged; open it and print it into a new one"
            ) from None
        try:
            pages = paragraphs_of(list(_pages(document, pypdfium2)))
            information = document.get_metadata_dict(skip_empty=True)
        finally:
            document.close()
    if not any(_LETTER.search(page) for page in pages):
        raise SkippedError("has no text layer: it is scanned; recognise its text (OCR) first")
    text, offsets = _joined(without_running_lines([_cleaned(page) for page in pages]))
    return Reading(
        text,
        title=_BY_PROGRAM.sub("", information.get("Title", "")),
        author=_BY_PROGRAM.sub("", information.get("Author", "")),
        pages=offsets,
        created=own_publication(
            information.get("CreationDate", ""),
            "when the file was made, by its own account; nothing tells when it was published",
            Basis.INFERRED,
        ),
    )


def _pages(document: Any, pdfium: Any) -> Iterator[list[Line]]:
    """The lines of the pages; a page that can't be read has none, so that the others count on."""
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            yield []
            continue
        try:
            text = page.get_textpage()
            yield lines_of(text, pdfium.raw)
            text.close()
        except pdfium.PdfiumError:
            yield []
        finally:
            page.close()


def _cleaned(text: str) -> str:
    return joined(_NO_LETTERS.sub("", text)).replace("\0", "").strip()


def _joined(pages: list[str]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, and where each begins."""
    pieces, offsets, length = list[str](), list[int](), 0
    for number, page in enumerate(pages):
        if number:
            gap = "\n\n" if _SENTENCE_END.search(pieces[-1][-20:]) else "\n"
            pieces.append(gap)
            length += len(gap)
        offsets.append(length)
        pieces.append(page)
        length += len(page)
    return "".join(pieces), tuple(offsets)
