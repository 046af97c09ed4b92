"""Lengths of unknown number, "in recent months", bounded by what the next unit would be."""

import re

from izium_timeline.build.candidates.date_bounds import within
from izium_timeline.build.candidates.statement_date import Dating
from izium_timeline.model.days import add_months
from izium_timeline.model.document import Publication
from izium_timeline.model.interval import Interval
from izium_timeline.temporal import Timex

_OPEN_LENGTH = re.compile(r"PX(?P<unit>D|WE|W|M|Y|DE)\Z")


def not_endless(dating: Dating, timex: Timex, published: Publication | None) -> Dating:
    """ "In recent months": fewer than make a year, as "recent days" are fewer than a week's."""
    unit = _OPEN_LENGTH.match(timex.value)
    days = dating.days
    if unit is None or (days.earliest is None) == (days.latest is None):
        return dating
    if days.earliest is None and days.latest is not None:
        bounded = Interval(_moved(_first_end(days, published), unit["unit"], -1), days.latest)
    else:
        first = days.earliest or 0
        bounded = Interval(first, _moved(first, unit["unit"], 1) - 1)
    next_unit = _NEXT_UNIT[unit["unit"]]
    reason = f"{dating.reason}; taken as less than {next_unit}"
    return dating._replace(days=bounded, edtf=within(dating.edtf, bounded), reason=reason)


def _first_end(days: Interval, published: Publication | None) -> int:
    """The first day on which a length may end that ends by the latest of some days."""
    last = days.latest or 0
    if published is None or published.bounds.latest != last:
        return last + 1
    return last if published.bounds.earliest is None else published.bounds.earliest


_NEXT_UNIT = {
    "D": "a week",
    "WE": "a month",
    "W": "a month",
    "M": "a year",
    "Y": "ten years",
    "DE": "a century",
}
_MONTHS = {"WE": 1, "W": 1, "M": 12, "Y": 120, "DE": 1200}


def _moved(day: int, unit: str, sign: int) -> int:
    return day + 7 * sign if unit == "D" else add_months(day, sign * _MONTHS[unit])
