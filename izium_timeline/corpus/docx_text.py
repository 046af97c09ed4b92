"""The text in a part of an Office document, read by events: no tree, no depth that it could
exhaust, and no entity but the five of XML.
"""

import re
from collections.abc import Sequence
from xml.parsers import expat

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What stands in the file and not on the page: what was moved away, a twin for older programs,
# properties, among them tab stops, how a word is spoken.
_UNSEEN = ("moveFrom", "Fallback", "pPr", "rPr", "rt")
_VALUE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main val"
_OFF = ("0", "false", "off")
_BLANK_LINES = re.compile(r"\n{3,}")
_CELL_END = re.compile(r" *\t(\n?)")


def body_of(part: bytes) -> str:
    """The text of a part: paragraphs apart by a blank line, the cells of a row by a tab.

    Raises ValueError for what is no XML or declares a document type.
    """
    reader = _Body()
    _parse(part, reader)
    text = _CELL_END.sub(lambda end: end[1] or "\t", "".join(reader.pieces))
    return _BLANK_LINES.sub("\n\n", text).strip()


def fields_of(part: bytes, names: Sequence[str]) -> dict[str, str]:
    """The texts of the elements of these names, namespaces aside, empty where absent.

    Raises ValueError for what is no XML or declares a document type.
    """
    reader = _Fields(names)
    _parse(part, reader)
    return {name: " ".join("".join(pieces).split()) for name, pieces in reader.found.items()}


class _Events:
    """What expat tells a reader: names without their namespaces."""

    def start(self, name: str, value: str) -> None:
        """An element begins; ``value`` is its attribute of that name."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Text stands here."""


class _Body(_Events):
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._outer: list[list[str]] = []  # what the text goes on with behind a text box
        self._boxes: list[str] = []
        self._unseen = 0
        self._cells = 0
        self._in_text = False
        self._hidden = False

    def start(self, name: str, value: str) -> None:
        if name in _UNSEEN:
            self._unseen += 1
        elif self._unseen:
            # In the properties of a run; in those of a paragraph it is said of its end.
            self._hidden |= name == "vanish" and self._unseen == 1 and value not in _OFF
        elif name == "tc":
            self._cells += 1
        elif name == "t":
            self._in_text = True
        elif name == "txbxContent":
            self._outer.append(self.pieces)
            self.pieces = []
        elif name in _SIGNS:
            self.pieces.append(_SIGNS[name])

    def end(self, name: str) -> None:
        if name in _UNSEEN:
            self._unseen -= 1
        elif not self._unseen and name in _ENDS:
            _ENDS[name](self)

    def text(self, data: str) -> None:
        if self._in_text and not self._unseen and not self._hidden:
            self.pieces.append(data)

    def end_text(self) -> None:
        """A piece of text ends."""
        self._in_text = False

    def end_run(self) -> None:
        """What was written in one way ends."""
        self._hidden = False

    def end_cell(self) -> None:
        """A cell of a table ends."""
        self._cells -= 1
        self.pieces.append("\t")

    def end_row(self) -> None:
        """A row of a table ends, or a table."""
        self.pieces.append("\n")

    def end_box(self) -> None:
        """A text box ends."""
        self._boxes.extend(self.pieces)
        self.pieces = self._outer.pop()

    def end_paragraph(self) -> None:
        """A paragraph ends; a text box stands behind the one in which it is anchored."""
        self.pieces.append(" " if self._cells else "\n\n")
        if not self._outer:
            self.pieces += self._boxes
            self._boxes.clear()


_ENDS = {
    "t": _Body.end_text,
    "r": _Body.end_run,
    "p": _Body.end_paragraph,
    "tc": _Body.end_cell,
    "tr": _Body.end_row,
    "tbl": _Body.end_row,
    "txbxContent": _Body.end_box,
}


class _Fields(_Events):
    def __init__(self, names: Sequence[str]) -> None:
        self.found: dict[str, list[str]] = {name: [] for name in names}
        self._current = ""

    def start(self, name: str, value: str) -> None:
        self._current = name

    def end(self, name: str) -> None:
        self._current = ""

    def text(self, data: str) -> None:
        if self._current in self.found:
            self.found[self._current].append(data)


def _parse(part: bytes, reader: _Events) -> None:
    if not part:
        return
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, fields: reader.start(
        name.rpartition(" ")[2], fields.get(_VALUE, "")
    )
    parser.EndElementHandler = lambda name: reader.end(name.rpartition(" ")[2])
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None


def _refuse(*_: object) -> None:
    raise ValueError("a document type, which may hold entities that grow without end")
