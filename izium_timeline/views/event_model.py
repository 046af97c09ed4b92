"""The one table of events that list, timeline and document pane share.

Row ``i`` is ``chronology.events[i]``, always: what is filtered or sorted away is a matter of the
views. One QItemSelectionModel over this model says which event is selected.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from izium_timeline.layout.columns import LOST
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import LostEventError
from izium_timeline.model.event import Event, Status, Verdict, Voice
from izium_timeline.views.event_dates import bounds_text, event_date
from izium_timeline.views.publishers import sources_text
from izium_timeline.views.source_voices import SourceVoices
from izium_timeline.views.voices import voice_text

EVENT_ROLE: Final = Qt.ItemDataRole.UserRole
"""The row's :class:`Event`, at any column."""

_Index = QModelIndex | QPersistentModelIndex


class Column(NamedTuple):
    """A column: its heading, its cell's text, and what a rest of the pointer tells more."""

    heading: str
    text: Callable[[Chronology, Event], str]
    tip: Callable[[Chronology, Event], str]


def _date_tip(_: Chronology, event: Event) -> str:
    return f"{bounds_text(event.bounds)} (EDTF {event.edtf}). {event.reason}"


def _title_tip(_: Chronology, event: Event) -> str:
    voice = "" if event.voice is Voice.ASSERTED else f" ({voice_text(event)})"
    return f"{event.title}{voice}"


def _sources_tip(chronology: Chronology, event: Event) -> str:
    found = (
        chronology.document(path) for path in dict.fromkeys(p.document for p in event.evidence)
    )
    return "\n".join(f"{doc.publisher or doc.path}: {doc.title}" for doc in found if doc)


_SOURCES: Final = Column("Sources", sources_text, _sources_tip)
COLUMNS: Final = (
    Column("Date", lambda _, event: event_date(event), _date_tip),
    Column("Event", lambda _, event: event.title, _title_tip),
    Column("Category", lambda _, event: event.category, lambda _, event: event.category),
    _SOURCES,
    Column("Basis", lambda _, event: event.basis.value, lambda _, event: event.reason),
)


class EventModel(QAbstractTableModel):
    """The events of a chronology as a read-only table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chronology = Chronology("")
        self._voices = SourceVoices(self)
        self._voices.counted.connect(self._tell_counted)

    @property
    def chronology(self) -> Chronology:
        """The chronology that the table shows."""
        return self._chronology

    @property
    def doubted(self) -> bool:
        """Whether any quote is not exact."""
        verdicts = self._chronology.verdicts()
        return verdicts.total() > verdicts[Verdict.EXACT]

    def set_chronology(self, chronology: Chronology) -> None:
        """Show another chronology; every selection is dropped."""
        self.beginResetModel()
        self._chronology = chronology
        self._voices.open(chronology)
        self.endResetModel()

    def event_at(self, row: int) -> Event:
        """The event of a row."""
        return self._chronology.events[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's question for the number of events."""
        return 0 if parent.isValid() else len(self._chronology.events)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's question for the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Qt's question for a heading."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's question for a cell's text, tip, spoken text or event."""
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid():
            return None
        try:
            event = self.event_at(index.row())
        except LostEventError:  # Qt asks while it paints
            return _LOST.get(role)
        return answer(self, event, COLUMNS[index.column()])

    def text(self, event: Event, column: Column) -> str:
        """A cell's text."""
        if column is _SOURCES:
            return sources_text(self._chronology, event, self._voices.of(event))
        return column.text(self._chronology, event)

    def _tell_counted(self) -> None:
        place, last = COLUMNS.index(_SOURCES), self.rowCount() - 1
        self.dataChanged.emit(self.index(0, place), self.index(last, place))


def _spoken(model: EventModel, event: Event, column: Column) -> str:
    candidate = ", candidate" if event.status is Status.CANDIDATE and column is COLUMNS[1] else ""
    return f"{column.heading}: {model.text(event, column) or 'none'}{candidate}"


_LOST: Final[dict[int, str]] = {
    Qt.ItemDataRole.DisplayRole: LOST,
    Qt.ItemDataRole.AccessibleTextRole: LOST,
}
_ANSWERS: Final[dict[int, Callable[[EventModel, Event, Column], Any]]] = {
    Qt.ItemDataRole.DisplayRole: EventModel.text,
    Qt.ItemDataRole.ToolTipRole: lambda model, event, column: column.tip(model.chronology, event),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    EVENT_ROLE: lambda _model, event, _column: event,
}
