"""Seeks passages a few milliseconds at a time.

To look for words in the texts of many documents takes seconds, and a thread that does it would
hold the interpreter while the window paints. So it is done in the window's own thread, between
its events, and left off at the next query.
"""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from izium_timeline.search.find import Hits
    from izium_timeline.search.passages import Passage

_SLICE: Final = 0.004  # seconds
_TELL: Final = 0.25  # seconds from one word of what was found to the next


class Hunt(QObject):
    """The passages of one search after another.

    ``told`` carries the passages found so far, and whether there may be more. What a slice is
    enough for is told before ``start`` returns.
    """

    told = Signal(object, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seek: Callable[[], Iterator[Passage | None]] | None = None
        self._rest: Iterator[Passage | None] = iter(())
        self._found: list[Passage] = []
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def start(self, hits: "Hits | None") -> bool:
        """Seek the passages of these hits; those that are sought or known already stay.

        Returns whether there is anything new to seek.
        """
        seek = None if hits is None else hits.seek_passages
        if seek is self._seek:
            return False
        self._seek, self._found, self._due = seek, [], 0.0
        self._rest = iter(()) if seek is None else seek()
        self._timer.start()
        self._go_on()
        return True

    def _go_on(self) -> None:
        from izium_timeline.search.passages import MOST

        end = perf_counter() + _SLICE
        for passage in self._rest:
            if passage is not None:
                self._found.append(passage)
            if len(self._found) == MOST:
                self._tell(done=True, more=True)
                return
            if perf_counter() > end:
                self._tell(done=False, more=True)
                return
        self._tell(done=True, more=False)

    def _tell(self, *, done: bool, more: bool) -> None:
        if done:
            self._timer.stop()
            self._rest = iter(())
        now = perf_counter()
        if done or now >= self._due:
            self._due = now + _TELL
            self.told.emit(tuple(self._found), more)
