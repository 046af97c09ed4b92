"""Resolving durations and sets: a value always, days where an end of them is known."""

import re

from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval, Precision
from izium_timeline.temporal.anchors import anchor_of, quoted
from izium_timeline.temporal.calendar import DAYS_OF, MONTHS_OF, days_of, fields_at, move, narrow
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import GAP
from izium_timeline.temporal.notation import date_value, interval_edtf, length_value
from izium_timeline.temporal.outcome import Outcome
from izium_timeline.temporal.partial import (
    Feast,
    Fields,
    Length,
    Modifier,
    Origin,
    Relation,
    Repeat,
    Unit,
    Which,
    count,
)
from izium_timeline.temporal.profile import Mode
from izium_timeline.temporal.resolve_fields import resolve_feast, resolve_fields
from izium_timeline.temporal.rule import compiled
from izium_timeline.temporal.story import Mention
from izium_timeline.temporal.tense import direction
from izium_timeline.temporal.timex import TimexType

_TIED = LazyPattern(
    rf"{GAP}(?P<word>after|following|before|since|into|of|under){GAP}"
    rf"(?P<edge>(?:the{GAP})?(?:start|beginning|outbreak|end){GAP}of{GAP})?",
    re.IGNORECASE,
)
_COUNTS_BACK = LazyPattern(
    r"\b(?:has|have|'s|'ve|is|are|been|remains?|closed|without)\b[^.!?;\n]{0,60}\bfor\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_RELATIONS = {
    "after": Relation.AFTER,
    "following": Relation.AFTER,
    "before": Relation.BEFORE,
    "since": Relation.SINCE,
    "into": Relation.AFTER,
    "of": Relation.DURING,
    "under": Relation.DURING,
}


def resolve_length(case: Case, length: Length) -> Outcome | None:
    """The outcome of a duration, its days counted from what it is tied to."""
    value = length_value(length.amount, length.unit)
    plain = Outcome(
        TimexType.DURATION,
        value,
        Basis.STATED,
        f"a length of time, {count(length.amount, length.unit)}",
    )
    if length.age:
        return plain
    if length.of is not None:
        return _part_of_date(case, length, plain)
    tied = _tied(case, length)
    if length.point:
        return _as_point(length, tied)
    if tied is not None:
        return tied
    return _counted(case, length, plain)


def _as_point(length: Length, tied: Outcome | None) -> Outcome | None:
    """ "The day after Christmas": the day itself; not told where Christmas is not dated."""
    if tied is None or tied.days is None or tied.days.earliest is None:
        return None
    fields = fields_at(tied.days.earliest, length.unit)
    if tied.days.precision is not Precision.DAY and length.unit is Unit.DAY:
        return None
    return tied._replace(
        type=TimexType.DATE, value=date_value(fields), fields=fields, relation=None
    )


def _dated(plain: Outcome, days: Interval, why: str, relation: Relation | None = None) -> Outcome:
    edtf = interval_edtf(days)
    return Outcome(
        plain.type, plain.value, Basis.RESOLVED, why, None, days, edtf, relation=relation
    )


def _part_of_date(case: Case, length: Length, plain: Outcome) -> Outcome:
    """ "The last week of August": so many days from that end of it."""
    inner = resolve_fields(case, length.of or Fields())
    if inner is None or inner.fields is None or inner.fields.year is None:
        return plain
    whole = days_of(inner.fields)
    days = _part(whole, length)
    side = "start" if length.part > 0 else "end"
    size = count(length.amount, length.unit)
    return _dated(plain, days, f"{size} at the {side} of {inner.value}; {inner.why}")


def _part(whole: Interval, length: Length) -> Interval:
    """The first or last so many units of some days; a third of them where it is not said."""
    first, last = whole.earliest, whole.latest
    if length.amount is None:
        if first is None or last is None:
            return whole
        return narrow(whole, Modifier.START if length.part > 0 else Modifier.END)
    if length.part > 0 and first is not None:
        end = move(first, length.amount, length.unit) - 1
        return Interval(first, max(first, end if last is None else min(end, last)))
    if length.part < 0 and last is not None:
        start = move(last, -length.amount, length.unit) + 1
        return Interval(min(last, start if first is None else max(start, first)), last)
    return whole


def _tied(case: Case, length: Length) -> Outcome | None:
    """A length tied to an event or a date by a word behind it, None where none is."""
    word = _TIED.match(case.text, case.partial.end)
    if word is None:
        return None
    relation = _RELATIONS[word["word"].lower()]
    anchor = _anchor(case, word)
    tie = f"{count(length.amount, length.unit)} {word['word'].lower()}"
    plain = Outcome(
        TimexType.DURATION,
        length_value(length.amount, length.unit),
        Basis.STATED,
        f"{tie} something that is not dated here",
        relation=relation,
    )
    if anchor is None:
        return plain if relation is not Relation.DURING or length.part else None
    days, name = anchor
    found = _days_tied(case, length, relation, days)
    if found is None:
        return plain._replace(why=f"{tie} {name}")
    return _dated(plain, found, f"{tie} {name}", relation)


_NAMED_AT = LazyPattern(
    rf"(?:the|its|their|his|her|a){GAP}[^.,;:!?()\n]{{3,60}}?{GAP}(?:in|on|of){GAP}(?:the{GAP})?",
    re.IGNORECASE,
)


def _anchor(case: Case, word: re.Match[str]) -> tuple[Interval, str] | None:
    """The days of the event or date behind the word, and what it is called.

    A date beside the event ("the liberation in September 2022") counts where the calendar
    has none, or another one, of that name.
    """
    behind = _date_behind(case, word)
    event = _event_behind(case, word)
    if event is None or (behind is not None and not _meet(event[0], behind[0])):
        return behind
    return event


def _meet(first: Interval, second: Interval) -> bool:
    starts = [days.earliest for days in (first, second) if days.earliest is not None]
    ends = [days.latest for days in (first, second) if days.latest is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _date_behind(case: Case, word: re.Match[str]) -> tuple[Interval, str] | None:
    """ "Two days after 5 May", "two weeks after the election in May 2012"."""
    follower = case.follower
    if follower is None or not isinstance(follower.what, (Fields, Feast)):
        return None
    start = word.start("edge") if word["edge"] else word.end()
    beside = follower.start - word.end() in range(5)
    if not beside and not _NAMED_AT.fullmatch(case.text, start, follower.start):
        return None
    what = follower.what
    inner = resolve_feast(case, what) if isinstance(what, Feast) else resolve_fields(case, what)
    if inner is None or inner.fields is None or inner.fields.year is None:
        return None
    return days_of(inner.fields), inner.value


def _event_behind(case: Case, word: re.Match[str]) -> tuple[Interval, str] | None:
    """The named event behind the word, or the beginning or end of it."""
    if not case.calendar.events:
        return None
    phrase = compiled(case.calendar.phrase()).match(case.text, word.end())
    event = case.calendar.find(phrase["event"]) if phrase else None
    if phrase is None or event is None:
        return None
    edge = (word["edge"] or "").lower()
    day = event.days.latest if "end" in edge else event.days.earliest
    days = Interval(day, day) if edge and day is not None else event.days
    return days, f"{phrase['event']!r} ({event.days.words})"


def _days_tied(case: Case, length: Length, relation: Relation, days: Interval) -> Interval | None:
    if relation is Relation.SINCE:
        published = case.published
        if published is None or days.earliest is None:
            return None
        return Interval(days.earliest, max(days.earliest, published.days.latest or days.earliest))
    if relation is Relation.DURING:
        return _inside(length, days)
    if length.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return None
    if length.part and relation is Relation.BEFORE and days.earliest is not None:
        last = days.earliest - 1
        amount = length.amount
        return Interval(None if amount is None else move(last, -amount, length.unit) + 1, last)
    if length.amount is None:
        return None
    sign = 1 if relation is Relation.AFTER else -1
    return shifted(days, sign * length.amount, length.unit, after=sign > 0)


def _inside(length: Length, days: Interval) -> Interval:
    """ "Six months of occupation": within it, from its start; "the first weeks": its start."""
    if length.part:
        return _part(days, length)
    if length.amount is None or days.earliest is None:
        return days
    end = move(days.earliest, length.amount, length.unit)
    return Interval(days.earliest, end if days.latest is None else max(days.latest, days.earliest))


def shifted(days: Interval, amount: float, unit: Unit, *, after: bool) -> Interval | None:
    """Days shifted, and widened to what the unit can tell.

    Days shift to the day; weeks leave three days either way; months the months that are
    reached, years the years. After an event of several days, its own days count.
    """
    ends = [end for end in (days.earliest, days.latest) if end is not None]
    if not ends:
        return None
    if len(ends) == 1:
        ends = ends * 2
    first, last = (move(end, amount, unit) for end in ends)
    if unit is Unit.WEEK:
        return Interval(first - 3, last + 3)
    grain = unit if unit in MONTHS_OF else Unit.DAY
    outer = [days_of(fields_at(end, grain)) for end in (first, last)]
    return Interval(outer[0].earliest, outer[1].latest)


def _counted(case: Case, length: Length, plain: Outcome) -> Outcome:
    """ "The past two years", "closed for three weeks": counted from where the text is."""
    toward = length.toward or -_counts_back(case)
    known = length.unit in MONTHS_OF or length.unit in DAYS_OF
    anchor = _where(case, length, toward) if toward and known else None
    if anchor is None:
        return plain
    first, last = anchor.days.earliest or 0, anchor.days.latest or 0
    if length.amount is None:
        days = Interval(None, last) if toward < 0 else Interval(first, None)
    elif toward < 0:
        days = Interval(move(first, -length.amount, length.unit), last)
    else:
        days = Interval(first, move(last, length.amount, length.unit))
    side = "up to" if toward < 0 else "from"
    return _dated(plain, days, f"{count(length.amount, length.unit)} {side} {quoted(anchor)}")


def _counts_back(case: Case) -> bool:
    """Whether a mere length ends at publication: "has been closed for three weeks"."""
    if case.published is None or case.profile.mode is Mode.NARRATIVE:
        return False
    start = case.partial.start
    return _COUNTS_BACK.search(case.text, max(0, start - 90), start) is not None


def _where(case: Case, length: Length, toward: int) -> Mention | None:
    """What a stretch is counted from; "the next months" of what is past, from the story."""
    past = toward > 0 and direction(case.text, case.partial.start, case.partial.end) < 0
    origin = Origin.STORY if past and case.story.last is not None else length.origin
    return anchor_of(case, origin, length.unit, Which.SAME)


def resolve_repeat(case: Case, repeat: Repeat) -> Outcome:
    """The outcome of a set; in news it holds at the time of publication."""
    if repeat.fields is not None:
        value = date_value(repeat.fields)
    else:
        value = length_value(repeat.amount, repeat.unit or Unit.DAY)
    published = case.published
    plain = Outcome(TimexType.SET, value, Basis.STATED, "something that comes back")
    if published is None or case.profile.mode is Mode.NARRATIVE:
        return plain
    return _dated(plain, published.days, f"it holds at {published.called}")
