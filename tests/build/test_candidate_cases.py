"""Golden cases: each folder is a text and the candidates that belong in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from izium_timeline.build.candidates.harvest import Harvest, candidates_of
from izium_timeline.model.days import iso_day
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis, Event

CASES = sorted(
    path.parent
    for path in (Path(__file__).parent.parent / "cases/candidates").glob("*/document.txt")
)


def harvest_case(folder: Path, published: str | None) -> Harvest:
    """The candidates of a case's document, published on the given EDTF date."""
    text = (folder / "document.txt").read_bytes().decode("utf-8")
    publication = None
    if published is not None:
        edtf = parse_edtf(published)
        publication = Publication(edtf, edtf.bounds(), Basis.STATED)
    return candidates_of(Document("document.txt", text=text, publication=publication))


def as_record(event: Event) -> dict[str, Any]:
    """What a case says of a candidate."""
    piece = event.evidence[0]
    return {
        "title": event.title,
        "date": str(event.edtf),
        "days": [_day(event.bounds.earliest), _day(event.bounds.latest)],
        "basis": event.basis.value,
        "extent": event.extent.value,
        "kind": event.kind.value,
        "voice": event.voice.value,
        "claimed_by": event.claimed_by,
        "category": event.category,
        "place": list(event.place),
        "actors": list(event.actors),
        "values": [[value.value, value.qualifier] for value in event.values],
        "quote": piece.exact,
        "timex": piece.timex.text if piece.timex else "",
    }


def _day(number: int | None) -> str | None:
    return None if number is None else iso_day(number)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_finds_what_the_case_expects(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    found = harvest_case(folder, expected["published"])
    assert [as_record(event) for event in found.events] == expected["events"]


def test_there_are_cases_of_every_kind_of_document() -> None:
    kinds = {folder.name.split("-")[0] for folder in CASES}
    assert kinds >= {"news", "report", "court", "diary", "history", "furniture", "nasty"}
