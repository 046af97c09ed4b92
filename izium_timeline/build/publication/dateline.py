"""The line at a document's head that says when it was published.

A text may well begin with a date of what it tells. So only these forms count: a label
("Published: 13 September 2022"), an agency's dateline ("KYIV, Sept. 12 (AFP) -"), and a line
that is nothing but a date, or a byline and a date.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from izium_timeline.build.publication.dateline_forms import (
    LONGEST_LINE,
    Form,
    form_of,
    may_have_form,
)
from izium_timeline.model.document import Publication, Quote
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval, Precision
from izium_timeline.temporal import Timex, tag

_HEAD = 3000
_LINES = 15
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_EXACT = (Precision.DAY, Precision.WEEK, Precision.MONTH)
_DAY_OF_YEAR = re.compile(r"XXXX-\d\d-\d\d")
_SAID = {
    Form.LABEL: "the line at its head says when it was published",
    Form.DATELINE: "the dateline at its head",
    Form.DATE_ALONE: "a line at its head that holds nothing else",
    Form.NAME_AND_DATE: "a line at its head that holds nothing but names beside it",
    Form.LETTER: "the line over the letter's salutation",
    Form.UPDATE: "the line at its head says when it was last changed",
}


@dataclass(frozen=True, slots=True)
class _Found:
    form: Form
    quote: Quote
    timex: Timex


def find_dateline(text: str, hint: Publication | None = None) -> Publication | None:
    """The publication date that a line at the text's head gives, None where none does.

    ``hint`` is another date of the document, by which a dateline without a year gets one. Where
    several lines hold nothing but a date or open with one, the text is a diary or a chronology,
    and none of them counts; nor do names and a date in the first line, which is its title.
    """
    lines = list(_head(text))
    found = [*_found(lines, hint), *_over_letter(text, lines)]
    taken = [
        each
        for each in found
        if not (each.form is Form.DATE_ALONE and _is_entry(text, each.quote))
        and not (
            each.form is Form.NAME_AND_DATE
            and each.quote.start <= lines[0].end()
            and not _opens_letter(text, each.quote)
        )
    ]
    best = min(taken, key=lambda each: each.form, default=None)
    return None if best is None else _publication(best, hint)


def _found(lines: Iterable[re.Match[str]], hint: Publication | None) -> Iterator[_Found]:
    """What the lines tell, up to a label: no line behind it tells more."""
    for line in lines:
        found = _read_line(line, hint)
        if found is not None:
            yield found
            if found.form is Form.LABEL:
                return


_SALUTATION = re.compile(
    r"[^\n]{0,40}\r?\n\s*(?:My\s)?(?:Dear|Dearest|Sirs?|Madam|Gentlemen|Honou?red|Beloved|"
    r"Your\s(?:Excellency|Honou?r|Grace|Majesty))\b[^\n]{0,40}[,:!.]\s*\n"
)


_ADDRESS = 6  # lines at the head of a letter


def _over_letter(text: str, lines: Sequence[re.Match[str]]) -> Iterator[_Found]:
    """The date that ends the line over a letter's salutation: "Camp 9, 3 March 1944"."""
    for line in lines[:_ADDRESS]:
        if len(line[0]) > LONGEST_LINE or not _SALUTATION.match(text, line.end()):
            continue
        date = next(iter(tag(line[0].rstrip(), mode="news")[-1:]), None)
        if date is not None and _tells(date) and date.end == len(line[0].rstrip()):
            start = len(line[0]) - len(line[0].lstrip())
            words = line[0][start : date.end]
            quote = Quote(words, line.start() + start, line.start() + date.end)
            yield _Found(Form.LETTER, quote, date)


def _opens_letter(text: str, quote: Quote) -> bool:
    """Whether a salutation follows: "Calcutta, 14th June 1857", and then "Sir,"."""
    return _SALUTATION.match(text, quote.end) is not None


def _head(text: str) -> Iterator[re.Match[str]]:
    """The first lines that hold anything."""
    lines = _LINE.finditer(text, 0, _HEAD)
    for _, line in zip(range(_LINES), lines, strict=False):
        yield line


def _read_line(line: re.Match[str], hint: Publication | None) -> _Found | None:
    words = line[0][: 2 * LONGEST_LINE]
    if not may_have_form(words, len(line[0])) or not any(sign.isdigit() for sign in words):
        return None
    timexes = tag(words, mode="news")
    if hint and any(_lacks_year(timex) for timex in timexes):
        timexes = tag(words, str(hint.edtf), mode="news")
    date = next((timex for timex in timexes if _tells(timex)), None)
    form = None if date is None else form_of(words, date, timexes)
    if date is None or form is None:
        return None
    start = len(words) - len(words.lstrip())
    quote = Quote(words[start : date.end], line.start() + start, line.start() + date.end)
    return _Found(form, quote, date)


def _lacks_year(timex: Timex) -> bool:
    """Whether an expression names a day but no year: "two days ago" tells when it was read."""
    return _DAY_OF_YEAR.match(timex.value) is not None


def _tells(timex: Timex) -> bool:
    """Whether an expression is a date of its own that is exact enough."""
    days = timex.interval
    return (
        days is not None
        and days.precision in _EXACT
        and timex.edtf is not None
        and any(sign.isdigit() for sign in timex.text)
    )


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_OPENS_ENTRY = re.compile(
    rf"^\W{{0,6}}(?:{_WEEKDAY},?\s)?(?:{_DAY}\s{_MONTH}|{_MONTH}\s{_DAY})(?:,?\s\d{{4}})?"
    r"(?:[.:]|\s[-\u2013\u2014]|[ \t]*$)"
    rf"|^\W{{0,6}}{_WEEKDAY}(?:\s(?:the\s)?{_DAY})?(?:[.:]|\s[-\u2013\u2014]|[ \t]*$)",
    re.MULTILINE,
)
_FEWEST = 3  # lines that open with a date, with that in question, for a text to be a diary


def _is_entry(text: str, quote: Quote) -> bool:
    """Whether a date that stands alone in its line is one of a diary's or a chronology's."""
    if _has_others(text, quote):
        return True
    opening = {entry.start() for entry in _OPENS_ENTRY.finditer(text) if entry.end() > quote.end}
    return len(opening) >= _FEWEST - 1


def _has_others(text: str, quote: Quote) -> bool:
    """Whether other lines of the text are written just as this one, with another date."""
    shape = re.sub(r"\d+|[A-Za-z]+|[^\dA-Za-z]+", _as_shape, quote.exact)
    lines = re.finditer(rf"^[ \t]*({shape})[ \t]*$", text, re.MULTILINE)
    return any(line[1] != quote.exact for line in lines)


def _as_shape(piece: re.Match[str]) -> str:
    if piece[0].isdigit():
        return r"\d{1,4}"
    return "[A-Za-z]+" if piece[0].isalpha() else re.escape(piece[0])


def _publication(found: _Found, hint: Publication | None) -> Publication:
    timex = found.timex
    assert timex.interval is not None
    assert timex.edtf is not None
    edtf = parse_edtf(timex.edtf.partition("T")[0])
    days = Interval(timex.interval.earliest, timex.interval.latest)
    said = _SAID[found.form]
    if timex.basis is Basis.STATED:
        reason = f"'{timex.text}': {said}"
        return Publication(edtf, days, Basis.STATED, reason, (found.quote,))
    reason = f"'{timex.text}': {said}; year by {hint.reason}" if hint else f"{timex.reason}; {said}"
    return Publication(edtf, days, Basis.RESOLVED, reason, (found.quote,))
