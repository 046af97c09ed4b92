"""The sentences of a text, and those that no event rests on."""

import re
from collections.abc import Iterator
from typing import Final

from izium_timeline.views.passages import Passages

Span = tuple[int, int]

# A sentence ends at a line's end, or behind its full stop (and closing quotes) where blanks and
# then no small letter follow; "Mr. Smith" is cut in two, which does no harm here.
# Compiled when it is first asked for: the window starts without it.
_SENTENCE: Final = (
    r"""\S(?:[^.!?…\n\r\u2029]|[.!?…](?!["”’)\]]*\s+[^a-zа-яіїєґ\s]))*[.!?…]*["”’)\]]*"""
)
_TWO_WORDS: Final = r"\w\W+\w"


def sentences(text: str) -> Iterator[Span]:
    """The spans of the sentences and lines of a text, blanks around them left out."""
    for match in re.finditer(_SENTENCE, text):
        start, end = match.span()
        yield start, start + len(text[start:end].rstrip())


def gaps(text: str, passages: Passages) -> tuple[Span, ...]:
    """The sentences of two words and more that share nothing with any passage."""
    return tuple(
        (start, end)
        for start, end in sentences(text)
        if re.search(_TWO_WORDS, text[start:end]) and not passages.within(start, end)
    )
