"""Asks the index, and keeps the window free meanwhile.

What is small is answered at once, else a thread answers; of the queries that come while it is
busy only the last is answered, and an answer to an older one is dropped.
"""

from contextlib import suppress
from pathlib import Path
from threading import Event as Flag
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from izium_timeline.app.indexer import Indexer
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import QueryError

if TYPE_CHECKING:
    from izium_timeline.search.find import Hits
    from izium_timeline.search.index import SearchIndex


class Seeker(QObject):
    """Answers queries about one chronology after another.

    ``answered`` carries a query and its Hits, ``refused`` a query and the QueryError; ``ready``
    tells that an index is there, ``waits`` that a query waits for it. Where the chronology
    changes, the last query is answered again as soon as its index has followed.
    """

    answered = Signal(str, object)
    refused = Signal(str, object)
    ready = Signal()
    waits = Signal()
    _done = Signal(object, str, object)  # the abandoned flag, the query, Hits or QueryError
    _mended = Signal(object, object)  # the damaged index and a sound one

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._indexer = Indexer(self)
        self._abandoned = Flag()
        self._asked: str | None = None
        self._answered: str | None = None
        self._busy = False
        self._pool: QThreadPool | None = None
        self._indexer.made.connect(self._go_on)
        self._done.connect(self._take)
        self._mended.connect(self._indexer.replace)

    @property
    def index(self) -> "SearchIndex | None":
        """The index, if there is one yet; it may be of an earlier state of the chronology."""
        return self._indexer.index

    def open(self, chronology: Chronology, target: Path | None) -> None:
        """Be asked about another chronology from now on."""
        self._abandon()
        self._indexer.open(chronology, target)

    def renew(self, chronology: Chronology) -> None:
        """Be asked about another state of the same chronology from now on."""
        self._indexer.renew(chronology)

    def use(self, index: "SearchIndex") -> None:
        """Be asked of an index that is there already, however large it is."""
        self._abandon()
        self._indexer.use(index)

    def warm(self) -> None:
        """Have the index ready before it is asked for."""
        self._indexer.make()

    def ask(self, query: str) -> None:
        """Answer a query, now or when it can be."""
        self._asked = query
        if self.index is None:
            self._indexer.make()  # goes on at once where it is made at once
        if self.index is None:
            self.waits.emit()
        elif self._asked is not None and not self._busy:
            self._begin(query)

    def forget(self) -> None:
        """Let no answer that is under way be told."""
        self._asked = self._answered = None

    def _abandon(self) -> None:
        self._abandoned.set()
        self._abandoned = Flag()
        self._busy = False
        self.forget()

    def _go_on(self) -> None:
        """Another index: what waits is answered, and what was answered is answered again."""
        if self._asked is None:
            self._asked = self._answered
        self.ready.emit()
        if self._asked is not None and not self._busy:
            self._begin(self._asked)

    def _begin(self, query: str) -> None:
        from izium_timeline.search.prepare import answers_at_once  # no start needs it

        index, abandoned = self.index, self._abandoned
        assert index is not None
        self._busy = True
        if answers_at_once(index):
            self._work(index, query, abandoned)
            return
        self._pool = self._pool or QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.start(lambda: self._work(index, query, abandoned))

    def _work(self, index: "SearchIndex", query: str, abandoned: Flag) -> None:
        """Answer, in whichever thread this is."""
        from izium_timeline.search.prepare import answer

        found: Hits | QueryError
        with suppress(RuntimeError):  # the window is gone
            try:
                sound, found = answer(index, query)
                if sound is not index:
                    self._mended.emit(index, sound)
            except QueryError as error:
                found = error
            self._done.emit(abandoned, query, found)

    def _take(self, abandoned: Flag, query: str, found: "Hits | QueryError") -> None:
        """Tell an answer that is still wanted, else begin with what is wanted now."""
        if abandoned is not self._abandoned:
            return
        self._busy = False
        if query == self._asked:
            self._tell(query, found)
        elif self._asked is not None:
            self._begin(self._asked)

    def _tell(self, query: str, found: "Hits | QueryError") -> None:
        self._asked = None
        if isinstance(found, QueryError):
            self.refused.emit(query, found)
        else:
            self._answered = query
            self.answered.emit(query, found)
