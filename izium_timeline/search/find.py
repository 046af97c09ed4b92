"""Finding: a line in, the events and passages that it means out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from izium_timeline.search.correction import corrected
from izium_timeline.search.index import ANYWHERE, SearchIndex
from izium_timeline.search.parse import parse
from izium_timeline.search.passages import Passage, passages_of
from izium_timeline.search.plan import matched_rows, plan_of, wanted
from izium_timeline.search.query import Query
from izium_timeline.search.spelling import WordSequence
from izium_timeline.search.words import words_in


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found.

    ``events`` are rows of ``chronology.events`` in their order. ``passages`` are hits in
    documents that lie in no quote of those events. ``corrected`` is the query that was
    answered in place of the one asked, None where nothing was corrected. ``words`` are the
    sequences of folded words that were found, by their first word.
    """

    query: Query
    events: tuple[int, ...] = ()
    passages: tuple[Passage, ...] = ()
    corrected: str | None = None
    words: Mapping[str, tuple[WordSequence, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.events or self.passages)


def find(index: SearchIndex, text: str, *, exact: bool = False) -> Hits:
    """What the line finds; where that is nothing, what it finds with typing errors corrected.

    ``exact`` forbids the correction. An event is found by its own fields and its quotes; a hit
    elsewhere in a document is a passage. An empty line finds every event. Raises ParseError (a
    QueryError).
    """
    asked = parse(text)
    hits = _answer(asked, index)
    if hits or exact:
        return hits
    query = corrected(asked, index)
    better = hits if query == asked else _answer(query, index)
    return replace(better, corrected=str(query).strip()) if better else hits


def _answer(query: Query, index: SearchIndex) -> Hits:
    plan = plan_of(query, index)
    rows = matched_rows(plan, index)
    return Hits(
        query=query,
        events=tuple(sorted(rows)),
        passages=passages_of(plan, index, rows),
        words=_by_first_word(
            sequence
            for match in wanted(plan)
            if match.field == ANYWHERE
            for sequence in match.sequences
        ),
    )


def spans(text: str, hits: Hits) -> list[tuple[int, int]]:
    """Where the words that were found stand in a text: code points, in order, apart."""
    if not hits.words:
        return []
    words = list(words_in(text))
    found: list[tuple[int, int]] = []
    free = 0
    for place, word in enumerate(words):
        for sequence in hits.words.get(word.folded, ()) if place >= free else ():
            run = words[place : place + len(sequence)]
            if tuple(each.folded for each in run) == sequence:
                found.append((word.start, run[-1].end))
                free = place + len(sequence)
                break
    return found


def _by_first_word(sequences: Iterable[WordSequence]) -> Mapping[str, tuple[WordSequence, ...]]:
    """The sequences by their first word, the longest first."""
    words: defaultdict[str, set[WordSequence]] = defaultdict(set)
    for sequence in sequences:
        words[sequence[0]].add(sequence)
    return {first: tuple(sorted(same, key=len, reverse=True)) for first, same in words.items()}
