"""A query, worked out against an index: which words it means, which events its dates allow."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.vocabulary.inflection import stem
from izium_timeline.build.vocabulary.spelling import WordSequence
from izium_timeline.build.vocabulary.words import folded_words
from izium_timeline.search.fields import DURING, TIME_FIELDS, overlapping
from izium_timeline.search.index import ANYWHERE, SearchIndex
from izium_timeline.search.query import (
    Around,
    Clause,
    Either,
    Field,
    Not,
    Phrase,
    Query,
    Time,
    Words,
)
from izium_timeline.search.runs import Run

_LONGEST_NAME = 4  # words of a name that is written with blanks
_NAME_BEGINS = 3  # letters that tell a name while it is typed

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Match:
    """One of these runs of words stands in the field."""

    runs: frozenset[Run]
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The event is one of these, for a reason other than its words: a mask over all."""

    mask: Mask


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


def matched(plan: Plan, index: SearchIndex) -> Mask:
    """The events for which the plan holds, as a mask over all."""
    match plan:
        case Match(runs, field) if field == ANYWHERE:
            return index.events.mask(runs)
        case Match(runs, field):
            return column_mask(runs, field, index)
        case Rows(mask):
            return mask
        case All(parts):
            every = np.ones(len(index.days), np.bool_)
            return join(parts, partial(matched, index=index), np.logical_and, every)
        case Some(parts):
            none = np.zeros(len(index.days), np.bool_)
            return join(parts, partial(matched, index=index), np.logical_or, none)
        case No(part):
            return ~matched(part, index)


def join(parts: Iterable[Plan], of: Callable[[Plan], Mask], how: np.ufunc, mask: Mask) -> Mask:
    """The masks of the parts, joined to one, which begins as ``mask``."""
    for part in parts:
        how(mask, of(part), out=mask)
    return mask


def column_mask(runs: Iterable[Run], field: str, index: SearchIndex) -> Mask:
    """The events in whose field one of the runs stands; a field that no event has is empty."""
    if field not in index.columns:
        return np.zeros(len(index.days), np.bool_)
    return index.columns[field].mask(runs, len(index.days))


def wanted(plan: Plan) -> Iterator[Match]:
    """The matches that the plan asks for, those left out that it excludes."""
    match plan:
        case Match():
            yield plan
        case All(parts) | Some(parts):
            for part in parts:
                yield from wanted(part)


def runs_of(value: Words | Phrase, index: SearchIndex, field: str = ANYWHERE) -> frozenset[Run]:
    """All that the words of a query find: themselves, their inflections, other spellings."""
    if isinstance(value, Phrase):
        return frozenset({Run(value.words)})
    *before, last = value.words
    found = {Run((*before, end)) for end in (last, *index.inflected(last, field))}
    found.update(_spelled(value.words, index, field))
    if value.prefix:
        found.add(Run(value.words, begins=True))
        if not before and len(last) >= _NAME_BEGINS:
            named = (same for name, same in index.spellings.items() if _begins(name, last))
            found.update(Run(words) for same in named for words in same)
    return frozenset(found)


def _spelled(words: WordSequence, index: SearchIndex, field: str) -> Iterator[Run]:
    """The other spellings of a name; of a single word also those of its other forms."""
    if len(words) > 1:
        yield from map(Run, index.spellings.get(words, ()))
        return
    root = stem(words[0])
    for name, same in index.spellings.items():
        if len(name) == 1 and stem(name[0]) == root:
            for other in same:
                yield Run(other)
                if len(other) == 1:
                    yield from (Run((form,)) for form in index.inflected(other[0], field))


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
            spelled = frozenset(map(Run, index.spellings[name]))
            yield Some((All(parts), Match(spelled)))
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
            return Match(runs_of(clause, index))
        case Field(name, value) if name == DURING:
            return _during(value, index)
        case Field(name, value):
            return Match(runs_of(value, index, name), name)
        case Time(name, date):
            return Rows(TIME_FIELDS[name].holds(index.days, date.bounds()))
        case Not(atom):
            return No(_part(atom, index))
        case Either(choices):
            return Some(tuple(_part(choice, index) for choice in choices))
        case Around():
            return All(())


def _during(value: Words | Phrase, index: SearchIndex) -> Rows:
    """The events that may lie in the phases of that name; a shared day lies in both."""
    unfinished = isinstance(value, Words) and value.prefix
    line = Run(value.words, begins=unfinished).line
    mask = np.zeros(len(index.days), np.bool_)
    for phase in index.chronology.phases:
        if line in f" {' '.join(folded_words(phase.name))} ":
            mask |= overlapping(index.days, phase.bounds)
    return Rows(mask)
