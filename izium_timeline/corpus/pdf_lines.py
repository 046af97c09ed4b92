"""The lines of a PDF's page with where they stand, and which of them begin a paragraph.

A PDF knows no paragraphs: they are told by the space above a line, where it is more than between
the lines of the document's text, and by a change of the size of its letters.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass
from typing import Any

_END = "\r\n"  # of a line, as PDFium gives it
_HYPHEN = "\x02"  # at the end of a line, which goes on in the next one
_WIDER = 1.25  # times the common distance: so far above stands another paragraph
_COMMON = 0.5  # of the most common distance's count: so often, it parts no paragraphs
_LARGER = 1.15  # times the size: headings and notes
_ON_THE_LINE = 0.6  # of the size: what stands no lower is in the same line, a note's number, say
_FAR = 4.0  # times the size, beyond which distances tell nothing about lines of text

_X, _Y = c_double(), c_double()  # PDFium is asked by one thread at a time


@dataclass(frozen=True, slots=True)
class Line:
    """A line's text, the heights of its baseline at its first and last letter, and the size of
    its first, in points; nothing where the place is not known.

    A line that ended with a hyphen goes on in the next one, which stands lower.
    """

    text: str
    heights: tuple[float, float] | None = None
    size: float = 0.0


def lines_of(page: Any, raw: Any) -> list[Line]:
    """The lines of a text page of pypdfium2, whose ``raw`` functions tell the places.

    Lines without a place are given where PDFium counts other letters on the page than it gives.
    """
    text = page.get_text_bounded(errors="replace")
    lines = text.split(_END)
    if page.count_chars() != len(text):
        return [Line(line) for line in lines]
    return list(_placed(lines, page, raw))


def _placed(lines: Iterable[str], page: Any, raw: Any) -> Iterator[Line]:
    position = 0
    for line in lines:
        words = line.strip()
        first = position + line.find(words)
        position += len(line) + len(_END)
        height = _height(page, first, raw) if words else None
        if height is None:
            yield Line(line)
            continue
        size = raw.FPDFText_GetFontSize(page, first)
        end = _height(page, first + len(words) - 1, raw) if _HYPHEN in words else None
        yield Line(line, (height, height if end is None else end), size)


def _height(page: Any, index: int, raw: Any) -> float | None:
    """How high the baseline of a letter lies."""
    found = raw.FPDFText_GetCharOrigin(page, index, byref(_X), byref(_Y))
    return _Y.value if found else None


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The text of each page, with a blank line above each line that begins a paragraph."""
    common = _common_distances(pages)
    return ["".join(_parted(page, common)) for page in pages]


def _parted(page: Sequence[Line], common: set[tuple[float, float]]) -> Iterator[str]:
    for last, line in _pairs(page):
        if last is not None:
            yield "\n\n" if _begins(last, line, common) else "\n"
        yield line.text


def _pairs(page: Sequence[Line]) -> Iterator[tuple[Line | None, Line]]:
    """Each line, and the last one that it does not stand beside: a note's number stands beside
    the line that it ends.
    """
    last: Line | None = None
    for line in page:
        yield last, line
        distance = None if last is None else _distance(last, line)
        if last is None or distance is None or not _is_beside(distance, last, line):
            last = line


def _is_beside(distance: float, last: Line, line: Line) -> bool:
    return abs(distance) < _ON_THE_LINE * max(last.size, line.size)


def _begins(last: Line, line: Line, common: set[tuple[float, float]]) -> bool:
    """Whether a line begins a paragraph below another one."""
    distance = _distance(last, line)
    if distance is None or _is_beside(distance, last, line):
        return False
    if max(last.size, line.size) > _LARGER * min(last.size, line.size):
        return True
    least = min((each for size, each in common if size == round(line.size)), default=None)
    return (
        least is not None
        and distance > _WIDER * least
        and (round(line.size), _rounded(distance)) not in common
    )


def _common_distances(pages: Sequence[Sequence[Line]]) -> set[tuple[float, float]]:
    """The sizes of letters in the document, each with the distances that its lines mostly keep."""
    counts: dict[int, Counter[float]] = {}
    for page in pages:
        for last, line in _pairs(page):
            distance = None if last is None else _distance(last, line)
            if distance and _ON_THE_LINE * line.size < distance < _FAR * line.size:
                counts.setdefault(round(line.size), Counter())[_rounded(distance)] += 1
    return {
        (size, distance)
        for size, found in counts.items()
        for distance, count in found.items()
        if count >= _COMMON * found.most_common(1)[0][1]
    }


def _distance(last: Line, line: Line) -> float | None:
    """How much lower a line stands than the last one ended; less than 0 for one above it."""
    if last.heights is None or line.heights is None:
        return None
    return last.heights[1] - line.heights[0]


def _rounded(distance: float) -> float:
    return round(distance * 2) / 2
