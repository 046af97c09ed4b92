"""Hits in documents that belong to no event found: passages."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.vocabulary.words import Word, folded_words, words_in
from izium_timeline.model.document import Document
from izium_timeline.search.index import ANYWHERE, SearchIndex
from izium_timeline.search.plan import All, Match, No, Plan, Rows, Some, join, wanted
from izium_timeline.search.runs import Pattern, Run, pattern_of

MOST = 500  # passages a search gives; more are more than anybody reads
_SOURCE = "source"
_BEFORE, _AFTER = 160, 240  # code points around a hit in a sentence without an end
_LONGEST = 600
_SENTENCE = re.compile(
    r"[.!?\u2026]['\"\u2019\u201d\u00bb)\]]*\s+(?=[^a-z\s])|(?<![,;:\-\u2013\u2014])\s*\n\s*(?![a-z\s])"
)

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage by its document's path, its code-point offsets there, and its words."""

    document: str
    start: int
    end: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """A hit in a document's text, in code points, and what it is a hit of."""

    start: int
    end: int
    match: Match


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of a document's text, with the hits in it that no event found shows, if any."""

    document: Document
    text: str
    start: int
    end: int
    spots: list[_Spot]


def passages_of(plan: Plan, index: SearchIndex, rows: Mask) -> Iterator[Passage | None]:
    """The passages where the plan holds by itself, in the order of the documents.

    Between them None for each paragraph that was looked at. A passage is a sentence, or the
    sentences of one paragraph that hold the words together. What lies inside a quote of the
    events found (``rows``) is left out: the event shows it. A plan that asks for more than
    words, or for none, has no passages.
    """
    if any(match.field == ANYWHERE for match in wanted(plan)) and _of_words(plan):
        for paragraph in _paragraphs(plan, index, rows):
            matches = frozenset(spot.match for spot in paragraph.spots)
            if matches and _holds(plan, paragraph.document, matches):
                yield from _passages(plan, paragraph)
            yield None


def _of_words(plan: Plan) -> bool:
    """Whether the plan asks only for what a passage has: words and a source."""
    match plan:
        case Match(_, field):
            return field in (ANYWHERE, _SOURCE)
        case Rows():
            return False
        case All(parts) | Some(parts):
            return all(_of_words(part) for part in parts)
        case No(part):
            return _of_words(part)


def _holds(plan: Plan, document: Document, present: frozenset[Match]) -> bool:
    """Whether the plan holds for a stretch of a document with those matches in it."""
    match plan:
        case Match(runs, field):
            if field == ANYWHERE:
                return plan in present
            return _is_from(document, runs)
        case All(parts):
            return all(_holds(part, document, present) for part in parts)
        case Some(parts):
            return any(_holds(part, document, present) for part in parts)
        case No(part):
            return not _holds(part, document, present)
        case Rows():
            return False


def _is_from(document: Document, runs: Iterable[Run]) -> bool:
    """Whether one of the runs stands in a document's path or publisher."""
    lines = _source_lines(document.path, document.publisher)
    return any(run.line in line for run in runs for line in lines)


@lru_cache(maxsize=1 << 14)
def _source_lines(*names: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(folded_words(name))} " for name in names)


def _possible(plan: Plan, index: SearchIndex) -> Mask:
    """The paragraphs where the plan may hold; what it excludes may lie in a quote."""
    match plan:
        case Match(runs, field) if field == ANYWHERE:
            return index.texts.mask(runs)
        case Match(runs):
            documents = index.chronology.documents
            each = np.array([_is_from(document, runs) for document in documents], np.bool_)
            return each[index.paragraphs.document]
        case All(parts):
            return join(parts, partial(_possible, index=index), np.logical_and, _all(index))
        case Some(parts):
            return join(parts, partial(_possible, index=index), np.logical_or, ~_all(index))
        case _:
            return _all(index)


def _all(index: SearchIndex) -> Mask:
    return np.ones(index.texts.count, np.bool_)


def _paragraphs(plan: Plan, index: SearchIndex, rows: Mask) -> Iterator[_Paragraph]:
    """The paragraphs where the plan may hold, each with its hits; a text is asked for once."""
    patterns = [(match, pattern_of(match.runs)) for match in _matches(plan)]
    numbers = np.flatnonzero(_possible(plan, index)).tolist()
    for place, of_one in groupby(map(index.paragraphs.place, numbers), key=itemgetter(0)):
        document = index.chronology.documents[place]
        text, cover = document.text or "", index.quotes.of(document.path, rows)
        for _, start, end in of_one:
            spots = [
                spot
                for spot in _spots(text[start:end], start, patterns)
                if not cover.holds(spot.start, spot.end)
            ]
            yield _Paragraph(document, text, start, end, spots)


def _spots(text: str, begin: int, patterns: list[tuple[Match, Pattern]]) -> Iterator[_Spot]:
    words = _words_of(text)
    for match, pattern in patterns:
        for start, end in pattern.found(words):
            yield _Spot(begin + start, begin + end, match)


@lru_cache(maxsize=1 << 11)  # paragraphs come again with every letter typed
def _words_of(text: str) -> tuple[Word, ...]:
    return tuple(words_in(text))


def _matches(plan: Plan) -> frozenset[Match]:
    """Every match of words in the plan, those too that it excludes."""
    match plan:
        case Match(_, field):
            return frozenset({plan} if field == ANYWHERE else ())
        case All(parts) | Some(parts):
            return frozenset().union(*(_matches(part) for part in parts))
        case No(part):
            return _matches(part)
        case Rows():
            return frozenset()


def _passages(plan: Plan, paragraph: _Paragraph) -> Iterator[Passage]:
    """The sentences of a paragraph where the plan holds, else what holds all its hits."""
    document, text = paragraph.document, paragraph.text
    sentences = _sentences(paragraph)
    whole = [
        span
        for span, inside in sentences.items()
        if _holds(plan, document, frozenset(spot.match for spot in inside))
    ]
    for start, end in whole or [(min(sentences)[0], max(sentences)[1])]:
        yield Passage(document.path, start, end, text[start:end])


def _sentences(paragraph: _Paragraph) -> dict[tuple[int, int], list[_Spot]]:
    """The sentences that hold hits, by their places, in order; each hit in its sentence."""
    text, spots = paragraph.text, paragraph.spots
    start = max(paragraph.start, min(spot.start for spot in spots) - _LONGEST)
    end = min(paragraph.end, max(spot.end for spot in spots) + _LONGEST)
    breaks = [start, *(match.end() for match in _SENTENCE.finditer(text, start, end))]
    grouped: defaultdict[int, list[_Spot]] = defaultdict(list)
    for spot in spots:
        grouped[bisect_right(breaks, spot.start) - 1].append(spot)
    ends = [*breaks[1:], end]
    return {
        _cut(text, breaks[number], ends[number], grouped[number]): grouped[number]
        for number in sorted(grouped)
    }


def _cut(text: str, start: int, end: int, spots: list[_Spot]) -> tuple[int, int]:
    """The sentence, or the words around its first hit where it is too long to be read."""
    if end - start > _LONGEST:
        first = min(spots, key=lambda spot: spot.start)
        left = max(start, first.start - _BEFORE)
        right = min(end, first.end + _AFTER)
        start = max(left, text.find(" ", left, first.start) + 1)
        end = max(first.end, text.rfind(" ", first.end, right))
    return _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
