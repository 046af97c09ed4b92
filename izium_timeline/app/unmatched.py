"""Shows the candidates that match no event of a chronology beside its events.

To find them takes an interpreter of its own: another process does it, and the window paints on.
"""

import pickle
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from izium_timeline.app.parts import Parts
from izium_timeline.app.renewal import renew
from izium_timeline.app.workspace import Workspace
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Event

if TYPE_CHECKING:
    from izium_timeline.build.workers import Workers

_LOOK: Final = 50  # milliseconds between two looks at the other process
_SECONDS: Final = 600.0  # after which it is given up
_LOOKING: Final = "Looking for candidates that match no event…"
_NONE: Final = "Every candidate matches an event"


class Unmatched(QObject):
    """The unmatched candidates of the open chronology, shown while they are wanted.

    ``ended`` tells that they are not: another chronology is open, or they could not be found.
    """

    ended = Signal()

    def __init__(self, workspace: Workspace, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._parts = parts
        self._target: Path | None = None
        self._plain: Chronology | None = None  # the chronology without them, None: not wanted
        self._full: Chronology | None = None  # with them
        self._workers: Workers[Chronology] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)
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
        from izium_timeline.build.matching import unmatched_in
        from izium_timeline.build.workers import Workers
        from izium_timeline.corpus.limits import Limits

        self._forget()
        workspace = self._workspace
        self._target, self._plain = workspace.target, workspace.base
        self._workers = Workers(unmatched_in, Limits(seconds=_SECONDS), cores=1)
        self._workers.put(replace(workspace.base, documents=workspace.chronology.documents))
        self._parts.status.setText(_LOOKING)
        self._timer.start()

    def _look(self) -> None:
        """Show what was found, once it is there."""
        done = next(iter(self._workers.poll()), None) if self._workers else None
        if done is None:
            return
        self._stop()
        if done.problem:
            self._parts.message.tell(f"The unmatched candidates: the search {done.problem}.")
            self._end()
            return
        found: tuple[Event, ...] = pickle.loads(done.answer)
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
        self._stop()
        self._workspace.unmatched = frozenset()
        self._plain = self._full = None

    def _stop(self) -> None:
        self._timer.stop()
        if self._workers is not None:
            self._workers.close()
            self._workers = None
