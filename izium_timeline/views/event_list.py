"""The list of events: the accessible twin of the timeline, in step with it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from izium_timeline.model.event import Event
from izium_timeline.views.event_cells import EventCells
from izium_timeline.views.event_model import COLUMNS, EventModel
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.shown_rows import Rows, ShownRows
from izium_timeline.views.theme import Theme, make_theme, ui_font

_ROW_HEIGHT: Final = 26
_TITLE: Final = 1
_SELECT: Final = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
_KEEP: Final = QItemSelectionModel.SelectionFlag.NoUpdate
# The widest text that a column usually holds; the title takes what is left.
_SAMPLES: Final = {
    0: "c. Sep 2022 – c. Jan 2024",
    2: "●  humanitarian",
    3: "Geneva Solutions",
    4: "inferred",
}
# A narrow list leaves these columns out, so that the titles stay readable; tips still tell them.
_LEAST_WIDTHS: Final = ((4, 720), (2, 620), (3, 440))
_SOURCES: Final = 3
_WIDE: Final = 820  # from here on there is room for that, where it is told of any event
_WIDE_SAMPLE: Final = "3 documents, 2 independent"
_NO_EVENTS: Final = "No events yet."
_NONE_SHOWN: Final = "No event matches. Clear the search or the selected span to see all events."


class EventList(QTableView):
    """The events of an :class:`EventModel`, reduced to those that are shown.

    ``selection`` is the selection model over the events that all views share; this view's own is
    kept in step with it both ways. A selected event that is not shown stays selected there.
    """

    event_activated = Signal(int)
    """A row of the events was double-clicked, or Enter was pressed on it."""
    menu_asked = Signal(QPoint)
    """A person wants the menu of the current event, at a point of the screen."""

    told = Signal(str)
    """How far the sorting of very many events is."""

    def __init__(
        self,
        model: EventModel,
        selection: QItemSelectionModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("eventList")
        self.setAccessibleName("Events")
        self._events = model
        self._shared = selection
        self._shown = ShownRows(model, self)
        self._theme = make_theme((), dark=False)
        self._cells = EventCells(self._theme, self)
        self._quiet: NDArray[np.bool_] | None = None
        self._cells.quiet = self._is_quiet
        self._tells_more = False
        self._in_step = False  # while one side takes over the other's selection
        self.setModel(self._shown)
        self.setItemDelegate(self._cells)
        self._lay_out()
        self._lay_out_heading()
        self._connect()
        self._follow()

    def set_shown(
        self, rows: Sequence[int] | Rows | None, quiet: NDArray[np.bool_] | None = None
    ) -> None:
        """Show these rows of the events alone, or all of them for None.

        Those in ``quiet``, a mask over all events, are written in a quieter colour.
        """
        self._quiet = quiet
        self._shown.set_shown(rows)

    def held(self) -> tuple[Event, int] | None:
        """The event that a person looks at, and how many pixels from the top it is.

        That is the selected one while it is in view, else the topmost; None while the list is at
        its beginning and nothing in it is selected.
        """
        current = self.selectionModel().currentIndex()
        row = current.row() if self.viewport().rect().contains(self.visualRect(current)) else -1
        if row < 0 and self.verticalScrollBar().value():
            row = self.rowAt(0)
        if row < 0:
            return None
        chronology, place = self._events.chronology, self._shown.event_row(row)
        above = self.rowViewportPosition(row)
        return next(((event, above) for _, event in chronology.readable((place,))), None)

    def hold(self, row: int, above: int) -> None:
        """Scroll so that an event, by its row among all, is so many pixels from the top."""
        place = self._shown.row_of(row)
        if place is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(place) - above)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        self._cells.set_theme(theme)
        palette = self.horizontalHeader().palette()
        for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(role, theme.secondary)  # of the arrow that says how it is sorted
        self.horizontalHeader().setPalette(palette)
        ground, secondary = theme.ground.name(), theme.secondary.name()
        hairline = theme.hairline.name()
        self.setStyleSheet(
            f"QTableView {{ background: {ground}; border: none; outline: none; }}"
            f"QHeaderView {{ background: {ground}; }}"
            f"QHeaderView::section {{ background: {ground}; color: {secondary};"
            f" border: none; border-bottom: 1px solid {hairline}; padding-left: 12px; }}"
            + scroll_bar_style(theme)
        )

    def _is_quiet(self, row: int) -> bool:
        return self._quiet is not None and bool(self._quiet[self._shown.event_row(row)])

    def _lay_out(self) -> None:
        self.setFont(ui_font(12))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        for column, sample in _SAMPLES.items():
            self._fit_column(column, sample)

    def _fit_column(self, column: int, sample: str) -> None:
        self.setColumnWidth(column, QFontMetrics(self.font()).horizontalAdvance(sample) + 32)

    def _lay_out_heading(self) -> None:
        heading = self.horizontalHeader()
        heading.setFont(ui_font(11, bold=True))
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setFixedHeight(_ROW_HEIGHT)
        heading.setHighlightSections(False)
        # Of its own and empty: else each paint asks of every cell whether all are selected.
        heading.setSelectionModel(QItemSelectionModel(self._shown, heading))
        heading.setMinimumSectionSize(60)
        heading.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heading.setSortIndicatorClearable(True)  # a third click: in the order of time again
        self.setSortingEnabled(True)

    def _connect(self) -> None:
        self._shared.currentChanged.connect(self._follow)
        self._shared.selectionChanged.connect(self._follow)
        self._shown.modelReset.connect(self._follow_reset)
        self._shown.ranking.told.connect(self.told)
        self._events.modelReset.connect(self._look_for_doubts)
        self._events.dataChanged.connect(lambda *_: self._tell_voices())
        self.selectionModel().selectionChanged.connect(self._lead)
        self.activated.connect(self._activate)

    def _follow(self) -> None:
        """Take over what is selected elsewhere."""
        if self._in_step:
            return
        self._in_step = True
        own = self.selectionModel()
        own.select(self._shown.shown_selected(self._shared.selection()), _SELECT)
        current = self._shown.mapFromSource(self._shared.currentIndex())
        own.setCurrentIndex(current.siblingAtColumn(_TITLE), _KEEP)
        if current.isValid() and not self.viewport().rect().contains(self.visualRect(current)):
            self.scrollTo(current, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._in_step = False

    def _follow_reset(self) -> None:
        """Begin at the first row where what is selected elsewhere is not shown."""
        self._follow()
        if not self.currentIndex().isValid():
            self.scrollToTop()

    def _lead(self) -> None:
        """Select elsewhere what a person selects here."""
        if self._in_step or not self.selectionModel().hasSelection():
            return
        self._in_step = True
        events = self._shown.events_selected(self.selectionModel().selection())
        current = self._shown.mapToSource(self.currentIndex())
        self._shared.setCurrentIndex(current, _KEEP if events.count() else _SELECT)
        if events.count():
            self._shared.select(events, _SELECT)
        self._in_step = False

    def _activate(self, index: QModelIndex) -> None:
        self.event_activated.emit(self._shown.event_row(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows as text; all else as any table does."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._selected_text())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the event under the pointer, or of the current one by keyboard."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if place.isValid():
            self.menu_asked.emit(event.globalPos())

    def _selected_text(self) -> str:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        cells = (
            [self._shown.index(row, column).data() for column in range(len(COLUMNS))]
            for row in rows
        )
        return "\n".join("\t".join(line) for line in cells)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        for column, least in _LEAST_WIDTHS:
            self.setColumnHidden(column, self.viewport().width() < least)
        self._fit_sources()

    def _look_for_doubts(self) -> None:
        """Of any other chronology, nothing is known yet but its verdicts."""
        self._tells_more = self._events.doubted
        self._fit_sources()

    def _tell_voices(self) -> None:
        """Of some event it is known now that its documents are not independent."""
        self._tells_more = True
        self._fit_sources()
        self.viewport().update()

    def _fit_sources(self) -> None:
        wide = self._tells_more and self.viewport().width() >= _WIDE
        self._fit_column(_SOURCES, _WIDE_SAMPLE if wide else _SAMPLES[_SOURCES])

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or in words why there are none."""
        super().paintEvent(event)
        if self._shown.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.secondary)
        text = _NONE_SHOWN if self._events.rowCount() else _NO_EVENTS
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(24, 8, -24, -8), flags, text)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the rows where the focus shows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.viewport().update()
