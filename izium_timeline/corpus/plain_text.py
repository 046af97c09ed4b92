"""Plain text: the encoding is found, everything else stays as it is, line ends included."""

from izium_timeline.corpus.encoding import decode
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.reading import Reading


def read(data: bytes, limits: Limits) -> Reading:
    """The text of a plain file; raises SkippedError for binary data, DocumentError."""
    return Reading(decode(data))
