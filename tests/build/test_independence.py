"""Which documents speak with one voice."""

import pytest

from izium_timeline.build.independence import RUN, agencies, ties, voices
from izium_timeline.model.document import Document
from izium_timeline.store.open import open_chronology

LONG = " ".join(f"word{number}" for number in range(RUN))


def document(path: str, text: str, publisher: str = "", author: str = "") -> Document:
    return Document(path, text=text, publisher=publisher, author=author)


def test_a_long_run_of_the_same_words_ties_two_documents() -> None:
    one = document("a.txt", f"Before. {LONG}. After.")
    loud = LONG.upper().replace(" ", ",\n")
    other = document("b.txt", f"Else, {loud} at the end")
    third = document("c.txt", LONG.rpartition(" ")[0])
    found = ties([one, other, third])
    assert [(tie.first, tie.second) for tie in found] == [("a.txt", "b.txt")]
    assert voices([one, other, third], found) == 2


def test_ties_join_whole_groups() -> None:
    tail = " ".join(f"tail{number}" for number in range(RUN))
    chain = [document("a", LONG), document("b", f"{LONG} x {tail}"), document("c", tail)]
    assert voices(chain, ties(chain)) == 1
    assert voices(chain, ()) == 3


@pytest.mark.parametrize(
    ("text", "publisher", "named"),
    [
        ("He said so.", "AFP, in Kyiv Post", {"AFP"}),
        ('"Yes," the 41-year-old told AFP.', "", {"AFP"}),
        ("KYIV (Reuters) - Troops left.", "", {"Reuters"}),
        ("They spoke to Agence France-Presse.", "", {"AFP"}),
        ("The dpai of Interfaxen told me.", "", set()),
        ("AFP is an agency.", "", set()),
    ],
)
def test_an_agency_is_named_where_it_speaks(text: str, publisher: str, named: set[str]) -> None:
    assert agencies(document("a.txt", text, publisher)) == named


def test_two_reports_of_one_agency_are_one_voice() -> None:
    both = [document("a.txt", "He told AFP."), document("b.txt", "Otherwise.", author="AFP")]
    (tie,) = ties(both)
    assert tie.reason == "both name AFP"


def test_the_articles_of_izium_are_independent() -> None:
    documents = open_chronology().documents
    assert ties(documents) == ()
    assert voices(documents, ()) == 5
