"""The lines that run along the pages of a document: its title, its page numbers.

They stand in the midst of a sentence that goes over to the next page.
"""

import re
from collections import Counter
from collections.abc import Sequence

_FEWEST_PAGES = 3
_SHARE = 0.6  # of the pages that must have a line for it to run along them
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|-|\u2013|\s)*#(?:\s*(?:of|/|-|\u2013|\s)\s*#?)*", re.I
)


def without_running_lines(pages: Sequence[str]) -> list[str]:
    """The pages without the first or last line that most of them share, numbers in it aside.

    Such a line is kept where it first stands, unless it is nothing but a page's number.
    """
    texts = list(pages)
    if len(texts) < _FEWEST_PAGES:
        return texts
    for first in (True, False):
        shapes = [_shape(_edge(text, first=first)) for text in texts]
        shape, count = Counter(shapes).most_common(1)[0]
        if shape and count >= max(_FEWEST_PAGES, _SHARE * len(texts)):
            places = [index for index, each in enumerate(shapes) if each == shape]
            for index in places if _PAGE_NUMBER.fullmatch(shape) else places[1:]:
                texts[index] = _without_edge(texts[index], first=first)
    return texts


def _edge(page: str, *, first: bool) -> str:
    return page.partition("\n")[0] if first else page.rpartition("\n")[2]


def _without_edge(page: str, *, first: bool) -> str:
    return page.partition("\n")[2] if first else page.rpartition("\n")[0]


def _shape(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()))
