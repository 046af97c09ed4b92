"""The chronology file: versioned JSON that names its documents by relative path and SHA-256.

Its published form is ``resources/chronology.schema.json``; the tests hold both together.
"""

import json
from itertools import chain
from pathlib import Path

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import ChronologyFileError
from izium_timeline.model.record import Record, RecordError
from izium_timeline.store.atomic import atomic_file
from izium_timeline.store.from_json import chronology_from
from izium_timeline.store.json_text import json_pieces
from izium_timeline.store.to_json import chronology_fields

FORMAT = "izium-timeline chronology"
VERSION = 1
ENDING = ".chronology.json"


def read_chronology_file(path: Path) -> Chronology:
    """The chronology that a file holds, its documents without texts, its quotes not sought.

    Raises ChronologyFileError that names the file, the place in it, and what to do.
    """
    try:
        record = Record.of(json.loads(path.read_bytes().decode("utf-8-sig")))
        _check_version(record, path)
        return chronology_from(record)
    except OSError as error:
        raise ChronologyFileError(
            f"can't be read ({error.strerror})", path=path, remedy="check its name and its rights"
        ) from None
    except (ValueError, RecursionError) as error:
        raise ChronologyFileError(
            f"is no usable chronology file: {error}",
            path=path,
            remedy="correct it there, or open an earlier copy",
        ) from None


def write_chronology_file(chronology: Chronology, path: Path) -> None:
    """Write the chronology, whole or not at all; raises ChronologyFileError."""
    fields = {"format": FORMAT, "version": VERSION, **chronology_fields(chronology)}
    try:
        with atomic_file(path) as file:
            for piece in chain(json_pieces(fields), "\n"):
                file.write(piece.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise ChronologyFileError(
            f"can't be written ({error.strerror})", path=path, remedy="save it in another place"
        ) from None


def _check_version(record: Record, path: Path) -> None:
    if record.text("format", "") != FORMAT:
        raise RecordError(f"its field 'format' is not {FORMAT!r}")
    version = record.whole("version")
    if version > VERSION:
        raise ChronologyFileError(
            f"was written by a newer program (version {version} of the format; "
            f"this one reads up to {VERSION})",
            path=path,
            remedy="update Izium Timeline to open it",
        )
    if version < 1:
        raise RecordError(f"there is no version {version} of the format")
