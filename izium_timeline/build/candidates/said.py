"""The words that a date dates, where they are less than a clause."""

from typing import NamedTuple

from izium_timeline.build.candidates.sentences import Span


class Said(NamedTuple):
    """The words that a date dates.

    ``name`` is what they are about, if it stands before them; ``brackets`` says that they stand
    in brackets behind it.
    """

    span: Span
    name: Span | None = None
    brackets: bool = False
