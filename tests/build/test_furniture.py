"""What repeats across a folder: furniture, not reports that several papers print."""

from collections.abc import Sequence

import numpy as np

from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.build.furniture import repeated
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


def harvest(texts: Sequence[str]) -> tuple[Event, ...]:
    found: list[Event] = []
    for number, text in enumerate(texts):
        document = Document(f"{number}.txt", text=text, publication=PUBLISHED)
        found += candidates_of(document).events
    return tuple(found)


def titles(events: Sequence[Event]) -> set[str]:
    settings = [setting_of(event) for event in events]
    furniture = repeated(
        np.array([int(event.evidence[0].document[0]) for event in events], np.int32),
        np.array([setting.words for setting in settings], np.uint64),
        np.array([setting.framed for setting in settings], np.uint64),
    )
    return {event.title for event, found in zip(events, furniture, strict=True) if found}


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
