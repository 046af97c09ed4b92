"""How many independent voices an event's documents are, counted beside everything else.

To compare documents takes a while for long ones, so a table that is painted gets what is known,
and is told when more is.
"""

from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event

Paths = tuple[str, ...]


class SourceVoices(QObject):
    """Counts the voices of the sets of documents that it was asked for, one at a time."""

    counted = Signal()
    """More is known than before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: dict[str, Document] = {}
        self._known: dict[Paths, int] = {}
        self._asked: deque[Paths] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._count_next)

    def open(self, chronology: Chronology) -> None:
        """Forget what was counted, and count in this chronology from now on."""
        self._documents = {document.path: document for document in chronology.documents}
        self._known.clear()
        self._asked.clear()
        self._timer.stop()

    def of(self, event: Event) -> int | None:
        """The voices of an event's documents; None for a single one, and until they are counted."""
        paths = tuple(dict.fromkeys(piece.document for piece in event.evidence))
        if len(paths) < 2:
            return None
        if paths not in self._known and paths not in self._asked:
            self._asked.append(paths)
            self._timer.start()
        return self._known.get(paths)

    def _count_next(self) -> None:
        paths = self._asked.popleft()
        self._known[paths] = self._voices(paths)
        if not self._asked:
            self._timer.stop()
        if self._known[paths] < len(paths):
            self.counted.emit()

    def _voices(self, paths: Paths) -> int:
        """How many voices these documents are; of very many, each counts as one of its own."""
        from izium_timeline.build.independence import COMPARED, ties, voices  # no first look asks

        documents = [self._documents.get(path) or Document(path) for path in paths[:COMPARED]]
        return voices(documents, ties(documents)) + len(paths[COMPARED:])
