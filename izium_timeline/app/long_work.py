"""Work that may take long, done in slices between what a person does.

A thread would hold the interpreter while the window paints, so the window's own thread works, some
milliseconds at a time. What takes no longer than a moment is done at once; what takes longer has a
line that says how far it is, with Cancel, which leaves no half of it behind.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from math import inf
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from izium_timeline.model.errors import TimelineError
from izium_timeline.model.steps import MOMENT, Step, Steps, advanced
from izium_timeline.views.progress_line import ProgressLine, ProgressLines

_SLICE: Final = 0.006  # seconds of work between two looks at what a person does
_TELL: Final = 0.05  # seconds between two states of a line
_GRAIN: Final = 1000  # states of a bar
_IDLE: Final = 50  # milliseconds to the next look at what others do


class Kind(Enum):
    """What work is for, and what is left of it where it is cancelled.

    Of reading and of seeking only the last is wanted, and none once something else is open, or the
    window closes. What is to be written is written whatever else is begun, and before the window
    closes.
    """

    READING = "what was shown stays"
    SEEKING = "none are shown"
    WRITING = "the file is as it was"


_UNWRITTEN: Final = (Kind.READING, Kind.SEEKING)


@dataclass(frozen=True, eq=False)
class Task:
    """Work to be done: how it is called ("Saving x"), its steps, who takes what comes of it, and
    who has to know that nothing does, since it failed or was cancelled.
    """

    kind: Kind
    title: str
    steps: Steps[Any]
    take: Callable[[Any], None]
    give_up: Callable[[], None] = lambda: None


class LongWork(QObject):
    """All tasks that are under way in a window.

    ``failed`` says why one came to nothing, ``cancelled`` which a person gave up; ``ended`` tells
    that one has come to an end, whichever.
    """

    failed = Signal(str)
    cancelled = Signal(str)
    ended = Signal()

    def __init__(self, lines: ProgressLines, window: QWidget) -> None:
        super().__init__(window)
        self._lines = lines
        self._running: list[_Running] = []
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(lambda: self._cancel(self._running[-1]))

    @property
    def reads(self) -> bool:
        """Whether something is being read."""
        return bool(self._of(Kind.READING))

    def begin(self, task: Task) -> None:
        """Do a task at once if it takes but a moment, else begin with it."""
        if task.kind is not Kind.WRITING:
            self.leave(task.kind)
        running = _Running(task, self)
        running.timer.timeout.connect(lambda: self._advance(running, _SLICE))
        self._running.append(running)
        self._advance(running, MOMENT)

    def leave(self, *kinds: Kind) -> None:
        """Do no more of these kinds: nobody wants it any longer."""
        for running in self._of(*kinds):
            self._end(running)

    def finish(self) -> bool:
        """Write at one go what is to be written, leave all else; returns whether that succeeded."""
        self.leave(*_UNWRITTEN)
        return all([self._advance(running, inf) for running in tuple(self._running)])

    def _of(self, *kinds: Kind) -> list["_Running"]:
        return [running for running in self._running if running.task.kind in kinds]

    def _advance(self, running: "_Running", seconds: float) -> bool:
        """Work for so long, at most; returns whether all went well so far."""
        try:
            step = advanced(running.task.steps, seconds)
        except StopIteration as done:
            self._end(running)
            running.task.take(done.value)
        except TimelineError as error:
            self._end(running)
            self.failed.emit(str(error))
            running.task.give_up()
            return False
        except BaseException:
            self._end(running)
            raise
        else:
            self._tell(running, step)
            running.timer.start(_IDLE if step.waits else 0)
        return True

    def _tell(self, running: "_Running", step: Step) -> None:
        """Say how far it is, now and then."""
        now = monotonic()
        if now - running.told < _TELL:
            return
        running.told = now
        if running.line is None:
            ends = f"Give it up (Esc); {running.task.kind.value}"
            running.line = self._lines.add(running.task.title, ends)
            running.line.cancelled.connect(lambda: self._cancel(running))
            self._escape.setEnabled(True)
        done, total = (0, 0) if step.waits else (int(_GRAIN * step.share), _GRAIN)
        running.line.show_progress(done, total, f"{running.task.title} · {step}")

    def _cancel(self, running: "_Running") -> None:
        self._end(running)
        self.cancelled.emit(f"{running.task.title} was cancelled; {running.task.kind.value}")
        running.task.give_up()

    def _end(self, running: "_Running") -> None:
        running.timer.stop()
        running.timer.deleteLater()
        running.task.steps.close()
        self._running.remove(running)
        if running.line is not None:
            self._lines.remove(running.line)
        self._escape.setEnabled(any(each.line is not None for each in self._running))
        self.ended.emit()


class _Running:
    """A task that is under way, its timer, and its line once it has one."""

    def __init__(self, task: Task, parent: QObject) -> None:
        self.task = task
        self.timer = QTimer(parent)
        self.timer.setSingleShot(True)
        self.line: ProgressLine | None = None
        self.told = 0.0
