"""Entries: the days of a diary or a chronicle, the messages of an exchange of letters.

An entry opens with its date: "3 July", "Friday 11th. Bombs fell", "March 5: The network fails",
"On Mon, 3 Apr 2023 at 09:12, X wrote:". What is told in it counts from that date, and not
from the day on which the whole was published. Entries follow each other, so that the year, the
month or the day that one leaves out is known from its neighbours, or from a line that holds
nothing but a year.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from izium_timeline.temporal.calendar import days_of
from izium_timeline.temporal.entry_dates import Head, completed
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.notation import date_edtf
from izium_timeline.temporal.outcome import Outcome
from izium_timeline.temporal.partial import Feast, Fields, Partial, Unit
from izium_timeline.temporal.plan import needs_year
from izium_timeline.temporal.profile import Mode, Profile, Published
from izium_timeline.temporal.story import Mention
from izium_timeline.temporal.years import by_story

_FEWEST = 3  # dates that open a line for a text to be taken for entries
_LONGEST_MARK = 20  # characters before a date at a line's head
_NEAR = 8  # characters between the ends of a range at a line's head
_OPENS = LazyPattern(r"(?:^|[\n\r\f])[\s>#*_\u2022\u00b7|(\[-]{0,12}\Z")
_MESSAGE_OPENS = LazyPattern(
    r"(?:^|[\n\r])[\s>*]{0,8}(?:(?P<on>On)\s|(?:Date|Sent):[\s*]{1,4})\Z", re.IGNORECASE
)
_WROTE = LazyPattern(r"[^\n]{0,160}(?:\n[\s>]{0,8}[^\n]{0,80})?\bwrote:\s*(?:\n|\Z)")
_CLOSES = LazyPattern(
    r"[*_)\]]{0,3}(?:[^\S\n\r]*(?:[\n\r:|\u2013\u2014]|-{1,2}\s|\Z)"
    r"|,?\s(?:(?:in\sthe\s)?(?:morning|afternoon|evening|night))?\s?[:\u2013\u2014]"
    r"|\.(?:\s+[\"\u201c\u2018']?[A-Z\u00c0-\u00de0-9]|\s*[\n\r]|\s*\Z))",
    re.IGNORECASE,
)
_CAPITAL = LazyPattern(r"\s+[\"\u201c\u2018']?[A-Z\u00c0-\u00de0-9]")
_ALONE = LazyPattern(r"[*_)\]:]{0,3}[^\S\n\r]*(?:[\n\r]|\Z)")
_ENTRY_UNITS = (Unit.DAY, Unit.MONTH, Unit.WEEK)


class Kind(StrEnum):
    """What a date at the head of a line opens."""

    ENTRY = "entry"
    MESSAGE = "message"
    YEAR = "year"


class Entries(NamedTuple):
    """The partial dates, those at the head of an entry completed by their neighbours.

    ``heads`` gives by place what a date opens, ``why`` what one was completed by.
    """

    partials: tuple[Partial, ...]
    heads: Mapping[int, Kind]
    why: Mapping[int, str]


class Section(NamedTuple):
    """What a wording counts from here: the whole text's profile, or that of the entry.

    ``entry`` is the date that the entry opened with, ``year`` the one that stands over it.
    """

    profile: Profile
    entry: Mention | None = None
    year: int | None = None

    def opened(self, whole: Profile, kind: Kind, outcome: Outcome) -> "Section":
        """The section that a date at the head of a line opens, by what it was resolved to."""
        fields = outcome.fields
        if kind is Kind.YEAR:
            return Section(whole, None, None if fields is None else fields.year)
        if fields is None or fields.year is None:
            return Section(whole._replace(published=None), None, self.year)
        days = days_of(fields)
        text = str(date_edtf(fields, None, "", days))
        day = ((days.earliest or 0) + (days.latest or 0)) // 2
        published = Published(text, days, day, days, f"the {kind}")
        profile = whole._replace(published=published, mode=Mode.HYBRID)
        return Section(profile, Mention(fields, days, text), self.year)

    def year_of(self, partial: Partial, planned: int | None) -> int | None:
        """The year of a date without one in an entry: that over it, else the nearest."""
        what = partial.what
        if self.entry is None or not isinstance(what, Fields) or not needs_year(what):
            return planned
        if self.year is not None:
            return self.year
        chosen = by_story(what, self.entry)
        return planned if chosen is None else chosen.fields.year


def read_entries(text: str, partials: Sequence[Partial], published: Published | None) -> Entries:
    """The entries of a text: none where fewer than three dates open a line."""
    heads = {
        index: kind
        for index, partial in enumerate(partials)
        if (kind := _kind(text, partials, index, partial)) is not None
    }
    entries = [index for index, kind in heads.items() if kind is Kind.ENTRY]
    if len(entries) < _FEWEST:
        messages = {index: kind for index, kind in heads.items() if kind is Kind.MESSAGE}
        return Entries(tuple(partials), messages, {})
    places = [index for index, kind in heads.items() if kind is not Kind.MESSAGE]
    last = None if published is None else published.days.latest
    dates = [
        Head(each.what, text[each.start : each.end]) for each in map(partials.__getitem__, places)
    ]
    found = completed(dates, last)
    known = dict(zip(places, found, strict=True))
    whole, why = list(partials), {}
    for index, reading in known.items():
        if reading is None:
            continue
        whole[index] = replace(partials[index], what=reading.what)
        why[index] = reading.why
        if _is_range(text, partials, index):
            end = _closing(reading.what, partials[index + 1])
            whole[index + 1] = end
            why[index + 1] = reading.why
    return Entries(tuple(whole), heads, why)


def _kind(text: str, partials: Sequence[Partial], index: int, partial: Partial) -> Kind | None:
    what, start = partial.what, partial.start
    if not isinstance(what, (Fields, Feast)) or not _near_line_start(text, start):
        return None
    if _MESSAGE_OPENS.search(text, max(0, start - 20), start) is not None:
        return Kind.MESSAGE if _is_message(text, partial) else None
    if _OPENS.search(text, max(0, start - 14), start) is None:
        return None
    if isinstance(what, Fields) and what.unit is Unit.YEAR:
        alone = what.span == 1 and _ALONE.match(text, partial.end) is not None
        return Kind.YEAR if alone else None
    if isinstance(what, Fields) and what.unit not in _ENTRY_UNITS:
        return None
    end = partials[index + 1].end if _is_range(text, partials, index) else partial.end
    closes = _CLOSES.match(text, end) or (text[end - 1] == "." and _CAPITAL.match(text, end))
    return Kind.ENTRY if closes else None


def _near_line_start(text: str, place: int) -> bool:
    """Whether a line begins so near before a place that only marks can stand between."""
    low = place - _LONGEST_MARK
    return low <= 0 or any(text.find(end, low, place) >= 0 for end in "\n\r\f")


def _is_message(text: str, partial: Partial) -> bool:
    """Whether a full date stands in a line that says who wrote when."""
    what = partial.what
    if not isinstance(what, Fields) or what.day is None or what.year is None:
        return False
    on = _MESSAGE_OPENS.search(text, max(0, partial.start - 20), partial.start)
    return on is not None and (not on["on"] or _WROTE.match(text, partial.end) is not None)


def _is_range(text: str, partials: Sequence[Partial], index: int) -> bool:
    """Whether a date and the next one are the ends of a range or a short list."""
    if index + 1 >= len(partials):
        return False
    first, second = partials[index], partials[index + 1]
    if not isinstance(first.what, Fields) or not isinstance(second.what, Fields):
        return False
    between = text[first.end : second.start] if second.start - first.end <= _NEAR else "."
    return between.strip() in ("-", "\u2013", "\u2014", "to", "and", "&", "/", ",")


def _closing(start: Fields | Feast, partial: Partial) -> Partial:
    """The end of a range that begins at a known date: of its year, or the next."""
    end = partial.what
    if not isinstance(end, Fields) or not isinstance(start, Fields) or end.year is not None:
        return partial
    if start.year is None or end.month is None:
        return partial
    turns = start.month is not None and end.month < start.month
    return replace(partial, what=replace(end, year=start.year + turns))
