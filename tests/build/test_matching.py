"""Which candidates a chronology does not know yet."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from izium_timeline.build.anchoring.anchor import anchor_chronology
from izium_timeline.build.matching import candidates_in, unmatched, unmatched_in, with_unmatched
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis, Event, Evidence, Extent, Status
from izium_timeline.model.steps import finished
from izium_timeline.store.open import open_chronology

_TEXT = (
    "Ukrainian forces liberated Izium on 10 September 2022. The bridge was mended in May 2023. "
    "A new siren was installed on 20 January 2023."
)
_OTHER = "Izium was retaken by Ukrainian troops on 10 September 2022. It snowed on 6 December 2022."


def _document(path: str, text: str) -> Document:
    return Document(path, text=text, sha256="a" * 64, recorded_sha256="a" * 64)


def _event(
    day: str, words: str, text: str = _TEXT, status: Status = Status.REVIEWED, **parts: object
) -> Event:
    date, start = parse_edtf(day), text.index(words)
    piece = Evidence("a.txt", words, start, start + len(words))
    event = Event(
        "E1", "It happened", date, date.bounds(), Extent.WINDOW, Basis.STATED, "why", status=status
    )
    return replace(event, evidence=(piece,), **parts)  # type: ignore[arg-type]


def _titles(events: Sequence[Event]) -> list[str]:
    return sorted(event.title for event in events)


_BRIDGE, _SIREN = "The bridge was mended", "A new siren was installed"
_LIBERATED = "Ukrainian forces liberated Izium"


@pytest.mark.parametrize(
    ("event", "left"),
    [
        (_event("2022-09-10", "forces liberated Izium"), [_SIREN, _BRIDGE]),
        (_event("2022-09", "forces liberated Izium"), [_SIREN, _BRIDGE]),
        (_event("2023-05-09", "The bridge was mended in May"), [_SIREN, _LIBERATED]),
        # Another time, told by a part of the passage: the candidate is news.
        (_event("2021", "forces liberated Izium"), [_SIREN, _BRIDGE, _LIBERATED]),
        # The very same passage, dated otherwise by a person.
        (_event("2021", "A new siren was installed on 20 January 2023"), [_BRIDGE, _LIBERATED]),
        (_event("2022-09-10", "forces liberated", status=Status.REJECTED), [_SIREN, _BRIDGE]),
    ],
)
def test_a_candidate_is_known_by_its_passage_and_its_time(event: Event, left: list[str]) -> None:
    candidates = candidates_in([_document("a.txt", _TEXT)])
    assert _titles(unmatched(candidates, [event])) == left


def test_a_passage_is_looked_for_where_it_stands_now() -> None:
    event = _event("2022-09-10", "forces liberated Izium")
    moved = replace(_document("a.txt", f"New head.\n\n{_TEXT}"), sha256="b" * 64)
    chronology = anchor_chronology(Chronology("Moved", (event,), documents=(moved,)))
    assert _titles(unmatched_in(chronology)) == [_SIREN, _BRIDGE]


def test_what_is_unmatched_is_joined_and_has_ids_of_its_own() -> None:
    documents = (_document("a.txt", _TEXT), _document("b.txt", _OTHER))
    found = unmatched_in(Chronology("None", documents=documents))
    assert [event.title for event in found if event.members] == [
        "Izium was retaken by Ukrainian troops"
    ]
    taken = replace(_event("1999", "siren"), id=found[-1].id)
    full = finished(with_unmatched(Chronology("One", (taken,), documents=documents)))
    assert len(full.events) == len(found) + 1

    liberated = next(event for event in found if event.members)
    pair = (liberated.members[0].id, liberated.members[1].id)
    parted = unmatched_in(Chronology("None", documents=documents, apart=(pair,)))
    assert len(parted) == len(found) + 1


def test_of_izium_hardly_anything_is_unmatched() -> None:
    chronology = open_chronology()
    candidates = candidates_in(chronology.documents)
    left = unmatched(candidates, chronology.events)
    assert len(left) <= len(candidates) // 4
    reviewed = {
        (piece.document, place)
        for event in chronology.events
        for piece in event.evidence
        for place in range(piece.start, piece.end)
    }
    exact = {piece.exact for event in chronology.events for piece in event.evidence}
    assert not exact & {piece.exact for event in left for piece in event.evidence}
    assert reviewed  # the passages that the candidates were held against
