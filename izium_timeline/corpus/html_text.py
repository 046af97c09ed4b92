"""The text of a part of a page: a blank line between paragraphs, blanks as a browser shows them."""

import re
from collections.abc import Collection

from izium_timeline.corpus.html_tree import Element, is_block, walk

# What shows where a word may be divided, and what is left of a byte order mark: a date that holds
# one reads like any other.
_UNSEEN_SIGNS = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
# Between two pieces of text the strongest of what stands there counts.
_NEXT_CELL, _NEXT_LINE, _NEXT_PARAGRAPH = "\t", "\n", "\n\n"
_GAPS = ("", _NEXT_CELL, _NEXT_LINE, _NEXT_PARAGRAPH)
_LINES = frozenset(("li", "tr", "dt", "dd", "caption"))
_CELLS = frozenset(("td", "th"))
_LONG = 100  # letters that nobody writes twice in the same order


def text_of(main: Element, unseen: Collection[Element]) -> str:
    """The text of an element without what lies in the unseen ones."""
    page = _Page()
    kept = 0
    for starts, element in walk(main, unseen):
        if element not in unseen:
            kept += (1 if starts else -1) * (element.tag == "pre")
            if element.tag == "br":
                page.break_line(starts)
            elif is_block(element):
                page.part(_gap(element))
            if starts:
                page.add(element.text, kept=bool(kept))
        if not starts and element is not main:
            page.add(element.tail, kept=bool(kept))
    return _once("".join(page.pieces).rstrip())


def _once(text: str) -> str:
    """The text without long paragraphs that it has had before: what a page shows on a narrow
    screen or in print, it often holds beside what it shows on a wide one.
    """
    paragraphs = text.split(_NEXT_PARAGRAPH)
    seen: set[str] = set()
    kept = []
    for paragraph in paragraphs:
        if len(paragraph) < _LONG or paragraph not in seen:
            kept.append(paragraph)
            seen.add(paragraph)
    return _NEXT_PARAGRAPH.join(kept)


def _gap(element: Element) -> str:
    if element.tag in _CELLS:
        return _NEXT_CELL
    return _NEXT_LINE if element.tag in _LINES else _NEXT_PARAGRAPH


class _Page:
    """The pieces of a text; runs of blanks become one, and none begins or ends a line."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._gap = ""
        self._blank = False
        self._broken = False

    def part(self, gap: str) -> None:
        """A block begins or ends."""
        self._gap = max(self._gap, gap, key=_GAPS.index)

    def break_line(self, starts: bool) -> None:
        """A line is broken off; two breaks in a row end a paragraph."""
        if starts:
            self.part(_NEXT_PARAGRAPH if self._broken else _NEXT_LINE)
            self._broken = True

    def add(self, text: str | None, *, kept: bool) -> None:
        """Text goes on; ``kept`` leaves its blanks and lines as they are."""
        text = (text or "").translate(_UNSEEN_SIGNS)
        if not text:
            return
        words = text.strip("\n") if kept else _BLANKS.sub(" ", text)
        if not words.strip():
            self._blank = self._blank or bool(words)
            return
        if not kept:
            self._blank = self._blank or words[0] == " "
        if self.pieces:
            self.pieces.append(self._gap or (" " if self._blank else ""))
        self.pieces.append(words if kept else words.strip(" "))
        self._broken = False
        self._gap, self._blank = "", not kept and words[-1] == " "
