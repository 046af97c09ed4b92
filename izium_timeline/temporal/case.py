"""What a resolver looks at: one partial date, in its document, at its place in the story."""

from typing import NamedTuple

from izium_timeline.temporal.events import EventCalendar
from izium_timeline.temporal.partial import Partial
from izium_timeline.temporal.profile import Profile, Published
from izium_timeline.temporal.story import Story


class Case(NamedTuple):
    """``year`` is the year that the story gives it, ``follower`` the next partial."""

    text: str
    partial: Partial
    profile: Profile
    story: Story
    calendar: EventCalendar
    year: int | None = None
    follower: Partial | None = None

    @property
    def wording(self) -> str:
        """The words of the partial date."""
        return self.text[self.partial.start : self.partial.end]

    @property
    def published(self) -> Published | None:
        """The publication date, None where it is missing."""
        return self.profile.published
