"""What a candidate's passage is told from others by, to see whether it is repeated: hashes."""

from typing import Final, NamedTuple

from izium_timeline.build.vocabulary.hashing import hashed
from izium_timeline.model.event import Event

_CONTEXT: Final = 12  # code points before and behind a passage that have to be the same


class Setting(NamedTuple):
    """A passage by its words alone, and by them framed by the ends of the lines about them.

    Blanks and letter case do not count.
    """

    words: int
    framed: int


def setting_of(candidate: Event) -> Setting:
    """The setting of a candidate's one passage."""
    (piece,) = candidate.evidence
    before = [line for line in piece.prefix.splitlines() if line.strip()][-1:]
    after = [line for line in piece.suffix.splitlines() if line.strip()][:1]
    words = _plain(piece.exact)
    framed = (words, _plain("".join(before))[-_CONTEXT:], _plain("".join(after))[:_CONTEXT])
    return Setting(hashed(words), hashed("\0".join(framed)))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
