"""An event's date in words: "10 Sep 2022", "10-16 Sep 2022" (with a dash), "winter 2022/23".

The wording follows the EDTF: what it marks as approximate is said to be so, an open end is said
to be open, and no part is written that it does not name.
"""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from izium_timeline.model.edtf import Edtf, EdtfDate, End, edtf_day
from izium_timeline.model.event import Event
from izium_timeline.model.interval import Interval

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_WORDS_FROM: Final[Mapping[object, str]] = {
    None: "{}",
    End.OPEN: "from {}",
    End.UNKNOWN: "from {}, end unknown",
}


class _Style(NamedTuple):
    """The words of a wording: months, "about", and what joins two ends."""

    months: tuple[str, ...]
    about: str
    joint: str
    days_joint: str


_SHORT: Final = _Style(tuple(month[:3] for month in _MONTHS), "c. ", " – ", "–")
_LONG: Final = _Style(_MONTHS, "about ", " to ", " to ")
_BOUNDS: Final = _Style(_MONTHS, "", " and ", " and ")


def date_text(edtf: Edtf, time: datetime.time | None = None) -> str:
    """The date in short words, for lists and labels: "c. 6 - c. 13 Sep 2022"."""
    return _text(edtf, time, _SHORT)


def long_date_text(edtf: Edtf, time: datetime.time | None = None) -> str:
    """The date in full words, for a sentence: "about 6 to about 13 September 2022"."""
    return _text(edtf, time, _LONG)


def event_date(event: Event) -> str:
    """An event's date in short words."""
    return date_text(event.edtf, event.bounds.time)


def day_text(day: int) -> str:
    """A day number in full words: "10 September 2022"."""
    return _date(edtf_day(day), _LONG)


def bounds_text(bounds: Interval) -> str:
    """The earliest and the latest possible day as one clause, for a tooltip and for "why"."""
    first, last = (
        None if day is None else edtf_day(day) for day in (bounds.earliest, bounds.latest)
    )
    if first and last:
        return (
            f"on {_date(last, _BOUNDS)}"
            if first == last
            else f"between {_range(first, last, _BOUNDS)}"
        )
    if first:
        return f"at the earliest {_date(first, _BOUNDS)}, latest day open"
    return f"at the latest {_date(last, _BOUNDS)}, earliest day open" if last else ""


def _text(edtf: Edtf, time: datetime.time | None, style: _Style) -> str:
    clock = f", {time:%H:%M}" if time else ""
    start, end = edtf.start, edtf.end
    if isinstance(start, EdtfDate) and isinstance(end, EdtfDate):
        return _range(start, end, style) + clock
    if isinstance(start, EdtfDate):
        return _WORDS_FROM[end].format(_date(start, style)) + clock
    word = "up to {}" if start is End.OPEN else "up to {}, start unknown"
    return word.format(_date(end, style) if isinstance(end, EdtfDate) else "") + clock


def _range(start: EdtfDate, end: EdtfDate, style: _Style) -> str:
    """Two ends; the first leaves out what the second repeats."""
    last = _date(end, style)
    plain = not (start.unspecified or end.unspecified or _is_season(start) or _is_season(end))
    if not plain or start.year != end.year or start.month is None or end.month is None:
        return f"{_date(start, style)}{style.joint}{last}"
    if start.day and end.day and start.month == end.month:
        joint = style.joint if start.qualifier or end.qualifier else style.days_joint
        return f"{_marked(str(start.day), start, style)}{joint}{last}"
    return f"{_marked(_day_and_month(start, style), start, style)}{style.joint}{last}"


def _date(date: EdtfDate, style: _Style) -> str:
    if _is_season(date):
        return _marked(_season(date), date, style)
    words = (_day_and_month(date, style), _year(date))
    return _marked(" ".join(word for word in words if word), date, style)


def _marked(words: str, date: EdtfDate, style: _Style) -> str:
    uncertain = "?" if date.qualifier.value in ("?", "%") else ""
    return f"{style.about if date.approximate else ''}{words}{uncertain}"


def _is_season(date: EdtfDate) -> bool:
    return date.month in _SEASONS


def _season(date: EdtfDate) -> str:
    next_year = f"/{(date.year + 1) % 100:02d}" if date.month == 24 and date.year > 0 else ""
    return f"{_SEASONS[date.month or 21]} {_year(replace(date, month=None))}{next_year}"


def _day_and_month(date: EdtfDate, style: _Style) -> str:
    words = (str(date.day or ""), style.months[date.month - 1] if date.month else "")
    return " ".join(word for word in words if word)


def _year(date: EdtfDate) -> str:
    if date.year > 0:
        return f"{date.year}{'s' if date.unspecified else ''}"
    last = 1 - date.year
    first = f"{last + 10**date.unspecified - 1}–" if date.unspecified else ""
    return f"{first}{last} BC"
