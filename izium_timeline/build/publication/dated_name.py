"""The date that a file's name carries."""

import re

from izium_timeline.model.document import Publication
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Precision
from izium_timeline.temporal import tag

# With one separator throughout, or none. Letters beside it would make it part of a number in
# another notation (a hash); the T of a time of day is not meant by that.
_NUMBERS = re.compile(
    r"(?<![0-9A-Za-z])(?P<year>(?:19|20)\d\d)"
    r"(?:(?P<mark>[-_. ]?)(?P<month>0[1-9]|1[0-2])(?:(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]))?)"
    r"(?![0-9]|[A-SU-Za-z])"
)
_SEPARATORS = str.maketrans("_+", "  ")
_EXACT = (Precision.DAY, Precision.MONTH)


def date_in_name(name: str) -> Publication | None:
    """The day or month that a file's name writes out, None where it writes none.

    "2022-09-13 report.txt", "20220913_report.txt", "Report 13 September 2022.pdf"; not a year
    alone, nor a day whose place among numbers is open ("03-04-2022").
    """
    stem = name.rsplit(".", 1)[0] or name
    for match in _NUMBERS.finditer(stem):
        parts = [match["year"], match["month"], *filter(None, [match["day"]])]
        if match["mark"] or match["day"]:
            publication = _publication("-".join(parts), match[0])
            if publication:
                return publication
    return _written_out(stem.translate(_SEPARATORS))


def _written_out(stem: str) -> Publication | None:
    for timex in tag(stem):
        days = timex.interval
        if timex.basis is Basis.STATED and days is not None and days.precision in _EXACT:
            return _publication((timex.edtf or "").partition("T")[0], timex.text)
    return None


def _publication(edtf: str, wording: str) -> Publication | None:
    """The publication on that date; None where there is no such day."""
    try:
        date = parse_edtf(edtf)
    except ValueError:
        return None
    return Publication(date, date.bounds(), Basis.INFERRED, f"'{wording}' in the file's name")
