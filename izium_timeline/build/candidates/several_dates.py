"""The one date of a clause that has several."""

import re
from collections.abc import Sequence

from izium_timeline.build.candidates.statement_date import Dating
from izium_timeline.build.candidates.verbs import first_verb
from izium_timeline.model.edtf import Edtf, edtf_day
from izium_timeline.model.event import Basis, Wording
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.partial import Relation

_LIST = re.compile(r"(?:(?:and|or|&|as well as)(?: (?:early |late )?(?:on|in))?)?")


def joined(text: str, datings: Sequence[Dating]) -> Dating:
    """The date of a clause with several: the narrowest of those that agree, or all of a list."""
    best = datings[0]
    start = best.wording.start
    if len(datings) > 1 and _BETWEEN.search(text, max(0, start - 9), start):
        between_both = _until(best._replace(relation=Relation.FROM), datings[-1])
        if between_both is not None:
            return _spanned(text, best, datings[-1], between_both)
    for other in datings[1:]:
        between = text[best.wording.end : other.wording.start].strip(" ,").lower()
        if best.relation is not None and best.days == other.days:
            start, end = best.wording.start, other.wording.end  # both ends of one range
            best = best._replace(wording=Wording(text[start:end], start, end))
            continue
        until = _until(best, other) if _UNTIL.search(between) else None
        if until is not None:
            best = _spanned(text, best, other, until)
            continue
        if best.plain and other.plain and _LIST.fullmatch(between):
            both = None if between else _agreed(best, other)
            if both is None and (between or _numbered(best, other)):
                both = _listed(text, best, other)
            best = both or best
            continue
        best = _agreed(best, other) or _chosen(text, best, other)
    return best


_BETWEEN = re.compile(r"\b[Bb]etween\s\Z")
_UNTIL = re.compile(r"\b(?:until|till)\b")


def _until(first: Dating, last: Dating) -> Interval | None:
    """ "From 11 September until its disbandment in March": the days of both."""
    start, end = first.days.earliest, last.days.latest
    if first.relation not in (Relation.FROM, Relation.SINCE) or start is None or end is None:
        return None
    return Interval(start, end) if start < end else None


def _spanned(text: str, first: Dating, last: Dating, days: Interval) -> Dating:
    start, end = first.wording.start, last.wording.end
    return first._replace(
        wording=Wording(text[start:end], start, end),
        days=days,
        edtf=_spanning(first, last, days),
        reason=f"{first.reason}; {last.reason}",
        lasting=True,
        relation=None,
    )


def _numbered(first: Dating, second: Dating) -> bool:
    """Whether commas list days ("16, 18 and 23 March"), not two names of one."""
    return all(any(map(str.isdigit, each.wording.text)) for each in (first, second))


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
    timed = first.days.time is not None or last.days.time is not None
    if not timed and first.days.earliest == days.earliest and last.days.latest == days.latest:
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


_RELATIVE = re.compile(r"\b(?:who|which|that)\s[^,;:.]{2,60}\Z")


def _chosen(text: str, first: Dating, second: Dating) -> Dating:
    """Of two dates that disagree the one that names days itself, else the first.

    A date that tells of a thing in the clause goes behind: "those who had come in March
    answered on Monday".
    """
    start, end = first.wording.start, first.wording.end
    aside = _RELATIVE.search(text, max(0, start - 70), start) is not None
    if aside and first_verb(text, end, second.wording.start, strict=True) is not None:
        return second
    if second.plain and not first.plain and not first.lasting:
        return second
    return first
