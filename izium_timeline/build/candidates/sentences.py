"""The sentence about a place in a block of text.

A full stop ends a sentence where a capital, a digit or a quotation begins behind it, unless it
belongs to an abbreviation or an initial. A text without full stops is cut into stretches.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

LONGEST = 700  # characters of a sentence: beyond them only a stretch about the date is read
_REACH = 250  # characters that such a stretch goes to either side
# The mark of a footnote may stand behind the full stop.
_STOP = re.compile(
    r"[.!?\u2026]+[\"'\u2019\u201d\u00bb)\]]*"
    r"(?:(?:\[[\w, ]{1,12}\]){1,4}|(?<=[a-z)\"\u201d][.\"\u201d])\d{1,3})?(?=\s)"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[\"'\u2018\u201c])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Sts|Mt|Ft|Lt|Col|Gen|Maj|Capt|Cpl|Sgt|Pvt|"
    r"Adm|Cmdr|Gov|Sen|Rep|Pres|Supt|Insp|Msgr|Fr|Sr|Jr|vs|v|No|Nos|Art|Arts|Sec|Ch|Fig|Figs|"
    r"Vol|pp|p|para|paras|cf|ca|c|approx|est|e\.g|i\.e|viz|al|Inc|Ltd|Co|Corp|Bros|Ave|Blvd|Rd|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|"
    r"a\.m|p\.m|U\.S|U\.K|U\.N|E\.U|[A-Z]\.[A-Z]|[A-Z]\.[A-Z]\.[A-Z]|b|d|r|fl|Ed|eds?|trans|dept|Dept|Univ|Assn|"
    r"Mss|op|ibid|ff|obl|vil)\Z"
)
# A diary's "2 Oct." at the head of a paragraph is all there is of the sentence.
_ENTRY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,4}|[A-Z][a-z]{2,4}\.?\s\d{1,2}")
# Behind these a sentence may well end: "at 5 p.m. The", "in the U.S. He".
_BOTH = re.compile(r"(?:a\.m|p\.m|U\.S|U\.K|U\.N|E\.U|Inc|Ltd|Co|Corp|Jr|Sr|al|Ed)\Z")
_DAY_ENDS = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,3}\Z")  # "refused 18 Feb. An"
_OPENS = re.compile(
    r"\s+[\"'\u2018\u201c\u00ab(\[]*(?:The|A|An|In|On|At|It|He|She|They|We|I|His|Her|Their|This|That|These|But|And|"
    r"When|After|Before|As|For|By|From|During|Since|There|No|Some|Many|Most|All|One|Two)\b"
)


class Span(NamedTuple):
    """Code points of a text, from ``start`` up to ``end``."""

    start: int
    end: int


class Sentences:
    """The sentences of one block of text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._ends = [*_ends(text, start, end), end]
        self._starts = [start, *(_after(text, stop, end) for stop in self._ends[:-1])]
        if self._starts[-1] >= end:
            self._starts.pop()
            self._ends.pop()

    def at(self, place: int) -> Span:
        """The sentence that holds a place, or where it is endless a stretch about it."""
        index = max(0, bisect_right(self._starts, place) - 1)
        start, end = self._starts[index], self._ends[index]
        return Span(start, end) if end - start <= LONGEST else self._stretch(place, start, end)

    def before(self, place: int) -> Span | None:
        """The sentence before the one that starts at a place."""
        index = bisect_right(self._starts, place) - 2
        return None if index < 0 else Span(self._starts[index], self._ends[index])

    def first(self) -> Span:
        """The block's first sentence."""
        return self.at(self._starts[0])

    def _stretch(self, place: int, start: int, end: int) -> Span:
        """Up to the commas, else the blanks, that lie within reach of a place."""
        text = self._text
        low, high = max(start, place - _REACH), min(end, place + _REACH)
        if low > start:
            low = _next(text, low, place)
        if high < end:
            high = _last(text, place, high)
        return Span(low, max(high, min(end, place + 1)))


def _next(text: str, low: int, place: int) -> int:
    for mark in (", ", "; ", " ", "\n"):
        found = text.find(mark, low, place)
        if found >= 0:
            return found + len(mark)
    return low


def _last(text: str, place: int, high: int) -> int:
    for mark in (", ", "; ", " ", "\n"):
        found = text.rfind(mark, place + 80, high)
        if found >= 0:
            return found
    return high


def _ends(text: str, start: int, end: int) -> list[int]:
    return [
        stop.end()
        for stop in _STOP.finditer(text, start, end)
        if _opens(text, stop.end(), end) and not _abbreviated(text, stop, start)
    ]


def _opens(text: str, place: int, end: int) -> bool:
    """Whether what follows a stop can open a sentence."""
    place = _after(text, place, end)
    while place < end and text[place] in "\"'\u2018\u201c\u201e\u00ab([-\u2013\u2014*\u2022 ":
        place += 1
    return place < end and (not text[place].isalpha() or not text[place].islower())


def _abbreviated(text: str, stop: re.Match[str], start: int) -> bool:
    if stop[0] != ".":
        return False
    window = text[max(start, stop.start() - 12) : stop.start()]
    if window.endswith(" no") and text[stop.end() + 1 : stop.end() + 2].isdigit():
        return True
    if stop.start() - start < 12 and _ENTRY.fullmatch(window):
        return False
    if not _ABBREVIATED.search(window):
        return False
    ends = _BOTH.search(window) or _DAY_ENDS.search(window)
    return not (ends and _OPENS.match(text, stop.end()))


def _after(text: str, place: int, end: int) -> int:
    while place < end and text[place].isspace():
        place += 1
    return place
