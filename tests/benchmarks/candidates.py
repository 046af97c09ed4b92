"""How much of a reviewed chronology the candidates of its documents reach, and how fast.

    python -m tests.benchmarks.candidates EVENTS_JSON [--documents FOLDER] [--misses]

EVENTS_JSON holds ``events`` and ``non_events`` with their passages ({document, start, end}).
FOLDER holds the documents with a ``corpus.json`` that dates them (by default the shipped ones).
One JSON object is printed: ``recall`` is the share of the events of basis stated or resolved
that have a candidate whose quote overlaps one of theirs and whose interval lies within their
bounds or within the days that their EDTF spans; ``precision`` the share of candidates whose
quote overlaps one of any event; ``boilerplate`` the number of candidates on furniture. The
documents are read as a folder: what one of them dates by name, the others may count from.
``--misses`` lists what was not reached with the nearest candidate, and what overlaps nothing.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.build.named import shared_calendar
from izium_timeline.corpus.metadata import read_metadata
from izium_timeline.model.days import parse_iso_day
from izium_timeline.model.document import Document
from izium_timeline.model.edtf import EdtfError, parse_edtf
from izium_timeline.model.event import Event
from izium_timeline.model.interval import Interval
from izium_timeline.model.resource import resource
from izium_timeline.temporal import EventCalendar

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Miss:
    """An event without a candidate, and why: the dates of those that overlap it, if any."""

    event: Row
    near: tuple[Event, ...]

    @property
    def reason(self) -> str:
        """One line."""
        if not self.near:
            return "no candidate overlaps its passages"
        dates = "; ".join(f"{event.bounds} for {event.title!r}" for event in self.near)
        return f"other dates: {dates}"


@dataclass(frozen=True, slots=True)
class Measure:
    """What was reached, what was not, and what no event knows."""

    reached: int
    misses: tuple[Miss, ...]
    candidates: int
    strangers: tuple[Event, ...]
    furniture: tuple[Event, ...]

    @property
    def recall(self) -> float:
        """In percent."""
        return 100 * self.reached / (self.reached + len(self.misses))

    @property
    def precision(self) -> float:
        """In percent."""
        return 100 * (self.candidates - len(self.strangers)) / max(1, self.candidates)


def documents_of(folder: Path) -> tuple[Document, ...]:
    """The documents that a folder's metadata describes, with their texts."""
    return tuple(
        replace(document, text=(folder / path).read_bytes().decode("utf-8"))
        for path, document in sorted(read_metadata(folder).items())
    )


def candidates_of_folder(documents: Sequence[Document]) -> tuple[Event, ...]:
    """The candidates of several documents, each of which may count from what another dates."""
    first = [candidates_of(document) for document in documents]
    calendar = shared_calendar(name for harvest in first for name in harvest.named)
    events: list[Event] = []
    for document, harvest in zip(documents, first, strict=True):
        again = harvest.open and calendar != EventCalendar()
        events += (candidates_of(document, calendar) if again else harvest).events
    return tuple(events)


def measure(gold: Row, candidates: Sequence[Event]) -> Measure:
    """The candidates against events and other passages of the same documents."""
    datable = [row for row in gold["events"] if row["date_basis"] in ("stated", "resolved")]
    misses = []
    for row in datable:
        near = tuple(event for event in candidates if _overlaps(event, row["evidence"]))
        if not any(_fits(event.bounds, row) for event in near):
            misses.append(Miss(row, near))
    passages = [piece for row in gold["events"] for piece in row["evidence"]]
    furniture = [row for row in gold["non_events"] if row["kind"] == "boilerplate"]
    return Measure(
        len(datable) - len(misses),
        tuple(misses),
        len(candidates),
        tuple(event for event in candidates if not _overlaps(event, passages)),
        tuple(event for event in candidates if _overlaps(event, furniture)),
    )


def _overlaps(event: Event, passages: Sequence[Row]) -> bool:
    return any(
        piece.document == passage["document"]
        and piece.start < passage["end"]
        and passage["start"] < piece.end
        for piece in event.evidence
        for passage in passages
    )


def _fits(days: Interval, row: Row) -> bool:
    return any(_lies_in(days, outer) for outer in _allowed(row))


def _allowed(row: Row) -> Iterator[Interval]:
    yield Interval(_day(row["start"]), _day(row["end"]))
    try:
        yield parse_edtf(row["date"]).days()
    except EdtfError:
        return


def _day(text: str | None) -> int | None:
    return None if text is None else parse_iso_day(text)


def _lies_in(inner: Interval, outer: Interval) -> bool:
    starts = outer.earliest is None or (
        inner.earliest is not None and outer.earliest <= inner.earliest
    )
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return starts and ends


def _speed(documents: Sequence[Document]) -> float:
    """KB of text a second of processor time on one core, once all is compiled."""
    size = sum(len((document.text or "").encode()) for document in documents)
    rounds = max(1, 300_000 // max(1, size))
    before = time.process_time()
    for _ in range(rounds):
        for document in documents:
            candidates_of(document)
    return rounds * size / 1000 / (time.process_time() - before)


def run(arguments: Sequence[str]) -> None:
    """Print one line, and what was missed if asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("events", type=Path)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args(arguments)
    gold = json.loads(given.events.read_text("utf-8"))
    documents = documents_of(given.documents or resource("documents"))
    found = measure(gold, candidates_of_folder(documents))
    report = {
        "documents": len(documents),
        "events": found.reached + len(found.misses),
        "reached": found.reached,
        "recall": round(found.recall, 1),
        "candidates": found.candidates,
        "precision": round(found.precision, 1),
        "boilerplate": len(found.furniture),
        "kb_per_s": round(_speed(documents)),
    }
    print(json.dumps(report))
    if given.misses:
        _list(found)


def _list(found: Measure) -> None:
    for miss in found.misses:
        row = miss.event
        print(f"  missed {row['id']} {row['start']}..{row['end']} {row['title']!r}: {miss.reason}")
    for event in found.strangers:
        print(f"  of no event: {event.title!r} {event.bounds} {event.evidence[0].exact!r}")


if __name__ == "__main__":
    run(sys.argv[1:])
