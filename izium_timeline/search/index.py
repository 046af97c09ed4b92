"""What is searched: the words of events and documents, prepared once a chronology."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from izium_timeline.build.vocabulary.inflection import SHORTEST, family_begins, forms, stem
from izium_timeline.build.vocabulary.spelling import Spellings, shipped_spellings, spellings_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.search.columns import Column, Days
from izium_timeline.search.paragraphs import (
    WEIGHTS as PARAGRAPH_WEIGHTS,
)
from izium_timeline.search.paragraphs import (
    Paragraphs,
    paragraph_pieces,
    paragraphs_of,
)
from izium_timeline.search.quotes import Quotes
from izium_timeline.search.source import WEIGHTS, ChronologySource, Source
from izium_timeline.search.text_index import TextIndex, index_texts

ANYWHERE = ""  # the field that stands for all that an event is found by
EVENTS, PARAGRAPHS = "events.sqlite", "paragraphs.sqlite"


@dataclass(frozen=True, slots=True, eq=False)
class SearchIndex:
    """The words of a chronology.

    Rows of ``events``, ``columns`` and ``days`` are events in their order, rows of ``texts``
    are the ``paragraphs`` of the documents. ``documents`` are the chronology's, by path.
    """

    chronology: Chronology
    documents: Mapping[str, Document]
    events: TextIndex
    columns: Mapping[str, Column]
    days: Days
    quotes: Quotes
    texts: TextIndex
    paragraphs: Paragraphs
    spellings: Spellings

    def inflected(self, word: str, field: str = ANYWHERE) -> set[str]:
        """The words of the field that are forms of the same word."""
        root = stem(word)
        if field == ANYWHERE:
            known = self.beginning(family_begins(root)) if len(root) >= SHORTEST else iter(())
            return {other for other in known if stem(other) == root}.union(forms(root))
        known = iter(self.columns[field].words if field in self.columns else ())
        return {other for other in known if stem(other) == root}

    def beginning(self, prefix: str) -> Iterator[str]:
        """The words of events and documents that begin so; some come twice."""
        yield from self.events.postings.beginning(prefix)
        yield from self.texts.postings.beginning(prefix)

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """Every word of events and documents, in order."""
        return tuple(sorted(set(self.beginning(""))))

    def close(self) -> None:
        """Let go of the files; nothing can be searched any more."""
        self.events.phrases.close()
        self.texts.phrases.close()


def build_index(
    chronology: Chronology, source: Source | None = None, folder: Path | None = None
) -> SearchIndex:
    """Prepare a chronology for searching; linear in the length of its texts.

    The events come from ``source`` where one is given, else from the chronology itself. The
    full-text parts are written into ``folder``, or kept in memory. Raises sqlite3.Error and
    OSError where the folder can't be written.
    """
    source = ChronologySource(chronology) if source is None else source
    paragraphs = paragraphs_of(chronology.documents)
    texts = paragraph_pieces(paragraphs, chronology.documents)
    return SearchIndex(
        chronology=chronology,
        documents=documents_by_path(chronology),
        events=index_texts(source.pieces(), WEIGHTS, folder and folder / EVENTS),
        columns=source.columns,
        days=source.days,
        quotes=source.quotes,
        texts=index_texts(texts, PARAGRAPH_WEIGHTS, folder and folder / PARAGRAPHS),
        paragraphs=paragraphs,
        spellings=spellings_in(chronology),
    )


def documents_by_path(chronology: Chronology) -> Mapping[str, Document]:
    """The documents of a chronology by their paths."""
    return {document.path: document for document in chronology.documents}


def spellings_in(chronology: Chronology) -> Spellings:
    """The spellings that come with the program and those that the corpus shows."""
    return spellings_of((*shipped_spellings(), *chronology.spellings))
