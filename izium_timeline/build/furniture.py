"""Furniture by its repetition: what a folder's documents carry about their own texts.

A notice, an address or a description of the publisher stands in many documents in the same
surroundings, while the documents tell of different things. A report of an agency that several
papers print is repeated with all that it tells; a paragraph of it, put into other reports,
stands between other words. Neither is furniture.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from izium_timeline.model.event import Event, Evidence

_FEWEST: Final = 3  # documents in which a passage has to stand
_CONTEXT: Final = 12  # code points before and behind it that have to be the same
_SHARED: Final = 0.5  # of a document's other passages: with more it is the same report

_Key = tuple[str, str, str]


def repeated(events: Sequence[Event]) -> frozenset[str]:
    """The ids of those events whose every passage is furniture of the folder's documents."""
    documents: defaultdict[_Key, set[str]] = defaultdict(set)
    for piece in _frequent(events):
        documents[_key(piece)].add(piece.document)
    often = {key: where for key, where in documents.items() if len(where) >= _FEWEST}
    if not often:
        return frozenset()
    told = _told(events, often)
    furniture = {key for key, where in often.items() if _is_furniture(where, told)}
    ids = {True: set[str](), False: set[str]()}
    for event in events:
        pieces = event.evidence
        ids[bool(pieces) and all(_key(piece) in furniture for piece in pieces)].add(event.id)
    return frozenset(ids[True] - ids[False])


def _frequent(events: Sequence[Event]) -> list[Evidence]:
    """The passages whose very words stand often enough, found without a look at the others."""
    counts = Counter(piece.exact for piece in _pieces(events))
    return [piece for piece in _pieces(events) if counts[piece.exact] >= _FEWEST]


def _pieces(events: Iterable[Event]) -> Iterable[Evidence]:
    return (piece for event in events for piece in event.evidence)


def _key(piece: Evidence) -> _Key:
    """A passage with the ends of the lines about it, blanks and letter case aside."""
    before = [line for line in piece.prefix.splitlines() if line.strip()][-1:]
    after = [line for line in piece.suffix.splitlines() if line.strip()][:1]
    return (
        _plain(piece.exact),
        _plain("".join(before))[-_CONTEXT:],
        _plain("".join(after))[:_CONTEXT],
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _told(events: Iterable[Event], often: Mapping[_Key, set[str]]) -> dict[str, set[str]]:
    """By document the words of its passages that do not stand in many documents alike."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for piece in _pieces(events):
        if _key(piece) not in often:
            told[piece.document].add(_plain(piece.exact))
    return told


def _is_furniture(where: set[str], told: Mapping[str, set[str]]) -> bool:
    """Whether documents that carry a passage tell, for the rest, of different things.

    Where most have nothing else to tell that could be compared, they may be one report.
    """
    counts: defaultdict[str, int] = defaultdict(int)
    for document in where:
        for words in told.get(document, ()):
            counts[words] += 1
    different = 0
    for document in where:
        others = told.get(document, set())
        shared = sum(counts[words] > 1 for words in others)
        different += bool(others) and shared <= _SHARED * len(others)
    return different >= _FEWEST and 2 * different > len(where)
