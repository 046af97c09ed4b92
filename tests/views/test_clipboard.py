"""What is copied with its source, formatted for a page of another program."""

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QTextDocument

from izium_timeline.model.document import Document
from izium_timeline.model.event import Basis, Evidence
from izium_timeline.views.clipboard import citation, event_citation, selected_quote
from tests.views.chronologies import FLAG, two_reports

_TEXT = "  It <rained> & stopped,\nthey said.\n\nThen it snowed.\n "


def _document(url: str = "") -> Document:
    return replace(two_reports().documents[0], text=_TEXT, title="A title", url=url)


def _html(document: Document) -> str:
    piece = selected_quote(document, 0, len(_TEXT))
    assert piece is not None
    chronology = replace(two_reports(), documents=(document,), events=())
    return citation(chronology, piece).html()


def test_a_quote_keeps_its_paragraphs_and_its_signs() -> None:
    shown = QTextDocument()
    shown.setDefaultFont(QFont("DejaVu Sans", 10))
    shown.setHtml(_html(_document()))
    lines = shown.toPlainText().splitlines()
    assert lines[:3] == ["“It <rained> & stopped,", "they said.", "Then it snowed.”"]
    assert lines[3].startswith("— ")


def test_only_a_headline_is_set_off_and_only_addresses_of_the_web_can_be_followed() -> None:
    stated = _html(_document(url="https://example.org/?a=1&b=2"))
    assert "<i>A title</i>" in stated
    assert '<a href="https://example.org/?a=1&amp;b=2">' in stated
    inferred = _html(replace(_document(url="file:///etc/passwd"), title_basis=Basis.INFERRED))
    assert "<i>" not in inferred
    assert "<a " not in inferred
    assert "file:///etc/passwd" in inferred


def test_the_page_that_it_is_put_on_lends_the_colours() -> None:
    assert not re.search(r"color|font|style", _html(_document()))


def test_an_event_is_copied_with_all_its_quotes_and_what_disagrees() -> None:
    chronology = two_reports()
    event = replace(chronology.events[0], conflict="Two dates.", resolution="The first.")
    copied = event_citation(chronology, event)
    assert copied.html().count("<blockquote>") == len(event.evidence)
    for form in (copied.text(), copied.html()):
        positions = [form.index(part) for part in (event.title, FLAG, "Two dates.", "The first.")]
        assert positions == sorted(positions)


@pytest.mark.parametrize(
    ("span", "words"), [((0, 14), "It <rained>"), ((2, 4), "It"), ((0, 2), None), ((5, 5), None)]
)
def test_selected_words_are_quoted_without_the_blanks_about_them(
    span: tuple[int, int], words: str | None
) -> None:
    quote = selected_quote(_document(), *span)
    assert (quote.exact if quote else None) == words
    if isinstance(quote, Evidence):
        assert _TEXT[quote.start : quote.end] == words
