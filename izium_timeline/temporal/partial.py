"""Typed partial dates: what a wording says by itself, before anything is worked out.

Matching yields ``Partial`` values; resolving turns them into timexes. A partial holds its
span, the rule that fired, a modifier, a relation, and its content: one of the small types
below. A calendar field that the wording leaves open is None.
"""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """A unit of time, from fine to coarse."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_LONG = {10: Unit.DECADE, 100: Unit.CENTURY}


def count(amount: float | None, unit: Unit) -> str:
    """An amount of time in words: "two" is 2, None an open number."""
    plural = "centuries" if unit is Unit.CENTURY else f"{unit}s"
    if amount is None:
        return f"an open number of {plural}"
    if amount == 0.5:
        return f"half a {unit}"
    return f"one {unit}" if amount == 1 else f"{amount:g} {plural}"


class Modifier(StrEnum):
    """TimeML's ``mod``."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"


class Relation(StrEnum):
    """How the text ties something to the expression: "since 2014", "from May", "before X"."""

    SINCE = "since"
    FROM = "from"
    TO = "to"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    BETWEEN = "between"


class Which(StrEnum):
    """Which one of a row of days, months, years: counted from an origin."""

    THIS = "this"
    SAME = "same"
    NEXT = "next"
    LAST = "last"

    @property
    def step(self) -> int:
        """How many units from the origin: -1, 0 or 1."""
        return {"next": 1, "last": -1}.get(self.value, 0)


class Origin(StrEnum):
    """What a relative wording counts from."""

    PUBLICATION = "publication"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Fields:
    """Calendar fields. ``year`` is astronomical (0 is 1 BC).

    ``span`` is how many years are meant: 1, 10 (a decade), 100 (a century), counted from
    ``year``. ``week`` is an ISO week and makes ``year`` an ISO year. ``season`` is EDTF's 21
    to 24, a winter under the year in which it starts. ``short_year`` is a year's last two
    digits, ``of`` points to a year that the wording names by its place ("of that year"),
    ``swappable`` marks numbers whose order the document's convention decides.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    weekend: bool = False
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    span: int = 1
    short_year: int | None = None
    of: Which | None = None
    swappable: bool = False

    @property
    def unit(self) -> Unit:
        """The finest unit that the fields name."""
        if self.day is not None or self.weekday is not None:
            return Unit.DAY
        for given, unit in (
            (self.weekend, Unit.WEEKEND),
            (self.week is not None, Unit.WEEK),
            (self.month is not None, Unit.MONTH),
            (self.season is not None, Unit.SEASON),
            (self.quarter is not None, Unit.QUARTER),
            (self.half is not None, Unit.HALF),
        ):
            if given:
                return unit
        return _LONG.get(self.span, Unit.YEAR)


@dataclass(frozen=True, slots=True)
class Pointer:
    """One unit, or one month, weekday or season, by its place: "last month", "that May"."""

    which: Which
    origin: Origin
    unit: Unit | None = None
    fields: Fields | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from an origin; ``amount`` is None for "a few", ``sign`` 1 or -1.

    ``grain`` is how exact the outcome is, where the unit does not tell.
    """

    amount: float | None
    unit: Unit
    sign: int
    origin: Origin
    grain: Unit | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration. ``amount`` is None for "several"; ``toward`` is -1 for "the past two
    years", 1 for "the next two years", 0 for a mere length; ``part`` says which part of the
    event or date behind it is meant ("the first weeks of": 1, "the last days of": -1), and
    ``of`` is that date. ``point`` is set for "the day after", which is a day, not a length.
    """

    amount: float | None
    unit: Unit
    toward: int = 0
    origin: Origin = Origin.PUBLICATION
    part: int = 0
    age: bool = False
    of: Fields | None = None
    point: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set: "every day", "weekly", "each Monday"; ``amount`` units lie between two."""

    amount: float | None
    unit: Unit | None = None
    fields: Fields | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """ "Now", "recently", "soon": -1, 0 or 1 for past, present and future; ``adjective`` for
    "former" and "future", which date a thing rather than what is told; ``back`` for "that
    time", which points back to a date in a story.
    """

    direction: int
    adjective: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday by its name; ``year`` and ``of`` as in Fields, ``offset`` in days (an eve).

    ``country`` is the one that the wording names ("Ukraine's Independence Day").
    """

    name: str
    year: int | None = None
    of: Which | None = None
    offset: int = 0
    country: str | None = None


@dataclass(frozen=True, slots=True)
class EventPart:
    """A named event or a part of it: its beginning (-1), its end (1), or the whole (0)."""

    edge: int = 0


Content = Fields | Pointer | Shift | Length | Repeat | Vague | Feast | EventPart


@dataclass(frozen=True, slots=True)
class Partial:
    """A matched wording: ``start`` and ``end`` are code points into the text.

    ``clock`` is a time of day as TimeML writes it ("T18:00", "TMO"); ``event`` is the noun
    phrase that a relation or a part refers to ("the liberation of Izium").
    """

    start: int
    end: int
    rule: str
    what: Content
    modifier: Modifier | None = None
    clock: str = ""
    relation: Relation | None = None
    event: str = ""
