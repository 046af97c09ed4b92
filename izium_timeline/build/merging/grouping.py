"""Which candidates tell of one event: groups in which each is alike to each.

Complete linkage (Sørensen, 1948): the most alike are joined first, and two groups become one only
where every two of their members may be one event. No chain of likenesses joins what differs.
"""

import re
from collections.abc import Callable, Generator
from itertools import chain, product
from typing import TypeVar

import numpy as np

from izium_timeline.build.merging.dates import Dates, compare_dates
from izium_timeline.build.merging.fingerprints import Fingerprints, Ints
from izium_timeline.build.merging.gist import Gist, gist_of, gist_of_words
from izium_timeline.build.merging.one_event import Likeness, contradict, told_of_one
from izium_timeline.build.merging.pairing import pairs
from izium_timeline.build.merging.same_words import same_words
from izium_timeline.model.event import Event, Evidence, Voice

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that pauses after each bit of it, and returns its result at the end."""
Groups = list[tuple[int, ...]]

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_SAID = frozenset((Voice.ASSERTED, Voice.CLAIMED))


def grouped(every: Fingerprints, rows: Ints, read: Callable[[int], Event]) -> Steps[Groups]:
    """The candidates that tell of one happening, two or more in a group, by their places.

    ``rows`` are those to be compared, in an order that depends on them alone; a place is one in
    this order, and ``read`` gives the candidate there. Members are in order, as are groups.
    """
    statements = _Statements(every, rows, read)
    del every  # of a hundred thousand candidates it is large
    likely = yield from _likely(statements)
    group: dict[int, list[int]] = {}
    for _, one, other in sorted(likely):
        mine, theirs = (group.setdefault(place, [place]) for place in (one, other))
        if mine is not theirs and all(_of_one(statements, *pair) for pair in product(mine, theirs)):
            mine += theirs
            group.update(dict.fromkeys(theirs, mine))
        yield
    for place in statements.repeated():
        group.setdefault(place, [place])
    found = {id(each): each for each in group.values()}.values()
    members = (sorted(chain.from_iterable(map(statements.members, each))) for each in found)
    return sorted(tuple(each) for each in members if len(each) > 1)


class _Statements:
    """What candidates say: those that say the very same of the same time are one statement.

    Statements have places of their own, in the order of the first candidate of each, which stands
    for all.
    """

    def __init__(self, every: Fingerprints, rows: Ints, read: Callable[[int], Event]) -> None:
        self._read = read
        self._document = every.document[rows]
        _, first, code = np.unique(every.said[rows], return_index=True, return_inverse=True)
        place = np.empty(len(first), np.int64)
        place[np.argsort(first)] = np.arange(len(first))
        order = np.argsort(place[code], kind="stable")
        self._places: Ints = order
        self._starts = np.searchsorted(place[code][order], np.arange(len(first) + 1))
        self.prints = every.of(rows[np.sort(first)])

    def event(self, place: int) -> Event:
        """The candidate that stands for a statement."""
        return self._read(int(self._places[self._starts[place]]))

    def members(self, place: int) -> list[int]:
        """The places of its candidates."""
        places: list[int] = self._places[self._starts[place] : self._starts[place + 1]].tolist()
        return places

    def documents(self, place: int) -> set[int]:
        """The documents that make it."""
        return {code for code in self._document[self.members(place)].tolist() if code >= 0}

    def repeated(self) -> list[int]:
        """The statements that several candidates make."""
        found: list[int] = np.flatnonzero(np.diff(self._starts) > 1).tolist()
        return found


def likeness(one: Event, other: Event, mine: Gist, theirs: Gist) -> Likeness | None:
    """How two candidates are alike, None where they may be different events."""
    if not _may_be_one(one, other):
        return None
    alike = told_of_one(mine, theirs)
    if alike is None or (not alike.strong and _quotes_contradict(one, other, mine, theirs)):
        return None
    dates = compare_dates(one.bounds, other.bounds)
    fits = {
        Dates.AGREED: True,
        Dates.WIDE: alike.strong,
        Dates.DISPUTED: alike.strong and alike.closest,
        Dates.APART: False,
    }
    return alike if fits[dates] else None


def _likely(statements: _Statements) -> Steps[list[tuple[float, int, int]]]:
    """The pairs that are alike, by the score that comes first when they are sorted."""
    found = []
    for pair in pairs(statements.prints):
        alike = _compared(statements, *pair) if pair else None
        if pair and alike is not None:
            found.append((-alike.score, *pair))
        yield
    return found


def _compared(statements: _Statements, one: int, other: int) -> Likeness | None:
    mine, theirs = statements.event(one), statements.event(other)
    return likeness(mine, theirs, gist_of(mine), gist_of(theirs))


def _of_one(statements: _Statements, one: int, other: int) -> bool:
    alike = _compared(statements, one, other)
    if alike is None:
        return False
    same = gist_of(statements.event(one)).line == gist_of(statements.event(other)).line
    return same or statements.documents(one).isdisjoint(statements.documents(other))


def _may_be_one(one: Event, other: Event) -> bool:
    """Whether voice and place let two candidates be one event."""
    voices = {one.voice, other.voice}
    if len(voices) > 1 and not voices <= _SAID:
        return False
    mine, theirs = _told_places(one.place), _told_places(other.place)
    return not (mine and theirs and mine.isdisjoint(theirs))


def _told_places(places: tuple[str, ...]) -> frozenset[str]:
    """The words of places that tell them from others."""
    words = (word for place in places for word in gist_of_words(place).weights)
    return frozenset(words) - same_words().weak


def _quotes_contradict(one: Event, other: Event, mine: Gist, theirs: Gist) -> bool:
    """Whether the sentences differ in what the titles, which are shorter, may leave out.

    Where the titles have no name in common, whom or what they tell of stands in the sentences.
    """
    if not one.evidence or not other.evidence:
        return False
    unnamed = not (mine.names & theirs.names) - same_words().countries
    first, second = (_told(event.evidence[0], whole=unnamed) for event in (one, other))
    return first != second and contradict(
        gist_of_words(first), gist_of_words(second), names_too=unnamed
    )


def _told(piece: Evidence, *, whole: bool) -> str:
    """The words of a quote, or of the sentence about it as far as its surroundings are recorded."""
    if not whole:
        return piece.exact
    before, after = _SENTENCE_END.split(piece.prefix)[-1], _SENTENCE_END.split(piece.suffix)[0]
    return f"{before}{piece.exact}{after}"
