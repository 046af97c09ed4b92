"""The chronology file: versioned JSON that names its documents by relative path and SHA-256.

Its published form is ``resources/chronology.schema.json``; the tests hold both together.
"""

from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import ChronologyFileError
from izium_timeline.model.event import Event
from izium_timeline.model.record import Record, RecordError
from izium_timeline.model.steps import Step, Steps, finished
from izium_timeline.store.atomic import atomic_file, put_by
from izium_timeline.store.from_json import chronology_steps, event_maker
from izium_timeline.store.json_reading import Fields, Make, text_steps, value_steps
from izium_timeline.store.json_text import json_pieces
from izium_timeline.store.to_json import chronology_fields

FORMAT = "izium-timeline chronology"
VERSION = 1
ENDING = ".chronology.json"


def read_chronology_file(path: Path) -> Chronology:
    """The chronology that a file holds, its documents without texts, its quotes not sought.

    Raises ChronologyFileError that names the file, the place in it, and what to do.
    """
    bare, events = finished(read_steps(path))
    return replace(bare, events=events)


def read_steps(path: Path) -> Steps[tuple[Chronology, list[Event]]]:
    """The same in steps: the chronology without its events, and these in the file's order.

    No two of them have the same id. Raises ChronologyFileError.
    """
    try:
        text = yield from text_steps(path)
        record = Record.of((yield from value_steps(text, partial(_maker, path))))
        del text  # it is as large as the file
        _check_version(record, path)
        return (yield from chronology_steps(record))
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
    finished(write_steps(chronology, path))


def write_steps(chronology: Chronology, path: Path) -> Steps[None]:
    """The same in steps; raises ChronologyFileError."""
    fields = {"format": FORMAT, "version": VERSION, **chronology_fields(chronology)}
    pieces = chain(json_pieces(fields), "\n")
    total = len(chronology.events)
    try:
        with atomic_file(path) as file:
            data = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
            for number, _ in enumerate(put_by(file, data)):  # nearly each piece is an event
                yield Step(number, total, "events written")
    except OSError as error:
        raise ChronologyFileError(
            f"can't be written ({error.strerror})", path=path, remedy="save it in another place"
        ) from None


def _maker(path: Path, name: str, fields: Fields) -> Make:
    """Who makes events as they are read, if all is known by then that they need."""
    if name != "events" or not {"format", "version", "documents"} <= fields.keys():
        return lambda _number, item: item
    record = Record(fields)
    _check_version(record, path)
    return event_maker(record)


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
