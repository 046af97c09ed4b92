"""Which year each date without one belongs to, over a whole story at once.

A story mostly goes on in small steps. Dates written in full are fixed; between them a date
without a year may lie in one of a few years, and the cheapest way through the whole story is
taken: a beam search in which a date in full may also be an aside that the story does not
follow ("a document released in 2005"). So a date without a year is near to what was told
before it, and to what is told in full after it.

What comes before the first date in full is dated by it only where something else says when the
story plays: a publication date, or a few dates in full. One year in a text of unknown age may
well be an aside, and a day in it that nobody meant would be false precision.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from izium_timeline.model.days import civil
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.calendar import narrow
from izium_timeline.temporal.notation import days_or_none
from izium_timeline.temporal.partial import Fields, Length, Partial

_BACK = 3.0  # going back costs so much more than going on
_ARRIVAL = 0.5  # a step to a date in full counts less: dates without a year follow what is told
_FURTHEST = 700  # days; a longer step is a jump, and costs no more than this
_FORWARD = 100  # days; going on to a date in full costs little more, however far it is
_ASIDE = 270  # days; what it costs not to follow a date in full
_NEW_YEAR = 90  # days; what it costs to leave the year that was named last
_BEAM = 8  # ways through the story that are kept
_FEW = 3  # dates in full that show by themselves when a story plays


class Step(NamedTuple):
    """One date of the story: its place among the partials, and where it may lie."""

    place: int
    choices: tuple[tuple[int, Interval], ...]
    fixed: bool


class _Way(NamedTuple):
    """A way through the story so far: its cost, where it is, and how it came there."""

    cost: float
    days: Interval
    place: int
    year: int | None
    before: "_Way | None"


class Plan(NamedTuple):
    """The year of each partial that has none, and the partials that the story goes to."""

    years: Mapping[int, int]
    followed: frozenset[int]


def plan_story(partials: Sequence[Partial], on_line: Sequence[bool], last_day: int | None) -> Plan:
    """The years of the partials without one, by index; none where no date has a year.

    ``on_line`` tells for each partial whether the story may go there; ``last_day`` is the
    last day that the story can tell of, None where nothing bounds it.
    """
    ways: list[_Way] = []
    for step in _steps(partials, on_line, last_day):
        ways = _kept(_onward(ways, step))
    years: dict[int, int] = {}
    followed = set()
    way = ways[0] if ways else None
    while way is not None:
        followed.add(way.place)
        if way.year is not None:
            years[way.place] = way.year
        way = way.before
    return Plan(years, frozenset(followed))


def _onward(ways: Sequence[_Way], step: Step) -> list[_Way]:
    """Every way continued by a step; a date in full may also be passed by."""
    if not ways:
        return [
            _Way(0.0, days, step.place, None if step.fixed else year, None)
            for year, days in step.choices
        ]
    return [onward for way in ways for onward in _further(way, step)]


def _further(way: _Way, step: Step) -> Iterator[_Way]:
    """The ways on from one: to each place of the step, or by it, as an aside."""
    if step.fixed:
        (_, days), *_ = step.choices
        cost = way.cost + arrival_cost(way.days, days)
        yield _Way(cost, days, step.place, None, way)
        yield way._replace(cost=way.cost + _ASIDE)
        return
    for year, days in step.choices:
        cost = way.cost + step_cost(way.days, days) + _NEW_YEAR * _leaves_year(way.days, days)
        yield _Way(cost, days, step.place, year, way)


def _leaves_year(earlier: Interval, later: Interval) -> bool:
    return civil(earlier.latest or 0)[0] != civil(later.earliest or 0)[0]


def _kept(ways: Sequence[_Way]) -> list[_Way]:
    """The cheapest way to each place, and of these the cheapest few."""
    best: dict[tuple[int | None, int | None], _Way] = {}
    for way in sorted(ways, key=lambda way: way.cost):
        best.setdefault((way.days.earliest, way.days.latest), way)
    return list(best.values())[:_BEAM]


def arrival_cost(earlier: Interval, later: Interval) -> float:
    """What a step to a date in full costs: half of another, and forward less than an aside.

    So a story goes on with the dates that it names, decades apart if need be, unless it comes
    back from one to where it was.
    """
    ahead = (later.earliest or 0) - (earlier.latest or 0)
    if ahead <= 0:
        return _ARRIVAL * step_cost(earlier, later)
    return min(_ARRIVAL * ahead, _FORWARD + ahead / 100, _ASIDE - 20)


def step_cost(earlier: Interval, later: Interval) -> float:
    """What a step from one interval to another costs, in days."""
    first, last = earlier.earliest or 0, earlier.latest or 0
    start, end = later.earliest or 0, later.latest or 0
    if start > last:
        return float(min(start - last, _FURTHEST))
    if end < first:
        return _BACK * min(first - end, _FURTHEST)
    return 0.0


def _steps(
    partials: Sequence[Partial], on_line: Sequence[bool], last_day: int | None
) -> list[Step]:
    known = [fields_within(partial) for partial in partials]
    upcoming = _next_years(known, on_line)
    in_full = sum(
        followed and what is not None and what.year is not None
        for what, followed in zip(known, on_line, strict=True)
    )
    placed = last_day is not None or in_full >= _FEW
    steps = []
    last_year: int | None = None
    for index, what in enumerate(known):
        if what is None:
            continue
        if what.year is not None:
            days = days_or_none(what) if on_line[index] else None
            if days is not None:
                last_year = what.year
                days = narrow(days, partials[index].modifier)
                steps.append(Step(index, ((what.year, days),), fixed=True))
        elif needs_year(what) and (placed or last_year is not None):
            places = _places(what, (last_year, upcoming[index]), last_day)
            if places:
                steps.append(Step(index, places, fixed=False))
    return steps


def _next_years(known: Sequence[Fields | None], on_line: Sequence[bool]) -> list[int | None]:
    """For each partial, the year of the next one that has it."""
    years: list[int | None] = []
    year: int | None = None
    for what, followed in zip(reversed(known), reversed(on_line), strict=True):
        years.append(year)
        if followed and what is not None and what.year is not None:
            year = what.year
    return years[::-1]


def fields_within(partial: Partial) -> Fields | None:
    """The calendar fields of a partial, or those that a length is a part of."""
    what = partial.what
    if isinstance(what, Length):
        return what.of
    return what if isinstance(what, Fields) else None


def needs_year(fields: Fields) -> bool:
    """Whether fields name a time of the year, and lack only the year."""
    if fields.year is not None or fields.of is not None or fields.short_year is not None:
        return False
    return any(part is not None for part in (fields.month, fields.season, fields.quarter))


def _places(
    fields: Fields, near: Sequence[int | None], last_day: int | None
) -> tuple[tuple[int, Interval], ...]:
    """The years about the neighbouring fixed dates in which the fields name days."""
    years = {year + offset for year in near if year is not None for offset in (-1, 0, 1, 2)}
    found = []
    for year in sorted(years):
        days = days_or_none(replace(fields, year=year))
        if days is not None and (last_day is None or (days.earliest or 0) <= last_day):
            found.append((year, days))
    return tuple(found)
