"""What the rows of an export hold."""

import io
from dataclasses import replace

from izium_timeline.export.rows import RowPer, StatusChoice, rows_of
from izium_timeline.export.write import write_stream
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Anchor, Event, Evidence, Status, Verdict
from tests.views.chronologies import document, event, evidence, two_reports

_TEXT = "One. Two. One. Three."


def _piece(words: str, anchor: Anchor | None) -> Evidence:
    return replace(evidence("a.txt", _TEXT, words), anchor=anchor)


def _chronology(*pieces: Evidence) -> Chronology:
    documents = (document("a.txt", _TEXT, publisher="A", url="https://a.example/1"),)
    return Chronology("Rows", (event("E1", "2022-09", pieces),), documents=documents)


def test_an_event_gets_one_row_with_its_best_evidence() -> None:
    chronology = _chronology(
        _piece("Two", Anchor(Verdict.ALTERED, 5, 8)), _piece("Three", Anchor(Verdict.MOVED, 1, 6))
    )
    (row,) = rows_of(chronology, chronology.events, RowPer.EVENT)
    assert (row.quote, row.verdict, row.evidence_count) == ("Three", "moved", "2")


def test_each_piece_of_evidence_gets_its_row_in_the_recorded_order() -> None:
    chronology = two_reports()
    rows = list(rows_of(chronology, chronology.events, RowPer.EVIDENCE))
    assert [(row.id, row.document) for row in rows] == [
        ("flag", "b.txt"),
        ("flag", "a.txt"),
        ("power", "b.txt"),
        ("later", ""),
    ]


def test_a_place_is_given_only_where_the_recorded_words_stand() -> None:
    anchors = (
        Anchor(Verdict.EXACT, 15, 20),
        Anchor(Verdict.MOVED, 1, 6),
        Anchor(Verdict.ALTERED, 2, 6),
        Anchor(Verdict.AMBIGUOUS, choices=((0, 3), (10, 13))),
        Anchor(Verdict.LOST),
        Anchor(Verdict.MISSING),
        None,
    )
    chronology = _chronology(*(_piece("Three", anchor) for anchor in anchors))
    rows = list(rows_of(chronology, chronology.events, RowPer.EVIDENCE))
    assert [(row.quote_start, row.quote_end) for row in rows] == [
        ("15", "20"),
        ("1", "6"),
        *[("", "")] * 5,
    ]
    assert {row.quote for row in rows} == {"Three"}
    assert rows[-1].verdict == "missing"


def test_the_place_of_every_quote_of_izium_leads_to_its_words() -> None:
    from izium_timeline.store.open import open_chronology

    chronology = open_chronology(None)
    rows = list(rows_of(chronology, chronology.events, RowPer.EVIDENCE))
    assert len(rows) == 194
    for row in rows:
        source = chronology.document(row.document)
        assert source is not None
        assert (source.text or "")[int(row.quote_start) : int(row.quote_end)] == row.quote
        assert row.document_sha256 == source.sha256


def test_what_is_not_known_is_empty() -> None:
    nothing: tuple[Event, ...] = (event("later", "2022-11/..", []),)
    (row,) = rows_of(Chronology("Bare", nothing), nothing, RowPer.EVENT)
    assert (row.earliest, row.latest, row.evidence_count) == ("2022-11-01", "", "0")
    assert (row.document, row.quote, row.verdict, row.document_sha256) == ("", "", "", "")


def test_lists_are_joined_and_words_are_the_machines() -> None:
    chronology = _chronology(_piece("Two", None))
    told = replace(chronology.events[0], place=("Izium", "Kharkiv region"), actors=())
    (row,) = rows_of(chronology, (told,), RowPer.EVENT)
    assert (row.place, row.actors) == ("Izium; Kharkiv region", "")
    assert (row.precision, row.basis, row.extent) == ("month", "resolved", "window")
    assert (row.published, row.publisher, row.url) == ("2022-09~", "A", "https://a.example/1")


def test_all_leaves_the_rejected_ones_out() -> None:
    statuses = {
        choice: {status for status in Status if choice.takes(status)} for choice in StatusChoice
    }
    assert statuses == {
        StatusChoice.REVIEWED: {Status.REVIEWED},
        StatusChoice.CANDIDATE: {Status.CANDIDATE},
        StatusChoice.ALL: {Status.REVIEWED, Status.CANDIDATE},
    }


def test_verdicts_are_counted_as_they_are_written() -> None:
    chronology = _chronology(_piece("Two", Anchor(Verdict.LOST)), _piece("Two", None))
    out = io.BytesIO()
    assert write_stream(chronology, chronology.events, out) == {Verdict.LOST: 1}
    assert write_stream(chronology, chronology.events, out, per=RowPer.EVIDENCE).total() == 2


def test_a_resolution_stands_in_the_note() -> None:
    chronology = two_reports()
    resolved = replace(chronology.events[1], resolution="October it was.")
    (row,) = rows_of(chronology, [resolved], RowPer.EVENT)
    assert row.note == "Told in passing. Resolution of the conflict: October it was."
    assert row.conflict == chronology.events[1].conflict
