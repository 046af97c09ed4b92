"""When a document was published: what counts as saying so, and what does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.publication.dated_name import date_in_name
from izium_timeline.build.publication.dateline import find_dateline
from izium_timeline.build.publication.published import with_publication
from izium_timeline.corpus.metadata import read_metadata
from izium_timeline.corpus.own_date import own_publication
from izium_timeline.corpus.read import read_document
from izium_timeline.model.document import Document
from izium_timeline.model.event import Basis
from izium_timeline.model.resource import resource

CREATED = own_publication("2024-05-01", "made", Basis.INFERRED)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("KYIV, Sept. 12, 2022 (AFP) - Ukraine said on Monday", "2022-09-12"),
        ("Sept 12, 2022 (Reuters) - The city", "2022-09-12"),
        ("IZIUM, Ukraine, Sept 12, 2022 — Soldiers stood", "2022-09-12"),
        ("Kyiv, 12 September 2022 – The government", "2022-09-12"),
        ("GENEVA/KYIV (12 September 2022) – The commission", "2022-09-12"),
        ("Published: 13 September 2022", "2022-09-13"),
        ("PUBLISHED SEPTEMBER 13, 2022", "2022-09-13"),
        ("Posted on September 13, 2022 at 4:00 pm by A. Reporter in News", "2022-09-13"),
        ("Published on 10 September 2022 by admin", "2022-09-10"),
        ("Date: Tue, 13 Sep 2022 10:00:00 +0300", "2022-09-13"),
        ("published: 2022-09-13T10:00:00+03:00", "2022-09-13"),
        ("Last updated: 2022-09-13", "2022-09-13"),
        ("A title\nUpdated 5:32 PM EDT, Tue September 13, 2022", "2022-09-13"),
        ("A title\nUpdated 14 September 2022\nPublished 13 September 2022", "2022-09-13"),
        ("Sept. 12, 2022, 6:00 AM UTC / Updated Sept. 13, 2022, 1:10 PM UTC", "2022-09-12"),
        ("By A. Reporter | September 13, 2022", "2022-09-13"),
        ("May 3rd, 2022 · 5 min read", "2022-05-03"),
        ("Monday, 12 September 2022 at 14:05", "2022-09-12"),
        ("13.09.2022", "2022-09-13"),
        ("September 2022", "2022-09"),
        ("A title\n\nA. Reporter, Some Paper, Kyiv\n14 September 2022", "2022-09-14"),
        ("A title\nA. Reporter, 13 September 2022", "2022-09-13"),
        ("Posted on 10/09/2022", None),
        ("KYIV, Sept. 12 (AFP) - Ukraine said", None),
        ("Published 3 hours ago", None),
        ("1943", None),
        ("24 February 2022 was the day on which the war began.", None),
        ("On 10 September 2022, the army raised the flag.", None),
        ("10 September 2022: the city is retaken", None),
        ("September 2022 saw the liberation of the city", None),
        ("Published in 2022, the report says so.", None),
        ("Updated figures of March 2022 show losses", None),
        ("In March 2022 - the first month - people fled", None),
        ("March 2022 - the siege begins", None),
        ("Battle of Izium, March 2022", None),
        ("Battle of Izium, 10 September 2022 – how it fell", None),
        ("Izium, 10 September 2022 - how it fell", None),
        ("Massacre At Izium, 10 September 2022\nWords.", None),
        ("10 September 2022 Liberation of the City", None),
        ("A title\nPhoto: A. Grapher, Izium, 13 September 2022", None),
        ("24 February 2022\nThe first day.\n\n1 March 2022\nMore.", None),
        ("24 February 2022\n" + "It goes on.\n" * 400 + "1 March 2022\nMore.", None),
        ("Sunday, 22 June 1941\nIt rained.\n\nTuesday. Fog.\n\n28 June. Sun.", None),
        ("Calcutta, 14th June 1857\n\nSir,\n\nI have your letter.", "1857-06-14"),
        ("Calcutta, 14th June 1857\n\nThe city was quiet.", None),
        ("Words.\n" * 20 + "Published: 13 September 2022", None),
    ],
)
def test_a_line_at_the_head_tells_only_in_the_form_of_a_dateline(
    head: str, date: str | None
) -> None:
    found = find_dateline(head + "\n\nThe city was occupied on 1 April 2022.\n")
    assert (None if found is None else str(found.edtf)) == date


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2022-09-13-report.txt", "2022-09-13"),
        ("20220913_report.txt", "2022-09-13"),
        ("2022_09_13.txt", "2022-09-13"),
        ("IMG_20220913T1010.txt", "2022-09-13"),
        ("Report 13 September 2022.pdf", "2022-09-13"),
        ("September_13_2022.html", "2022-09-13"),
        ("13.09.2022.txt", "2022-09-13"),
        ("2022-09_report.md", "2022-09"),
        ("Izium_March_2022.txt", "2022-03"),
        ("03-04-2022.txt", None),
        ("report-2022.txt", None),
        ("000_022c5fb53857ea19.txt", None),
        ("a20220913b.txt", None),
        ("1234567890.txt", None),
        ("202209.txt", None),
        ("2022-02-30.txt", None),
        ("2022-24.txt", None),
        (".txt", None),
    ],
)
def test_a_name_tells_where_it_writes_a_day_or_month_out(name: str, date: str | None) -> None:
    found = date_in_name(name)
    assert (None if found is None else str(found.edtf)) == date
    assert found is None or found.basis is Basis.INFERRED


def test_the_sources_are_asked_in_order() -> None:
    head = "Published: 13 September 2022\n\nWords."
    own = own_publication("2022-09-12", "its own metadata")
    named = Document("2022-09-15.txt", text="Words.")
    dates = [
        with_publication(document).publication
        for document in (
            replace(named, text=head, publication=own, created=CREATED),
            replace(named, text=head, created=CREATED),
            replace(named, created=CREATED),
            named,
            replace(named, path="words.txt"),
            replace(named, text=None),
        )
    ]
    assert [str(date.edtf) if date else None for date in dates] == [
        "2022-09-12",
        "2022-09-13",
        "2024-05-01",
        "2022-09-15",
        None,
        None,
    ]


def test_a_dateline_gets_its_year_from_elsewhere_and_says_so() -> None:
    document = Document("20220914.txt", text="KYIV, Sept. 12 (AFP) - Ukraine said")
    publication = with_publication(document).publication
    assert publication is not None
    assert (str(publication.edtf), publication.basis) == ("2022-09-12", Basis.RESOLVED)
    assert publication.reason == (
        "'Sept. 12': the dateline at its head; year by '20220914' in the file's name"
    )


def test_what_counts_from_the_day_of_reading_is_no_dateline() -> None:
    document = Document("20220914.txt", text="A title\n2 days ago\n\nWords.")
    publication = with_publication(document).publication
    assert publication is not None
    assert str(publication.edtf) == "2022-09-14"


def test_a_head_of_endless_blank_lines_is_soon_read() -> None:
    """A scan of thousands of empty pages; what took the cube of them would never end here."""
    assert with_publication(Document("a.txt", text="Page" + "\n" * 20_000)).publication is None


def test_no_article_of_izium_tells_its_date() -> None:
    """As ``documents/corpus.json`` says of them: each date there is inferred."""
    for path in read_metadata(resource("documents")):
        document = read_document(Document(path), resource("documents"))
        assert with_publication(document) == document


@given(st.text(st.sampled_from("KYIV, Sept12022()-\n:/|By Publishedon."), max_size=200))
def test_the_evidence_stands_in_the_text(text: str) -> None:
    found = find_dateline(text)
    for quote in found.evidence if found else ():
        assert text[quote.start : quote.end] == quote.exact
