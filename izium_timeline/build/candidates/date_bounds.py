"""The ends of a date: written anew where they are bounded by publication or another date."""

from dataclasses import replace

from izium_timeline.build.candidates.statement_date import Dating
from izium_timeline.model.document import Publication
from izium_timeline.model.edtf import Edtf, EdtfDate, End, edtf_day
from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.partial import Relation


def within(edtf: Edtf, days: Interval) -> Edtf:
    """An EDTF whose ends are written as before where they still hold, else as days."""
    if edtf.days() == replace(days, time=None):
        return edtf
    known, closing = edtf.days(), edtf.start if edtf.end is None else edtf.end
    first = _end(edtf.start, days.earliest, same=known.earliest == days.earliest)
    last = _end(closing, days.latest, same=known.latest == days.latest)
    if days.earliest is not None and days.earliest == days.latest:
        return Edtf(edtf_day(days.earliest))
    return Edtf(first, last)


def _end(written: EdtfDate | End, day: int | None, *, same: bool) -> EdtfDate | End:
    if day is None:
        return End.OPEN
    return written if same and isinstance(written, EdtfDate) else edtf_day(day)


def told_by(dating: Dating, published: Publication | None, *, over: bool) -> Dating:
    """The date of something told: not later than publication, unless it lies ahead of that.

    ``over`` says that what began then ended at a time that is not told: "had been since".
    """
    limit = None if published is None else published.bounds.latest
    if published is None or limit is None or lies_ahead(dating, published):
        return dating
    days = dating.days
    if days.latest is not None and days.latest <= limit:
        return dating
    if days.earliest is not None and days.earliest > limit:
        return dating
    bounded = replace(days, latest=limit)
    reason = f"{dating.reason}; not later than publication ({published.edtf})"
    edtf = within(dating.edtf, bounded)
    lasting = dating.lasting and (days.latest is not None or not over)
    return dating._replace(days=bounded, edtf=edtf, reason=reason, lasting=lasting)


_UP_TO = (Relation.BY, Relation.UNTIL, Relation.BEFORE, Relation.TO)


def lies_ahead(dating: Dating, published: Publication | None) -> bool:
    """Whether a date can only be one after publication: next month, by 2030, the next years."""
    if published is None or dating.holds or dating.days.latest is None:
        return False
    first, last = published.bounds.earliest, published.bounds.latest
    if first is None or last is None or dating.days.latest <= last:
        return False
    if dating.days.earliest is None:
        return dating.relation in _UP_TO
    return dating.days.earliest > last or (dating.lasting and dating.days.earliest >= first)


def since(start: Dating, published: Publication | None) -> Dating:
    """From a date on: up to publication where that is known."""
    first = start.days.earliest if start.days.earliest is not None else start.days.latest
    last = None if published is None else published.bounds.latest
    days = Interval(first, last if last is None or last >= (first or 0) else None)
    closing = End.OPEN if published is None or days.latest is None else published.edtf
    end = closing if isinstance(closing, End) else closing.end or closing.start
    edtf = Edtf(start.edtf.start, end) if days.latest != first else Edtf(edtf_day(first or 0))
    reason = f"{start.reason}; since then, and still at publication"
    return start._replace(
        days=days,
        edtf=edtf,
        basis=Basis.RESOLVED,
        reason=reason if published else f"{start.reason}; since then",
        lasting=True,
        plain=False,
    )
