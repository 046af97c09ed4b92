"""The dates that files give in their metadata, in the few forms that metadata take."""

import re

from izium_timeline.model.document import Publication
from izium_timeline.model.edtf import EdtfDate, parse_edtf
from izium_timeline.model.event import Basis

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>[A-Z][a-z]{2,8})\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # ISO 8601, whole or in part, without hyphens, and what is written like it
        r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?=$|[T\s])",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=$|[T\s])",
        r"(?P<year>\d{4})[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)(?=$|[T\s])",
        r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})(?=$|[\s,])",
        # RFC 5322, section 3.3, and the date as it is written in English
        rf"(?:[A-Z][a-z]+,?\s+)?(?P<day>\d\d?)\s+{_NAME},?\s+(?P<year>\d{{4}})\b",
        rf"(?:[A-Z][a-z]+,?\s+)?{_NAME}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"{_NAME}\s+(?P<year>\d{{4}})\b",
        # PDF, ISO 32000-1, 7.9.4
        r"D:(?P<year>\d{4})(?:(?P<month>\d\d)(?P<day>\d\d))?",
    )
)
# What programs write that know no date: the zeros of two clocks.
_NO_DATES = ("1970-01-01", "0001-01-01")


def own_publication(text: str, said_by: str, basis: Basis = Basis.STATED) -> Publication | None:
    """The publication date in a metadata field, None where it is none or in no known form.

    ``said_by`` names the field in the reason. The day counts as it is written, in whatever
    time zone that was.
    """
    text = " ".join(text.split())[:100]
    date = _date(text)
    if date is None or str(date) in _NO_DATES:
        return None
    edtf = parse_edtf(str(date))
    return Publication(edtf, edtf.bounds(), basis, f"'{text}': {said_by}")


def _date(text: str) -> EdtfDate | None:
    for form in _FORMS:
        match = form.match(text)
        if match:
            try:
                return _from_fields(match.groupdict())
            except ValueError:
                return None
    return None


def _from_fields(fields: dict[str, str | None]) -> EdtfDate:
    """The date of the named fields; raises ValueError where there is no such day."""
    name = fields.get("name")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else _number(fields.get("month"))
    date = EdtfDate(int(fields["year"] or 0), month, _number(fields.get("day")))
    date.days()
    return date


def _number(text: str | None) -> int | None:
    return int(text) if text else None
