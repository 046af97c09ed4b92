"""How two candidates are alike: by what they tell, by their dates, voices and places."""

import re
from typing import Final, NamedTuple

from izium_timeline.build.merging.dates import Dates, compare_dates
from izium_timeline.build.merging.gist import Gist, gist_of, gist_of_words
from izium_timeline.build.merging.one_event import Likeness, contradict, told_of_one
from izium_timeline.build.merging.same_words import same_words
from izium_timeline.model.event import Event, Evidence, Voice

_SENTENCE_END: Final = re.compile(r"[.!?]\s|\n")
_SAID: Final = frozenset((Voice.ASSERTED, Voice.CLAIMED))


class Statement(NamedTuple):
    """A candidate with what is compared of it.

    ``telling`` are the words that it may be found by, ``places`` those that tell its place from
    others.
    """

    event: Event
    gist: Gist
    telling: frozenset[str]
    places: frozenset[str]


def statement_of(event: Event) -> Statement:
    """What a candidate says."""
    gist = gist_of(event)
    words = (word for place in event.place for word in gist_of_words(place).weights)
    return Statement(event, gist, gist.telling, frozenset(words) - same_words().weak)


def likeness(one: Statement, other: Statement) -> Likeness | None:
    """How two candidates are alike, None where they may be different events."""
    if not _may_be_one(one, other):
        return None
    alike = told_of_one(one.gist, other.gist)
    if alike is None or (not alike.strong and _quotes_contradict(one, other)):
        return None
    dates = compare_dates(one.event.bounds, other.event.bounds)
    fits = {
        Dates.AGREED: True,
        Dates.WIDE: alike.strong,
        Dates.DISPUTED: alike.strong and alike.closest,
        Dates.APART: False,
    }
    return alike if fits[dates] else None


def _may_be_one(one: Statement, other: Statement) -> bool:
    """Whether voice and place let two candidates be one event."""
    voices = {one.event.voice, other.event.voice}
    if len(voices) > 1 and not voices <= _SAID:
        return False
    return not (one.places and other.places and one.places.isdisjoint(other.places))


def _quotes_contradict(one: Statement, other: Statement) -> bool:
    """Whether the sentences differ in what the titles, which are shorter, may leave out.

    Where the titles have no name in common, whom or what they tell of stands in the sentences.
    """
    if not one.event.evidence or not other.event.evidence:
        return False
    unnamed = not (one.gist.names & other.gist.names) - same_words().countries
    first, second = (_told(each.event.evidence[0], whole=unnamed) for each in (one, other))
    return first != second and contradict(
        gist_of_words(first), gist_of_words(second), names_too=unnamed
    )


def _told(piece: Evidence, *, whole: bool) -> str:
    """The words of a quote, or of the sentence about it as far as its surroundings are recorded."""
    if not whole:
        return piece.exact
    before, after = _SENTENCE_END.split(piece.prefix)[-1], _SENTENCE_END.split(piece.suffix)[0]
    return f"{before}{piece.exact}{after}"
