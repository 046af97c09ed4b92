"""Has the index of the open chronology ready, and keeps the window free meanwhile.

What is tiny is indexed at once. Else a thread prepares the index, which for what is large lets a
process build it. Of a chronology that grows the last index stays until the next one is there.
"""

from contextlib import suppress
from pathlib import Path
from threading import Event as Flag
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import TimelineError

if TYPE_CHECKING:
    from izium_timeline.search.index import SearchIndex

# Seconds without a change after which a chronology has settled: as many as an index takes.
_LEAST_PAUSE: Final = 0.5
_MOST_PAUSE: Final = 2.0
_SHARE: Final = 5.0  # how many times as long as an index takes until the next, if it never does


class Indexer(QObject):
    """Makes the index of one chronology after another; ``made`` tells of each.

    ``index`` is of the chronology that is open, or of an earlier state of it.
    """

    made = Signal()
    _prepared = Signal(object, object, object, float)  # flag, chronology, index or error, seconds

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.index: SearchIndex | None = None
        self._chronology = Chronology("")
        self._target: Path | None = None
        self._abandoned = Flag()
        self._busy = False
        self._took = 0.0
        self._settled, self._due = self._after(), self._after()
        self._pool: QThreadPool | None = None
        self._prepared.connect(self._take)

    def open(self, chronology: Chronology, target: Path | None) -> None:
        """Have no index, and make that of another chronology when it is asked for."""
        self._abandoned.set()
        self._abandoned = Flag()
        self._settled.stop()
        self._due.stop()
        self._chronology, self._target = chronology, target
        self.index, self._busy, self._took = None, False, 0.0

    def renew(self, chronology: Chronology) -> None:
        """Take another state of the open chronology; its index follows, if there is one yet."""
        self._chronology = chronology
        wanted = self.index is not None or self._busy
        if wanted and self._is_tiny():
            self.make()
        elif wanted:
            took = max(_LEAST_PAUSE, self._took)
            self._settled.start(round(1000 * min(took, _MOST_PAUSE)))
            if not self._due.isActive():
                self._due.start(round(1000 * _SHARE * took))

    def use(self, index: "SearchIndex") -> None:
        """Take an index that is there already."""
        self.open(index.chronology, None)
        self.index = index

    def replace(self, damaged: "SearchIndex", sound: "SearchIndex") -> None:
        """Take an index in the place of one that turned out to be damaged."""
        if self.index is damaged:
            self.index = sound
            self.made.emit()

    def make(self) -> None:
        """Make the index, now or in a while; where it is there or under way, do nothing."""
        if self._busy or (self.index is not None and self.index.chronology is self._chronology):
            return
        self._settled.stop()
        self._due.stop()
        self._busy = True
        if self._is_tiny():
            self._work(self._chronology, self._abandoned)
            return
        self._pool = self._pool or QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        chronology, abandoned = self._chronology, self._abandoned
        self._pool.start(lambda: self._work(chronology, abandoned))

    def _after(self) -> QTimer:
        """A timer that has the index made."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.make)
        return timer

    def _is_tiny(self) -> bool:
        from izium_timeline.search.prepare import is_tiny  # no start needs it

        return is_tiny(self._chronology)

    def _work(self, chronology: Chronology, abandoned: Flag) -> None:
        """Prepare an index, in whichever thread this is."""
        from izium_timeline.search.prepare import AbandonedError, prepare

        began = monotonic()
        made: SearchIndex | TimelineError
        with suppress(AbandonedError, RuntimeError):  # Runtime: the window is gone
            try:
                made = prepare(chronology, self._target, abandoned)
            except TimelineError as error:  # the disk with the events fails
                made = error
            self._prepared.emit(abandoned, chronology, made, monotonic() - began)

    def _take(
        self,
        abandoned: Flag,
        chronology: Chronology,
        made: "SearchIndex | TimelineError",
        seconds: float,
    ) -> None:
        """Take what was made, unless another chronology is open by now.

        Raises TimelineError where nothing was: the next who asks for an index has it made.
        """
        if abandoned is not self._abandoned:
            return
        self._busy, self._took = False, seconds
        if isinstance(made, TimelineError):
            if chronology is self._chronology:
                raise made
            self.make()
            return
        self.index = made
        if chronology is not self._chronology:
            self.renew(self._chronology)
        self.made.emit()
