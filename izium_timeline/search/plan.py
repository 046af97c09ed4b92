"""A query, worked out against an index: which words it means, which events its dates allow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from izium_timeline.search.fields import DURING, TIME_FIELDS, overlaps_any
from izium_timeline.search.index import ANYWHERE, SearchIndex
from izium_timeline.search.query import Clause, Either, Field, Not, Phrase, Query, Time, Words
from izium_timeline.search.spelling import WordSequence
from izium_timeline.search.words import folded_words

_LONGEST_NAME = 4  # words of a name that is written with blanks
_NAME_BEGINS = 3  # letters that tell a name while it is typed


@dataclass(frozen=True, slots=True)
class Match:
    """One of these sequences of words stands in the field."""

    sequences: frozenset[WordSequence]
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Rows:
    """The event is one of these, for a reason other than its words."""

    rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: "tuple[Plan, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds."""

    parts: "tuple[Plan, ...]"


@dataclass(frozen=True, slots=True)
class No:
    """The part does not hold."""

    part: "Plan"


Plan = Match | Rows | All | Some | No


def plan_of(query: Query, index: SearchIndex) -> Plan:
    """What the query asks of an event or a passage."""
    return All(tuple(_parts(query.clauses, index)))


def matched_rows(plan: Plan, index: SearchIndex) -> frozenset[int]:
    """The rows of the events for which the plan holds."""
    match plan:
        case Match(sequences, field):
            return frozenset(row for sequence in sequences for row in index.rows(sequence, field))
        case Rows(rows):
            return rows
        case All(parts):
            found = (matched_rows(part, index) for part in parts)
            return _every_row(index).intersection(*found)
        case Some(parts):
            return frozenset[int]().union(*(matched_rows(part, index) for part in parts))
        case No(part):
            return _every_row(index) - matched_rows(part, index)


def wanted(plan: Plan) -> Iterator[Match]:
    """The matches that the plan asks for, those left out that it excludes."""
    match plan:
        case Match():
            yield plan
        case All(parts) | Some(parts):
            for part in parts:
                yield from wanted(part)


def sequences_of(
    value: Words | Phrase, index: SearchIndex, field: str = ANYWHERE
) -> frozenset[WordSequence]:
    """All that the words of a query find: themselves, their inflections, other spellings."""
    if isinstance(value, Phrase):
        return frozenset({value.words})
    *before, last = value.words
    ends = {last, *index.inflected(last, field)}
    if value.prefix:
        ends.update(index.beginning(last, field))
    found = {(*before, end) for end in ends} | index.spellings.get(value.words, frozenset())
    if value.prefix and not before and len(last) >= _NAME_BEGINS:
        found.update(*(same for name, same in index.spellings.items() if _begins(name, last)))
    return frozenset(found)


def _every_row(index: SearchIndex) -> frozenset[int]:
    return frozenset(range(len(index.chronology.events)))


def _begins(name: WordSequence, prefix: str) -> bool:
    return len(name) == 1 and name[0].startswith(prefix)


def _parts(clauses: tuple[Clause, ...], index: SearchIndex) -> Iterator[Plan]:
    """The plans of the clauses; bare words that make up one name are planned together."""
    place = 0
    while place < len(clauses):
        name = _name_at(clauses[place : place + _LONGEST_NAME], index)
        size = max(1, len(name))
        parts = tuple(_part(clause, index) for clause in clauses[place : place + size])
        if name:
            yield Some((All(parts), Match(index.spellings[name])))
        else:
            yield from parts
        place += size


def _name_at(clauses: tuple[Clause, ...], index: SearchIndex) -> WordSequence:
    """The longest known name of several words that the clauses begin with, else nothing."""
    words: list[str] = []
    for clause in clauses:
        if not isinstance(clause, Words) or len(clause.words) > 1:
            break
        words.append(clause.words[0])
    sizes = range(len(words), 1, -1)
    return next((name for size in sizes if (name := tuple(words[:size])) in index.spellings), ())


def _part(clause: Clause, index: SearchIndex) -> Plan:
    match clause:
        case Words() | Phrase():
            return Match(sequences_of(clause, index))
        case Field(name, value) if name == DURING:
            return _during(value, index)
        case Field(name, value):
            return Match(sequences_of(value, index, name), name)
        case Time(name, date):
            days, field = date.bounds(), TIME_FIELDS[name]
            events = enumerate(index.chronology.events)
            held = (row for row, event in events if field.holds(event, days, index.documents))
            return Rows(frozenset(held))
        case Not(atom):
            return No(_part(atom, index))
        case Either(choices):
            return Some(tuple(_part(choice, index) for choice in choices))


def _during(value: Words | Phrase, index: SearchIndex) -> Rows:
    """The events that may lie in the phases of that name; a shared day lies in both."""
    phases = index.chronology.phases
    days = [phase.bounds for phase in phases if _names(folded_words(phase.name), value)]
    events = enumerate(index.chronology.events)
    return Rows(frozenset(row for row, event in events if overlaps_any(event, days)))


def _names(name: Iterable[str], value: Words | Phrase) -> bool:
    """Whether the words stand in a name; the last may be the beginning of a word."""
    unfinished = isinstance(value, Words) and value.prefix
    line, words = f" {' '.join(name)} ", " ".join(value.words)
    return f" {words}" in line if unfinished else f" {words} " in line
