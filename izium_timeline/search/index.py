"""What is searched: the words of events and documents, prepared once a chronology."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event
from izium_timeline.search.fields import EVENT_FIELDS
from izium_timeline.search.inflection import stem
from izium_timeline.search.quotes import Quotes, quotes_of
from izium_timeline.search.spelling import Spellings, WordSequence, shipped_spellings, spellings_of
from izium_timeline.search.stream import Stream, stream_of
from izium_timeline.search.words import folded_words

ANYWHERE = ""  # the field that stands for all that an event is found by

Postings = Mapping[str, "array[int]"]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The words of a chronology.

    ``postings`` gives for each field and word the rows of the events that hold it, in order;
    ``texts`` for each event its searched texts as lines of folded words, set off by blanks;
    ``families`` the words that share a stem; ``vocabulary`` all words in order.
    """

    chronology: Chronology
    documents: Mapping[str, Document]
    postings: Mapping[str, Postings]
    texts: tuple[str, ...]
    stream: Stream
    quotes: Quotes
    vocabulary: tuple[str, ...]
    families: Mapping[str, tuple[str, ...]]
    spellings: Spellings

    def inflected(self, word: str, field: str = ANYWHERE) -> Iterable[str]:
        """The words of the field that are forms of the same word."""
        root = stem(word)
        if field == ANYWHERE:
            return self.families.get(root, ())
        return (known for known in self.postings[field] if stem(known) == root)

    def beginning(self, prefix: str, field: str = ANYWHERE) -> Iterator[str]:
        """The words of the field that begin so; documents count in with those of any field."""
        if field != ANYWHERE:
            yield from (known for known in self.postings[field] if known.startswith(prefix))
            return
        for place in range(bisect_left(self.vocabulary, prefix), len(self.vocabulary)):
            if not self.vocabulary[place].startswith(prefix):
                return
            yield self.vocabulary[place]

    def rows(self, sequence: WordSequence, field: str = ANYWHERE) -> Iterable[int]:
        """The rows of the events that hold these words in a row, in that field."""
        postings = self.postings[field]
        found = (postings.get(word, array("q")) for word in sequence)
        if len(sequence) == 1:
            return next(found)
        phrase = f" {' '.join(sequence)} "
        both = set(next(found)).intersection(*found)
        return {row for row in both if phrase in self._text(row, field)}

    def _text(self, row: int, field: str) -> str:
        if field == ANYWHERE:
            return self.texts[row]
        return lines_of(EVENT_FIELDS[field].values(self.chronology.events[row], self.documents))


def build_index(chronology: Chronology) -> SearchIndex:
    """Prepare a chronology for searching; linear in the length of its texts."""
    documents = {document.path: document for document in chronology.documents}
    texts = tuple(lines_of(_searched(event, documents)) for event in chronology.events)
    postings = {ANYWHERE: _postings(texts)}
    for name, field in EVENT_FIELDS.items():
        values = (lines_of(field.values(event, documents)) for event in chronology.events)
        postings[name] = _postings(values)
    stream = stream_of(chronology.documents)
    vocabulary = tuple(sorted({*postings[ANYWHERE], *stream.places}))
    return SearchIndex(
        chronology=chronology,
        documents=documents,
        postings=postings,
        texts=texts,
        stream=stream,
        quotes=quotes_of(chronology.events),
        vocabulary=vocabulary,
        families=_families(vocabulary),
        spellings=spellings_of((*shipped_spellings(), *chronology.spellings)),
    )


def lines_of(values: Iterable[str]) -> str:
    """Texts as lines of folded words, so that " a b " is found where a and b are neighbours."""
    return "\n".join(map(_line, values))


@lru_cache(maxsize=1 << 14)  # categories, places and publishers come again with every event
def _line(value: str) -> str:
    return f" {' '.join(folded_words(value))} "


def _searched(event: Event, documents: Mapping[str, Document]) -> Iterator[str]:
    """The texts that an event is found by: its own and its quotes, not its documents'."""
    yield event.title
    yield from event.place
    yield from event.actors
    yield event.category
    for piece in event.evidence:
        yield piece.exact
    for path in dict.fromkeys(piece.document for piece in event.evidence):
        if document := documents.get(path):
            yield document.publisher


def _postings(texts: Iterable[str]) -> Postings:
    postings: defaultdict[str, array[int]] = defaultdict(lambda: array("q"))
    for row, text in enumerate(texts):
        for word in set(text.split()):
            postings[word].append(row)
    return dict(postings)


def _families(vocabulary: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    families: defaultdict[str, list[str]] = defaultdict(list)
    for word in vocabulary:
        families[stem(word)].append(word)
    return {root: tuple(words) for root, words in families.items()}
