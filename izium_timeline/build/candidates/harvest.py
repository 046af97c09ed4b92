"""Candidates: the datable statements of a document, each with its words.

What dates a statement is a clause's temporal expression; what it says is the clause. Nothing
here knows of a corpus: the same passage gives the same candidates in any folder, under any name.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from izium_timeline.build.candidates.categories import category_of
from izium_timeline.build.candidates.clause_dates import Page
from izium_timeline.build.candidates.drafts import Draft, drafts_of
from izium_timeline.build.candidates.figures import figures
from izium_timeline.build.candidates.kinds import extent_of, kind_of, salience_of
from izium_timeline.build.candidates.names import actors, places
from izium_timeline.build.candidates.passages import passages
from izium_timeline.build.candidates.turning_points import turning_points
from izium_timeline.build.candidates.undated import undated_in
from izium_timeline.build.candidates.verbs import first_verb
from izium_timeline.model.document import Document
from izium_timeline.model.event import Anchor, Event, Evidence, Status, Verdict
from izium_timeline.temporal import EventCalendar, NamedEvent, survey

_ANCHOR = 60  # code points behind "three weeks after" in which its anchor is named
_CONTEXT = 32  # code points of prefix and suffix
_NO_EVENTS = EventCalendar()


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a document gives: candidates, and what its folder's other documents may count from.

    ``events`` are in the order of their quotes. ``named`` are the events that this text dates
    itself; ``open`` says whether a wording counts from an event that nothing known here dates,
    so that more of a calendar may date more.
    """

    events: tuple[Event, ...]
    named: tuple[NamedEvent, ...]
    open: bool


def candidates_of(document: Document, calendar: EventCalendar = _NO_EVENTS) -> Harvest:
    """The candidates of a document, whose dates may count from a calendar's named events.

    Takes time in proportion to the text. A document without text has none.
    """
    text = document.text
    if not text:
        return Harvest((), (), False)
    page = Page(document.path, text, document.publication)
    reading = _read(page, calendar)
    points = turning_points(text, reading.drafts)
    if _counts_from(reading, points):
        # What the text itself dates by a verb counts before what other documents say of it.
        again = _read(page, EventCalendar((*points, *calendar.events)))
        reading = again._replace(named=reading.named)
    events = tuple(_events(page, reading.drafts))
    first_verb.cache_clear()  # it would keep the text
    return Harvest(events, (*reading.named, *points), reading.open)


class _Reading(NamedTuple):
    """What a text gives at one reading; ``waiting`` are the wordings that count from an event
    which nothing known dates, in small letters.
    """

    drafts: tuple[Draft, ...]
    named: tuple[NamedEvent, ...]
    waiting: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether more could be dated."""
        return bool(self.waiting)


def _counts_from(reading: _Reading, points: Sequence[NamedEvent]) -> bool:
    """Whether a wording that could not be dated names one of some events."""
    names = [name for point in points for name in point.names]
    return any(name in wording for wording in reading.waiting for name in names)


def _read(page: Page, calendar: EventCalendar) -> _Reading:
    """A text read by a calendar: drafts, the events it names, whether more could be dated."""
    published = page.published
    found = survey(
        page.text,
        None if published is None else str(published.edtf),
        bounds=None if published is None else published.bounds,
        calendar=calendar,
    )
    undated = undated_in(page.text, found.timexes)
    drafts = tuple(
        draft
        for passage in passages(page.text, [*found.timexes, *undated])
        for draft in drafts_of(page, passage)
    )
    waiting = [each.wording.text for each in undated]
    waiting += [
        page.text[timex.start : timex.end + _ANCHOR]
        for timex in found.timexes
        if timex.relation is not None and timex.interval is None
    ]
    return _Reading(drafts, found.named, tuple(wording.lower() for wording in waiting))


def _events(page: Page, drafts: Iterable[Draft]) -> Iterator[Event]:
    """Events out of drafts, in the order of their quotes, with ids of their own.

    An id rests on the quoted words, the date, and how often the same came before: not on the
    file, nor on what else the text says.
    """
    seen: Counter[str] = Counter()
    for draft in sorted(drafts, key=lambda each: each.quote):
        words = page.text[draft.quote.start : draft.quote.end]
        key = "\0".join((words, draft.title, str(draft.dating.edtf), str(draft.dating.days)))
        seen[key] += 1
        name = hashlib.blake2b(f"{key}\0{seen[key]}".encode("utf-8", "replace"), digest_size=6)
        yield _event(page, draft, f"c{name.hexdigest()}")


def _event(page: Page, draft: Draft, name: str) -> Event:
    text, clause, dating, claim = page.text, draft.clause, draft.dating, draft.claim
    words = text[clause.start : clause.end]
    values = figures(text, clause, draft.apart, page.path)
    kind = kind_of(text, clause, dating, values, claim.voice)
    category = category_of(draft.title) or category_of(words)
    found = places(words)
    return Event(
        id=name,
        title=draft.title,
        edtf=dating.edtf,
        bounds=dating.days,
        extent=extent_of(dating, kind),
        basis=dating.basis,
        reason=dating.reason,
        category=category,
        place=found,
        actors=actors(words, claim.by, found),
        kind=kind,
        voice=claim.voice,
        claimed_by=claim.by,
        salience=salience_of(dating, kind, category, claim.voice, page.published),
        status=Status.CANDIDATE,
        values=values,
        evidence=(_evidence(page, draft),),
    )


def _evidence(page: Page, draft: Draft) -> Evidence:
    start, end = draft.quote
    return Evidence(
        page.path,
        page.text[start:end],
        start,
        end,
        prefix=page.text[max(0, start - _CONTEXT) : start],
        suffix=page.text[end : end + _CONTEXT],
        timex=draft.dating.wording,
        anchor=Anchor(Verdict.EXACT, start, end),
    )
