"""What a person enters, with undo and redo; every step is on disk before it shows."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import TimelineError, UsageError
from izium_timeline.store.entered import NOTHING, read_entered, write_entered

Change = Callable[[Chronology], Chronology]


class _Step(NamedTuple):
    """A change in words, and what was entered on its other side."""

    what: str
    other: Chronology


class Entries(QObject):
    """What was entered about the open chronology.

    ``changed`` tells that it is another now, by a change, an undo or a redo.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entered = NOTHING
        self._target: Path | None = None
        self._problem: TimelineError | None = None
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def open(self, target: Path | None) -> str:
        """Read what was entered about a target; returns why that can't be read, or nothing.

        What can't be read is left as it is, and nothing can be entered until it is mended: it
        would be written over.
        """
        if target != self._target:
            self._done, self._undone = [], []
        self._target, self._problem, self.entered = target, None, NOTHING
        try:
            self.entered = read_entered(target)
        except TimelineError as error:
            self._problem = error
            return f"What you entered earlier can't be shown. {error}"
        return ""

    def change(self, what: str, make: Change) -> None:
        """Enter something. ``what`` names it for undo; raises TimelineError if it can't be kept."""
        before = self.entered
        after = make(before)
        if after != before:
            self._take(after)
            self._done.append(_Step(what, before))
            self._undone.clear()
            self.changed.emit()

    def adopt(self, make: Change) -> None:
        """Take over what was entered elsewhere before: no step that can be undone, and not told.

        Raises TimelineError if it can't be kept.
        """
        after = make(self.entered)
        if after != self.entered:
            self._take(after)

    def undo(self) -> str:
        """Take the last change back; returns what to tell. Raises TimelineError."""
        return self._step(self._done, self._undone, "Undone")

    def redo(self) -> str:
        """Do again what was taken back last; returns what to tell. Raises TimelineError."""
        return self._step(self._undone, self._done, "Done again")

    def _step(self, steps: list[_Step], opposite: list[_Step], told: str) -> str:
        if not steps:
            return "There is nothing to undo" if steps is self._done else "There is nothing to redo"
        here = self.entered
        self._take(steps[-1].other)
        step = steps.pop()
        opposite.append(_Step(step.what, here))
        self.changed.emit()
        return f"{told}: {step.what}"

    def _take(self, entered: Chronology) -> None:
        if self._problem is not None:
            raise UsageError(
                "what you enter can't be kept, since what you entered earlier can't be read",
                path=self._problem.path,
                remedy="correct that file, or move it away",
            )
        write_entered(self._target, entered)
        self.entered = entered
