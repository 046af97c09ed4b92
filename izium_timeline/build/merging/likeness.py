"""How two candidates are alike: by what they tell, by their dates, voices and places."""

import re
from typing import Final

from izium_timeline.build.merging.dates import Dates, compare_dates
from izium_timeline.build.merging.gist import Gist, gist_of_words
from izium_timeline.build.merging.one_event import Likeness, contradict, told_of_one
from izium_timeline.build.merging.same_words import same_words
from izium_timeline.model.event import Event, Evidence, Voice

_SENTENCE_END: Final = re.compile(r"[.!?]\s|\n")
_SAID: Final = frozenset((Voice.ASSERTED, Voice.CLAIMED))


def likeness(one: Event, other: Event, mine: Gist, theirs: Gist) -> Likeness | None:
    """How two candidates are alike, None where they may be different events."""
    if not _may_be_one(one, other):
        return None
    alike = told_of_one(mine, theirs)
    if alike is None or (not alike.strong and _quotes_contradict(one, other, mine, theirs)):
        return None
    dates = compare_dates(one.bounds, other.bounds)
    fits = {
        Dates.AGREED: True,
        Dates.WIDE: alike.strong,
        Dates.DISPUTED: alike.strong and alike.closest,
        Dates.APART: False,
    }
    return alike if fits[dates] else None


def _may_be_one(one: Event, other: Event) -> bool:
    """Whether voice and place let two candidates be one event."""
    voices = {one.voice, other.voice}
    if len(voices) > 1 and not voices <= _SAID:
        return False
    mine, theirs = _told_places(one.place), _told_places(other.place)
    return not (mine and theirs and mine.isdisjoint(theirs))


def _told_places(places: tuple[str, ...]) -> frozenset[str]:
    """The words of places that tell them from others."""
    words = (word for place in places for word in gist_of_words(place).weights)
    return frozenset(words) - same_words().weak


def _quotes_contradict(one: Event, other: Event, mine: Gist, theirs: Gist) -> bool:
    """Whether the sentences differ in what the titles, which are shorter, may leave out.

    Where the titles have no name in common, whom or what they tell of stands in the sentences.
    """
    if not one.evidence or not other.evidence:
        return False
    unnamed = not (mine.names & theirs.names) - same_words().countries
    first, second = (_told(event.evidence[0], whole=unnamed) for event in (one, other))
    return first != second and contradict(
        gist_of_words(first), gist_of_words(second), names_too=unnamed
    )


def _told(piece: Evidence, *, whole: bool) -> str:
    """The words of a quote, or of the sentence about it as far as its surroundings are recorded."""
    if not whole:
        return piece.exact
    before, after = _SENTENCE_END.split(piece.prefix)[-1], _SENTENCE_END.split(piece.suffix)[0]
    return f"{before}{piece.exact}{after}"
