"""How fast and how well quotes are found again, unchanged and after an edit of every document.

``python -m tests.benchmarks.anchors`` prints one JSON object: ``unchanged_s`` to anchor ``quotes``
quotes in ``documents`` documents that are as they were, ``edited_s`` once each was lightly edited
(one to three edits: words or a passage inserted, deleted or replaced, a figure corrected, quotes
or blanks written in another way, paragraphs swapped), ``ratio`` of the two; ``found``, the share
of the quotes whose words survive that were placed on them, and ``offered``, the share that has
equal copies which the context can not tell apart and was offered as a choice; ``wrong``, the number
of quotes placed on other words (``other_words``, verified) or on a passage that never was the quote
(``look_alike``, altered), and ``elsewhere``, those verified on another copy of the same words.
"""

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from izium_timeline.build.anchoring.anchor import anchor_chronology
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Evidence
from tests.build.edited import EDITS, Words, passages, quoted, text_of, words_of
from tests.build.judged import Outcome, outcome, survives
from tests.build.recombined import recombined
from tests.views.chronologies import event


@dataclass(frozen=True, slots=True)
class Case:
    """One document before and after its edits, and the passages quoted from it."""

    before: Words
    after: Words
    ranges: tuple[tuple[int, int], ...]


def run(arguments: Sequence[str]) -> None:
    """Print one line of figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--quotes", type=int, default=10, help="in each document")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    random = Random(given.seed)
    cases = [_case(random, given.quotes) for _ in range(given.documents)]
    unchanged = _chronology(cases)
    unchanged_s, _ = _timed(unchanged)
    edited_s, anchored = _timed(_edited(unchanged, cases))
    print(
        json.dumps(
            {
                "documents": given.documents,
                "quotes": given.documents * given.quotes,
                "unchanged_s": round(unchanged_s, 3),
                "edited_s": round(edited_s, 3),
                "ratio": round(edited_s / unchanged_s, 1),
                **_score(cases, anchored),
            }
        )
    )


def _case(random: Random, quotes: int) -> Case:
    before = words_of(recombined(random))
    after = before
    for _ in range(random.randint(1, 3)):
        after = random.choice(EDITS)(after, random)
    return Case(before, after, tuple(passages(before, random, quotes)))


def _chronology(cases: Sequence[Case]) -> Chronology:
    """A chronology of documents that are as they were; each quote has an event of its own."""
    documents, events = [], []
    for number, case in enumerate(cases):
        path = f"{number:06}.txt"
        text = text_of(case.before)
        digest = hashlib.sha256(text.encode()).hexdigest()
        documents.append(Document(path, text=text, sha256=digest, recorded_sha256=digest))
        events += [
            event(
                f"e{number:06}-{place}",
                "2022-09",
                [replace(quoted(case.before, *passage), document=path)],
            )
            for place, passage in enumerate(case.ranges)
        ]
    return Chronology("Anchors", tuple(events), documents=tuple(documents))


def _edited(chronology: Chronology, cases: Sequence[Case]) -> Chronology:
    texts = [text_of(case.after) for case in cases]
    return replace(
        chronology,
        documents=tuple(
            replace(document, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
            for document, text in zip(chronology.documents, texts, strict=True)
        ),
    )


def _timed(chronology: Chronology) -> tuple[float, Chronology]:
    began = time.perf_counter()
    anchored = anchor_chronology(chronology)
    return time.perf_counter() - began, anchored


def _score(cases: Sequence[Case], anchored: Chronology) -> dict[str, float]:
    every = list(_outcomes(cases, anchored))
    count = Counter(reached for reached, _ in every)
    lasting = Counter(reached for reached, survived in every if survived)
    return {
        "survived": lasting.total(),
        "found": round(lasting[Outcome.RIGHT] / lasting.total(), 4),
        "offered": round(lasting[Outcome.OFFERED] / lasting.total(), 4),
        "wrong": count[Outcome.OTHER_WORDS] + count[Outcome.LOOK_ALIKE],
        "other_words": count[Outcome.OTHER_WORDS],
        "look_alike": count[Outcome.LOOK_ALIKE],
        "elsewhere": count[Outcome.ELSEWHERE],
    }


def _outcomes(cases: Sequence[Case], anchored: Chronology) -> Iterator[tuple[Outcome, bool]]:
    """Each quote's outcome, and whether its words survived."""
    pieces: Iterator[Evidence] = (piece for each in anchored.events for piece in each.evidence)
    for case in cases:
        for passage in case.ranges:
            piece = next(pieces)
            assert piece.anchor is not None
            reached = outcome(case.after, *passage, piece, piece.anchor)
            yield reached, survives(case.after, *passage)


if __name__ == "__main__":
    run(sys.argv[1:])
