"""Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1.

Read and written: dates, times of day, intervals with open (``..``) and unknown (empty) ends,
qualification (``?`` uncertain, ``~`` approximate, ``%`` both), unspecified digits (``199X``,
``2004-XX``), years beyond four digits (``Y-12000``), seasons (21 to 24). A winter carries the
year in which it starts: ``2022-24`` is December 2022 to February 2023.

https://www.loc.gov/standards/datetime/ is the published grammar.
"""

import re
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import lru_cache

from izium_timeline.model.days import add_months, civil, day_number, month_length
from izium_timeline.model.errors import TimelineError
from izium_timeline.model.interval import Interval, month_interval, year_interval

_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_DATE = re.compile(
    r"(?P<year>Y-?[1-9]\d{4,8}|-?(?:\d{4}|\d{3}X|\d{2}XX))"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<time>\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d|[+-]\d\d)?))?"
    r"(?P<qualifier>[?~%]?)",
    re.ASCII,
)


class EdtfError(TimelineError, ValueError):
    """A text that is no EDTF of level 0 or 1, or names a day that does not exist."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(
            f"{text[:60]!r} is no EDTF date: {why}",
            remedy="write a date like 2022-09-10, 2022-09 or 2022-04/2022-09-10",
        )


class Qualifier(StrEnum):
    """What the text says of a date's certainty."""

    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


class End(Enum):
    """The end of an EDTF interval that is no date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """One EDTF date: year, month 1 to 12 or season 21 to 24, day, all but the year optional.

    ``unspecified`` counts the year's unspecified last digits (0 to 2); ``digits`` is how the
    month and the day were written where they are unspecified ("", "-XX", "-XX-XX");
    ``negative_zero`` keeps the sign of a year written -0000.
    """

    year: int
    month: int | None = None
    day: int | None = None
    time: str = ""
    unspecified: int = 0
    digits: str = ""
    qualifier: Qualifier = Qualifier.NONE
    negative_zero: bool = False

    def __post_init__(self) -> None:
        if self.month is not None and self.month not in range(1, 13):
            if self.month not in _SEASON_MONTHS:
                raise ValueError(f"there is no month or season {self.month}")
            if self.day is not None:
                raise ValueError("a season has no days of its own")
        if self.day is not None:
            day_number(self.year, self.month or 1, self.day)
        if self.time:
            _check_time(self.time)

    @property
    def approximate(self) -> bool:
        """Whether the date is marked as approximate."""
        return self.qualifier in (Qualifier.APPROXIMATE, Qualifier.BOTH)

    def days(self) -> Interval:
        """The calendar days that the date names, its qualification aside."""
        if self.unspecified:
            span = 10**self.unspecified
            before = self.year < 0 or self.negative_zero  # -048X counts back: -489 to -480
            return year_interval(self.year - span + 1 if before else self.year, span)
        if self.month is None:
            return year_interval(self.year)
        if self.month in _SEASON_MONTHS:
            return month_interval(self.year, _SEASON_MONTHS[self.month], 3)
        if self.day is None:
            return month_interval(self.year, self.month)
        day = day_number(self.year, self.month, self.day)
        return Interval(day, day)

    def bounds(self) -> Interval:
        """The days, widened by one of the date's own unit either way where approximate."""
        days = self.days()
        if not self.approximate or days.earliest is None or days.latest is None:
            return days
        if self.day is not None:
            return Interval(days.earliest - 1, days.latest + 1)
        months = 12 * 10**self.unspecified
        if self.month is not None:
            months = 3 if self.month in _SEASON_MONTHS else 1
        year, month, _ = civil(add_months(civil_first(days.latest), months))
        return Interval(
            add_months(days.earliest, -months),
            day_number(year, month, month_length(year, month)),
        )

    def __str__(self) -> str:
        month = "" if self.month is None else f"-{self.month:02d}"
        day = "" if self.day is None else f"-{self.day:02d}"
        time = f"T{self.time}" if self.time else ""
        return f"{_year_text(self)}{month}{day}{self.digits}{time}{self.qualifier}"


@dataclass(frozen=True, slots=True)
class Edtf:
    """An EDTF date, or an interval of two ends. ``str`` gives back the text it was read from."""

    start: EdtfDate | End
    end: EdtfDate | End | None = None

    def __post_init__(self) -> None:
        ends = [end for end in (self.start, self.end) if isinstance(end, EdtfDate)]
        if not ends:
            raise ValueError("neither end is known")
        if len(ends) == 2:
            first, last = (end.days() for end in ends)
            if (first.earliest or 0) > (last.latest or 0):
                raise ValueError("it ends before it starts")

    @property
    def approximate(self) -> bool:
        """Whether an end is marked as approximate."""
        return any(isinstance(end, EdtfDate) and end.approximate for end in (self.start, self.end))

    def days(self) -> Interval:
        """The days that the text names, its qualifications aside."""
        return self._join("days")

    def bounds(self) -> Interval:
        """The days that the text allows: approximate ends are widened by one unit."""
        return self._join("bounds")

    def _join(self, kind: str) -> Interval:
        last = self.start if self.end is None else self.end
        first_days, last_days = (
            getattr(end, kind)() if isinstance(end, EdtfDate) else None
            for end in (self.start, last)
        )
        return Interval(
            None if first_days is None else first_days.earliest,
            None if last_days is None else last_days.latest,
        )

    def __str__(self) -> str:
        parts = (self.start,) if self.end is None else (self.start, self.end)
        return "/".join(part.value if isinstance(part, End) else str(part) for part in parts)


@lru_cache(maxsize=4096)  # a chronology names the same dates again and again
def parse_edtf(text: str) -> Edtf:
    """Read an EDTF text; raises EdtfError (a ValueError) that says what is wrong."""
    parts = text.split("/")
    if len(parts) > 2:
        raise EdtfError(text, "an interval has two ends")
    try:
        ends = [_parse_end(part, interval=len(parts) == 2) for part in parts]
        return Edtf(*ends)
    except ValueError as error:
        raise EdtfError(text, str(error)) from None


def edtf_day(day: int, qualifier: Qualifier = Qualifier.NONE) -> EdtfDate:
    """The EDTF date of a day number."""
    year, month, of_month = civil(day)
    return EdtfDate(year, month, of_month, qualifier=qualifier)


def civil_first(day: int) -> int:
    """The first day of the month that a day lies in."""
    return day - civil(day)[2] + 1


def _parse_end(text: str, *, interval: bool) -> EdtfDate | End:
    if interval and text in ("", ".."):
        return End(text)
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError("the form is not known")
    return _from_match(match)


def _from_match(match: re.Match[str]) -> EdtfDate:
    year, month, day, time = match.group("year", "month", "day", "time")
    unspecified = year.count("X")
    unknown = "".join(f"-{part}" for part in (month, day) if part == "XX")
    if (unspecified and month) or (month == "XX" and day not in (None, "XX")):
        raise ValueError("only the last parts can be unspecified")
    if time and (day is None or unknown):
        raise ValueError("a time of day needs its day")
    return EdtfDate(
        int(year.lstrip("Y").replace("X", "0")),
        _number(month),
        _number(day),
        time=time or "",
        unspecified=unspecified,
        digits=unknown,
        qualifier=Qualifier(match["qualifier"]),
        negative_zero=year.startswith("-0") and not int(year.replace("X", "0")),
    )


def _number(part: str | None) -> int | None:
    return None if part in (None, "XX") else int(part or 0)


def _year_text(date: EdtfDate) -> str:
    if abs(date.year) > 9999:
        return f"Y{date.year}"
    sign = "-" if date.year < 0 or date.negative_zero else ""
    digits = f"{abs(date.year):04d}"
    return sign + digits[: 4 - date.unspecified] + "X" * date.unspecified


def _check_time(text: str) -> None:
    hour, minute, second = (int(part) for part in text[:8].split(":"))
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        raise ValueError(f"there is no time {text}")
