"""What a person enters about a chronology before saving it anywhere: kept at once, and whole.

It is a chronology itself, of what was entered alone: documents with the publication dates that
were asked for, events with the resolutions of their conflicts, kept searches, candidates held
apart. So its file is a chronology file like any other; it lies in the state folder, under a
name that tells nothing of the folder it is about.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document, Publication
from izium_timeline.model.errors import TimelineError
from izium_timeline.model.event import Event
from izium_timeline.store.chronology_file import (
    ENDING,
    read_chronology_file,
    write_chronology_file,
)
from izium_timeline.store.folders import state_folder, target_key

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
    resolved = {event.id: event.resolution for event in entered.events}
    return replace(
        base,
        documents=tuple(
            replace(document, publication=publication)
            if (publication := published.get(document.path))
            else document
            for document in base.documents
        ),
        events=tuple(
            replace(event, resolution=resolved[event.id])
            if event.id in resolved and (event.conflict or event.resolution)
            else event  # a part of what was split has its id, and no conflict
            for event in _held_apart(base, entered)
        ),
        searches=tuple(dict.fromkeys((*entered.searches, *base.searches))),
        apart=tuple(dict.fromkeys((*entered.apart, *base.apart))),
    )


def _held_apart(base: Chronology, entered: Chronology) -> tuple[Event, ...]:
    """The events, with the candidates that a person holds apart taken out of joined ones."""
    if not entered.apart:
        return base.events
    from izium_timeline.build.merging.merge import held_apart, names_of  # no start needs it

    return held_apart(base.events, entered.apart, names_of(base.documents))


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
    opened = next((each.resolution for each in chronology.events if each.id == event.id), "")
    events = [other for other in entered.events if other.id != event.id]
    if resolution or opened:
        events.append(replace(event, resolution=resolution))
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
