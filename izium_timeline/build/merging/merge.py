"""Candidates of several documents that tell of one event become one, with all their evidence.

What was joined keeps its members and can be taken apart again.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count

import numpy as np

from izium_timeline.build.merging.fingerprints import fingerprints_of
from izium_timeline.build.merging.grouping import grouped
from izium_timeline.build.merging.joining import join
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event, Status
from izium_timeline.model.steps import Slices, finished


def merge(
    events: Sequence[Event],
    apart: Collection[tuple[str, str]] = (),
    names: Mapping[str, str] | None = None,
) -> tuple[Event, ...]:
    """The events, those joined that tell of one happening, in the order of time.

    Candidates alone are joined; reviewed and rejected events are left as they are. What was joined
    before is first taken apart, so that merging again changes nothing. ``apart`` holds pairs of
    candidates' ids; what stands in one is joined with nothing, so that a person who holds events
    apart changes no other. ``names`` says how documents are called, by their paths. The order of
    ``events`` does not matter. Candidates that share an id, as those of two documents with the
    same passage do, get ids of their own.
    """
    return finished(merging(events, apart, names))


def merging(
    events: Sequence[Event],
    apart: Collection[tuple[str, str]] = (),
    names: Mapping[str, str] | None = None,
) -> Slices[tuple[Event, ...]]:
    """What ``merge`` does, in many small steps, for whoever has other things to do meanwhile."""
    rest = [event for event in events if event.status is not Status.CANDIDATE]
    candidates = (event for event in events if event.status is Status.CANDIDATE)
    parts = chain.from_iterable(map(taken_apart, candidates))
    members = with_own_ids(parts, {event.id for event in rest})
    yield
    held = frozenset(chain.from_iterable(apart))
    rest += (event for event in members if event.id in held)
    members = [event for event in members if event.id not in held]
    prints = fingerprints_of(members)
    groups = yield from grouped(
        prints, np.arange(len(members), dtype=np.int32), members.__getitem__
    )
    together = frozenset(chain.from_iterable(groups))
    rest += (event for place, event in enumerate(members) if place not in together)
    for group in groups:
        rest.append(join([members[place] for place in group], names or {}))
        yield
    return tuple(sorted(rest, key=lambda event: event.sort_key))


def held_apart(
    events: Sequence[Event],
    apart: Collection[tuple[str, str]],
    names: Mapping[str, str] | None = None,
) -> tuple[Event, ...]:
    """Merged events with what a person holds apart taken out of those that it was joined with.

    The same as if all had been merged with ``apart``, at the cost of those alone that it concerns.
    """
    alone = frozenset(chain.from_iterable(apart))
    return tuple(
        chain.from_iterable(
            merge([event], apart, names)
            if any(member.id in alone for member in event.members)
            else (event,)
            for event in events
        )
    )


def names_of(documents: Iterable[Document]) -> dict[str, str]:
    """How documents are called in a sentence: by their publisher, where one alone has it."""
    published = Publishers()
    for document in documents:
        published.note(document)
    return published.names()


class Publishers:
    """Who published documents, noted one by one."""

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}

    def note(self, document: Document) -> None:
        """Take a document; a publisher with several has no path."""
        publisher, path = document.publisher, document.path
        self._paths[publisher] = "" if publisher in self._paths else path

    def names(self) -> dict[str, str]:
        """The publisher by the path of the one document that it published."""
        return {path: name for name, path in self._paths.items() if name and path}


def taken_apart(event: Event) -> tuple[Event, ...]:
    """The candidates that an event was joined from; itself where it was not joined.

    Their quotes stand where those of the joined event were found.
    """
    if not event.members:
        return (event,)
    found = {replace(piece, anchor=None): piece.anchor for piece in event.evidence}
    return tuple(
        replace(
            member,
            evidence=tuple(
                replace(piece, anchor=found.get(replace(piece, anchor=None), piece.anchor))
                for piece in member.evidence
            ),
        )
        for member in event.members
    )


def with_own_ids(events: Iterable[Event], taken: set[str]) -> list[Event]:
    """The events in an order that depends on them alone, each with an id of its own."""
    every = list(events)
    frequency = Counter(event.id for event in every)
    by_id: defaultdict[str, list[Event]] = defaultdict(list)
    own = []
    for event in every:
        if frequency[event.id] > 1 or event.id in taken:
            by_id[event.id].append(event)
        else:
            own.append(event)
    used = taken | frequency.keys()
    for name in sorted(by_id):
        own += _renamed(by_id[name], used, first_too=name in taken)
    return sorted(own, key=lambda event: event.sort_key)


def _renamed(same: list[Event], used: set[str], *, first_too: bool) -> Iterator[Event]:
    """Events of one id, each but the first with a number behind it."""
    for place, event in enumerate(sorted(same, key=_by_source)):
        if place or first_too:
            name = next(name for n in count(2) if (name := f"{event.id}-{n}") not in used)
            used.add(name)
            yield replace(event, id=name)
        else:
            yield event


def _by_source(event: Event) -> tuple[object, ...]:
    pieces = [(piece.document, piece.start, piece.exact) for piece in event.evidence]
    return (pieces, event.title, str(event.bounds))
