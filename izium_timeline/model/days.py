"""Days as integers of the proleptic Gregorian calendar, years before 1 included.

Day 1 is 0001-01-01, as in ``datetime.date.toordinal``; year 0 is 1 BC (astronomical
numbering, as in ISO 8601 and EDTF). The two conversions follow Howard Hinnant,
"chrono-Compatible Low-Level Date Algorithms" (``days_from_civil``, ``civil_from_days``),
shifted to that epoch: they count years from March, so that the leap day comes last.
"""

import re
from functools import lru_cache

_ERA_YEARS = 400
_ERA_DAYS = 146_097  # days of 400 Gregorian years
_TO_ORDINAL = 305  # 0001-01-01 is day 306 of a calendar that starts on 0000-03-01
_ISO = re.compile(r"([+-]?\d{4,9})-(\d\d)-(\d\d)", re.ASCII)
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the proleptic Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days of a month, 28 to 31; month is 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


@lru_cache(maxsize=4096)  # texts name the days of few years
def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """The day's number; raises ValueError for a day that does not exist."""
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if not 1 <= day <= month_length(year, month):
        raise ValueError(f"there is no day {day} in month {month} of {year}")
    march_year = year - (month <= 2)
    era, of_era = divmod(march_year, _ERA_YEARS)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * _ERA_DAYS + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _TO_ORDINAL


@lru_cache(maxsize=4096)
def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of the month of a day number."""
    era, of_era = divmod(day + _TO_ORDINAL, _ERA_DAYS)
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * of_year + 2) // 153
    month = (march_month + 2) % 12 + 1
    year = year_of_era + era * _ERA_YEARS + (month <= 2)
    return year, month, of_year - (153 * march_month + 2) // 5 + 1


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day - 1) % 7


def add_months(day: int, months: int) -> int:
    """The same day of the month so many months on, or the last day that month has."""
    year, month, of_month = civil(day)
    years, month0 = divmod(month - 1 + months, 12)
    year, month = year + years, month0 + 1
    return day_number(year, month, min(of_month, month_length(year, month)))


def iso_year(year: int) -> str:
    """A year as ISO 8601 writes it: four digits at least, a sign where it needs one."""
    if year < 0:
        return f"-{-year:04d}"
    return f"{year:04d}" if year <= 9999 else f"+{year}"


def iso_day(day: int) -> str:
    """A day number as an ISO 8601 day."""
    year, month, of_month = civil(day)
    return f"{iso_year(year)}-{month:02d}-{of_month:02d}"


@lru_cache(maxsize=4096)
def parse_iso_day(text: str) -> int:
    """The day number of an ISO 8601 day; raises ValueError for anything else."""
    match = _ISO.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no ISO day like 2022-09-10")
    return day_number(*(int(part) for part in match.groups()))
