"""The lines that run along the pages of a document: its title, its page numbers.

They stand in the midst of a sentence that goes over to the next page.
"""

import re
from collections import Counter
from collections.abc import Sequence

_FEWEST_PAGES = 3
_SHARE = 0.6  # of the pages that must have a line for it to run along them
_MOST_LINES = 2  # at the head or the foot of a page: a title and a number
_NUMBER = re.compile(r"\d+")
_NO_NUMBER = re.compile(r"[^#]+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|p[a\u00e1]g(?:ina)?\.?|seite|str(?:ana)?\.?|\u0441\u0442\u0440\.?"
    r"|\u0441\u0442\u0440\u0430\u043d\u0438\u0446\u0430|\u0441\u0442\u043e\u0440\u0456\u043d\u043a\u0430"
    r"|-|\u2013|\s)*#(?:\s*(?:of|de|von|z|\u0438\u0437|\u0437|/|-|\u2013|\s)\s*#?)*",
    re.IGNORECASE,
)


def without_running_lines(pages: Sequence[str]) -> list[str]:
    """The pages without the first and last lines that most of them share, numbers in them aside.

    Such a line is kept where it first stands, unless it is nothing but a page's number.
    """
    texts = [page.strip("\n").split("\n") for page in pages]
    _take_away(texts)
    for text in texts:
        text.reverse()
    _take_away(texts)
    return ["\n".join(reversed(text)).strip("\n") for text in texts]


def _take_away(texts: list[list[str]]) -> None:
    """Take the lines that run along the heads of the pages out of their lines: one, and a second
    one where it or the first is the page's number, and the other without any.
    """
    places = [0] * len(texts)
    second = _PAGE_NUMBER
    for turn in range(_MOST_LINES):
        for page, text in enumerate(texts):
            while places[page] < len(text) - 1 and not text[places[page]].strip():
                places[page] += 1
        shapes = [_shape(text[place]) for text, place in zip(texts, places, strict=True)]
        shape, count = Counter(shapes).most_common(1)[0] if shapes else ("", 0)
        is_number = bool(_PAGE_NUMBER.fullmatch(shape))
        if not _runs(shape, count, len(texts), is_number) or (turn and not second.fullmatch(shape)):
            return
        pages = [page for page, each in enumerate(shapes) if each == shape]
        _take_line(texts, places, pages if is_number else pages[1:])
        if not is_number:
            places[pages[0]] = min(places[pages[0]] + 1, len(texts[pages[0]]) - 1)
        second = _NO_NUMBER if is_number else _PAGE_NUMBER


def _take_line(texts: list[list[str]], places: list[int], pages: list[int]) -> None:
    """Take the line at its place out of these pages."""
    for page in pages:
        del texts[page][places[page]]
        if not texts[page]:
            texts[page].append("")
        places[page] = min(places[page], len(texts[page]) - 1)


def _runs(shape: str, count: int, pages: int, is_number: bool) -> bool:
    """Whether a line of that shape on so many of the pages runs along them."""
    fewest = _FEWEST_PAGES - (is_number and any(sign not in "-\u2013 #" for sign in shape))
    return bool(shape) and count >= max(fewest, _SHARE * pages)


def _shape(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()))
