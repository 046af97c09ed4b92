"""An event's date in words: "10 Sep 2022", "10-16 Sep 2022" (with a dash), "winter 2022/23".

The wording follows the EDTF: what it marks as approximate is said to be so, an open end is said
to be open, and no part is written that it does not name.
"""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from izium_timeline.model.days import civil
from izium_timeline.model.edtf import Edtf, EdtfDate, End
from izium_timeline.model.event import Event
from izium_timeline.model.interval import Interval

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT: Final = tuple(month[:3] for month in _MONTHS)
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def date_text(edtf: Edtf, time: datetime.time | None = None) -> str:
    """The date in short words, for lists and labels: "c. 6 - c. 13 Sep 2022"."""
    return _text(edtf, time, _SHORT, "c. ")


def long_date_text(edtf: Edtf, time: datetime.time | None = None) -> str:
    """The date in full words, for a sentence: "about 6 to about 13 September 2022"."""
    return _text(edtf, time, _MONTHS, "about ")


def event_date(event: Event) -> str:
    """An event's date in short words."""
    return date_text(event.edtf, event.bounds.time)


def day_text(day: int) -> str:
    """A day number in full words: "10 September 2022"."""
    year, month, of_month = civil(day)
    return f"{of_month} {_MONTHS[month - 1]} {_year(EdtfDate(year))}"


def bounds_text(bounds: Interval) -> str:
    """The earliest and the latest possible day as one clause, for a tooltip and for "why"."""
    first, last = bounds.earliest, bounds.latest
    if first is None:
        return f"at the latest {day_text(last or 0)}, earliest day open"
    if last is None:
        return f"at the earliest {day_text(first)}, latest day open"
    if first == last:
        return f"on {day_text(first)}"
    return f"between {day_text(first)} and {day_text(last)}"


def _text(edtf: Edtf, time: datetime.time | None, months: Sequence[str], about: str) -> str:
    clock = f", {time:%H:%M}" if time else ""
    start, end = edtf.start, edtf.end
    if end is None and isinstance(start, EdtfDate):
        return _date(start, months, about) + clock
    if isinstance(start, EdtfDate) and isinstance(end, EdtfDate):
        return _range(start, end, months, about) + clock
    if isinstance(start, EdtfDate):
        word = "from {}" if end is End.OPEN else "from {}, end unknown"
        return word.format(_date(start, months, about)) + clock
    word = "up to {}" if start is End.OPEN else "up to {}, start unknown"
    return word.format(_date(end, months, about) if isinstance(end, EdtfDate) else "") + clock


def _range(start: EdtfDate, end: EdtfDate, months: Sequence[str], about: str) -> str:
    """Two ends; the first leaves out what the second repeats."""
    last = _date(end, months, about)
    plain = not (start.unspecified or end.unspecified or _is_season(start) or _is_season(end))
    if not plain or start.year != end.year or start.month is None or end.month is None:
        return f"{_date(start, months, about)} – {last}"
    if start.day and end.day and start.month == end.month:
        tight = not (start.qualifier or end.qualifier)
        return f"{_marked(str(start.day), start, about)}{'–' if tight else ' – '}{last}"
    return f"{_marked(_day_and_month(start, months), start, about)} – {last}"


def _date(date: EdtfDate, months: Sequence[str], about: str) -> str:
    if _is_season(date):
        return _marked(_season(date), date, about)
    words = (_day_and_month(date, months), _year(date))
    return _marked(" ".join(word for word in words if word), date, about)


def _marked(words: str, date: EdtfDate, about: str) -> str:
    uncertain = "?" if date.qualifier.value in ("?", "%") else ""
    return f"{about if date.approximate else ''}{words}{uncertain}"


def _is_season(date: EdtfDate) -> bool:
    return date.month in _SEASONS


def _season(date: EdtfDate) -> str:
    next_year = f"/{(date.year + 1) % 100:02d}" if date.month == 24 and date.year > 0 else ""
    return f"{_SEASONS[date.month or 21]} {_year(replace(date, month=None))}{next_year}"


def _day_and_month(date: EdtfDate, months: Sequence[str]) -> str:
    words = (str(date.day or ""), months[date.month - 1] if date.month else "")
    return " ".join(word for word in words if word)


def _year(date: EdtfDate) -> str:
    if date.year > 0:
        return f"{date.year}{'s' if date.unspecified else ''}"
    last = 1 - date.year
    first = f"{last + 10**date.unspecified - 1}–" if date.unspecified else ""
    return f"{first}{last} BC"
