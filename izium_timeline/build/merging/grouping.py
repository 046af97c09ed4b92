"""Which candidates tell of one event: groups in which each is alike to each.

Complete linkage (Sørensen, 1948): the most alike are joined first, and two groups become one only
where every two of their members may be one event. No chain of likenesses joins what differs.
"""

import re
from collections import defaultdict
from collections.abc import Generator, Sequence
from itertools import chain, product
from typing import NamedTuple, TypeVar

from izium_timeline.build.merging.dates import Dates, compare_dates
from izium_timeline.build.merging.gist import Gist, gist_of, gist_of_words
from izium_timeline.build.merging.one_event import Likeness, contradict, says_enough, told_of_one
from izium_timeline.build.merging.pairing import Dated, pairs
from izium_timeline.build.merging.same_words import same_words
from izium_timeline.model.event import Event, Evidence, Voice

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that pauses after each bit of it, and returns its result at the end."""
Groups = list[tuple[Event, ...]]

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_SAID = frozenset((Voice.ASSERTED, Voice.CLAIMED))


class _Statement(NamedTuple):
    """Candidates that say the very same of the same time, which is one thing to compare."""

    events: tuple[Event, ...]
    gist: Gist

    @property
    def event(self) -> Event:
        """The one that stands for all."""
        return self.events[0]


def grouped(events: Sequence[Event], alone: frozenset[str] = frozenset()) -> Steps[Groups]:
    """The events in groups of one happening each, members in the order given, as are the groups.

    ``events`` have ids of their own and stand in an order that depends on them alone. Those whose
    ids are in ``alone`` stand for themselves.
    """
    statements = yield from _statements([event for event in events if event.id not in alone])
    likely = yield from _likely(statements)
    group = {place: [place] for place in range(len(statements))}
    for _, one, other in sorted(likely):
        mine, theirs = group[one], group[other]
        if mine is not theirs and all(
            _of_one(statements[a], statements[b]) for a, b in product(mine, theirs)
        ):
            mine += theirs
            group.update(dict.fromkeys(theirs, mine))
        yield
    found = {id(each): each for each in group.values()}
    joined = ([e for place in each for e in statements[place].events] for each in found.values())
    place_of = {event.id: place for place, event in enumerate(events)}
    single = ([event] for event in events if event.id in alone)
    members = (sorted(each, key=lambda event: place_of[event.id]) for each in chain(joined, single))
    return sorted(map(tuple, members), key=lambda each: place_of[each[0].id])


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


def _statements(events: Sequence[Event]) -> Steps[list[_Statement]]:
    """The statements that are made."""
    gists: list[Gist] = []
    same: defaultdict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        gist = gist_of(event)
        said = (gist.line, event.bounds, event.voice, event.place)
        key = (*said, _passage(event, gist))
        if key not in same:
            gists.append(gist)
        same[key].append(event)
        yield
    return [_Statement(tuple(each), gist) for each, gist in zip(same.values(), gists, strict=True)]


def _passage(event: Event, gist: Gist) -> tuple[str, ...]:
    """What makes a passage the same in another document; one that says little needs more of it."""
    if not event.evidence:
        return (event.id,)
    piece = event.evidence[0]
    enough = says_enough(gist) and gist.names - same_words().countries
    return (piece.exact,) if enough else (piece.prefix, piece.exact, piece.suffix)


def _likely(statements: Sequence[_Statement]) -> Steps[list[tuple[float, int, int]]]:
    """The pairs that are alike, by the score that comes first when they are sorted."""
    dated = []
    for statement in statements:
        dated.append(Dated(statement.gist.telling, statement.event.bounds))
        yield
    found = []
    for pair in pairs(dated):
        if pair is None:
            yield
            continue
        mine, theirs = statements[pair[0]], statements[pair[1]]
        alike = likeness(mine.event, theirs.event, mine.gist, theirs.gist)
        if alike is not None:
            found.append((-alike.score, *pair))
    return found


def _of_one(one: _Statement, other: _Statement) -> bool:
    if likeness(one.event, other.event, one.gist, other.gist) is None:
        return False
    documents = {event.evidence[0].document for event in one.events if event.evidence}
    others = {event.evidence[0].document for event in other.events if event.evidence}
    return one.gist.line == other.gist.line or documents.isdisjoint(others)


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
