"""Reading a large JSON file a bit at a time, with the values and the errors of ``json.loads``."""

import codecs
import json
import re
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, Final, TypeVar

from izium_timeline.model.steps import Step, Steps

T = TypeVar("T")

_CHUNK: Final = 1 << 20  # bytes that are read at one go
_BLANK: Final = re.compile(r"[ \t\n\r]*")
_value: Final = json.JSONDecoder().raw_decode
_FIRST, _SECOND = 0.02, 0.6  # shares of opening a chronology

Fields = dict[str, Any]
Make = Callable[[int, Any], Any]
"""Makes something of an item of a list, by its number."""


class _UnlikeError(Exception):
    """The outermost value is no object, or a sign is not where it should be."""


def text_steps(path: Path) -> Steps[str]:
    """The text of a file in UTF-8, without a byte order mark; raises OSError, ValueError."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    pieces = []
    with path.open("rb") as file:
        total = path.stat().st_size
        while data := file.read(_CHUNK):
            pieces.append(_decoded(decoder, data, path))
            yield _megabytes(file.tell(), total, 0.0, _FIRST)
    pieces.append(_decoded(decoder, b"", path))
    return "".join(pieces)


def value_steps(text: str, maker: Callable[[str, Fields], Make]) -> Steps[Any]:
    """What ``json.loads`` gives of a text: the items of the lists in its outermost object one
    after another. Raises ValueError and RecursionError as that does.

    ``maker`` is asked, by the name of such a list and the fields before it, for what is to be made
    of its items: the objects themselves may take too much room.
    """
    reader = _Reader(text)
    try:
        return (yield from _object(reader, maker))
    except (json.JSONDecodeError, _UnlikeError):
        return json.loads(text)  # it knows what there is to say


class _Reader:
    """A text, and a place in it."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def peek(self) -> str:
        """The next sign that is no blank, empty at the end."""
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._text[self._at : self._at + 1]

    def takes(self, sign: str) -> bool:
        """Whether that sign came next."""
        came = self.peek() == sign
        self._at += came
        return came

    def need(self, sign: str) -> None:
        """Pass a sign that has to come next."""
        if not self.takes(sign):
            raise _UnlikeError

    def value(self) -> Any:
        """The next value."""
        self.peek()
        value, self._at = _value(self._text, self._at)
        return value

    @property
    def step(self) -> Step:
        """How far it is."""
        return _megabytes(self._at, len(self._text), _FIRST, _SECOND)


Parts = Generator[Step, None, None]


def _object(reader: _Reader, maker: Callable[[str, Fields], Make]) -> Steps[Fields]:
    fields: Fields = {}

    def field() -> Parts:
        name = reader.value()
        reader.need(":")
        if not isinstance(name, str):
            raise _UnlikeError
        if reader.peek() == "[":
            fields[name] = yield from _list(reader, maker(name, fields))
        else:
            fields[name] = reader.value()

    yield from _enclosed(reader, "{}", field)
    if reader.peek():
        raise _UnlikeError
    return fields


def _list(reader: _Reader, make: Make) -> Steps[list[Any]]:
    items: list[Any] = []

    def item() -> Parts:
        items.append(make(len(items), reader.value()))
        yield reader.step

    yield from _enclosed(reader, "[]", item)
    return items


def _enclosed(reader: _Reader, brackets: str, part: Callable[[], Parts]) -> Parts:
    """Parts between brackets, with commas between them."""
    reader.need(brackets[0])
    if reader.takes(brackets[1]):
        return
    yield from part()
    while reader.takes(","):
        yield from part()
    reader.need(brackets[1])


def _decoded(decoder: codecs.IncrementalDecoder, data: bytes, path: Path) -> str:
    try:
        return decoder.decode(data, final=not data)
    except UnicodeDecodeError:
        path.read_bytes().decode("utf-8-sig")  # tells the place in the file
        raise


def _megabytes(done: int, total: int, first: float, last: float) -> Step:
    return Step(-(-done // 1_000_000), -(-total // 1_000_000), "MB read", first, last)
