"""Reading a folder while the window lives: a slice of work at a time, and what came of it."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import DocumentError, LostEventError, TimelineError
from izium_timeline.store.entered import NOTHING, read_entered
from izium_timeline.store.open import nothing_in

if TYPE_CHECKING:
    from izium_timeline.store.folder import FolderReading

_SLICE = 0.006  # seconds of work between two looks at what a person does
_IDLE = 10  # milliseconds to the next look where other processes are waited for
_TELL = 0.05  # seconds between two states of the counts
_SHARE = 20  # of the time of reading, what showing more of it may take
_LEAST = 0.25  # seconds between two states that are shown


class Opening(QObject):
    """One folder's reading after another.

    ``grown`` carries a chronology with more in it, ``finished`` the one with all in it, or with
    what was read before it was cancelled. ``progressed`` tells that counts have changed,
    ``failed`` why nothing can be read.
    """

    progressed = Signal()
    failed = Signal(str)
    grown = Signal(object)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reading: FolderReading | None = None
        self.partial = False  # whether what is shown is what a cancelled reading left
        self._folder = Path()
        self._again = self._retry = False
        self._shown = 0
        self._due = self._told = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._advance)

    @property
    def running(self) -> bool:
        """Whether a folder is being read."""
        return self._timer.isActive()

    def start(self, folder: Path, *, again: bool = False, retry: bool = False) -> None:
        """Read a folder; ``again`` shows nothing of it until all is there or, after a reading
        that was cancelled, until there is more than is shown.

        ``retry`` reads files that could not be read as if that were not known.
        Raises DocumentError where it can't be opened; what was being read is given up.
        """
        try:
            os.scandir(folder).close()
        except OSError as error:
            raise DocumentError(
                f"can't be read ({error.strerror})",
                path=folder,
                remedy="check its name and its rights",
            ) from None
        self.stop()
        self.partial = again and self.partial
        self._again = again and not self.partial
        self._shown = self._shown if self.partial else 0
        self.reading, self._folder, self._retry = None, folder, retry
        self._due = 0.0
        self._timer.start(0)

    def cancel(self) -> None:
        """Read no more, and keep what is there; a folder that is read again stays as it was,
        unless more of it was found meanwhile.
        """
        if self.reading is not None and self.running:
            self.reading.cancel()
            if self._again or self.reading.ready < self._shown:
                self.stop()
            self.progressed.emit()

    def stop(self) -> None:
        """Give up what is being read."""
        self._rest()
        if self.reading is not None:
            self.reading.close()

    def _begin(self, folder: Path) -> None:
        """List the folder; not at once, so that the window is painted before."""
        from izium_timeline.store.folder import (
            FolderReading,  # the rule tables: no start needs them
        )

        entered = NOTHING
        with suppress(TimelineError):  # whoever shows what was entered tells
            entered = read_entered(folder)
        try:
            self.reading = FolderReading(folder, entered, retry=self._retry)
        except TimelineError as error:
            self._rest()
            self.failed.emit(str(error))
        else:
            self._timer.start(0)

    def _advance(self) -> None:
        """Do a slice of the work, and tell of it, if it is time to."""
        try:
            self._work()
        except LostEventError as error:  # the disk with the program's cache fails
            self.stop()
            self.failed.emit(str(error))
        now = time.monotonic()
        if now - self._told > _TELL or not self.running:
            self._told = now
            self.progressed.emit()

    def _work(self) -> None:
        """Read for a while, and show what there is, if it is time to."""
        reading = self.reading
        if reading is None:
            self._begin(self._folder)
        elif reading.advance(_SLICE):
            self._timer.start(_IDLE if reading.idle else 0)
            self._grow(reading)
        else:
            self._rest()
            self.partial = reading.cancelled
            self._show(reading, self.finished.emit)
            if not reading.paths:
                self.failed.emit(str(nothing_in(reading.folder, len(reading.skipped))))

    def _grow(self, reading: "FolderReading") -> None:
        """Show more where there is more: the longer that takes, the more seldom."""
        wanted = not self._again and time.monotonic() >= self._due
        if wanted and reading.ready > self._shown:
            self._show(reading, self.grown.emit)

    def _rest(self) -> None:
        """Do no more."""
        self._timer.stop()

    def _show(self, reading: "FolderReading", show: Callable[[Chronology], None]) -> None:
        began = time.monotonic()
        self._shown = reading.ready
        show(reading.chronology())
        took = time.monotonic() - began
        self._due = time.monotonic() + max(_LEAST, _SHARE * took)
