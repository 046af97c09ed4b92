"""A timeline and an overview on the chronology of Izium, shown as in the window."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from izium_timeline.layout.columns import Columns, columns_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.store.categories import load_categories
from izium_timeline.store.open import open_chronology
from izium_timeline.views.event_model import EventModel
from izium_timeline.views.overview import OverviewView
from izium_timeline.views.theme import make_theme
from izium_timeline.views.timeline import TimelineView


@dataclass
class Shown:
    """A timeline with the selection that it shares."""

    view: TimelineView
    chronology: Chronology
    columns: Columns
    selection: QItemSelectionModel
    model: EventModel

    def row(self, title: str) -> int:
        """The row of the event whose title begins so."""
        events = self.chronology.events
        return next(row for row, event in enumerate(events) if event.title.startswith(title))

    def select(self, row: int) -> None:
        """Select as the list would."""
        flags = QItemSelectionModel.SelectionFlag
        self.selection.setCurrentIndex(self.model.index(row, 0), flags.ClearAndSelect | flags.Rows)

    @property
    def current(self) -> int:
        """The selected row."""
        return self.selection.currentIndex().row()

    def rest(self, qtbot: QtBot) -> None:
        """Wait until the view rests."""
        qtbot.waitUntil(lambda: self.view.at_rest)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    """Izium in a timeline of 1000 x 600."""
    categories = load_categories()
    chronology = open_chronology(None)
    columns = columns_of(chronology, categories)
    view = TimelineView(make_theme(categories, dark=False))
    qtbot.addWidget(view)
    model = EventModel()
    model.set_chronology(chronology)
    selection = QItemSelectionModel(model)
    view.resize(1000, 600)
    view.set_chronology(chronology, columns)
    view.set_selection_model(selection)
    view.make_accessible()
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    QApplication.processEvents()
    yield Shown(view, chronology, columns, selection, model)
    view.hide()


@pytest.fixture
def overview(shown: Shown, qtbot: QtBot) -> OverviewView:
    """The strip below, led by the timeline and leading it."""
    strip = OverviewView(shown.view.theme)
    qtbot.addWidget(strip)
    strip.set_chronology(shown.chronology, shown.columns)
    strip.resize(1000, 48)
    shown.view.view_changed.connect(lambda: strip.show_range(*shown.view.visible_range()))
    strip.range_changed.connect(shown.view.show_range)
    strip.show_range(*shown.view.visible_range())
    strip.show()
    return strip
