"""What a reader gives: the text of a file, and what the file says about itself."""

from collections.abc import Callable
from dataclasses import dataclass

from izium_timeline.corpus.limits import Limits
from izium_timeline.model.document import Publication
from izium_timeline.model.errors import DocumentError


class SkippedError(DocumentError):
    """A file that is left out by a rule, not because it is damaged."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's text, and its own metadata, empty where it tells none.

    ``publication`` is what the file says of its publication; ``created``, of when the file
    was made, which may be years later.

    ``pages`` are the code-point offsets in the text at which its pages begin. The same bytes
    give the same reading at all times: quotes are kept as offsets into the text.
    """

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    publication: Publication | None = None
    created: Publication | None = None
    pages: tuple[int, ...] = ()


# A reader is pure: a file's bytes in, a reading out; raises DocumentError, SkippedError.
Reader = Callable[[bytes, Limits], Reading]
