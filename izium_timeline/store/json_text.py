"""JSON as a person can read and compare it: an indented line for each value.

It is the text of ``json.dumps(..., ensure_ascii=False, indent=1)``, which makes it in Python as
well but slower by half, and whole: here the items of a long list are taken one at a time.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

_STEP: Final = " "
_encoded: Final = json.JSONEncoder(ensure_ascii=False).encode


def json_pieces(fields: Mapping[str, Any]) -> Iterator[str]:
    """The text of an object, piece by piece.

    A field that is an iterator is written as the list of what it gives.
    """
    between = "{\n"
    for name, value in fields.items():
        yield f"{between}{_STEP}{_encoded(name)}: "
        yield from _items(value) if isinstance(value, Iterator) else (_text(value, _STEP),)
        between = ",\n"
    yield "\n}" if fields else "{}"


def _items(values: Iterator[Any]) -> Iterator[str]:
    between = f"[\n{_STEP * 2}"
    for value in values:
        yield between + _text(value, _STEP * 2)
        between = f",\n{_STEP * 2}"
    yield "[]" if between.startswith("[") else f"\n{_STEP}]"


def _text(value: Any, indent: str) -> str:
    """The text of a value whose line begins with an indent."""
    inner = indent + _STEP
    if isinstance(value, dict):
        rows = (f"{_encoded(name)}: {_text(each, inner)}" for name, each in value.items())
        return _enclosed("{}", rows, indent)
    if isinstance(value, list):
        return _enclosed("[]", (_text(each, inner) for each in value), indent)
    return str(value) if type(value) is int else _encoded(value)


def _enclosed(brackets: str, rows: Iterable[str], indent: str) -> str:
    line = f"\n{indent}{_STEP}"
    text = f",{line}".join(rows)
    return f"{brackets[0]}{line}{text}\n{indent}{brackets[1]}" if text else brackets
