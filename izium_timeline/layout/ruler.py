"""The ruler: ticks from hours to a hundred thousand years, never crowded."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from izium_timeline.layout.scale import Scale
from izium_timeline.model.days import civil, day_number, weekday

_GAP = 10.0  # between two labels
_FAINT = 14.0  # pixels between two unlabelled ticks, at least
_ROUNDING = 1e-6  # days
_WEEKEND = 6.0  # pixels a day from which weekends are shaded

Measure = Callable[[str], float]


class Unit(IntEnum):
    """The unit that a tick begins."""

    HOUR = 0
    DAY = 1
    WEEK = 2
    MONTH = 3
    YEAR = 4


class Words(NamedTuple):
    """What the ruler writes, in the user's language.

    ``day`` writes day, month and year, ``day_month`` and ``month_year`` two of them, each a
    format string with the fields day, month and year; ``before`` a year before 1 as a year
    of its era.
    """

    months: tuple[str, ...] = (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    )
    weekdays: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    day: str = "{day} {month} {year}"
    day_month: str = "{day} {month}"
    month_year: str = "{month} {year}"
    before: str = "{year} BC"

    def year(self, year: int) -> str:
        """A year; year 0 is 1 BC."""
        return str(year) if year > 0 else self.before.format(year=1 - year)

    def write(self, form: str, day: int) -> str:
        """A day number in one of the forms."""
        year, month, of_month = civil(day)
        return form.format(day=of_month, month=self.months[month - 1], year=self.year(year))


class Tick(NamedTuple):
    """A line at ``x`` with its text, "" where that has no room; a strong one begins the next
    larger unit. (A tuple: a frame makes a hundred of them.)"""

    x: float
    text: str
    strong: bool


class Ruler(NamedTuple):
    """Ticks by x, finer faint lines by their x, weekends as (left, right).

    ``context`` is what the first labels leave unsaid: the year, the month or the day in
    which the view begins, "" where the labels say it themselves.
    """

    ticks: tuple[Tick, ...]
    faint: tuple[float, ...]
    weekends: tuple[tuple[float, float], ...]
    context: str


@dataclass(frozen=True, slots=True)
class _Step:
    """So many units between two labels: their least distance, and about how many days."""

    unit: Unit
    count: int
    room: float
    days: float


_STEPS = (
    *(_Step(Unit.HOUR, hours, 52.0, hours / 24) for hours in (1, 3, 6, 12)),
    _Step(Unit.DAY, 1, 26.0, 1.0),
    _Step(Unit.WEEK, 1, 34.0, 7.0),
    *(_Step(Unit.MONTH, months, 40.0, months * 30.4) for months in (1, 3)),
    *(
        _Step(Unit.YEAR, base * 10**power, 48.0 + 7 * power, base * 10**power * 365.2425)
        for power in range(7)
        for base in (1, 2, 5)
    ),
)
_DAYS_ON = tuple(step for step in _STEPS if step.unit > Unit.HOUR)


def rule(scale: Scale, words: Words, measure: Measure, *, hours: bool = True) -> Ruler:
    """The ruler of a view; ``measure`` tells a text's width in logical pixels.

    Without ``hours`` the finest unit is the day.
    """
    steps = _STEPS if hours else _DAYS_ON
    at = next((i for i, step in enumerate(steps) if _room(step, scale) >= step.room), -1)
    step = steps[at]
    labelled = [_labelled(step, day, scale, words) for day in _days(step, scale)]
    context = _context(step, scale.first, words)
    edge = measure(context) + _GAP if context else -math.inf
    first = next((place for place, tick in enumerate(labelled) if tick.strong), None)
    if first is not None and labelled[first].x < edge:
        # A unit begins where the context stands: its own label says it all instead.
        x = labelled[first].x
        labelled[first] = Tick(x, _context(step, scale.day(x) + _ROUNDING, words), True)
        context, edge = "", -math.inf
    kept = _uncrowded(labelled, edge, scale.width, measure)
    if not any(tick.text for tick in kept) and step.unit in (Unit.DAY, Unit.WEEK):
        context = words.write(words.day, math.floor(scale.first))
    finer = steps[at - 1]
    crowded = at == 0 or _room(finer, scale) < _FAINT
    ticked = {tick.x for tick in kept}  # their lines are drawn already
    lines = () if crowded else map(scale.x, _days(finer, scale))
    faint = tuple(x for x in lines if x not in ticked)
    return Ruler(tuple(kept), faint, _weekends(scale), context)


def _room(step: _Step, scale: Scale) -> float:
    return step.days / scale.per_pixel


def _days(step: _Step, scale: Scale) -> Iterator[float]:
    """The days in view at which the step's units begin, strong ones of the next unit too."""
    yield from _WALKS[step.unit](step, scale)


def _hours(step: _Step, scale: Scale) -> Iterator[float]:
    share = step.count / 24
    for number in range(math.ceil(scale.first / share), math.ceil(scale.last / share)):
        yield number * share


def _whole_days(_step: _Step, scale: Scale) -> Iterator[float]:
    yield from map(float, range(math.ceil(scale.first), math.ceil(scale.last)))


def _weeks(_step: _Step, scale: Scale) -> Iterator[float]:
    """Mondays, and the first of each month."""
    first = math.ceil(scale.first)
    mondays = range(first + -weekday(first) % 7, math.ceil(scale.last), 7)
    yield from sorted({*map(float, mondays), *_months(_A_MONTH, scale)})


def _months(step: _Step, scale: Scale) -> Iterator[float]:
    year, month, _ = civil(math.floor(scale.first))
    number = year * 12 + month - 1
    for first in range(number - number % step.count, 10**10, step.count):
        day = float(day_number(first // 12, first % 12 + 1))
        if day >= scale.last:
            return
        if day >= scale.first:
            yield day


def _years(step: _Step, scale: Scale) -> Iterator[float]:
    first = civil(math.floor(scale.first))[0]
    for year in range(first - first % step.count, 10**9, step.count):
        day = float(day_number(year))
        if day >= scale.last:
            return
        if day >= scale.first:
            yield day


_A_MONTH = _Step(Unit.MONTH, 1, 0.0, 30.4)
_WALKS: dict[Unit, Callable[[_Step, Scale], Iterator[float]]] = {
    Unit.HOUR: _hours,
    Unit.DAY: _whole_days,
    Unit.WEEK: _weeks,
    Unit.MONTH: _months,
    Unit.YEAR: _years,
}


def _labelled(step: _Step, day: float, scale: Scale, words: Words) -> Tick:
    text, strong = _TEXTS[step.unit](day, words, _room(step, scale))
    return Tick(scale.x(day), text, strong)


def _hour_text(day: float, words: Words, _room: float) -> tuple[str, bool]:
    hour = round((day - math.floor(day)) * 24)
    if hour in (0, 24):
        return words.write(words.day_month, round(day)), True
    return f"{hour:02d}:00", False


def _day_text(day: float, words: Words, room: float) -> tuple[str, bool]:
    number = int(day)
    year, month, of_month = civil(number)
    if of_month == 1:
        return (words.year(year) if month == 1 else words.months[month - 1]), True
    if room >= 64:
        return f"{words.weekdays[weekday(number)]} {of_month}", False
    return str(of_month), False


def _month_text(day: float, words: Words, _room: float) -> tuple[str, bool]:
    year, month, _ = civil(int(day))
    return (words.year(year), True) if month == 1 else (words.months[month - 1], False)


def _year_text(day: float, words: Words, _room: float) -> tuple[str, bool]:
    year = civil(int(day))[0]
    return words.year(year), year % 100 == 0


_TEXTS: dict[Unit, Callable[[float, Words, float], tuple[str, bool]]] = {
    Unit.HOUR: _hour_text,
    Unit.DAY: _day_text,
    Unit.WEEK: _day_text,
    Unit.MONTH: _month_text,
    Unit.YEAR: _year_text,
}


def _context(step: _Step, day: float, words: Words) -> str:
    """What the labels of a step leave unsaid: the year, the month, or the day."""
    number = math.floor(day)
    match step.unit:
        case Unit.YEAR:
            return ""
        case Unit.MONTH:
            return words.year(civil(number)[0])
        case Unit.HOUR:
            return words.write(words.day, number)
        case _:
            return words.write(words.month_year, number)


def _uncrowded(ticks: list[Tick], edge: float, width: float, measure: Measure) -> list[Tick]:
    """The ticks, without the texts that would touch another's or leave the view; strong ones
    come first. The room that is taken ascends by both its edges."""
    lefts, rights = [-math.inf, width], [edge, math.inf]
    texts: set[float] = set()
    for tick in sorted(ticks, key=lambda tick: (not tick.strong, tick.x)):
        right = tick.x + measure(tick.text) + _GAP
        at = bisect_right(lefts, tick.x)
        if rights[at - 1] <= tick.x and right <= lefts[at]:
            lefts.insert(at, tick.x)
            rights.insert(at, right)
            texts.add(tick.x)
    return [tick if tick.x in texts else Tick(tick.x, "", tick.strong) for tick in ticks]


def _weekends(scale: Scale) -> tuple[tuple[float, float], ...]:
    """Saturdays and Sundays, where a day is wide enough to tell them."""
    if 1 / scale.per_pixel < _WEEKEND:
        return ()
    first = math.floor(scale.first)
    saturday = first + 5 - weekday(first)
    return tuple(
        (scale.x(day), scale.x(day + 2)) for day in range(saturday, math.ceil(scale.last), 7)
    )
