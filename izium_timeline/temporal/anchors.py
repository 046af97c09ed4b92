"""What a relative wording counts from: the publication date, or where the story is."""

from izium_timeline.model.days import civil
from izium_timeline.temporal.calendar import fields_at
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.partial import Fields, Origin, Shift, Unit, Which
from izium_timeline.temporal.profile import Mode, Published
from izium_timeline.temporal.story import Mention
from izium_timeline.temporal.tense import direction, in_speech, speech_start

_ORDER = list(Unit)
_CALLED = ("publication (", "the entry (", "the message (")


def counts_from_publication(case: Case, origin: Origin) -> bool:
    """Whether a wording of that origin counts from publication here.

    "The next day" does so only before the text has named any date. In a narrative what people
    say counts from the story, "this year" does with a verb of the past, and "years ago" does
    not.
    """
    if case.published is None:
        return False
    if _far_from_news(case):
        return True
    if case.profile.mode is not Mode.NARRATIVE or case.story.last is None:
        return origin is Origin.PUBLICATION or case.story.last is None
    start, end = case.partial.start, case.partial.end
    if origin is not Origin.PUBLICATION or in_speech(case.text, start):
        return False
    return isinstance(case.partial.what, Shift) or direction(case.text, start, end) >= 0


def _far_from_news(case: Case) -> bool:
    """Whether "the year" of news follows an aside to a year long past, which it can't mean."""
    last, published = case.story.last, case.published
    if case.profile.mode is not Mode.NEWS or last is None or published is None:
        return False
    far = last.fields.year is not None and last.fields.year < published.year - 1
    return far and case.wording.lower().endswith(" of the year")


def anchor_of(case: Case, origin: Origin, unit: Unit, which: Which) -> Mention | None:
    """The date that a wording counts from, with the words that name it; None without one."""
    if case.published is not None and counts_from_publication(case, origin):
        published = case.published
        return Mention(published_fields(published), published.days, published.called)
    if case.profile.mode is Mode.NEWS and which.step and _told_outside(case):
        return None  # what is quoted counts from what its speaker told
    if case.profile.mode is not Mode.NARRATIVE and which.step and _beside(case):
        return case.story.nearest(unit, Which.SAME)
    return case.story.nearest(unit, which)


def _beside(case: Case) -> bool:
    """Whether the last date stands in the same paragraph: "the year before" counts from it."""
    last = case.story.last
    return last is not None and "\n" not in case.text[last.end : case.partial.start]


def _told_outside(case: Case) -> bool:
    """Whether a wording is quoted, and the last date stands before the quotation."""
    last = case.story.last
    opened = speech_start(case.text, case.partial.start)
    return opened >= 0 and last is not None and last.end <= opened


def anchor_day(case: Case, origin: Origin, anchor: Mention) -> int:
    """The day that stands for an anchor: its first, or the middle of a publication date."""
    if case.published is not None and anchor.text == case.published.called:
        return case.published.day
    return anchor.days.earliest or 0


def published_fields(published: Published) -> Fields:
    """The publication date as fields, as exact as it is known."""
    if published.exact:
        return fields_at(published.day, Unit.DAY)
    first, last = civil(published.written.earliest or 0), civil(published.written.latest or 0)
    return fields_at(published.day, Unit.MONTH if first[:2] == last[:2] else Unit.YEAR)


def quoted(anchor: Mention) -> str:
    """An anchor's words, in quotation marks where they are the text's."""
    return anchor.text if anchor.text.startswith(_CALLED) else repr(anchor.text)


def finer(first: Unit, second: Unit) -> bool:
    """Whether a unit is finer than another, or the same."""
    return _ORDER.index(first) <= _ORDER.index(second)
