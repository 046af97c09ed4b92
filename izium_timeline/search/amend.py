"""Clauses that write themselves into a query, and take themselves out again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from izium_timeline.search.parse import parse
from izium_timeline.search.query import Around, Atom, Clause, Either, Field, Not, Query, Time

_PLAIN = re.compile(r"\w[\w.-]*")


def clause_text(field: str, name: str) -> str:
    """How a person writes that a field has a name."""
    plain = _PLAIN.fullmatch(name)
    return f"{field}:{name}" if plain else f'{field}:"{name.replace(chr(34), " ")}"'


def toggled(line: str, clause: str) -> str:
    """The query with the clause, which names a field, or without it where it is there.

    A further value of the same field is an alternative to the others: each more finds more.
    Of ``around:`` there is one. Raises ParseError where the line can't be read.
    """
    query, (asked,) = parse(line), parse(clause + " ").clauses
    if isinstance(asked, Around):
        rest = tuple(each for each in query.clauses if not isinstance(each, Around))
        return _ended(Query(rest if asked in query.clauses else (*rest, asked)))
    assert isinstance(asked, Field | Time)
    alternatives = values(query, asked.name)
    kept = tuple(each for each in alternatives if each != asked)
    if kept == alternatives:
        kept = (*alternatives, asked)
    others = without(query, asked.name).clauses
    return _ended(Query((*others, *_joined(kept))))


def narrowed(line: str, clauses: Iterable[str]) -> str:
    """The query with further clauses, each of which must hold, too.

    Raises ParseError where the line can't be read.
    """
    more = (clause for text in clauses for clause in parse(text + " ").clauses)
    return _ended(Query((*parse(line).clauses, *more)))


def values(query: Query, field: str) -> tuple[Field | Time, ...]:
    """The alternatives that a query gives for a field; excluded ones are none."""
    return tuple(atom for clause in query.clauses if _of(clause, field) for atom in _atoms(clause))


def without(query: Query, field: str) -> Query:
    """The query without the clauses that do nothing but give a field its values."""
    return replace(
        query, clauses=tuple(clause for clause in query.clauses if not _of(clause, field))
    )


def _ended(query: Query) -> str:
    """The printed query, with a blank after it where that changes nothing, to type on."""
    text = str(query)
    ended = text.rstrip() + " "
    return ended if text and parse(ended) == query else text


def _joined(atoms: tuple[Field | Time, ...]) -> tuple[Clause, ...]:
    return (Either(atoms),) if len(atoms) > 1 else atoms


def _of(clause: Clause, field: str) -> bool:
    choices: tuple[Atom | Not, ...] = clause.choices if isinstance(clause, Either) else ()
    return (
        bool(choices)
        and all(_of(choice, field) for choice in choices)
        or (isinstance(clause, Field | Time) and clause.name == field)
    )


def _atoms(clause: Clause) -> Iterator[Field | Time]:
    for atom in clause.choices if isinstance(clause, Either) else (clause,):
        if isinstance(atom, Field | Time):
            yield atom
