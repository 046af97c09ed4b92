"""The interval of days in which something lies, and how precise that is."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from izium_timeline.model.days import civil, day_number, iso_day, month_length, weekday

OPEN_FIRST: Final = -(1 << 63)
OPEN_LAST: Final = (1 << 63) - 1
"""What stands for an open end where days are kept as plain numbers."""


class Precision(StrEnum):
    """How precise an interval is; ``DAY`` exactly when earliest equals latest."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True, order=False)
class Interval:
    """Earliest and latest possible day as day numbers, ``None`` at an open end.

    ``time`` is a local time of day, where the text gives one. Raises ValueError where the
    interval would end before it starts, or is open at both ends.
    """

    earliest: int | None
    latest: int | None
    time: datetime.time | None = None

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise ValueError("an interval needs one known end")
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"{iso_day(self.earliest)} is after {iso_day(self.latest)}")

    @property
    def precision(self) -> Precision:
        """The calendar unit that the interval fills, else ``INTERVAL``."""
        return precision_of(self.earliest, self.latest)

    @property
    def words(self) -> str:
        """The days as a sentence names them: "2022-03-01 to 2022-09-10", "from 2022-02-24"."""
        ends = [iso_day(end) for end in (self.earliest, self.latest) if end is not None]
        if len(ends) == 2:
            return " to ".join(dict.fromkeys(ends))
        return f"{'to' if self.earliest is None else 'from'} {ends[0]}"

    def __str__(self) -> str:
        ends = ("" if end is None else iso_day(end) for end in (self.earliest, self.latest))
        return "..".join(ends)


def precision_of(earliest: int | None, latest: int | None) -> Precision:
    """The precision of two bounds (day numbers, ``None`` at an open end)."""
    if earliest is None or latest is None:
        return Precision.INTERVAL
    if earliest == latest:
        return Precision.DAY
    if latest - earliest == 6 and weekday(earliest) == 0:
        return Precision.WEEK
    return _whole_months(earliest, latest) or Precision.INTERVAL


def _whole_months(earliest: int, latest: int) -> Precision | None:
    """The precision of an interval that runs from a month's first day to a month's last."""
    year, month, day = civil(earliest)
    last_year, last_month, last_day = civil(latest)
    if day != 1 or last_day != month_length(last_year, last_month):
        return None
    match (last_year - year) * 12 + last_month - month + 1:
        case 1:
            return Precision.MONTH
        case 3:
            return {0: Precision.SEASON, 1: Precision.QUARTER}.get(month % 3)
        case months if month == 1:
            return _whole_years(year, months)
    return None


def _whole_years(year: int, months: int) -> Precision | None:
    """The precision of so many months from a January on."""
    if months == 12:
        return Precision.YEAR
    if months == 120 and year % 10 == 0:
        return Precision.DECADE
    # A century is counted from 00 (EDTF's 18XX) or from 01 (the usual reckoning).
    return Precision.CENTURY if months == 1200 and year % 100 in (0, 1) else None


@lru_cache(maxsize=1024)  # of the months of few years, for one date as for the next
def month_interval(year: int, month: int, months: int = 1) -> Interval:
    """The interval of so many whole months from the given one on."""
    years, month0 = divmod(month - 1 + months - 1, 12)
    last = month0 + 1
    return Interval(
        day_number(year, month), day_number(year + years, last, month_length(year + years, last))
    )


def year_interval(year: int, years: int = 1) -> Interval:
    """The interval of so many whole years from the given one on."""
    return month_interval(year, 1, 12 * years)
