"""A chronology rests on documents of every format, and a folder holds them all."""

import json
from pathlib import Path

from izium_timeline.build.anchoring.anchor import anchor_chronology
from izium_timeline.export.citation import cite_event
from izium_timeline.model.days import iso_day
from izium_timeline.store.open import open_chronology
from tests.corpus import made

WORDS = "The city was retaken on 10 September 2022."
FILES = {
    "a.docx": made.docx(made.paragraph(WORDS)),
    "b.eml": f"Subject: News\n\n{WORDS}\n".encode(),
    "c.html": f"<title>News</title><nav>Menu</nav><p>{WORDS}</p>".encode(),
    "d.md": f"**{WORDS[:8]}**{WORDS[8:]}".encode(),
    "e.pdf": made.pdf([[WORDS]]),
    "f.txt": WORDS.encode("utf-16"),
}


def put(folder: Path) -> Path:
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return folder


def test_the_quotes_of_a_chronology_file_are_found_in_every_format(tmp_path: Path) -> None:
    put(tmp_path)
    event = {
        "id": "e1",
        "title": "Retaken",
        "date": "2022-09-10",
        "earliest": "2022-09-10",
        "latest": "2022-09-10",
        "extent": "instant",
        "basis": "stated",
        "reason": "names the day",
        "category": "liberation",
        "kind": "event",
        "voice": "asserted",
        "salience": "core",
        "status": "reviewed",
        "evidence": [
            {
                "source": name,
                "selector": [
                    {"type": "TextQuoteSelector", "exact": WORDS, "prefix": "", "suffix": ""},
                    {"type": "TextPositionSelector", "start": 0, "end": len(WORDS)},
                ],
            }
            for name in FILES
        ],
    }
    path = tmp_path / "all.chronology.json"
    head = {"format": "izium-timeline chronology", "version": 1, "title": "All"}
    documents = [{"path": name} for name in FILES]
    path.write_text(json.dumps({**head, "documents": documents, "events": [event]}))
    (found,) = open_chronology(path).events
    assert [str(piece.verdict) for piece in found.evidence] == ["exact"] * len(FILES)


def test_a_folder_of_every_format_gives_the_same_candidate_from_each(tmp_path: Path) -> None:
    chronology = open_chronology(put(tmp_path))
    assert [document.path for document in chronology.documents] == sorted(FILES)
    assert {
        piece.document
        for event in chronology.events
        for piece in event.evidence
        if event.bounds.earliest is not None and iso_day(event.bounds.earliest) == "2022-09-10"
    } == set(FILES)


def test_a_quote_from_a_pdf_is_cited_with_its_page(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made.pdf([["The first page."], [WORDS]]))
    chronology = anchor_chronology(open_chronology(tmp_path))
    (event,) = chronology.events
    assert "Page 2, characters 17 to " in cite_event(chronology, event)
