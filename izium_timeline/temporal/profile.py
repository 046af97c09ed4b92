"""What a document is: its publication date, its mode, its date convention, its main years."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from izium_timeline.model.days import civil
from izium_timeline.model.edtf import EdtfError, parse_edtf
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.partial import Fields, Origin, Partial, Pointer, Shift, Unit, Which

_FAR = 2  # years before publication: what is older is history, not news
_NARROWEST = 10  # years to either side of the middle one that always count
_SPREAD = 5  # times the median distance from it


class Mode(StrEnum):
    """How a text tells time.

    News counts from the publication date. A narrative carries its own time along. A hybrid, a
    report that tells of earlier months, is bounded by the publication date and follows the
    years that it names.
    """

    NEWS = "news"
    NARRATIVE = "narrative"
    HYBRID = "hybrid"


class Published(NamedTuple):
    """The publication date: as written, its days, the day that stands for it, and the days
    that are written, which may be wider or narrower than those it is known to lie in.

    The entry of a diary has one of its own; ``noun`` says what it is the date of.
    """

    text: str
    days: Interval
    day: int
    written: Interval
    noun: str = "publication"

    @property
    def called(self) -> str:
        """How a reason names it."""
        return f"{self.noun} ({self.text})"

    @property
    def exact(self) -> bool:
        """Whether the day is known to within a few days."""
        first, last = self.written.earliest, self.written.latest
        return first is not None and last is not None and last - first <= 6

    @property
    def year(self) -> int:
        """The year of the day that stands for it."""
        return civil(self.day)[0]


class Profile(NamedTuple):
    """What resolving needs to know of a document; ``years`` are its main years.

    ``looks_back`` is set for news whose dates without a year belong to an earlier one.
    """

    mode: Mode
    published: Published | None
    day_first: bool | None
    years: tuple[int, int] | None
    looks_back: bool = False


def read_published(text: str | None, bounds: Interval | None = None) -> Published | None:
    """The publication date of an EDTF text; None for none, or for one that makes no sense.

    ``bounds`` are its days where they are known better than the text says.
    """
    if not text or not isinstance(text, str):
        return None
    try:
        edtf = parse_edtf(text.strip())
    except EdtfError:
        return None
    written = _closed(edtf.days())
    days = written if bounds is None else _closed(bounds)
    return Published(text.strip(), days, _middle(written), written)


def _closed(days: Interval) -> Interval:
    if days.earliest is None or days.latest is None:
        known = days.latest if days.earliest is None else days.earliest
        return Interval(known, known)
    return days


def _middle(days: Interval) -> int:
    return ((days.earliest or 0) + (days.latest or 0) + 1) // 2


def profile_of(
    partials: Sequence[Partial], published: Published | None, mode: Mode | None, length: int
) -> Profile:
    """The profile of a document with these partial dates; ``mode`` overrides the choice."""
    years = sorted(year for partial in partials if (year := _year(partial, published)) is not None)
    chosen = mode or _choose(partials, years, published, length)
    return Profile(chosen, published, _day_first(partials), _main_years(years))


_LOOKING_BACK = 40  # years: '45 in 2022 is 1945, '25 is 2025


def _year(partial: Partial, published: Published | None) -> int | None:
    """The year that a wording names; "'84" is the one near to what publication looks back to."""
    what = partial.what
    if not isinstance(what, Fields) or what.span > 1:
        return None
    if what.short_year is None or published is None:
        return what.year
    back = published.year - _LOOKING_BACK
    return back + (what.short_year - back + 50) % 100 - 50


def _choose(
    partials: Sequence[Partial], years: Sequence[int], published: Published | None, length: int
) -> Mode:
    """News where the text counts from its own day, a narrative where it names far years."""
    if published is None:
        return Mode.NARRATIVE
    deictic = sum(map(_from_today, partials))
    far = [year for year in years if year < published.year - _FAR]
    near = len(years) - len(far)
    if len(far) >= 5 and len(far) > 2 * deictic and len(far) > near:
        return Mode.NARRATIVE
    if far and not near and not deictic and _opens_far(partials, published):
        return Mode.NARRATIVE
    if far and not near and _is_dated_entry(partials[0], published):
        return Mode.NARRATIVE
    if len(set(years)) >= 5 and len(years) > 4 * deictic and length > 10_000:
        return Mode.NARRATIVE
    if len(years) >= 3 and near >= deictic and length > 2_500:
        return Mode.HYBRID
    return Mode.NEWS


def _opens_far(partials: Sequence[Partial], published: Published) -> bool:
    """Whether the first date of the text is one of long ago, written in full."""
    dates = (partial.what for partial in partials if isinstance(partial.what, Fields))
    first = next((date for date in dates if date.span == 1), None)
    return first is not None and first.year is not None and first.year < published.year - _FAR


_HEAD = 12  # characters within which a text that opens with its own date has it


def _is_dated_entry(first: Partial, published: Published) -> bool:
    """Whether a text opens with a day of long ago, as a diary or an old letter does."""
    date = first.what
    if not isinstance(date, Fields) or first.start > _HEAD or date.day is None:
        return False
    return date.year is not None and date.year < published.year - _FAR


def _from_today(partial: Partial) -> bool:
    """Whether a wording counts from the day of publication: today, Monday, last week, ago."""
    match partial.what:
        case Pointer(which=which, origin=Origin.PUBLICATION, unit=unit):
            return which is not Which.SAME and unit is not Unit.HALF
        case Shift(origin=Origin.PUBLICATION):
            return True
        case Fields(weekday=weekday, day=None):
            return weekday is not None
    return False


_ORDERS = {
    "a day in numbers, the day first": 100,
    "a day in numbers, the month first": -100,
    "day and month": 1,
    "month and day": -1,
}


def _day_first(partials: Sequence[Partial]) -> bool | None:
    """Whether days are written before months: None where nothing tells.

    Numbers that can only be read one way decide; else the dates with month names do.
    """
    votes = sum(_ORDERS.get(partial.rule, 0) for partial in partials)
    return None if votes == 0 else votes > 0


def _main_years(years: Sequence[int]) -> tuple[int, int] | None:
    """The years between which most of the explicit ones lie: not far from the middle one.

    How far is told by the median distance from it, which a few odd years do not change.
    """
    if len(years) < 4:
        return None
    middle = _median(years)
    usual = _median([abs(year - middle) for year in years])
    spread = max(_NARROWEST, _SPREAD * usual)
    return middle - spread, middle + spread


def _median(numbers: Sequence[int]) -> int:
    return sorted(numbers)[len(numbers) // 2]
