"""A JSON object read field by field, with errors that name the place in the file."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from izium_timeline.model.days import parse_iso_day
from izium_timeline.model.edtf import Edtf, parse_edtf
from izium_timeline.model.interval import Interval

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)


class RecordError(ValueError):
    """A field that is missing or has no sense; its text begins with the place."""


class Record(NamedTuple):
    """One JSON object, and where in the file it stands. Every method raises RecordError."""

    fields: dict[str, Any]
    place: str = ""

    @classmethod
    def of(cls, value: object, place: str = "") -> "Record":
        """The record of a JSON value that must be an object."""
        if not isinstance(value, dict):
            raise RecordError(f"{place or 'the file'} is no object")
        return cls(value, place)

    def at(self, name: str) -> str:
        """The place of a field."""
        return f"{self.place}.{name}" if self.place else name

    def text(self, name: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not empty."""
        value = self.fields.get(name, default)
        if not isinstance(value, str) or (default is None and not value):
            raise RecordError(f"{self.at(name)} should be a text")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty where the field is absent."""
        items = self._list(name)
        if not all(isinstance(item, str) and item for item in items):
            raise RecordError(f"{self.at(name)} should hold texts")
        return tuple(items)

    def whole(self, name: str) -> int:
        """A whole number."""
        value = self.fields.get(name)
        if type(value) is not int:
            raise RecordError(f"{self.at(name)} should be a whole number")
        return value

    def number(self, name: str) -> float:
        """A number, whole or not, but none that is infinite or no number at all."""
        value = self.fields.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or value - value != 0:
            raise RecordError(f"{self.at(name)} should be a number")
        return value

    def word(self, name: str, words: type[Word], default: Word | None = None) -> Word:
        """One of a closed set of machine words."""
        value = self.fields.get(name, default)
        try:
            return words(str(value))
        except ValueError:
            raise RecordError(f"{self.at(name)} should be one of {', '.join(words)}") from None

    def edtf(self, name: str) -> Edtf:
        """An EDTF date."""
        text = self.text(name)
        return self.convert(name, lambda: parse_edtf(text))

    def bounds(self) -> Interval:
        """The interval of the fields ``earliest`` and ``latest``, null at an open end."""
        earliest, latest = self._day("earliest"), self._day("latest")
        return self.convert("earliest", lambda: Interval(earliest, latest))

    def child(self, name: str) -> "Record":
        """The object in a field."""
        return Record.of(self.fields.get(name), self.at(name))

    def children(self, name: str, *, needed: bool = False) -> Iterator["Record"]:
        """The objects of a list, none where the field is absent and not needed."""
        for number, item in enumerate(self.items(name, needed=needed)):
            yield Record.of(item, f"{self.at(name)}[{number}]")

    def items(self, name: str, *, needed: bool = False) -> list[Any]:
        """The items of a list, none where the field is absent and not needed."""
        if needed and name not in self.fields:
            raise RecordError(f"{self.at(name)} is missing")
        return self._list(name)

    def convert(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gives; its ValueError is told with the field's place."""
        try:
            return make()
        except RecordError:
            raise
        except ValueError as error:
            raise RecordError(f"{self.at(name)}: {error}") from None

    def _day(self, name: str) -> int | None:
        if self.fields.get(name) is None:
            return None
        text = self.text(name)
        return self.convert(name, lambda: parse_iso_day(text))

    def _list(self, name: str) -> list[Any]:
        value = self.fields.get(name, [])
        if not isinstance(value, list):
            raise RecordError(f"{self.at(name)} should be a list")
        return value
