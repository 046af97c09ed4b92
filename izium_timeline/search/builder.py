"""The process that builds an index: ``python -m izium_timeline.search.builder PLACE``.

It reads the pickled parts of a chronology from its standard input, from no one but the program
that started it, and ends with status 1 where the index can't be written.
"""

import os
import pickle
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from izium_timeline.search.index import build_index
from izium_timeline.search.keep import save_index
from izium_timeline.search.prepare import received
from izium_timeline.store.search_cache import new_index

_LATER = 10  # what a person does meanwhile comes first


def run(place: Path) -> int:
    """Build the index of the chronology that is sent; return the exit status."""
    with suppress(OSError, AttributeError):
        os.nice(_LATER)
    chronology = received(_sent())
    try:
        with new_index(place) as folder:
            index = build_index(chronology, folder=folder)
            index.close()
            save_index(index, folder)
    except (OSError, sqlite3.Error):
        return 1
    return 0


def _sent() -> Iterator[object]:
    with suppress(EOFError):
        while True:
            yield pickle.load(sys.stdin.buffer)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1])))
