"""Watching the documents of an open chronology file: which are no longer what was read.

The system tells of changes in so many files as it may be asked to watch; a look at a few hundred
now and then finds those that it does not tell of, as on a network drive.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_CALM: Final = 300  # milliseconds without news before files are looked at: writing takes a while
_POLL: Final = 2_000  # milliseconds between two looks at some files
_AT_ONCE: Final = 500  # files that are looked at each time
_MOST_WATCHED: Final = 1_000  # files and folders that the system is asked to tell of

State = tuple[tuple[int, int, int, int] | None, ...]
"""What the file system tells of a document in each folder where it is sought."""


class DocumentWatch(QObject):
    """Watches the documents of one chronology after another."""

    changed = Signal(tuple)
    """The paths of documents that have changed since they were read, or were told of last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: tuple[Path, ...] = ()
        self._states: dict[str, State] = {}
        self._next = 0
        self._watcher = QFileSystemWatcher(self)
        self._calm = _timer(self, _CALM, self.look)
        self._calm.setSingleShot(True)
        self._poll = _timer(self, _POLL, self._look_at_some)
        self._watcher.fileChanged.connect(lambda _path: self._calm.start())
        self._watcher.directoryChanged.connect(lambda _path: self._calm.start())

    def watch(self, folders: Sequence[Path], paths: Iterable[str]) -> None:
        """Watch the documents of these relative paths, each in the first folder that has it.

        Those that are watched already are still compared with what they were.
        """
        paths = tuple(paths)
        if (tuple(folders), paths) == (self._folders, tuple(self._states)):
            return
        self._calm.stop()
        self._folders, self._next = tuple(folders), 0
        self._states = {path: self._state(path) for path in paths}
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._ask_system()
        if paths:
            self._poll.start()
        else:
            self._poll.stop()

    def look(self) -> None:
        """Look at all documents now."""
        self._compare(tuple(self._states))
        self._ask_system()  # a file that was written anew is another one to the system

    def _look_at_some(self) -> None:
        paths = tuple(self._states)[self._next : self._next + _AT_ONCE]
        self._next = self._next + _AT_ONCE if self._next + _AT_ONCE < len(self._states) else 0
        self._compare(paths)

    def _compare(self, paths: Iterable[str]) -> None:
        now = {path: self._state(path) for path in paths}
        turned = tuple(path for path, state in now.items() if state != self._states[path])
        self._states.update(now)
        if turned:
            self.changed.emit(turned)

    def _ask_system(self) -> None:
        """Have the system tell of the documents, and of the folders in which they may appear."""
        places = [folder / path for folder in self._folders for path in self._states]
        wanted = dict.fromkeys(str(place.parent) for place in places)
        wanted.update(dict.fromkeys(map(str, places)))
        known = {*self._watcher.files(), *self._watcher.directories()}
        new = [
            place
            for place in list(wanted)[:_MOST_WATCHED]
            if place not in known and Path(place).exists()
        ]
        if new:
            self._watcher.addPaths(new)

    def _state(self, path: str) -> State:
        return tuple(_state_of(folder / path) for folder in self._folders)


def _state_of(place: Path) -> tuple[int, int, int, int] | None:
    try:
        found = place.lstat()
    except OSError:
        return None
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns


def _timer(parent: QObject, interval: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.timeout.connect(act)
    return timer
