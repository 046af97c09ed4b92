"""Which candidates tell of one event: groups in which each is alike to each.

Complete linkage (Sørensen, 1948): the most alike are joined first, and two groups become one only
where every two of their members may be one event. No chain of likenesses joins what differs.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from izium_timeline.build.dates import Dates, compare_dates
from izium_timeline.build.gist import Gist, gist_of, gist_of_words
from izium_timeline.build.one_event import Likeness, contradict, says_enough, told_of_one
from izium_timeline.build.pairing import Dated, pairs
from izium_timeline.build.same_words import same_words
from izium_timeline.model.event import Event, Voice

Apart = frozenset[frozenset[str]]

_SAID = frozenset((Voice.ASSERTED, Voice.CLAIMED))


@dataclass(frozen=True, slots=True)
class _Statement:
    """Candidates that say the very same of the same time, which is one thing to compare."""

    events: tuple[Event, ...]
    gist: Gist

    @property
    def event(self) -> Event:
        """The one that stands for all."""
        return self.events[0]


def grouped(events: Sequence[Event], apart: Apart = frozenset()) -> list[tuple[Event, ...]]:
    """The events in groups of one happening each, members in the order given, as are the groups.

    ``events`` have ids of their own and stand in an order that depends on them alone.
    """
    statements = _statements(events, apart)
    likely = _likely(statements)
    group = {place: [place] for place in range(len(statements))}
    for _, one, other in sorted(likely):
        mine, theirs = group[one], group[other]
        if mine is theirs or not all(
            _of_one(statements[a], statements[b], apart) for a, b in product(mine, theirs)
        ):
            continue
        mine += theirs
        group.update(dict.fromkeys(theirs, mine))
    found = {id(each): each for each in group.values()}
    place_of = {event.id: place for place, event in enumerate(events)}
    members = (
        sorted(
            (event for place in each for event in statements[place].events),
            key=lambda event: place_of[event.id],
        )
        for each in found.values()
    )
    return sorted(map(tuple, members), key=lambda each: place_of[each[0].id])


def likeness(one: Event, other: Event, mine: Gist, theirs: Gist) -> Likeness | None:
    """How two candidates are alike, None where they may be different events."""
    if not _may_be_one(one, other):
        return None
    alike = told_of_one(mine, theirs)
    if alike is None or (not alike.strong and _quotes_contradict(one, other)):
        return None
    dates = compare_dates(one.bounds, other.bounds)
    fits = {
        Dates.AGREED: True,
        Dates.WIDE: alike.strong,
        Dates.DISPUTED: alike.strong and alike.closest,
        Dates.APART: False,
    }
    return alike if fits[dates] else None


def _statements(events: Sequence[Event], apart: Apart) -> list[_Statement]:
    """The statements that are made; one that is kept apart from another stands for itself."""
    alone = frozenset().union(*apart) if apart else frozenset()
    gists: list[Gist] = []
    same: defaultdict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        gist = gist_of(event)
        said = (gist.line, event.bounds, event.voice, event.place)
        key = (*said, event.id if event.id in alone else _passage(event, gist))
        if key not in same:
            gists.append(gist)
        same[key].append(event)
    return [_Statement(tuple(each), gist) for each, gist in zip(same.values(), gists, strict=True)]


def _passage(event: Event, gist: Gist) -> tuple[str, ...]:
    """What makes a passage the same in another document; one that says little needs more of it."""
    if not event.evidence:
        return (event.id,)
    piece = event.evidence[0]
    return (piece.exact,) if says_enough(gist) else (piece.prefix, piece.exact, piece.suffix)


def _likely(statements: Sequence[_Statement]) -> list[tuple[float, int, int]]:
    """The pairs that are alike, by the score that comes first when they are sorted."""
    dated = [Dated(statement.gist.telling, statement.event.bounds) for statement in statements]
    return [
        (-alike.score, one, other)
        for one, other in pairs(dated)
        for mine, theirs in [(statements[one], statements[other])]
        if (alike := likeness(mine.event, theirs.event, mine.gist, theirs.gist))
    ]


def _of_one(one: _Statement, other: _Statement, apart: Apart) -> bool:
    if apart and any(
        frozenset((mine.id, theirs.id)) in apart
        for mine, theirs in product(one.events, other.events)
    ):
        return False
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


def _quotes_contradict(one: Event, other: Event) -> bool:
    """Whether the sentences differ in what the titles, which are shorter, may leave out."""
    if not one.evidence or not other.evidence:
        return False
    mine, theirs = one.evidence[0].exact, other.evidence[0].exact
    return mine != theirs and contradict(gist_of_words(mine), gist_of_words(theirs))
