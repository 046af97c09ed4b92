"""What the document pane says about an event, its evidence and a document, in words.

Pure texts, without a widget: what stands in the card and in the head of a document.
"""

from dataclasses import dataclass
from typing import Final

from izium_timeline.build.independence import COMPARED, ties, voices
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Basis, Event, Evidence, Status, Value, Verdict, Voice
from izium_timeline.model.interval import Interval
from izium_timeline.views.event_dates import bounds_text, long_date_text
from izium_timeline.views.evidence_conflict import Dispute, dispute_of, figure_text
from izium_timeline.views.passages import spans_of, verdict_now
from izium_timeline.views.publishers import short_publisher, stem
from izium_timeline.views.verdicts import VERDICTS
from izium_timeline.views.voices import voice_text

_STATUSES: Final = {
    Status.CANDIDATE: "Found by the program in the text; no person has reviewed it yet.",
    Status.REJECTED: "Turned down: in no list but that of status:rejected, and in no export.",
}
_UNITS: Final = (("year", 365.25, 1096), ("month", 30.44, 92), ("day", 1.0, 0))
"""A unit of time, its days, and from how many days on a length is told in it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A labelled line of the card."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """One piece of evidence in the card: who says it, when, with which verdict, in which words."""

    publisher: str
    published: str
    verdict: Verdict
    quote: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What the card says of an event and of the piece of evidence that is shown."""

    title: str
    category: str
    verdict: Verdict | None
    verdict_words: str
    question: str
    answer: str
    origin: str
    remarks: tuple[Remark, ...]
    sources: tuple[Source, ...]
    shown: int
    choices: tuple[tuple[int, int], ...] = ()
    dispute: Dispute | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a document's text; ``notices`` are what a reader must know of it.

    ``detail`` is its language, and the beginning of its hash, which ``tip`` has in full.
    """

    title: str
    line: str
    url: str
    tip: str
    notices: tuple[str, ...]
    detail: str = ""


def card_of(chronology: Chronology, row: int, shown: int) -> Card:
    """The card of an event, with the piece of evidence of that number."""
    event = chronology.events[row]
    piece = event.evidence[shown] if event.evidence else None
    document = chronology.document(piece.document) if piece else None
    text = document.text if document else None
    verdict = verdict_now(piece, text) if piece else None
    return Card(
        title=event.title,
        category=event.category,
        verdict=verdict,
        verdict_words=_verdict_words(verdict, document),
        question=f"Why {long_date_text(event.edtf, event.bounds.time)}?",
        answer=event.reason,
        origin=origin_text(event, piece, document),
        remarks=_remarks(chronology, event, piece, text),
        sources=_sources(chronology, event),
        shown=shown,
        choices=spans_of(piece, text) if piece and verdict is Verdict.AMBIGUOUS else (),
        dispute=dispute_of(chronology, event),
    )


def origin_text(event: Event, piece: Evidence | None, document: Document | None) -> str:
    """From which wording the date is read, in what was published when, and its bounds."""
    wording = piece.timex.text if piece and piece.timex else ""
    read = f"Read from “{wording}”" if wording else "Read from the passage"
    if event.basis is Basis.INFERRED:
        read = "Bounded by what the text tells"
    published = document.publication if document else None
    lag = lag_text(event.bounds, published.bounds) if published else ""
    where = f" ({publication_text(document)}{lag})" if document and published else ""
    return f"{read}{where}: {bounds_text(event.bounds)}. EDTF {event.edtf}, {event.basis}."


def lag_text(event: Interval, published: Interval) -> str:
    """How long after it was over an event was reported: ", 2 to 6 days after".

    Empty where that is not certain: an end is open, or the report may be of the same time.
    """
    if None in (event.earliest, event.latest, published.earliest, published.latest):
        return ""
    least = (published.earliest or 0) - (event.latest or 0)
    most = (published.latest or 0) - (event.earliest or 0)
    if least <= 0:
        return ""
    unit, days = next((name, days) for name, days, first in _UNITS if most >= first)
    low, high = round(least / days), round(most / days)
    span = "at most " if low == 0 else f"{low} to " if low != high else ""
    return f", {span}{high} {unit}{'' if high == 1 else 's'} after"


def publication_text(document: Document) -> str:
    """When a document was published: "published about September 2022, inferred"."""
    published = document.publication
    if published is None:
        return "publication date not known"
    return f"published {long_date_text(published.edtf)}, {published.basis}"


def head_of(document: Document, language: str, words: str = "") -> Head:
    """The head of a document; ``language`` is the name of its language, where known.

    ``words`` are those that are recorded from one that can't be read.
    """
    tip = (
        ("File", document.path),
        ("Publisher", document.publisher),
        ("Author", document.author),
        ("Language", language),
        ("Published", document.publication.reason if document.publication else ""),
        ("SHA-256", document.sha256),
    )
    inferred = document.title and document.title_basis is not Basis.STATED
    title = "title inferred" if inferred else ""
    line = (document.publisher, title, publication_text(document))
    digest = f"SHA-256 {document.sha256[:12]}…" if document.sha256 else ""
    return Head(
        title=document.title or stem(document),
        line=" · ".join(filter(None, line)),
        url=document.url,
        tip="\n".join(f"{name}: {value}" for name, value in tip if value),
        notices=tuple(_notices(document, words)),
        detail=" · ".join(filter(None, (language, digest))),
    )


def nothing_text(document: Document | None) -> str:
    """What stands in the place of a text that is not there."""
    if document is None:
        return "No document. Open a folder of documents or a chronology with File, Open."
    return "There is nothing to show of it." if document.missing else "The document is empty."


def recorded_words(chronology: Chronology, path: str) -> str:
    """The quotes that the chronology recorded from a document that can't be read."""
    quotes = (
        f"{event.title}\n“{piece.exact}”"
        for _, event in chronology.readable(chronology.resting_on(path))
        for piece in event.evidence
        if piece.document == path
    )
    return "\n\n".join(quotes)


def _notices(document: Document, words: str) -> list[str]:
    if document.missing:
        why = f": {document.problem}" if document.problem else ""
        below = " Below are the words recorded from it." if words else ""
        return [f"The document can't be read{why}.{below}"]
    if document.changed:
        return ["The document has changed since the chronology was made."]
    return []


def _verdict_words(verdict: Verdict | None, document: Document | None) -> str:
    if verdict is None:
        return "no passage recorded"
    known = VERDICTS[verdict]
    changed = ", document changed" if document and document.changed else ""
    return f"{known.sign} {known.words}{changed}"


def _remarks(
    chronology: Chronology, event: Event, piece: Evidence | None, text: str | None
) -> tuple[Remark, ...]:
    """The conflict last: what each source says, and the resolution, stand below it."""
    remarks = []
    verdict = verdict_now(piece, text) if piece else None
    if piece and verdict and VERDICTS[verdict].sentence:
        places = len(spans_of(piece, text))
        sentence = VERDICTS[verdict].sentence.format(quote=piece.exact, places=places)
        remarks.append(Remark("Quote", sentence))
    if event.voice is not Voice.ASSERTED or event.claimed_by:
        remarks.append(Remark("Voice", voice_text(event)))
    remarks.append(Remark("Status", _STATUSES.get(event.status, "")))
    remarks.append(Remark("Note", event.note))
    remarks += _counted(chronology, event)
    remarks.append(Remark("Conflict", event.conflict))
    return tuple(remark for remark in remarks if remark.text)


def _counted(chronology: Chronology, event: Event) -> list[Remark]:
    """How many of an event's documents are independent, where not all of them are."""
    paths = dict.fromkeys(piece.document for piece in event.evidence)
    documents = [doc for doc in map(chronology.document, list(paths)[:COMPARED]) if doc]
    found = ties(documents)
    if not found:
        return []
    names = {document.path: short_publisher(document) for document in documents}
    reasons = "; ".join(
        f"{names[tie.first]} and {names[tie.second]}: {tie.reason}" for tie in found
    )
    independent = voices(documents, found) + len(paths) - len(documents)
    count = f"{len(paths)} documents, {independent} independent"
    return [Remark("Sources", f"{count}. {reasons}.")]


def _sources(chronology: Chronology, event: Event) -> tuple[Source, ...]:
    paths = dict.fromkeys(piece.document for piece in event.evidence)
    documents = {path: chronology.document(path) or Document(path) for path in paths}
    said = {
        path: (short_publisher(document), publication_text(document), _figures(event, path))
        for path, document in documents.items()
    }
    return tuple(
        Source(publisher, published, verdict_now(piece, text), piece.exact, figures)
        for piece in event.evidence
        for text in [documents[piece.document].text]
        for publisher, published, figures in [said[piece.document]]
    )


def _figures(event: Event, path: str) -> str:
    return ", ".join(_figure(value) for value in event.values if value.document == path)


def _figure(value: Value) -> str:
    number = figure_text(value)
    return f"{number} ({value.qualifier})" if value.qualifier else number
