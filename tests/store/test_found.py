"""What is known of a folder's files while it is read is put aside, and little of it is held."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

from izium_timeline.build.job import Job, run
from izium_timeline.model.document import Document
from izium_timeline.store.results.found import Found
from izium_timeline.store.results.kept_results import NOT_KEPT, Kept
from izium_timeline.store.results.read_file import packed
from izium_timeline.store.results.result_cache import FIRST, ResultCache

_TEXT = "Published: 1 June 2022\n\nThe bridge was hit on 4 March 2022. It was repaired in May.\n"
_HELD = 250  # bytes a document: some numbers, and its path as the key of a dictionary


def _found(folder: Path, documents: int) -> tuple[Found, int]:
    """What was found in so many documents, all in the table, and the bytes that it holds."""
    result = run(Job(Document("a.txt"), folder))
    paths = tuple(f"{number:06}.txt" for number in range(documents))
    cache = ResultCache(folder)
    tracemalloc.start()
    try:
        found = Found(paths, cache)
        for path in paths:
            one = replace(result, document=replace(result.document, path=path))
            put = packed(one)
            found.take(Kept(one, put.result, NOT_KEPT, put.events), FIRST)
            found.load()
        return found, tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
        cache.close()


def test_what_is_held_of_a_document_is_little_and_all_of_it_comes_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_TEXT, "utf-8")
    few, many = 100, 600
    _found(tmp_path, 3)  # what is loaded once
    (_, before), (found, after) = (_found(tmp_path, documents) for documents in (few, many))
    assert after - before < _HELD * (many - few)
    last = found.result("000599.txt")
    assert last is not None
    assert last.document.path == "000599.txt"
    assert last.document.publication is not None
    assert len(found.candidates()) == found.count == many * last.count
