"""Candidates: that they are the text's own words, honestly dated, and the same anywhere."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.build.candidates.harvest import candidates_of
from izium_timeline.corpus.metadata import read_metadata
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Basis, Event
from izium_timeline.model.resource import resource
from tests.benchmarks.candidates import candidates_of_folder, documents_of

PUBLISHED = Publication(
    parse_edtf("2022-09-13"), parse_edtf("2022-09-13").days(), Basis.STATED, "given"
)
PIECES = st.sampled_from(
    (
        "On Monday",
        "in March 2022",
        " the army entered the town",
        " now",
        " said Anna",
        "\u201c",
        "\u201d",
        '"',
        " (",
        ")",
        ", which was burnt",
        " since 2014",
        " every day",
        "three weeks after the liberation",
        ". ",
        ", ",
        "\n",
        "\n\n",
        " and",
        " 46 000 people",
        "; ",
        " \u2013 ",
        "10 September 2022",
        "\U0001f600",
        "\u0301",
        "\r\n",
        " according to the mayor",
        "Advertisement",
        " will reopen soon",
        " is",
        "the last days before 24 February 2022",
    )
)


def document(text: str, published: Publication | None = PUBLISHED) -> Document:
    return Document("a.txt", text=text, publication=published)


def found(text: str, published: Publication | None = PUBLISHED) -> tuple[Event, ...]:
    return candidates_of(document(text, published)).events


def publication(edtf: str) -> Publication:
    date = parse_edtf(edtf)
    return Publication(date, date.bounds(), Basis.STATED, "given")


TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=300))
PUBLICATIONS = st.one_of(
    st.none(),
    st.sampled_from(("2022-09-13", "2022", "2022-04~/2022-09~", "1850", "-0400", "199X")).map(
        publication
    ),
)


@given(TEXTS, PUBLICATIONS)
def test_holds_for_any_text(text: str, published: Publication | None) -> None:
    events = found(text, published)
    places = [event.evidence[0].start for event in events]
    assert places == sorted(places)
    assert len({event.id for event in events}) == len(events)
    for event in events:
        piece = event.evidence[0]
        assert text[piece.start : piece.end] == piece.exact
        assert piece.prefix + piece.exact + piece.suffix in text
        assert piece.timex is not None
        assert text[piece.timex.start : piece.timex.end] == piece.timex.text
        assert piece.start <= piece.timex.start
        assert piece.timex.end <= piece.end
        assert set(_words(event.title)) <= set(_words(text))
        assert len(event.title) <= 120
        assert event.reason


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_a_document_without_text_has_none() -> None:
    assert candidates_of(Document("a.txt")).events == ()


def test_nothing_holds_at_publication_where_that_is_unknown() -> None:
    assert found("Now there is no water in the town.", None) == ()


@pytest.fixture(scope="module")
def shipped() -> tuple[Document, ...]:
    return documents_of(resource("documents"))


def test_a_folder_gives_the_same_under_other_names_and_elsewhere(
    shipped: tuple[Document, ...], tmp_path: Path
) -> None:
    rows = json.loads((resource("documents") / "corpus.json").read_text("utf-8"))
    renamed = {row["path"]: f"sub/{9 - number}.txt" for number, row in enumerate(rows["documents"])}
    (tmp_path / "sub").mkdir()
    for row in rows["documents"]:
        text = next(each.text for each in shipped if each.path == row["path"])
        assert text is not None
        row["path"] = renamed[row["path"]]
        (tmp_path / row["path"]).write_bytes(text.encode())
    (tmp_path / "corpus.json").write_text(json.dumps(rows), encoding="utf-8")
    elsewhere = candidates_of_folder(documents_of(tmp_path))
    before = {_said(event): event.id for event in candidates_of_folder(shipped)}
    assert {_said(event): event.id for event in elsewhere} == before


def test_a_word_changed_elsewhere_leaves_all_other_candidates_as_they_are(
    shipped: tuple[Document, ...],
) -> None:
    changed = tuple(
        replace(each, text=each.text.replace("tiles it was created on", "plates of it", 1))
        if each.text
        else each
        for each in shipped
    )
    before = {_said(event) for event in candidates_of_folder(shipped)}
    after = {_said(event) for event in candidates_of_folder(changed)}
    assert len(before - after) == 1


def _said(event: Event) -> tuple[str, ...]:
    piece = event.evidence[0]
    return (piece.exact, event.title, str(event.edtf), str(event.bounds), event.reason)


def test_the_metadata_dates_the_shipped_documents() -> None:
    assert all(each.publication for each in read_metadata(resource("documents")).values())
