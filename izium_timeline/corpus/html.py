"""HTML: the main text of a page without what surrounds it, and what the page says of itself.

Nothing that a page names is ever loaded: the parser is given bytes and no network, and no script,
style, image or frame is looked at.
"""

import re

from izium_timeline.corpus.encoding import decode
from izium_timeline.corpus.html_main import main_element
from izium_timeline.corpus.html_metadata import metadata_of
from izium_timeline.corpus.html_text import text_of
from izium_timeline.corpus.html_tree import parse
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.reading import Reading
from izium_timeline.model.errors import DocumentError

_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
_NOTHING = "holds no text; save the page again once it shows it"  # as pages of scripts do late
# Whether an encoding that is declared in ASCII's bytes can't be the one they are in.
_WIDE = ("utf-16", "utf16", "utf-32", "utf32", "ucs")


def read(data: bytes, limits: Limits) -> Reading:
    """The main text and metadata of a page; raises SkippedError, DocumentError."""
    root = parse(decode(data, _declared(data)))
    if root is None:
        raise DocumentError(_NOTHING)
    main, unseen = main_element(root)
    text = text_of(main, unseen)
    if not text:
        raise DocumentError(_NOTHING)
    return Reading(text, **metadata_of(root, main, unseen))


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data, 0, _HEAD)
    name = found[1].decode("ascii").lower() if found else ""
    return "" if name.startswith(_WIDE) else name
