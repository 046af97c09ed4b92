"""Documents: the source texts, and when they were published."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from izium_timeline.model.edtf import Edtf
from izium_timeline.model.event import Basis
from izium_timeline.model.interval import Interval
from izium_timeline.model.text import TextField


class Quote(NamedTuple):
    """A passage by its words and its code-point offsets in the document's text."""

    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published (TimeML's document creation time), and how that is known."""

    edtf: Edtf
    bounds: Interval
    basis: Basis
    reason: str = ""
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True)  # without slots: they leave no room for a field that reads
class Document:
    """One source text.

    ``path`` is relative to the corpus folder, with forward slashes. ``text`` is None and
    ``sha256`` empty where the file is missing; ``recorded_sha256`` is the hash that the
    chronology was made with, empty where there is none. ``pages`` are the code-point offsets
    in the text at which its pages begin, empty where the format has none. ``problem`` says in
    one line why there is no text, and ``skipped`` whether the file was left out by a rule (a
    limit, a scan without text) rather than found damaged or not found at all. ``created`` is
    when the file says that it was made, for want of a better date of publication. A text may be
    given as a ``TextSource``, and is then read each time that it is asked for: see ``model.text``.
    """

    path: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    publication: Publication | None = None
    text: TextField = TextField()
    sha256: str = ""
    recorded_sha256: str = ""
    title_basis: Basis = Basis.STATED
    problem: str = ""
    pages: tuple[int, ...] = ()
    skipped: bool = False
    created: Publication | None = None

    def __post_init__(self) -> None:
        check_relative(self.path)

    @property
    def missing(self) -> bool:
        """Whether the text could not be read."""
        return not TextField.present(self)

    @property
    def letters(self) -> int:
        """How many code points the text has, without reading it."""
        return TextField.letters(self)

    def page_at(self, place: int) -> int | None:
        """The number of the page, from 1, on which a code point stands; None without pages."""
        return bisect_right(self.pages, place) or None

    @property
    def changed(self) -> bool:
        """Whether the bytes are no longer those that the chronology was made with."""
        return bool(not self.missing and self.recorded_sha256 not in ("", self.sha256))


def check_relative(path: str) -> None:
    """Raise ValueError unless the path stays below its folder, on every system."""
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if not parts or path.startswith("/") or "\\" in path or ":" in path or "\0" in path:
        raise ValueError(f"{path!r} is no relative path")
    if ".." in parts:
        raise ValueError(f"{path!r} leads out of its folder")
