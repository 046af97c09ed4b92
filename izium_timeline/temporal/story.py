"""Where a story is: the days that its main line has reached, and the last days named."""

from typing import NamedTuple

from izium_timeline.model.interval import Interval
from izium_timeline.temporal.calendar import days_of
from izium_timeline.temporal.partial import Fields, Unit, Which


class Mention(NamedTuple):
    """A date that was worked out, the words that named it, and where they end."""

    fields: Fields
    days: Interval
    text: str
    end: int = -1


def _within(mention: Mention, other: Mention) -> bool:
    """Whether a mention is a part of another: 12 June 1950 of 1950."""
    inner, outer = mention.days, other.days
    return (outer.earliest or 0) <= (inner.earliest or 0) and (inner.latest or 0) <= (
        outer.latest or 0
    )


class Story(NamedTuple):
    """``main`` is the last date on the main line, ``last`` the last one named at all, ``day``
    the last one that was exact to a day.
    """

    main: Mention | None = None
    last: Mention | None = None
    day: Mention | None = None

    def told(self, fields: Fields, text: str, *, end: int, moves: bool) -> "Story":
        """The story after another date; only dates on the main line move it."""
        mention = Mention(fields, days_of(fields), text, end)
        exact = mention if fields.unit is Unit.DAY else self.day
        main = mention if moves or self.main is None else self.main
        return self._replace(main=main, last=mention, day=exact)

    def nearest(self, unit: Unit, which: Which) -> Mention | None:
        """The date that a wording points back to: "that year" to the last one named, "the
        following year" and "two years later" to where the main line is.
        """
        anchor = self.last if unit is Unit.DAY or which is Which.SAME else self.main or self.last
        fine = (Unit.DAY, Unit.WEEK)
        if (
            unit in fine
            and anchor is not None
            and self.day is not None
            and _within(self.day, anchor)
        ):
            return self.day
        return anchor
