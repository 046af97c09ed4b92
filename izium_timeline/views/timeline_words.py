"""What the timeline says in words: names of groups, tooltips, dates in the user's language."""

import math
from functools import lru_cache

from PySide6.QtCore import QLocale

from izium_timeline.layout.index import Grouping, Index
from izium_timeline.layout.picture import Box, Picture
from izium_timeline.layout.ruler import Words
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.edtf import Edtf, edtf_day
from izium_timeline.model.event import Event, Status, Voice
from izium_timeline.views.event_dates import date_text, event_date
from izium_timeline.views.paint_timeline import NO_EVENTS, Notice, own_name
from izium_timeline.views.publishers import short_publisher
from izium_timeline.views.verdicts import doubt_words

_NAMELESS = {
    Grouping.CATEGORY: "No category",
    Grouping.DOCUMENT: "No document",
    Grouping.PLACE: "No place named",
    Grouping.NONE: "All events",
}
_VOICES = {
    Voice.CLAIMED: "claimed",
    Voice.PLANNED: "planned",
    Voice.HYPOTHETICAL: "supposed",
    Voice.NEGATED: "said not to have happened",
}
READING = ("Reading the documents", "Events appear as they are found.")
LOADING = ("Opening the chronology", "It is shown as soon as all of it is read.")
_NONE_DATED = ("No events yet", "Nothing in these documents is dated so far.")
_NONE_READ = ("No events", "None of the files could be read. View, Files of the folder says why.")
_ALL_HIDDEN = ("No category is shown", "Click a category in the legend to show its events.")
_LISTED = 6  # titles in a tooltip


def locale_words(locale: QLocale) -> Words:
    """The ruler's words in a language."""
    short = QLocale.FormatType.ShortFormat
    form = locale.dateFormat(QLocale.FormatType.LongFormat)
    day_first = form.find("d") < form.find("M") or form.find("d") < 0
    return Words(
        months=tuple(locale.standaloneMonthName(month, short) for month in range(1, 13)),
        weekdays=tuple(locale.standaloneDayName(day, short) for day in range(1, 8)),
        day="{day} {month} {year}" if day_first else "{month} {day}, {year}",
        day_month="{day} {month}" if day_first else "{month} {day}",
    )


def short_day(day: float) -> str:
    """The day of a day number in short words: "10 Sep 2022"."""
    return _short_day(math.floor(day))


@lru_cache(maxsize=64)
def _short_day(day: int) -> str:
    return date_text(Edtf(edtf_day(day)))


def group_name(chronology: Chronology, grouping: Grouping, name: str) -> str:
    """How a group is called in its header."""
    if not name:
        return _NAMELESS[grouping]
    document = chronology.document(name) if grouping is Grouping.DOCUMENT else None
    return short_publisher(document) if document is not None else own_name(name)


def empty_notice(chronology: Chronology, *, hidden: bool) -> Notice:
    """Why a timeline is empty: categories hidden, documents without events, nothing at all."""
    if hidden:
        return _ALL_HIDDEN
    if not chronology.documents:
        return NO_EVENTS
    unread = all(document.missing for document in chronology.documents)
    return _NONE_READ if unread else _NONE_DATED


def rich(text: str) -> str:
    """A plain text for Qt to show and to wrap, whatever looks like markup in it."""
    from html import escape  # it brings a table of all entities, and the first frame has no tip

    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else ""


def event_tip(event: Event) -> str:
    """An event in a tooltip: date, title, voice, doubts about its quote, and why this date."""
    marks = [voice_words(event)] if event.voice is not Voice.ASSERTED else []
    marks += ["candidate, not reviewed"] if event.status is Status.CANDIDATE else []
    marks += filter(None, [doubt_words(event)])
    lines = [event_date(event), event.title, "; ".join(marks), event.reason]
    return "\n".join(line for line in lines if line)


def voice_words(event: Event) -> str:
    """In which voice an event is told, and by whom."""
    word = _VOICES[event.voice]
    return f"{word} by {event.claimed_by}" if event.claimed_by else word


def mark_tip(chronology: Chronology, index: Index, picture: Picture, mark: int) -> str:
    """A mark's tooltip: its event, or what a bundle holds."""
    events = index.events_of(int(picture.marks.bundle[mark])).tolist()
    if len(events) == 1:
        return event_tip(chronology.events[events[0]])
    first = chronology.events[events[0]]
    titles = [_listed(chronology.events[row]) for row in events[:_LISTED]]
    rest = len(events) - len(titles)
    more = [f"and {rest} more"] if rest > 0 else []
    doubted = sum(bool(doubt_words(chronology.events[row])) for row in events[_LISTED:])
    more += [f"{doubted} of them with a quote that is not exact"] if doubted else []
    return "\n".join([f"{len(events)} events, {event_date(first)}", *titles, *more])


def _listed(event: Event) -> str:
    doubt = doubt_words(event)
    return f"· {event.title}{f' ({doubt})' if doubt else ''}"


def box_tip(box: Box, name: str, lit: str = "found") -> str:
    """A header's tooltip: what the short signs beside the count mean; ``lit`` is what is not
    dimmed."""
    found = "" if box.hits is None else f", {box.hits:,} of them {lit}"
    lines = [f"{name}: {box.count:,} events{found}"]
    if box.before:
        lines.append(f"{box.before:,} of them earlier than what is in view")
    if box.after:
        lines.append(f"{box.after:,} of them later than what is in view")
    if box.beyond:
        lines.append(f"{box.beyond:,} past the rows shown; click the strip to open them")
    if box.unverified:
        lines.append(f"{box.unverified:,} of them without a verified quote")
    lines.append("Click to fold or unfold")
    return "\n".join(lines)


def density_tip(counts: dict[str, int], when: str) -> str:
    """What one column of a density holds, by category."""
    total = sum(counts.values())
    lines = [f"{total:,} {'event' if total == 1 else 'events'}, {when}"]
    lines += [f"{name or 'no category'}: {count:,}" for name, count in counts.items() if count]
    return "\n".join(lines)
