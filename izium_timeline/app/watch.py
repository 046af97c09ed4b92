"""Watching the open folder: which of its files are no longer those that were read.

The system tells of changes in so many folders and files as it may be asked to watch; a look at a
few hundred files now and then finds the changes that it does not tell of, as on a network drive.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from izium_timeline.corpus.listing import list_files
from izium_timeline.model.errors import DocumentError
from izium_timeline.store.stamps import Stamp, stamp_of

MOST_WATCHES = 1_000
_CALM = 300  # milliseconds without news before files are looked at
_POLL = 2_000  # milliseconds between two looks at some files
_AT_ONCE = 500  # files that are looked at each time
_MOST_HASHED = 32_000_000  # bytes in one look, during which the window waits
_NONE_KNOWN: Mapping[str, str] = {}


class Watch(QObject):
    """Watches one folder after another; ``changed`` carries how many of its files have changed."""

    changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._stamps: dict[str, Stamp] = {}
        self._digests = _NONE_KNOWN
        self._turned: set[str] = set()  # changed or gone
        self._new: set[str] = set()
        self._next = self._told = 0
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _path: self._calm.start())
        self._watcher.directoryChanged.connect(lambda _path: self._calm.start())
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._look_at_some)

    def start(
        self, folder: Path, stamps: Mapping[str, Stamp], digests: Mapping[str, str] = _NONE_KNOWN
    ) -> None:
        """Watch a folder whose files were read in these states, with these SHA-256 in hex."""
        self.stop()
        self._folder, self._stamps, self._digests = folder, dict(stamps), digests
        below = dict.fromkeys(
            str(parent) for path in stamps for parent in PurePosixPath(path).parents
        )
        paths = [str(folder / path) for path in ("", *below, *stamps)][:MOST_WATCHES]
        self._watcher.addPaths(list(dict.fromkeys(paths)))
        self._poll.start()

    def stop(self) -> None:
        """Watch nothing."""
        self._calm.stop()
        self._poll.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._folder, self._stamps, self._digests = None, {}, _NONE_KNOWN
        self._turned, self._new = set(), set()
        self._next = self._told = 0

    def look(self) -> None:
        """Look at all files, and at which there are."""
        if self._folder is None:
            return
        try:
            listed = set(list_files(self._folder).paths)
        except DocumentError:  # the folder itself is gone for now
            listed = set()
        self._new = listed - self._stamps.keys()
        self._compare(self._stamps)

    def _look_at_some(self) -> None:
        """Look at the next few files; after the last, at which there are."""
        paths = list(self._stamps)[self._next : self._next + _AT_ONCE]
        self._next += len(paths)
        if self._next >= len(self._stamps):
            self._next = 0
            self.look()
        else:
            self._compare(paths)

    def _compare(self, paths: Iterable[str]) -> None:
        folder = self._folder
        if folder is None:
            return
        room = _MOST_HASHED
        for path in paths:
            stamp = stamp_of(folder / path)
            same = stamp == self._stamps[path]
            if not same and stamp is not None and path not in self._turned and stamp[0] <= room:
                room -= stamp[0]
                same = self._is_only_touched(folder, path)
                self._stamps[path] = stamp if same else self._stamps[path]
            (self._turned.discard if same else self._turned.add)(path)
        count = len(self._turned | self._new)
        if count != self._told:
            self._told = count
            self.changed.emit(count)

    def _is_only_touched(self, folder: Path, path: str) -> bool:
        """Whether a file of another time has the bytes that were read, as after a copy."""
        known = self._digests.get(path)
        try:
            return bool(known) and hashlib.sha256((folder / path).read_bytes()).hexdigest() == known
        except OSError:
            return False
