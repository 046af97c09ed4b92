"""What is known at a glance of a candidate that may tell of the same event as another: hashes.

A fingerprint takes a hundred bytes, and what it is taken from two thousand. It is made where the
document is read; only the few candidates that are worth comparing are looked at in full.
"""

from functools import lru_cache
from typing import NamedTuple

from izium_timeline.build.merging.gist import Gist, gist_of
from izium_timeline.build.merging.one_event import says_enough
from izium_timeline.build.merging.same_words import same_words
from izium_timeline.build.vocabulary.hashing import hashed
from izium_timeline.model.event import Event


class Fingerprint(NamedTuple):
    """``said``, of 64 bits, is equal for candidates that say the very same of the same time, which
    is one thing to compare; ``words``, of 32, are those that it may be found by.
    """

    said: int
    words: tuple[int, ...]


def fingerprint_of(event: Event) -> Fingerprint:
    """The fingerprint of a candidate."""
    gist = gist_of(event)
    said = (gist.line, event.bounds, event.voice, event.place, _passage(event, gist))
    return Fingerprint(hashed(repr(said)), tuple(sorted(map(_word, gist.telling))))


def _passage(event: Event, gist: Gist) -> tuple[str, ...]:
    """What makes a passage the same in another document; one that says little needs more of it."""
    if not event.evidence:
        return (event.id,)
    piece = event.evidence[0]
    enough = says_enough(gist) and gist.names - same_words().countries
    return (piece.exact,) if enough else (piece.prefix, piece.exact, piece.suffix)


@lru_cache(maxsize=1 << 13)
def _word(word: str) -> int:
    """Two words of a language may share a number: that makes one more pair to compare in full."""
    return hashed(word) >> 32
