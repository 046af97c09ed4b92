"""The plain table and the lines of the check."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.export.table import table_lines
from izium_timeline.export.verdicts import document_lines, verdict_lines, warning
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Event, Evidence, Verdict
from izium_timeline.model.line import fitted, one_line, width
from izium_timeline.store.open import open_chronology
from tests.views.chronologies import document, event, two_reports


@pytest.mark.parametrize(
    ("columns", "header"),
    [
        (40, "Date Event"),
        (80, "Date Event Category"),
        (120, "Date Event Category Sources"),
        (10**9, "Date Event Category Sources"),
    ],
)
def test_no_line_is_wider_than_the_terminal_and_every_event_has_one(
    columns: int, header: str
) -> None:
    chronology = open_chronology(None)
    lines = list(table_lines(chronology, chronology.events, columns))
    assert lines[0].startswith("Izium: 162 events, 5 documents, 194")
    assert " ".join(lines[2].split()) == header
    assert len(lines) == 3 + 162
    assert max(width(line) for line in lines[1:]) <= columns


def test_a_claim_is_told_from_an_assertion() -> None:
    chronology = two_reports()
    lines = list(table_lines(chronology, chronology.events, 120))
    assert "Title of power (claimed)" in lines[4]
    assert lines[3].endswith("2 documents")


def test_a_chronology_without_events_says_so() -> None:
    assert list(table_lines(Chronology("Empty"), (), 80)) == [
        "Empty: 0 events, 0 documents, 0 of 0 quotes verified"
    ]


def test_documents_cannot_command_the_terminal() -> None:
    event_with_escape = event("E1", "2022", [], title="Red \x1b[31m\x07 alert\r\nnext\tline")
    lines = list(table_lines(Chronology("T", (event_with_escape,)), (event_with_escape,), 120))
    assert "Red \ufffd[31m\ufffd alert next line" in lines[3]


@given(st.text(), st.integers(1, 40))
def test_cells_have_the_width_that_is_asked_for(text: str, columns: int) -> None:
    line = one_line(text)
    assert width(fitted(line, columns)) == columns or width(line) == 0
    assert "\n" not in line
    assert "\x1b" not in line


def test_wide_letters_take_two_columns() -> None:
    assert fitted("東京の市", 6) == "東京… "
    assert width("e\u0301") == 1


def test_the_check_of_sound_quotes_is_one_line() -> None:
    assert list(verdict_lines(open_chronology(None))) == ["194 quotes checked: 194 exact"]


def test_the_check_names_each_quote_that_is_not_exact() -> None:
    chronology = two_reports()
    bare = tuple(replace(told, evidence=_unplaced(told)) for told in chronology.events)
    lines = list(verdict_lines(Chronology("Gone", bare)))
    assert lines[0].startswith("missing\tflag\tb.txt\ton September 10")
    assert lines[-1] == "3 quotes checked: 3 missing"


def test_documents_that_are_missing_or_changed_are_named() -> None:
    documents = (
        document("gone.txt", None, problem="is not there", recorded_sha256="c" * 64),
        document("scan.pdf", None, problem="has no text layer"),
        document("new.txt", "text", recorded_sha256="b" * 64),
        document("same.txt", "text", recorded_sha256="a" * 64),
    )
    assert list(document_lines(Chronology("D", documents=documents))) == [
        "gone.txt: is not there; put the text back",
        "scan.pdf: has no text layer",
        "new.txt: was changed since the chronology was made; compare its quotes",
    ]


def test_a_warning_only_where_a_quote_is_not_exact() -> None:
    assert warning(Counter({Verdict.EXACT: 3})) == ""
    said = warning(Counter({Verdict.LOST: 1, Verdict.EXACT: 3, Verdict.MOVED: 2}))
    assert said == "the quotes are 3 exact, 2 moved, 1 lost"


def _unplaced(told: Event) -> tuple[Evidence, ...]:
    return tuple(replace(piece, anchor=None) for piece in told.evidence)
