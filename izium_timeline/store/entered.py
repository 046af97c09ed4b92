"""What a person enters about a chronology before saving it anywhere: kept at once, and whole.

It is a chronology itself, of what was entered alone: documents with the publication dates that
were asked for, events with the resolutions of their conflicts, kept searches, candidates held
apart. So its file is a chronology file like any other; it lies in the state folder, under a
name that tells nothing of the folder it is about.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.errors import TimelineError
from izium_timeline.model.event import Event, Status
from izium_timeline.store.chronology_file import (
    ENDING,
    read_chronology_file,
    write_chronology_file,
)
from izium_timeline.store.folders import state_folder, target_key

Changes = Mapping[int, Sequence[Event]]
"""Other events in place of those at some places of a chronology."""

NOTHING: Final = Chronology("Entered by hand")


def read_entered(target: Path | None) -> Chronology:
    """What was entered about a target (None: Izium); NOTHING where there is nothing.

    Raises TimelineError where it can't be read; the file stays as it is.
    """
    place = _place(target, make=False)
    return read_chronology_file(place) if place.exists() else NOTHING


def write_entered(target: Path | None, entered: Chronology) -> None:
    """Keep what was entered; raises TimelineError, and then keeps what was there before."""
    place = _place(target)
    with suppress(OSError):  # writing will tell
        place.parent.mkdir(mode=0o700, exist_ok=True)
    write_chronology_file(entered, place)


def forget_entered(target: Path | None) -> None:
    """Remove all that was entered about a target."""
    with suppress(OSError, TimelineError):
        _place(target, make=False).unlink()


def overlay(base: Chronology, entered: Chronology) -> Chronology:
    """The chronology with what was entered about it."""
    if entered == NOTHING:
        return base
    published = {document.path: document.publication for document in entered.documents}
    chronology = base.with_changes(
        documents=tuple(
            replace(document, publication=publication)
            if (publication := published.get(document.path))
            else document
            for document in base.documents
        ),
        searches=tuple(dict.fromkeys((*entered.searches, *base.searches))),
        apart=tuple(dict.fromkeys((*entered.apart, *base.apart))),
    )
    for changes_of in (_held_apart, _judged):
        if changes := changes_of(chronology, entered):
            chronology = chronology.with_changes(events=chronology.amended(changes))
    return chronology


def _held_apart(chronology: Chronology, entered: Chronology) -> Changes:
    """The candidates that a person holds apart, in place of the events that joined them."""
    if not entered.apart:
        return {}
    from izium_timeline.build.merging.merge import held_apart, names_of  # no start needs it

    names = names_of(chronology.documents)
    every = ((row, chronology.events[row]) for row in chronology.joined())
    parts = ((row, event, held_apart([event], entered.apart, names)) for row, event in every)
    return {row: events for row, event, events in parts if events != (event,)}


def _judged(chronology: Chronology, entered: Chronology) -> Changes:
    """The events whose conflict a person resolved, or that they accepted or turned down.

    A part of what was split has the id of the whole, and neither its conflict nor all its words.
    """
    changes = {}
    for judged in entered.events:
        row = chronology.row_of(judged.id)
        if row is None:
            continue
        event = chronology.events[row]
        known = replace(event, status=_status(event, judged))
        if event.conflict or event.resolution:
            known = replace(known, resolution=judged.resolution)
        if known != event:
            changes[row] = (known,)
    return changes


def _status(event: Event, judged: Event) -> Status:
    """What a person says of a candidate, or that a reviewed event is to be left out after all.

    It holds of an event that still has all the words that were judged.
    """
    words, judged_words = (
        {(piece.document, piece.exact) for piece in each.evidence} for each in (event, judged)
    )
    open_still = event.status is Status.CANDIDATE
    turned_down = event.status is Status.REVIEWED and judged.status is Status.REJECTED
    return judged.status if judged_words <= words and (open_still or turned_down) else event.status


def with_publication(entered: Chronology, path: str, publication: Publication | None) -> Chronology:
    """With the date at which a document was published; None takes an entered one back."""
    others = [document for document in entered.documents if document.path != path]
    known = entered.document(path) or Document(path)
    return _fitting(entered, [*others, replace(known, publication=publication)], entered.events)


def with_resolution(
    entered: Chronology, chronology: Chronology, event: Event, resolution: str
) -> Chronology:
    """With what a person concludes from an event's conflict; an empty text takes it back.

    The event is kept whole, with its words, so that the conclusion can be read without the
    chronology that it was drawn from. An empty text is kept where ``chronology``, as it was
    opened, has one that it takes back.
    """
    return _with_judged(entered, chronology, event, resolution=resolution)


def with_status(
    entered: Chronology, chronology: Chronology, event: Event, status: Status
) -> Chronology:
    """With what a person makes of an event: accepted, turned down, or a candidate again.

    The event is kept whole, as with a conclusion.
    """
    return _with_judged(entered, chronology, event, status=status)


def _with_judged(
    entered: Chronology, chronology: Chronology, event: Event, **judgement: Any
) -> Chronology:
    """With an event, if what a person says of it is another than the chronology does."""
    row = chronology.row_of(event.id)
    opened = event if row is None else chronology.events[row]
    said = next((other for other in entered.events if other.id == event.id), opened)
    kept = replace(event, status=said.status, resolution=said.resolution)
    kept = replace(kept, **judgement)
    events = [other for other in entered.events if other.id != event.id]
    if kept.resolution or opened.resolution or kept.status is not opened.status:
        events.append(kept)
    documents = {document.path: document for document in entered.documents}
    for piece in event.evidence:
        quoted = chronology.document(piece.document)
        sha256 = "" if quoted is None else quoted.recorded_sha256 or quoted.sha256
        documents.setdefault(piece.document, Document(piece.document, recorded_sha256=sha256))
    return _fitting(entered, documents.values(), events)


def with_searches(entered: Chronology, searches: Iterable[str]) -> Chronology:
    """With these searches kept, and no others."""
    return replace(entered, searches=tuple(dict.fromkeys(searches)))


def with_apart(entered: Chronology, pairs: Iterable[tuple[str, str]]) -> Chronology:
    """With these pairs of candidates held apart, and no others."""
    return replace(entered, apart=tuple(dict.fromkeys(pairs)))


def _fitting(
    entered: Chronology, documents: Iterable[Document], events: Iterable[Event]
) -> Chronology:
    """With these events, and of the documents those that something was entered about."""
    events = tuple(events)
    quoted = {piece.document for event in events for piece in event.evidence}
    return replace(
        entered,
        events=events,
        documents=tuple(
            document for document in documents if document.publication or document.path in quoted
        ),
    )


def _place(target: Path | None, *, make: bool = True) -> Path:
    return state_folder(make=make) / "entered" / f"{target_key(target)}{ENDING}"
