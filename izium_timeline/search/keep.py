"""A search index in a folder: arrays that are mapped, not read, and two full-text files.

A manifest, written last, holds the size and the checksum of every other file, so that a folder
that is damaged, unfinished or of another version of the program is told from a whole one.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from izium_timeline.model.chronology import Chronology
from izium_timeline.search.columns import Days, make_column
from izium_timeline.search.index import (
    EVENTS,
    PARAGRAPHS,
    SearchIndex,
    documents_by_path,
    spellings_in,
)
from izium_timeline.search.paragraphs import WEIGHTS as PARAGRAPH_WEIGHTS
from izium_timeline.search.paragraphs import Paragraphs
from izium_timeline.search.phrases import Phrases
from izium_timeline.search.postings import Postings
from izium_timeline.search.quotes import Quotes
from izium_timeline.search.source import WEIGHTS
from izium_timeline.search.text_index import TextIndex

FORMAT = 1
_MANIFEST, _NAMES = "manifest.json", "names.json"
_BLOCK = 1 << 20

Array = NDArray[Any]
Table = TypeVar("Table", Days, Paragraphs, Quotes)


class DamagedIndexError(Exception):
    """The folder holds no whole index of this version."""


def save_index(index: SearchIndex, folder: Path) -> None:
    """Write all but the full-text files, which lie in the folder since they were made.

    Raises OSError.
    """
    for name, array in _arrays(index):
        np.save(folder / f"{name}.npy", array)
    (folder / _NAMES).write_text(json.dumps(dict(_names(index))), encoding="utf-8")
    files = {path.name: _seal(path) for path in folder.iterdir()}
    manifest = {"format": FORMAT, "files": files}
    (folder / _MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def load_index(chronology: Chronology, folder: Path) -> SearchIndex:
    """The index of a chronology from the folder it was saved in.

    Raises DamagedIndexError where it is not as it was saved.
    """
    try:
        files = _checked(folder)
        names = json.loads((folder / _NAMES).read_text("utf-8"))
        arrays = {path.stem: _mapped(path) for path in map(folder.joinpath, files)
                  if path.suffix == ".npy"}  # fmt: skip
        return SearchIndex(
            chronology=chronology,
            documents=documents_by_path(chronology),
            events=_texts("events", names, arrays, Phrases(folder / EVENTS, WEIGHTS)),
            columns={
                name: make_column(
                    held, arrays[f"columns.{name}.rows"], arrays[f"columns.{name}.codes"]
                )
                for name, held in names["columns"].items()
            },
            days=_table(Days, "days", arrays),
            quotes=_table(Quotes, "quotes", {**arrays, "quotes.paths": tuple(names["paths"])}),
            texts=_texts("texts", names, arrays, Phrases(folder / PARAGRAPHS, PARAGRAPH_WEIGHTS)),
            paragraphs=_table(Paragraphs, "paragraphs", arrays),
            spellings=spellings_in(chronology),
        )
    except (OSError, ValueError, KeyError, TypeError, EOFError, sqlite3.Error) as error:
        raise DamagedIndexError(str(error)) from None


def _arrays(index: SearchIndex) -> Iterator[tuple[str, Array]]:
    for name, texts in (("events", index.events), ("texts", index.texts)):
        yield f"{name}.offsets", texts.postings.offsets
        yield f"{name}.rows", texts.postings.rows
        yield f"{name}.count", np.array([texts.count])
    for name, column in index.columns.items():
        yield f"columns.{name}.rows", column.rows
        yield f"columns.{name}.codes", column.codes
    tables = (("days", index.days), ("quotes", index.quotes), ("paragraphs", index.paragraphs))
    for name, table in tables:
        for field in fields(table):
            if isinstance(value := getattr(table, field.name), np.ndarray):
                yield f"{name}.{field.name}", value


def _names(index: SearchIndex) -> Iterator[tuple[str, object]]:
    yield "events", index.events.postings.words
    yield "texts", index.texts.postings.words
    yield "paths", index.quotes.paths
    yield "columns", {name: column.names for name, column in index.columns.items()}


def _texts(
    name: str, names: Mapping[str, list[str]], arrays: Mapping[str, Array], phrases: Phrases
) -> TextIndex:
    postings = Postings(tuple(names[name]), arrays[f"{name}.offsets"], arrays[f"{name}.rows"])
    return TextIndex(int(arrays[f"{name}.count"][0]), postings, phrases)


def _table(kind: type[Table], name: str, arrays: Mapping[str, Any]) -> Table:
    return kind(**{field.name: arrays[f"{name}.{field.name}"] for field in fields(kind)})


def _mapped(path: Path) -> Array:
    """The array of a file, mapped; what has no length can't be mapped."""
    array: Array = np.load(path, allow_pickle=False)
    return array if not array.size else np.load(path, mmap_mode="r", allow_pickle=False)


def _checked(folder: Path) -> Mapping[str, object]:
    """The files of the manifest, each as it was sealed; raises DamagedIndexError, OSError."""
    manifest = json.loads((folder / _MANIFEST).read_text("utf-8"))
    if manifest["format"] != FORMAT:
        raise DamagedIndexError("another version wrote it")
    files: Mapping[str, object] = manifest["files"]
    if any(_seal(folder / name) != seal for name, seal in files.items()):
        raise DamagedIndexError("a file is not as it was written")
    return files


def _seal(path: Path) -> list[int]:
    """Length and checksum of a file."""
    checksum = length = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            checksum, length = zlib.crc32(block, checksum), length + len(block)
    return [length, checksum]
