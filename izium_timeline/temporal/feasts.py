"""Holidays: the names, and the day of each in a given year."""

from collections.abc import Callable

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from izium_timeline.model.days import day_number, month_length, weekday
from izium_timeline.temporal.nations import NATIONAL_DAYS, national_day

_FIXED = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "epiphany": (1, 6),
    "orthodox christmas": (1, 7),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "international women's day": (3, 8),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "ve day": (5, 8),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "veterans day": (11, 11),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "juneteenth": (6, 19),
    "d-day": (6, 6),
}
_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whit monday": 50,
    "corpus christi": 60,
    "orthodox easter": 0,
}
# month, weekday (0 Monday), which one of the month (-1: the last)
_NTH = {
    "martin luther king day": (1, 0, 3),
    "presidents' day": (2, 0, 3),
    "mother's day": (5, 6, 2),
    "memorial day": (5, 0, -1),
    "father's day": (6, 6, 3),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
}
_YEARS: dict[str, tuple[int, int | None]] = {"d-day": (1944, 1944), "juneteenth": (1866, None)}
ALIASES = {
    "christmas day": "christmas",
    "christmas eve": "christmas",
    "thanksgiving day": "thanksgiving",
    "memorial day": "memorial day",
    "labour day": "may day",
    "st. patrick's day": "st patrick's day",
    "women's day": "international women's day",
    "valentines day": "valentine's day",
    "mothers' day": "mother's day",
    "all saints day": "all saints' day",
    "new year's": "new year's day",
    "day of unity": "unity day",
    "day of german unity": "unity day",
    "national unity day": "unity day",
    "defenders' day": "defenders day",
    "defender's day": "defenders day",
    "pentecost sunday": "pentecost",
    "v-e day": "ve day",
    "martin luther king jr. day": "martin luther king day",
}
_EVES = {"christmas eve": -1}


def _fixed(name: str, year: int) -> int:
    month, day = _FIXED[name]
    return day_number(year, month, day)


def _from_easter(name: str, year: int) -> int:
    orthodox = name.startswith("orthodox")
    day = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
    return day.toordinal() + _FROM_EASTER[name]


def _nth(name: str, year: int) -> int:
    month, which_day, count = _NTH[name]
    if count < 0:
        last = day_number(year, month, month_length(year, month))
        return last - (weekday(last) - which_day) % 7
    first = day_number(year, month)
    return first + (which_day - weekday(first)) % 7 + 7 * (count - 1)


_COMPUTED: dict[str, Callable[[str, int], int]] = {
    **dict.fromkeys(_FIXED, _fixed),
    **dict.fromkeys(_FROM_EASTER, _from_easter),
    **dict.fromkeys(_NTH, _nth),
}
NAMES = frozenset((*_FIXED, *_FROM_EASTER, *_NTH, *NATIONAL_DAYS, *ALIASES))


def feast_day(name: str, year: int, country: str | None = None) -> int | None:
    """The day number of a holiday in a year; None where it is unknown or was not yet held.

    ``country`` tells national days apart. Easter is reckoned by the Gregorian rules from 1583
    on, through dateutil.
    """
    if not 1583 <= year <= 4099:
        return None
    if name in NATIONAL_DAYS:
        day = national_day(name, country, year) if country else None
        return day and day_number(year, *day)
    first, last = _YEARS.get(name, (year, year))
    compute = _COMPUTED.get(name)
    if compute is None or year < first or (last is not None and year > last):
        return None
    return compute(name, year)


def only_year(name: str) -> int | None:
    """The year of a day that happened once, None for one that comes back."""
    first, last = _YEARS.get(name, (0, None))
    return first if first == last else None


def canonical(name: str) -> tuple[str, int]:
    """The holiday's own name and the offset of its eve in days."""
    key = " ".join(name.lower().replace("\u2019", "'").split())
    return ALIASES.get(key, key), _EVES.get(key, 0)
