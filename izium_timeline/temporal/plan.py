"""Which year each date without one belongs to, over a whole story at once.

A story mostly goes forward in small steps. Dates written in full are fixed points; between
them, every date without a year may lie in a few years, and the sequence of years with the
cheapest steps is taken (Viterbi's algorithm over at most a dozen years a date). So a date is
near to what was told before it and to what is told in full after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from izium_timeline.model.interval import Interval
from izium_timeline.temporal.notation import days_or_none
from izium_timeline.temporal.partial import Fields, Length, Partial

_BACK = 2.0  # going back costs so much more than going on
_FURTHEST = 500  # days; a longer step is a jump, and costs no more than this


@dataclass(frozen=True, slots=True)
class Step:
    """One date on the main line: its place among the partials, and where it may lie."""

    index: int
    places: tuple[tuple[int, Interval], ...]
    fixed: bool


def plan_years(
    partials: Sequence[Partial], on_line: Sequence[bool], last_day: int | None
) -> Mapping[int, int]:
    """The year of each partial that has none, by its index; none where no date has a year.

    ``on_line`` tells for each partial whether the story goes there; ``last_day`` is the last
    day that the story can tell of, None where nothing bounds it.
    """
    steps = _steps(partials, on_line, last_day)
    best: list[dict[int, tuple[float, int | None]]] = []
    before: Step | None = None
    for step in steps:
        scores: dict[int, tuple[float, int | None]] = {}
        for year, days in step.places:
            scores[year] = _cheapest(best[-1], before, days) if before else (0.0, None)
        best.append(scores)
        before = step
    return _trace(steps, best)


def _cheapest(
    scores: Mapping[int, tuple[float, int | None]], before: Step, days: Interval
) -> tuple[float, int | None]:
    return min(
        (scores[year][0] + step_cost(earlier, days), year) for year, earlier in before.places
    )


def _trace(
    steps: Sequence[Step], best: Sequence[Mapping[int, tuple[float, int | None]]]
) -> Mapping[int, int]:
    years: dict[int, int] = {}
    chosen: int | None = None
    for step, scores in zip(reversed(steps), reversed(best), strict=True):
        if chosen is None:
            chosen = min(scores, key=lambda year: (scores[year][0], year))
        if not step.fixed:
            years[step.index] = chosen
        chosen = scores[chosen][1]
    return years


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
    fixed = [
        (index, what.year)
        for index, partial in enumerate(partials)
        if on_line[index] and (what := fields_within(partial)) and what.year is not None
    ]
    steps = []
    upcoming = 0
    last_year: int | None = None
    for index, partial in enumerate(partials):
        what = fields_within(partial)
        if what is None:
            continue
        while upcoming < len(fixed) and fixed[upcoming][0] < index:
            upcoming += 1
        if what.year is not None:
            days = days_or_none(what) if on_line[index] else None
            if days is not None:
                last_year = what.year
                steps.append(Step(index, ((what.year, days),), fixed=True))
        elif needs_year(what):
            next_year = fixed[upcoming][1] if upcoming < len(fixed) else None
            places = _places(what, last_year, next_year, last_day)
            if places:
                steps.append(Step(index, places, fixed=False))
    return steps


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
    fields: Fields, last_year: int | None, next_year: int | None, last_day: int | None
) -> tuple[tuple[int, Interval], ...]:
    """The years about the neighbouring fixed points in which the fields name days."""
    years: set[int] = set()
    for year in (last_year, next_year):
        if year is not None:
            years.update(range(year - 1, year + 3))
    found = []
    for year in sorted(years):
        days = days_or_none(replace(fields, year=year))
        if days is not None and (last_day is None or (days.earliest or 0) <= last_day):
            found.append((year, days))
    return tuple(found)
