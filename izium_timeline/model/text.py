"""A text that is held, or one that is read each time it is asked for.

The texts of a folder of ten thousand documents don't fit into memory, and few of them are ever
looked at. A document whose text is a source asks it each time; whoever reads the field gets a
string, and never learns where it came from.
"""

from typing import Any, Protocol, overload

_HELD = "_text"


class TextSource(Protocol):
    """Where a text can be read at any time: frozen, picklable, small.

    ``letters`` is its length in code points.
    """

    @property
    def letters(self) -> int:
        """The length."""

    def read(self) -> str | None:
        """The text, None where it is not there any more; a ReadText where the source keeps it."""


class ReadText(str):
    """A text that came from a source, and goes back to it in the copy of a document."""

    source: TextSource

    @classmethod
    def of(cls, source: TextSource, text: str) -> "ReadText":
        """The text that a source gave."""
        read = cls(text)
        read.source = source
        return read


class TextField:
    """The field ``text`` of a document: set to a string, None or a TextSource, it reads a string.

    ``dataclasses.replace`` reads every field and hands it to the copy; so that a copy holds no
    text that its original does not hold, a text from a source is known for one.
    """

    @overload
    def __get__(self, document: None, owner: type) -> None: ...
    @overload
    def __get__(self, document: object, owner: type) -> str | None: ...
    def __get__(self, document: object | None, owner: type) -> str | None:
        """The text, read where it is not held; asked of the class, the default."""
        held = None if document is None else _held(document)
        if held is None or isinstance(held, str):
            return held
        text = held.read()
        return text if text is None or isinstance(text, ReadText) else ReadText.of(held, text)

    def __set__(self, document: object, text: "str | TextSource | None") -> None:
        """Hold a text or its source."""
        vars(document)[_HELD] = text.source if isinstance(text, ReadText) else text

    @staticmethod
    def present(document: object) -> bool:
        """Whether a document has a text, without reading it."""
        return _held(document) is not None

    @staticmethod
    def letters(document: object) -> int:
        """The length of a document's text, without reading it."""
        held = _held(document)
        letters: int = len(held or "") if held is None or isinstance(held, str) else held.letters
        return letters


def _held(document: object) -> Any:
    return vars(document)[_HELD]
