"""Quotes are found where their words are, and nowhere else."""

import hashlib
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.anchoring.anchor import anchor, anchor_chronology
from izium_timeline.build.anchoring.folding import fold
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Evidence, Verdict
from tests.views.chronologies import event

TEXT = (
    "The town hall stood open. Valery said the fighting began on March 4, when eight rockets "
    "landed near their house. One of them destroyed the neighbour's “old” barn.\n\n"
    "Photo: S. Prokopenko\nPhoto: S. Prokopenko\n\nPeople came back in April."
)
QUOTE = "Valery said the fighting began on March 4, when eight rockets landed near their house"


def sha(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


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


def found_in(now: str, recorded: str, words: str) -> tuple[Verdict, str | None]:
    start = recorded.index(words)
    end = start + len(words)
    piece = Evidence("a.txt", words, start, end, recorded[:start][-32:], recorded[end:][:32])
    (found,) = anchor(document(now, recorded), [piece])
    return found.verdict, None if found.start is None else now[found.start : found.end]


@pytest.mark.parametrize(
    ("recorded", "words", "now"),
    [
        ("They saw a cafe there.", "a cafe", "They saw a cafe\u0301 there."),
        ("A town of 7 people.", "A town of 7", "A town of 7,000 people."),
        ("Only 000 was left.", "000", "Only 7,000 was left."),
        ("She, 👩, came.", "👩", "She, 👩\u200d👧, came."),
    ],
)
def test_a_part_of_a_letter_a_number_or_a_sign_is_not_the_quote(
    recorded: str, words: str, now: str
) -> None:
    assert not found_in(now, recorded, words)[0].verified


@pytest.mark.parametrize("words", ["5", "“", "😀", "й", "\ud800", "ש"])
def test_a_quote_of_one_character_is_found(words: str) -> None:
    recorded = f"It was {words} then."
    assert found_in(f"Now. {recorded}", recorded, words) == (Verdict.MOVED, words)


@pytest.mark.parametrize("words", ["It was", "was then.", "It was then."])
def test_quotes_at_the_ends_of_a_text(words: str) -> None:
    recorded = "It was then."
    assert found_in(f"\n\n {recorded} \n", recorded, words) == (Verdict.MOVED, words)
    assert found_in(recorded, recorded, words) == (Verdict.EXACT, words)


def test_a_text_saved_with_decomposed_letters_holds_the_same_words() -> None:
    recorded = "Жителі повернулися до міста, її вулиці йшли вниз."
    now = unicodedata.normalize("NFD", recorded)
    verdict, words = found_in(now, recorded, "її вулиці йшли")
    assert verdict is Verdict.MOVED
    assert words == unicodedata.normalize("NFD", "її вулиці йшли")


def test_a_quote_of_blanks_alone_is_lost_once_the_document_changed() -> None:
    assert found_in("a  b", "a b", " ")[0] is Verdict.LOST
    assert found_in("a b", "a b", " ") == (Verdict.EXACT, " ")


def test_blanks_at_the_ends_of_a_quote_do_not_make_it_move() -> None:
    assert found_in("It was so. More.", "It was so.", "was ") == (Verdict.EXACT, "was ")


@pytest.mark.parametrize("last", ["Nobody slept any more.", "In Izium few could sleep."])
def test_the_neighbour_of_a_deleted_sentence_is_not_the_quote(last: str) -> None:
    words = "On 4 May two shells hit the school."
    recorded = f"It began at night. {words} On 6 May two shells hit the school. Nobody slept."
    now = f"It began at night. On 6 May two shells hit the school. {last}"
    assert found_in(now, recorded, words)[0] is Verdict.LOST


def test_the_copy_that_keeps_its_surroundings_to_the_letter_is_the_quote() -> None:
    lines = [f"Block {number}: residents came back, it says." for number in (21, 22, 23)]
    recorded = "\n".join(lines)
    second = recorded.index("residents", recorded.index("22"))
    piece = evidence("residents came back", recorded, nth=1)
    (found,) = anchor(document("Lead.\n" + recorded, recorded), [piece])
    assert (found.verdict, found.start) == (Verdict.MOVED, second + len("Lead.\n"))


def test_a_copy_elsewhere_of_words_that_were_edited_is_not_taken_for_the_quote() -> None:
    """Between the recorded surroundings stands what the quote became; both are offered."""
    now = TEXT.replace("eight rockets", "nine rockets") + f"\n\nAnna, 61: {QUOTE}, she was told."
    (found,) = anchor(document(now), [evidence(QUOTE)])
    assert found.verdict is Verdict.AMBIGUOUS
    edited = QUOTE.replace("eight", "nine")
    assert [now[slice(*span)] for span in found.choices] == [edited, QUOTE]


def test_words_that_went_into_other_surroundings_have_moved() -> None:
    now = TEXT.replace(QUOTE + ". ", "") + f"\n\nAnna, 61: {QUOTE}, she was told."
    assert verdict(QUOTE, now) == (Verdict.MOVED, QUOTE)


def test_a_passage_beyond_the_quotes_around_it_is_not_the_quote() -> None:
    """Two reports in one form: the first is gone, and what is like it follows another quote."""
    form = "The council spoke again. On {} May shells hit a {}. Nobody there could leave the town."
    report, comment, other = (
        form.format(4, "school"),
        "The ministry was silent.",
        form.format(6, "bridge"),
    )
    recorded = "\n".join((report, comment, other))
    quotes = [evidence("On 4 May shells hit a school", recorded), evidence(comment, recorded)]
    now = "\n".join((comment, other))
    gone, kept = anchor(document(now, recorded), quotes)
    assert (gone.verdict, kept.verdict) == (Verdict.LOST, Verdict.MOVED)
    (alone,) = anchor(document(now, recorded), quotes[:1])
    assert alone.verdict is Verdict.ALTERED, "nothing but its place tells it from an edit"


def test_every_quote_keeps_its_own_anchor_in_a_chronology() -> None:
    texts = {"a.txt": "First of all. Second of all.", "b.txt": "Second of all. Third of all."}
    quotes = [("b.txt", "Third"), ("a.txt", "Second"), ("c.txt", "Fourth"), ("a.txt", "First")]
    pieces = [
        replace(evidence(words, texts.get(path, "Fourth")), document=path) for path, words in quotes
    ]
    chronology = Chronology(
        "Test",
        (event("e1", "2022", pieces[:3]), event("e2", "2022", pieces[3:])),
        documents=tuple(Document(path, text=text) for path, text in texts.items()),
    )
    anchored = anchor_chronology(chronology)
    found = [piece for each in anchored.events for piece in each.evidence]
    assert [
        (piece.document, piece.verdict, piece.anchor and piece.anchor.start) for piece in found
    ] == [
        ("b.txt", Verdict.EXACT, 15),
        ("a.txt", Verdict.EXACT, 14),
        ("c.txt", Verdict.MISSING, None),
        ("a.txt", Verdict.EXACT, 0),
    ]


def test_unchanged_documents_are_anchored_without_the_matching_of_altered_ones() -> None:
    program = (
        "import sys; from izium_timeline.store.open import open_chronology; "
        "chronology = open_chronology(); print('rapidfuzz' in sys.modules, "
        "{piece.verdict.value for each in chronology.events for piece in each.evidence})"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.strip() == "False {'exact'}", run.stderr
