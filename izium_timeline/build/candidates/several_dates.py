"""The one date of a clause that has several."""

import re
from collections.abc import Sequence

from izium_timeline.build.candidates.statement_date import Dating
from izium_timeline.model.edtf import Edtf, edtf_day
from izium_timeline.model.event import Basis, Wording
from izium_timeline.model.interval import Interval

_LIST = re.compile(r"(?:(?:and|or|&|as well as)(?: (?:early |late )?(?:on|in))?)?")


def joined(text: str, datings: Sequence[Dating]) -> Dating:
    """The date of a clause with several: the narrowest of those that agree, or all of a list."""
    best = datings[0]
    for other in datings[1:]:
        between = text[best.wording.end : other.wording.start].strip(" ,").lower()
        if best.relation is not None and best.days == other.days:
            start, end = best.wording.start, other.wording.end  # both ends of one range
            best = best._replace(wording=Wording(text[start:end], start, end))
            continue
        if best.plain and other.plain and _LIST.fullmatch(between):
            both = _listed(text, best, other) if between else _agreed(best, other)
            best = both or best
            continue
        best = _agreed(best, other) or _chosen(best, other)
    return best


def _listed(text: str, first: Dating, last: Dating) -> Dating | None:
    """ "In September and October 2022"."""
    ends = [*_ends(first.days), *_ends(last.days)]
    if len(ends) < 4:
        return None
    days = Interval(min(ends), max(ends))
    start, end = first.wording.start, last.wording.end
    basis = first.basis if first.basis is last.basis else Basis.RESOLVED
    return Dating(
        Wording(text[start:end], start, end),
        days,
        _spanning(first, last, days),
        basis,
        f"{first.reason}; {last.reason}",
        plain=True,
    )


def _spanning(first: Dating, last: Dating, days: Interval) -> Edtf:
    opening, closing = first.edtf.start, last.edtf.end or last.edtf.start
    if first.days.earliest == days.earliest and last.days.latest == days.latest:
        return Edtf(opening, closing)
    return Edtf(edtf_day(days.earliest or 0), edtf_day(days.latest or 0))


def _ends(days: Interval) -> list[int]:
    return [end for end in (days.earliest, days.latest) if end is not None]


def _agreed(first: Dating, second: Dating) -> Dating | None:
    """The narrower of two dates, where it lies within the other."""
    for inner, outer in ((first, second), (second, first)):
        if _lies_in(inner.days, outer.days):
            return outer if _about(outer) and _is_clock(inner) else inner
    return None


def _about(dating: Dating) -> bool:
    return "~" in str(dating.edtf)


def _is_clock(dating: Dating) -> bool:
    """Whether a date is a time of a day: no more exact than that day is known."""
    return dating.days.time is not None


def _lies_in(inner: Interval, outer: Interval) -> bool:
    starts = outer.earliest is None or (
        inner.earliest is not None and outer.earliest <= inner.earliest
    )
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return starts and ends


def _chosen(first: Dating, second: Dating) -> Dating:
    """Of two dates that disagree the one that names days itself, else the first."""
    if second.plain and not first.plain and not first.lasting:
        return second
    return first
