"""Joining a folder's candidates, as earlier where they are the same ones."""

import hashlib
import json
from collections.abc import Generator, Iterable, Sequence
from typing import TypeVar

from izium_timeline.build.grouping import Steps
from izium_timeline.build.merging import GroupIds, groups_of, merging, names_of
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event
from izium_timeline.store.result_cache import ResultCache, program_state

T = TypeVar("T")


def joining(
    events: Sequence[Event], documents: Sequence[Document], cache: ResultCache
) -> Generator[bool, None, tuple[Event, ...]]:
    """The events, those joined that tell of one happening; yields True after a bit of work.

    Which ones they are is kept, for to find out takes longer than all else when nothing changed.
    """
    key = _key(events)
    known = _ids_of(cache.groups(key))
    joined = yield from _busy(merging(events, names=names_of(documents), known=known))
    if known is None:
        cache.keep_groups(key, json.dumps(groups_of(joined)))
    return joined


def _busy(work: Steps[T]) -> Generator[bool, None, T]:
    """Work that says after each bit of it that it goes on."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: T = done.value
            return result
        yield True


def _key(events: Iterable[Event]) -> str:
    """A hash of the candidates and the program: while it is the same, the same are joined."""
    found = sorted(f"{event.id} {piece.document}" for event in events for piece in event.evidence)
    state = "\n".join((program_state(), *found))
    return hashlib.sha256(state.encode(errors="replace")).hexdigest()


def _ids_of(text: str | None) -> GroupIds | None:
    """The groups of ids that a text holds; None where it is none, or damaged."""
    try:
        groups = json.loads(text or "")
    except ValueError:
        return None
    lists = isinstance(groups, list) and all(isinstance(group, list) for group in groups)
    return groups if lists and all(isinstance(i, str) for group in groups for i in group) else None
