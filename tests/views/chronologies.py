"""Small chronologies, made by hand, for the tests of the views."""

from collections.abc import Sequence
from dataclasses import replace

from izium_timeline.build.anchoring.anchor import anchor_chronology
from izium_timeline.model.chronology import Category, Chronology
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis, Event, Evidence, Extent, Salience, Status, Voice
from izium_timeline.model.interval import Precision

CATEGORIES = (
    Category("liberation", "#00735c", "#3cc9a3"),
    Category("humanitarian", "#9a5b00", "#f0ad4e"),
)
FLAG = "on September 10, the Ukrainian military raised the flag"
POWER = "Power came back three weeks later"
REPORT = f"Recently, {FLAG}.\n\n{POWER}. 😀 Nothing else is known of that day.\n"
OTHER = f"A second report.\r\n\r\nOn that Saturday, {FLAG[17:]}.\r\n"


def published(edtf: str, basis: Basis = Basis.INFERRED) -> Publication:
    date = parse_edtf(edtf)
    return Publication(date, date.bounds(), basis)


def document(path: str, text: str | None, day: str = "2022-09~", **parts: object) -> Document:
    sha = "a" * 64 if text is not None else ""
    plain = Document(path, title=f"Title of {path}", publication=published(day), sha256=sha)
    return replace(plain, text=text, **parts)  # type: ignore[arg-type]


def evidence(path: str, text: str, words: str) -> Evidence:
    start = text.index(words)
    before, after = text[max(0, start - 32) : start], text[start + len(words) :][:32]
    return Evidence(path, words, start, start + len(words), prefix=before, suffix=after)


def event(name: str, edtf: str, pieces: Sequence[Evidence], **parts: object) -> Event:
    date = parse_edtf(edtf)
    bounds = date.bounds()
    instant = bounds.precision is Precision.DAY
    plain = Event(
        name,
        f"Title of {name}",
        date,
        bounds,
        Extent.INSTANT if instant else Extent.WINDOW,
        Basis.RESOLVED,
        f"The reason of {name}.",
        category="liberation",
        salience=Salience.CORE,
        status=Status.REVIEWED,
        evidence=tuple(pieces),
    )
    return replace(plain, **parts)  # type: ignore[arg-type]


def two_reports() -> Chronology:
    """Two documents, three events; the flag (row 0) stands in both, the power (row 1) in one."""
    documents = (
        document("b.txt", REPORT, "2022-09-20~", publisher="Gwara Media, Kharkiv", language="en"),
        document("a.txt", OTHER, "2022-09-13", publisher="CNN (as republished)"),
    )
    events = (
        event(
            "flag",
            "2022-09-10",
            [evidence("b.txt", REPORT, FLAG), evidence("a.txt", OTHER, FLAG[17:])],
        ),
        event(
            "power",
            "2022-10-01~",
            [evidence("b.txt", REPORT, POWER)],
            category="humanitarian",
            voice=Voice.CLAIMED,
            claimed_by="Valery (resident, to CNN)",
            conflict="Another report has no power until November.",
            note="Told in passing.",
        ),
        event("later", "2022-11/..", [], bounds=parse_edtf("2022-11/..").bounds()),
    )
    return anchor_chronology(Chronology("Two reports", events, documents=documents))
