"""Whether a report looks back: it tells of an earlier year whose number it names once or never.

"Two years ago she heard the first missile. By March 3 there was no flour": the third of March
is one of two years ago, though the last one before publication is nearer. News leave the year
out of a date of the last months; a text in which most such dates would be older, and which
names a time some years back, tells of that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from izium_timeline.model.days import civil, day_number
from izium_timeline.temporal.notation import days_or_none
from izium_timeline.temporal.partial import Fields, Origin, Partial, Shift, Unit
from izium_timeline.temporal.plan import fields_within, needs_year
from izium_timeline.temporal.profile import Mode, Profile, Published
from izium_timeline.temporal.tense import direction

_FEWEST = 3  # dates without a year that would be old
_RECENT = 100  # days before publication within which news leave out the year
_FURTHEST = 5  # years


def looks_back(text: str, partials: Sequence[Partial], profile: Profile) -> bool:
    """Whether the dates without a year belong to an earlier year that the text names."""
    published = profile.published
    if published is None or profile.mode is not Mode.NEWS:
        return False
    if not any(_years_back(partial, published) for partial in partials):
        return False
    ages = list(_ages(text, partials, published))
    old = sum(age > _RECENT for age in ages)
    return old >= _FEWEST and 2 * old > len(ages)


def is_recent(day: int, published: Published) -> bool:
    """Whether news would leave the year of a day out."""
    return (published.days.latest or 0) - day <= _RECENT


def with_years_ago(partials: Sequence[Partial], profile: Profile) -> Sequence[Partial]:
    """The partial dates of a text that looks back, "two years ago" as the year that it means."""
    published = profile.published
    if published is None or not profile.looks_back:
        return partials
    years = [years_ago(partial, published) for partial in partials]
    return [
        partial if year is None else replace(partial, what=year)
        for partial, year in zip(partials, years, strict=True)
    ]


def years_ago(partial: Partial, published: Published) -> Fields | None:
    """The year of "two years ago", None for other wordings."""
    what = partial.what
    if not isinstance(what, Shift) or what.unit is not Unit.YEAR or what.sign > 0:
        return None
    if what.origin is not Origin.PUBLICATION or what.amount is None or what.amount < 1:
        return None
    return Fields(published.year - round(what.amount))


def _years_back(partial: Partial, published: Published) -> bool:
    """Whether a wording names one of the last few years before that of publication."""
    year = years_ago(partial, published) or fields_within(partial)
    if year is None or year.year is None or year.span > 1:
        return False
    return 1 <= published.year - year.year <= _FURTHEST


def _ages(text: str, partials: Sequence[Partial], published: Published) -> Iterator[int]:
    """How many days before publication each past date without a year would lie, at least."""
    last = published.days.latest or 0
    for partial in partials:
        what = partial.what
        if not isinstance(what, Fields) or not needs_year(what):
            continue
        if direction(text, partial.start, partial.end) > 0:
            continue
        readings = (days_or_none(replace(what, year=civil(last)[0] - back)) for back in (0, 1))
        ended = (days.latest for days in readings if days and (days.earliest or 0) <= last)
        yield max(0, last - (next(ended, None) or day_number(civil(last)[0])))
