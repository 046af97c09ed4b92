"""Asks the index, and keeps the window free meanwhile.

What is small is answered at once. Else one thread prepares the index and answers; of the queries
that come while it is busy only the last is answered, and an answer to an older one is dropped.
"""

from contextlib import suppress
from pathlib import Path
from threading import Event as Flag
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import QueryError

if TYPE_CHECKING:
    from izium_timeline.search.find import Hits
    from izium_timeline.search.index import SearchIndex


class Seeker(QObject):
    """Answers queries about one chronology after another.

    ``answered`` carries a query and its Hits, ``refused`` a query and the QueryError;
    ``ready`` tells that the index is there, ``waits`` that a query waits for it.
    """

    answered = Signal(str, object)
    refused = Signal(str, object)
    ready = Signal()
    waits = Signal()
    _done = Signal(object, object, object)  # the abandoned flag, the query, Hits or QueryError
    _prepared = Signal(object, object)  # the abandoned flag, the index

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.index: SearchIndex | None = None
        self._chronology = Chronology("")
        self._target: Path | None = None
        self._abandoned = Flag()
        self._asked: str | None = None
        self._busy = False
        self._direct: bool | None = None  # whether it is answered at once; None: not looked at
        self._pool: QThreadPool | None = None
        self._done.connect(self._take)
        self._prepared.connect(self._keep)

    def open(self, chronology: Chronology, target: Path | None) -> None:
        """Be asked about another chronology from now on."""
        self._abandoned.set()
        self._abandoned = Flag()
        self._chronology, self._target = chronology, target
        self.index, self._asked, self._busy, self._direct = None, None, False, None

    def use(self, index: "SearchIndex") -> None:
        """Be asked of an index that is there already, however large it is."""
        self.open(index.chronology, None)
        self.index, self._direct = index, False

    def warm(self) -> None:
        """Have the index ready before it is asked for."""
        if self.index is None and not self._busy:
            self._begin(None)

    def ask(self, query: str) -> None:
        """Answer a query, now or when it can be."""
        self._asked = query
        if not self._busy:
            self._begin(query)
        if self._busy and self.index is None:
            self.waits.emit()

    def forget(self) -> None:
        """Let no answer that is under way be told."""
        self._asked = None

    def _begin(self, query: str | None) -> None:
        from izium_timeline.search.prepare import is_small  # no start needs it

        if self._direct is None:
            self._direct = is_small(self._chronology)
        if self._direct:
            self._work(query, self._abandoned)
            return
        self._busy = True
        self._pool = self._pool or QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        abandoned = self._abandoned
        self._pool.start(lambda: self._work(query, abandoned))

    def _work(self, query: str | None, abandoned: Flag) -> None:
        """Prepare what is missing and answer, in whichever thread this is."""
        from izium_timeline.search.prepare import AbandonedError

        found: object = None
        with suppress(AbandonedError, RuntimeError):  # Runtime: the window is gone
            try:
                found = self._answer(query, abandoned)
            except QueryError as error:
                found = error
            finally:
                self._done.emit(abandoned, query, found)

    def _answer(self, query: str | None, abandoned: Flag) -> "Hits | None":
        """The hits, from an index that is prepared first where there is none."""
        from izium_timeline.search.prepare import answer, prepare  # no start needs it

        index, chronology, target = self.index, self._chronology, self._target
        if index is None:
            index = prepare(chronology, target, abandoned)
            self._prepared.emit(abandoned, index)
        if query is None:
            return None
        sound, hits = answer(index, query)
        if sound is not index:
            self._prepared.emit(abandoned, sound)
        if not self._direct:
            hits.passages  # noqa: B018 - asking for them seeks them, here and not in the window
        return hits

    def _keep(self, abandoned: Flag, index: "SearchIndex") -> None:
        if abandoned is self._abandoned:
            self.index = index
            self.ready.emit()

    def _take(self, abandoned: Flag, query: str | None, found: object) -> None:
        """Tell an answer that is still wanted, else begin with what is wanted now."""
        if abandoned is not self._abandoned:
            return
        self._busy = False
        if self._asked is None or query == self._asked:
            self._tell(query, found)
        else:
            self._begin(self._asked)

    def _tell(self, query: str | None, found: object) -> None:
        if query is None or self._asked is None or found is None:
            return
        self._asked = None
        if isinstance(found, QueryError):
            self.refused.emit(query, found)
        else:
            self.answered.emit(query, found)
