"""What repeats across a folder: furniture, not reports that several papers print."""

import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from random import Random
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.build.carried import HELD, Passages
from izium_timeline.build.furniture import furniture
from izium_timeline.build.setting import setting_of
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis, Event

PUBLISHED = Publication(
    parse_edtf("2024-03-05"), parse_edtf("2024-03-05").days(), Basis.STATED, "given"
)
STORIES = (
    "A tram left the rails in Lviv on Sunday. The driver was treated on Monday.",
    "The council met on 1 March 2024. It closed two schools on 4 March 2024.",
    "Snow fell in the hills on Saturday. The pass was opened in February 2024.",
    "The theatre burned down in 1931. It was rebuilt in 1936.",
)
NOTICE = "The Courier was founded in 1999 and is printed every day in Lviv."
AGENCY = "The two countries signed a treaty on 14 June 1992. The border was opened in 1993."

Candidate = tuple[int, int, int]
"""A document, the words of a passage, and these framed, as numbers."""


def harvest(texts: Sequence[str]) -> tuple[Event, ...]:
    found: list[Event] = []
    for number, text in enumerate(texts):
        document = Document(f"{number}.txt", text=text, publication=PUBLISHED)
        found += candidates_of(document).events
    return tuple(found)


def titles(events: Sequence[Event]) -> set[str]:
    settings = [setting_of(event) for event in events]
    documents = [int(event.evidence[0].document[0]) for event in events]
    found = found_in(list(zip(documents, *zip(*settings, strict=True), strict=True)))
    return {
        event.title
        for event, setting in zip(events, settings, strict=True)
        if setting.framed in found
    }


def found_in(candidates: Sequence[Candidate], some: int = 5, held: int = HELD) -> set[int]:
    """The furniture among candidates, ``some`` of which come at a time."""

    def passages() -> Iterator[Passages]:
        for start in range(0, len(candidates), some):
            part = candidates[start : start + some]
            document, words, framed = ([each[field] for each in part] for field in range(3))
            yield Passages(
                np.array(document, np.int32),
                np.array(words, np.uint64),
                np.array(framed, np.uint64),
            )

    return set(furniture(passages, held).tolist())


def test_a_notice_in_many_documents_is_furniture() -> None:
    texts = [f"{story}\n\nAbout us\n\n{NOTICE}\n\nTerms of use" for story in STORIES]
    expected = {"The Courier was founded", "The Courier is printed every day in Lviv"}
    assert titles(harvest(texts)) == expected


def test_a_report_that_papers_print_is_none() -> None:
    assert titles(harvest([f"{STORIES[0]}\n\n{AGENCY}" for _ in range(4)])) == set()


def test_a_paragraph_of_an_agency_between_other_words_is_none() -> None:
    halves = [story.split(". ") for story in STORIES]
    assert titles(harvest([f"{one}. {AGENCY} {other}" for one, other in halves])) == set()


def test_two_documents_are_not_enough() -> None:
    texts = [f"{story}\n\nAbout us\n\n{NOTICE}\n\nTerms of use" for story in STORIES[:2]]
    assert titles(harvest(texts)) == set()


@st.composite
def folders(draw: st.DrawFn) -> list[Candidate]:
    """Candidates of a few documents that often say the same, often in the same surroundings."""
    dice = draw(st.randoms(use_true_random=False))
    documents, passages = dice.randint(1, 9), dice.randint(1, 12)
    frames = dice.randint(1, 2)
    return [
        (dice.randrange(documents), spread_out(words), spread_out(1000 + 2 * words + frame))
        for _ in range(dice.randint(0, 60))
        for words, frame in [(dice.randrange(passages), dice.randrange(frames))]
    ]


def spread_out(number: int) -> int:
    return number * 0x9E3779B97F4A7C15 % (1 << 64)


def by_the_rule(candidates: Sequence[Candidate]) -> set[int]:
    """What is furniture, by sets: the rule as it stands where few documents carry a passage."""
    where: defaultdict[int, set[int]] = defaultdict(set)
    for document, _, framed in candidates:
        where[framed].add(document)
    often = {framed for framed, documents in where.items() if len(documents) >= 3}
    told: defaultdict[int, set[int]] = defaultdict(set)
    for document, words, framed in candidates:
        if framed not in often:
            told[document].add(words)

    def differ(documents: set[int]) -> bool:
        counts = Counter(words for document in documents for words in told[document])
        different = [
            document
            for document in documents
            if told[document]
            and sum(counts[words] > 1 for words in told[document]) * 2 <= len(told[document])
        ]
        return len(different) >= 3 and 2 * len(different) > len(documents)

    return {framed for framed in often if differ(where[framed])}


@given(folders(), st.integers(1, 20), st.integers(1, 100))
def test_what_few_documents_carry_is_judged_by_all_of_them(
    candidates: list[Candidate], some: int, held: int
) -> None:
    assert found_in(candidates, some, held) == by_the_rule(candidates)


def many(documents: int, told: int) -> list[Candidate]:
    """A notice in so many documents, each of which tells one of so many things beside it."""
    own = (spread_out(7 + document % told) for document in range(documents))
    return [
        each
        for document, words in enumerate(own)
        for each in ((document, 1, 1), (document, words, spread_out(10_000 + document)))
    ]


def test_a_notice_in_very_many_documents_is_judged_by_some_of_them() -> None:
    assert found_in(many(documents=3000, told=3000), some=1000) == {1}
    assert found_in(many(documents=3000, told=2500), some=1000) == {1}
    assert found_in(many(documents=3000, told=1500), some=1000) == set()


@given(st.integers(0, 10), st.randoms(use_true_random=False))
def test_by_which_documents_it_is_judged_does_not_depend_on_their_order(
    more: int, chance: Random
) -> None:
    """Some of them tell the same, so that other ones might judge otherwise."""
    candidates = many(documents=60, told=55 - more)
    codes = chance.sample(range(60), 60)
    mixed = [(codes[document], words, framed) for document, words, framed in candidates]
    chance.shuffle(mixed)
    with patch.multiple("izium_timeline.build.furniture", _JUDGED=8, _FEW=3):
        assert found_in(mixed, some=97) == found_in(candidates, some=97)


def test_memory_grows_by_some_bytes_a_candidate() -> None:
    few, more = (peak(documents) for documents in (2_000, 8_000))
    assert more - few <= 8 * 6_000 * TOLD


TOLD = 28  # candidates of a document


def peak(documents: int) -> int:
    """The most bytes that are held for so many documents, three notices in each."""
    framed = np.random.default_rng(1).integers(0, 1 << 63, (documents, TOLD), dtype=np.uint64)
    framed[:, :3] = framed[0, :3]
    codes = np.arange(documents, dtype=np.int32)

    def passages() -> Iterator[Passages]:
        for start in range(0, documents, 100):
            some = framed[start : start + 100].ravel()
            yield Passages(np.repeat(codes[start : start + 100], TOLD), some, some)

    tracemalloc.start()
    try:
        assert len(furniture(passages)) == 3
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
