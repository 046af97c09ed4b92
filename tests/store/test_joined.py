"""An event that was joined from several candidates, in a file and back."""

import json
from dataclasses import replace
from pathlib import Path

from jsonschema import Draft202012Validator

from izium_timeline.build.anchoring.anchor import anchor_chronology
from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.build.merging.merge import merge, taken_apart
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Evidence
from izium_timeline.model.resource import resource
from izium_timeline.store.chronology_file import read_chronology_file, write_chronology_file

_DOCUMENTS = tuple(
    Document(path, text=text, sha256=sign * 64, recorded_sha256=sign * 64)
    for path, text, sign in (
        ("a.txt", "Ukrainian forces liberated Izium on 10 September 2022.", "a"),
        ("b.txt", "Izium was retaken by Ukrainian troops on 10 September 2022.", "b"),
    )
)


def _unsought(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(replace(piece, anchor=None) for piece in evidence)


def test_a_joined_event_can_be_taken_apart_after_it_was_saved(tmp_path: Path) -> None:
    candidates = [event for document in _DOCUMENTS for event in candidates_of(document).events]
    saved = Chronology("Two reports", merge(candidates), documents=_DOCUMENTS)
    path = tmp_path / "two.chronology.json"
    write_chronology_file(saved, path)
    schema = json.loads(resource("resources/chronology.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(path.read_text("utf-8")))

    read = replace(read_chronology_file(path), documents=_DOCUMENTS)
    (joined,) = anchor_chronology(read).events
    assert _unsought(joined.evidence) == _unsought(saved.events[0].evidence)
    assert set(taken_apart(joined)) == set(candidates)
