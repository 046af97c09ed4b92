"""A chronology that is changed: its order, and what was worked out of the evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Anchor, Basis, Event, Evidence, Extent, Status, Verdict

_EXACT = Evidence("a.txt", "It rained.", 0, 10, anchor=Anchor(Verdict.EXACT, 0, 10))
_LOST = replace(_EXACT, document="b.txt", anchor=Anchor(Verdict.LOST))


def _event(event_id: str, date: str, *evidence: Evidence) -> Event:
    edtf = parse_edtf(date)
    return Event(event_id, "It rained", edtf, edtf.bounds(), Extent.WINDOW, Basis.STATED, "",
                 evidence=evidence)  # fmt: skip


_A, _B, _C = _event("a", "2022-03", _EXACT), _event("b", "2022-04", _LOST), _event("c", "2022-05")
_CHRONOLOGY = Chronology("Rain", (_C, _A, _B))
_CHANGES: Mapping[str, Mapping[int, Sequence[Event]]] = {
    "nothing": {},
    "a status": {1: (replace(_B, status=Status.REJECTED),)},
    "evidence": {1: (replace(_B, evidence=(_EXACT, _LOST)),)},
    "a date": {0: (_event("a", "2023", _EXACT),)},
    "an id": {0: (_event("z", "2022-03", _EXACT),)},
    "two in place of one": {2: (_event("d", "2021", _LOST), _event("e", "2022-05"))},
    "none in place of one": {0: ()},
}


@pytest.mark.parametrize("changes", _CHANGES.values(), ids=list(_CHANGES))
def test_a_change_leaves_order_and_counts_as_if_it_were_made_anew(
    changes: Mapping[int, Sequence[Event]],
) -> None:
    changed = _CHRONOLOGY.with_changes(events=_CHRONOLOGY.amended(changes))
    anew = Chronology("Rain", list(changed.events)[::-1])
    assert changed == anew
    assert changed.verdicts() == anew.verdicts()
    for path in ("a.txt", "b.txt"):
        assert list(changed.resting_on(path)) == list(anew.resting_on(path))


def test_an_event_stands_there_once() -> None:
    with pytest.raises(ValueError, match="'a' stands there twice"):
        Chronology("Rain", (_A, _B, _A))
    with pytest.raises(ValueError, match="'b' stands there twice"):
        replace(_CHRONOLOGY, events=_CHRONOLOGY.amended({0: (_event("b", "2022-03"),)}))


def test_other_documents_change_nothing_of_the_events() -> None:
    changed = _CHRONOLOGY.with_changes(title="Snow")
    assert changed.events is _CHRONOLOGY.events
    assert changed.verdicts() == {Verdict.EXACT: 1, Verdict.LOST: 1}
