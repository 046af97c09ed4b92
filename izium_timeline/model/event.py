"""Events, the evidence that they rest on, and the machine words that describe them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from izium_timeline.model.edtf import Edtf
from izium_timeline.model.interval import Interval, Precision


class Basis(StrEnum):
    """How a date is known: written out, worked out from another, or bounded by the narrative."""

    STATED = "stated"
    RESOLVED = "resolved"
    INFERRED = "inferred"


class Extent(StrEnum):
    """What the interval means: one day, about the whole of it, or some time inside."""

    INSTANT = "instant"
    SPAN = "span"
    WINDOW = "window"


class Kind(StrEnum):
    """What happened, what held, or a figure as of a date."""

    EVENT = "event"
    STATE = "state"
    MEASUREMENT = "measurement"


class Status(StrEnum):
    """Found by the program, accepted or written by a person, or turned down."""

    CANDIDATE = "candidate"
    REVIEWED = "reviewed"
    REJECTED = "rejected"


class Voice(StrEnum):
    """In which voice the document tells it."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Salience(StrEnum):
    """Who gets the label when room is short."""

    CORE = "core"
    SECONDARY = "secondary"
    BACKGROUND = "background"


class Verdict(StrEnum):
    """The state of a piece of evidence now, from best to worst."""

    EXACT = "exact"
    MOVED = "moved"
    ALTERED = "altered"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"
    MISSING = "missing"

    @property
    def verified(self) -> bool:
        """Whether the recorded words stand in the document."""
        return self in (Verdict.EXACT, Verdict.MOVED)


_RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands now: code-point offsets into the document's text.

    ``start`` and ``end`` are None unless the verdict is exact, moved or altered; ``choices``
    holds the spans that an ambiguous quote may be.
    """

    verdict: Verdict
    start: int | None = None
    end: int | None = None
    choices: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        placed = self.verdict in (Verdict.EXACT, Verdict.MOVED, Verdict.ALTERED)
        if placed != (self.start is not None) or placed != (self.end is not None):
            raise ValueError(f"a quote that is {self.verdict} has a place or none")


class Wording(NamedTuple):
    """The temporal expression in a document that an event's date rests on."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage of one document that supports an event.

    The recorded place is a W3C Web Annotation TextQuoteSelector (exact, prefix, suffix) with
    a TextPositionSelector (start, end, in code points). ``anchor`` is where the words stand
    now, None until they are sought.
    """

    document: str
    exact: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""
    timex: Wording | None = None
    anchor: Anchor | None = None

    def __post_init__(self) -> None:
        if not self.exact or self.end - self.start != len(self.exact) or self.start < 0:
            raise ValueError(f"the quote {self.exact[:40]!r} does not fit its place")

    @property
    def verdict(self) -> Verdict:
        """The verdict now; a quote that was not sought counts as missing."""
        return Verdict.MISSING if self.anchor is None else self.anchor.verdict


class Value(NamedTuple):
    """A figure that a document gives for an event ("about 46,000")."""

    document: str
    value: float
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One dated statement of a chronology. ``bounds`` are given, never worked out from EDTF.

    ``conflict`` says where the sources disagree, ``resolution`` what a person concludes from that.
    ``members`` are the candidates of which the program made this one, empty where it was not
    joined; ``evidence`` is theirs, each piece once.
    """

    id: str
    title: str
    edtf: Edtf
    bounds: Interval
    extent: Extent
    basis: Basis
    reason: str
    category: str = ""
    place: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    kind: Kind = Kind.EVENT
    voice: Voice = Voice.ASSERTED
    claimed_by: str = ""
    salience: Salience = Salience.SECONDARY
    status: Status = Status.CANDIDATE
    note: str = ""
    values: tuple[Value, ...] = ()
    related: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    conflict: str = ""
    resolution: str = ""
    evidence: tuple[Evidence, ...] = field(default=())
    members: tuple["Event", ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.id or not self.title:
            raise ValueError("an event needs an id and a title")
        if self.extent is Extent.INSTANT and self.precision is not Precision.DAY:
            raise ValueError(f"{self.id} is an instant, and yet lasts more than one day")

    @property
    def precision(self) -> Precision:
        """How precise the bounds are."""
        return self.bounds.precision

    @property
    def best_evidence(self) -> Evidence | None:
        """The first piece of evidence with the best verdict, None where there is none."""
        if len(self.evidence) == 1:  # nearly all of a hundred thousand candidates
            return self.evidence[0]
        return min(self.evidence, key=lambda piece: _RANK[piece.verdict], default=None)

    @property
    def sort_key(self) -> tuple[bool, int, bool, int, str]:
        """Order by earliest (open first), latest (open last), id."""
        first, last = self.bounds.earliest, self.bounds.latest
        return (first is not None, first or 0, last is None, last or 0, self.id)
