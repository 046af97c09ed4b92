"""Quotes are found where their words are, and nowhere else."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.anchor import anchor
from izium_timeline.build.folding import fold
from izium_timeline.model.document import Document
from izium_timeline.model.event import Evidence, Verdict

TEXT = (
    "The town hall stood open. Valery said the fighting began on March 4, when eight rockets "
    "landed near their house. One of them destroyed the neighbour's “old” barn.\n\n"
    "Photo: S. Prokopenko\nPhoto: S. Prokopenko\n\nPeople came back in April."
)
QUOTE = "Valery said the fighting began on March 4, when eight rockets landed near their house"


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def document(text: str | None, recorded: str = TEXT) -> Document:
    return Document(
        "a.txt", text=text, sha256=sha(text) if text else "", recorded_sha256=sha(recorded)
    )


def evidence(quote: str, text: str = TEXT, nth: int = 0) -> Evidence:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    end = start + len(quote)
    return Evidence(
        "a.txt", quote, start, end, text[max(0, start - 32) : start], text[end : end + 32]
    )


def verdict(quote: str, now: str | None, nth: int = 0) -> tuple[Verdict, str | None]:
    (found,) = anchor(document(now), [evidence(quote, nth=nth)])
    return found.verdict, None if found.start is None else (now or "")[found.start : found.end]


def test_unchanged_words_are_exact() -> None:
    assert verdict(QUOTE, TEXT) == (Verdict.EXACT, QUOTE)
    assert verdict("Photo: S. Prokopenko", TEXT, nth=1) == (Verdict.EXACT, "Photo: S. Prokopenko")


def test_a_change_elsewhere_leaves_unique_words_exact() -> None:
    assert verdict(QUOTE, TEXT + "\nMore.") == (Verdict.EXACT, QUOTE)


def test_words_that_went_elsewhere_have_moved() -> None:
    assert verdict(QUOTE, "New first line. " + TEXT) == (Verdict.MOVED, QUOTE)


def test_blanks_and_typographic_quotes_do_not_count() -> None:
    now = TEXT.replace("“old”", '"old"').replace("One of", "One\n  of")
    words = "One of them destroyed the neighbour's “old” barn"
    assert verdict(words, now) == (
        Verdict.MOVED, 'One\n  of them destroyed the neighbour\'s "old" barn',
    )  # fmt: skip


def test_equal_passages_that_the_context_can_not_tell_apart_are_ambiguous() -> None:
    text = "A line between.\nPhoto: S. Prokopenko\n" * 6
    piece = evidence("Photo: S. Prokopenko", text, nth=2)
    now = "New. " + text
    (found,) = anchor(document(now, text), [piece])
    assert found.verdict is Verdict.AMBIGUOUS
    assert [now[slice(*span)] for span in found.choices] == ["Photo: S. Prokopenko"] * 6


def test_the_context_tells_equal_passages_apart() -> None:
    recorded = (
        "In March the bridge was hit. Then silence. In April the bridge was hit. Then repairs."
    )
    piece = evidence("the bridge was hit", recorded, nth=1)
    now = "Lead. " + recorded
    (found,) = anchor(document(now, recorded), [piece])
    assert (found.verdict, found.start) == (Verdict.MOVED, piece.start + 6)


def test_an_edit_within_the_quote_is_altered_and_not_verified() -> None:
    now = TEXT.replace("eight rockets", "nine rockets")
    found, words = verdict(QUOTE, now)
    assert found is Verdict.ALTERED
    assert words == QUOTE.replace("eight", "nine")
    assert not found.verified


def test_a_look_alike_elsewhere_is_not_the_quote() -> None:
    now = TEXT.replace(QUOTE, "Nothing is known of that spring") + (
        " Anna said the fighting began on March 6, when eight rockets landed near the school."
    )
    assert verdict(QUOTE, now)[0] is Verdict.LOST


def test_words_inside_other_words_are_not_the_quote() -> None:
    recorded, now = "He saw a cat there.", "He saw a concatenation there."
    (found,) = anchor(document(now, recorded), [evidence("cat", recorded)])
    assert found.verdict is Verdict.LOST


@pytest.mark.parametrize(
    ("now", "expected"), [(None, Verdict.MISSING), ("", Verdict.LOST), ("   ", Verdict.LOST)]
)
def test_a_document_that_is_gone_or_empty(now: str | None, expected: Verdict) -> None:
    assert verdict(QUOTE, now)[0] is expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_verified_words_are_the_recorded_words(before: str, after: str) -> None:
    now = before + QUOTE + after
    (found,) = anchor(document(now), [evidence(QUOTE)])
    if found.verdict.verified:
        assert fold(now[found.start : found.end]).folded == fold(QUOTE).folded
