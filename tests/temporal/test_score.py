"""The scorer of the benchmark: what counts as found, and what as right."""

from tests.benchmarks.score import (
    Record,
    by_document,
    calendar_only,
    canonical,
    mistakes,
    value_score,
)


def record(start: int, end: int, value: str, kind: str = "DATE") -> Record:
    return {"doc_id": "a", "start": start, "end": end, "type": kind, "value": value}


def test_an_overlap_with_the_same_value_is_right() -> None:
    score = value_score(
        by_document([record(0, 10, "2022-09"), record(20, 30, "2023")]),
        by_document([record(2, 8, "2022-09"), record(40, 50, "1999")]),
    )
    assert (score.precision, score.recall, score.f1) == (50.0, 50.0, 50.0)


def test_matching_is_one_to_one_and_prefers_exact_spans() -> None:
    gold = by_document([record(0, 4, "2022"), record(5, 9, "2023")])
    found = by_document([record(0, 9, "2022"), record(5, 9, "2023")])
    assert value_score(gold, found).f1 == 100.0


def test_the_calendar_score_leaves_out_what_no_calendar_holds() -> None:
    records = by_document(
        [record(0, 1, "PRESENT_REF"), record(2, 3, ""), record(4, 5, "P3D", "DURATION")]
    )
    assert calendar_only(records) == {"a": []}


def test_equal_values_have_one_canonical_form() -> None:
    assert canonical("1944-XX-XX") == canonical("1944")
    assert canonical("2022-09-10T00:00") == canonical("2022-09-10")
    assert canonical("199X") == canonical("199")
    assert canonical("2022-W5") == canonical("2022-W05")


def test_mistakes_are_misses_spurious_finds_and_wrong_values() -> None:
    gold = by_document([record(0, 4, "2022"), record(5, 9, "2023")])
    found = by_document([record(0, 4, "2021"), record(20, 24, "1999")])
    kinds = [(m.gold is not None, m.predicted is not None) for m in mistakes(gold, found)]
    assert sorted(kinds) == [(False, True), (True, False), (True, True)]
