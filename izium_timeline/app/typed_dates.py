"""A date as a person types it into a field. Loaded when a person first does."""

import re
from typing import Final

from izium_timeline.model.edtf import Edtf, EdtfError, parse_edtf
from izium_timeline.model.errors import UsageError
from izium_timeline.model.event import Basis
from izium_timeline.temporal import tag
from izium_timeline.views.event_dates import long_date_text

_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_MONTH: Final = re.compile(r"(\d{1,2})[-/.](\d{4})")
_FORMS: Final = "write one like 12 March 2022, March 2022, 2022-03-12 or about 1910"


def date_from(text: str) -> Edtf:
    """The date that is meant: EDTF, figures in any usual order, or a date in words.

    Raises UsageError for what is no date, has no year, or can mean two days.
    """
    text = " ".join(text.split()).rstrip(".,;")
    written = _in_figures(text) or text
    try:
        return parse_edtf(written)
    except EdtfError:
        edtf = _in_words(text) or _in_words(_tidied(text))
    if edtf is None:
        raise UsageError(f"“{text}” can't be read as a date with its year", remedy=_FORMS)
    return edtf


def _in_figures(text: str) -> str:
    """A date of figures alone as EDTF, empty where it is none; raises UsageError for two days."""
    if match := _YEAR_FIRST.fullmatch(text):
        year, between, month, day = match.groups()
        return _iso(year, month, day) if between or len(text) == len("YYYYMMDD") else ""
    if match := _MONTH.fullmatch(text):
        return f"{match[2]}-{int(match[1]):02d}"
    match = _YEAR_LAST.fullmatch(text)
    return "" if match is None else _day_or_month_first(text, *match.groups())


def _day_or_month_first(text: str, first: str, second: str, year: str) -> str:
    if int(second) > 12:
        return _iso(year, first, second)
    if int(first) > 12 or int(first) == int(second):
        return _iso(year, second, first)
    meant = (_iso(year, second, first), _iso(year, first, second))
    either = " or ".join(long_date_text(parse_edtf(each)) for each in meant)
    raise UsageError(f"“{text}” can be {either}", remedy="write the month as a word")


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _in_words(text: str) -> Edtf | None:
    """A date in words that carries its year, and nothing beside it."""
    found = tag(text)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    stated = whole and found[0].basis is Basis.STATED and found[0].edtf
    return parse_edtf(found[0].edtf) if stated else None


def _tidied(text: str) -> str:
    """The same with capitals, without the dot of an ordinal, and a blank after each comma."""
    apart = re.sub(r",(?=\S)", ", ", text)
    return re.sub(r"^(\d{1,2})\. ", r"\1 ", apart).title()
