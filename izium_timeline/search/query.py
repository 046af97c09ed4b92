"""A query as a value. ``str`` gives one line that reads back as the same query.

Every clause of a query must hold. The last word counts as unfinished, so that it finds words
that begin with it; a blank after it ends it.
"""

from dataclasses import dataclass

from izium_timeline.model.edtf import Edtf


@dataclass(frozen=True, slots=True)
class Words:
    """Bare words that stand next to each other, mostly one ("de-occupation" is two).

    ``prefix`` means that the last of them is the beginning of a word.
    """

    words: tuple[str, ...]
    prefix: bool = False

    def __str__(self) -> str:
        return "-".join(self.words) + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotation marks: these very words in this order."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return f'"{" ".join(self.words)}"'


@dataclass(frozen=True, slots=True)
class Field:
    """Words that must stand in one field of an event."""

    name: str
    value: Words | Phrase

    def __str__(self) -> str:
        return f"{self.name}:{self.value}"


@dataclass(frozen=True, slots=True)
class Time:
    """A condition on an event's days."""

    name: str
    date: Edtf

    def __str__(self) -> str:
        return f"{self.name}:{self.date}"


@dataclass(frozen=True, slots=True)
class Around:
    """What lies within so many days of an event found is shown with it."""

    days: int

    def __str__(self) -> str:
        return f"around:{self.days}"


Atom = Words | Phrase | Field | Time


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    atom: Atom

    def __str__(self) -> str:
        return f"-{self.atom}"


@dataclass(frozen=True, slots=True)
class Either:
    """Alternatives of which one must hold, at least two."""

    choices: tuple[Atom | Not, ...]

    def __str__(self) -> str:
        return " OR ".join(str(choice) for choice in self.choices)


Clause = Atom | Not | Either | Around


@dataclass(frozen=True, slots=True)
class Query:
    """All the clauses, each of which must hold; a query without any holds for everything."""

    clauses: tuple[Clause, ...] = ()

    def __str__(self) -> str:
        text = " ".join(str(clause) for clause in self.clauses)
        last = _last_words(self.clauses[-1]) if self.clauses else None
        if last is None:
            return text
        return text.removesuffix("*") if last.prefix else text + " "


def _last_words(clause: Clause) -> Words | None:
    """The bare words that a clause ends with, if it does."""
    match clause:
        case Either(choices):
            return _last_words(choices[-1])
        case Not(atom):
            return _last_words(atom)
        case Field(_, Words() as words) | (Words() as words):
            return words
        case _:
            return None
