"""Shows the candidates that match no event of a chronology beside its events.

To find them takes an interpreter of its own: another process does it, and the window paints on.
"""

import pickle
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from izium_timeline.app.long_work import Kind, LongWork, Task
from izium_timeline.app.parts import Parts
from izium_timeline.app.renewal import renew
from izium_timeline.app.workspace import Workspace
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import TimelineError
from izium_timeline.model.event import Event
from izium_timeline.model.steps import Step, Steps

_SECONDS: Final = 600.0  # after which the other process is given up
_LOOKING: Final = "Looking for unmatched candidates"
_NONE: Final = "Every candidate matches an event"


class Unmatched(QObject):
    """The unmatched candidates of the open chronology, shown while they are wanted.

    ``ended`` tells that they are not: another chronology is open, or they could not be found.
    """

    ended = Signal()

    def __init__(self, workspace: Workspace, parts: Parts, work: LongWork, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._parts = parts
        self._work = work
        self._target: Path | None = None
        self._plain: Chronology | None = None  # the chronology without them, None: not wanted
        self._full: Chronology | None = None  # with them
        workspace.opened.connect(self._follow)
        workspace.renewed.connect(self._follow)

    def show(self, on: bool) -> None:
        """Find the unmatched candidates and show them, or take them away again."""
        if on:
            self._find()
            return
        plain, full = self._plain, self._full
        self._forget()
        if plain is not None and self._workspace.base is full:
            renew(self._workspace, self._parts, plain)

    def _follow(self) -> None:
        """Find those of another state of the chronology; of another chronology show none."""
        base = self._workspace.base
        if self._plain is None or base is self._plain or base is self._full:
            return
        if self._workspace.target == self._target:
            self._find()
        else:
            self._end()

    def _find(self) -> None:
        self._forget()
        workspace = self._workspace
        self._target, self._plain = workspace.target, workspace.base
        known = replace(workspace.base, documents=workspace.chronology.documents)
        self._work.begin(Task(Kind.SEEKING, _LOOKING, _found(known), self._take, self._end))

    def _take(self, found: tuple[Event, ...]) -> None:
        """Show what was found."""
        plain = self._plain
        if plain is None or not found:
            self._parts.status.setText(_NONE)
            return
        self._workspace.unmatched = frozenset(event.id for event in found)
        self._full = replace(plain, events=(*plain.events, *found))
        renew(self._workspace, self._parts, self._full)

    def _end(self) -> None:
        self._forget()
        self.ended.emit()

    def _forget(self) -> None:
        self._work.leave(Kind.SEEKING)
        self._workspace.unmatched = frozenset()
        self._plain = self._full = None


def _found(chronology: Chronology) -> Steps[tuple[Event, ...]]:
    """Wait for the unmatched candidates, which another process finds; raises TimelineError."""
    from izium_timeline.build.matching import unmatched_in
    from izium_timeline.build.workers import Workers
    from izium_timeline.corpus.limits import Limits

    workers: Workers[Chronology] = Workers(unmatched_in, Limits(seconds=_SECONDS), cores=1)
    documents = len(chronology.documents)
    try:
        workers.put(chronology)
        while (done := next(iter(workers.poll()), None)) is None:
            yield Step(0, documents, "documents are searched", waits=True)
    finally:
        workers.close()
    if done.problem:
        raise TimelineError(f"The unmatched candidates: the search {done.problem}.")
    found: tuple[Event, ...] = pickle.loads(done.answer)
    return found
