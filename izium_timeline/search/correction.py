"""Typing errors: a word that nothing holds becomes the nearest word that something holds."""

from collections.abc import Iterable
from dataclasses import replace

from izium_timeline.build.vocabulary.words import folded_words
from izium_timeline.search.fields import DURING
from izium_timeline.search.index import ANYWHERE, SearchIndex
from izium_timeline.search.plan import column_mask, runs_of
from izium_timeline.search.query import Clause, Field, Phrase, Query, Words

_MOST_WORDS = 5  # more unknown words than that are another language, not typing errors
_SHORTEST = 4
_LONG = 8  # letters from which on two may be wrong


def corrected(query: Query, index: SearchIndex) -> Query:
    """The query with its unknown words replaced where one like them is known.

    Words in quotation marks, excluded ones and alternatives stay as they are.
    """
    unknown = [clause for clause in query.clauses if _unknown(clause, index)]
    if not 0 < len(unknown) <= _MOST_WORDS:
        return query
    return replace(query, clauses=tuple(_correct(clause, index) for clause in query.clauses))


def nearest(word: str, vocabulary: Iterable[str]) -> str | None:
    """The word that differs by the fewest letters, None where none is near.

    One letter may be wrong, missing, too many or swapped with its neighbour, two in a word of
    eight letters or more (optimal string alignment distance). Numbers are never changed.
    """
    if len(word) < _SHORTEST or any(sign.isdigit() for sign in word):
        return None
    from rapidfuzz.distance import OSA  # a tenth of the start; most searches never need it
    from rapidfuzz.process import extract_iter

    most = 1 if len(word) < _LONG else 2
    near = (
        (distance, choice[0] != word[0], choice)
        for choice, distance, _ in extract_iter(
            word, vocabulary, scorer=OSA.distance, score_cutoff=most
        )
    )
    return min(near, default=(0, False, None))[2]


def _unknown(clause: Clause, index: SearchIndex) -> bool:
    match clause:
        case Words():
            return not _known(clause, index, ANYWHERE)
        case Field(name, Words() as value) if name in index.columns:
            return not _known(value, index, name)
        case Field(name, Words(words)) if name == DURING:
            return not all(word in _phase_words(index) for word in words)
        case _:
            return False


def _known(value: Words, index: SearchIndex, field: str) -> bool:
    """Whether an event or, for words without a field, a document holds one of the runs."""
    runs = runs_of(value, index, field)
    if field != ANYWHERE:
        return bool(column_mask(runs, field, index).any())
    return any(index.events.holds(run) or index.texts.holds(run) for run in runs)


def _correct(clause: Clause, index: SearchIndex) -> Clause:
    if not _unknown(clause, index):
        return clause
    match clause:
        case Words(words):
            return _nearest_words(words, index.vocabulary) or clause
        case Field(name, Words(words) | Phrase(words)):
            known = _phase_words(index) if name == DURING else index.columns[name].words
            value = _nearest_words(words, known)
            return Field(name, value) if value else clause
        case _:
            return clause


def _phase_words(index: SearchIndex) -> frozenset[str]:
    names = (folded_words(phase.name) for phase in index.chronology.phases)
    return frozenset(word for words in names for word in words)


def _nearest_words(words: tuple[str, ...], vocabulary: Iterable[str]) -> Words | None:
    """The words with each unknown one corrected, None where one can't be."""
    known = frozenset(vocabulary)
    near = [word if word in known else nearest(word, known) for word in words]
    fixed = tuple(word for word in near if word)
    return Words(fixed) if len(fixed) == len(words) and fixed != words else None
