"""The parts of the window, and how they lie beside each other."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget

from izium_timeline.app.workspace import Workspace
from izium_timeline.views.document_pane import DocumentPane
from izium_timeline.views.event_list import EventList
from izium_timeline.views.header import Header
from izium_timeline.views.message_bar import MessageBar
from izium_timeline.views.overview import OverviewView
from izium_timeline.views.passage_list import PassageList
from izium_timeline.views.search_bar import SearchBar
from izium_timeline.views.theme import ui_font
from izium_timeline.views.timeline import TimelineView


@dataclass(frozen=True, slots=True)
class Parts:
    """Every part that is led to by name."""

    search: SearchBar
    header: Header
    message: MessageBar
    timeline: TimelineView
    overview: OverviewView
    events: EventList
    passages: PassageList
    pane: DocumentPane
    status: QLabel
    playhead: QLabel
    lists: QWidget
    splitters: dict[str, QSplitter]


def build_parts(window: QMainWindow, workspace: Workspace) -> Parts:
    """Make the parts and lay them out: timeline over list at the left, document at the right."""
    search, passages = SearchBar(), PassageList()
    events = EventList(workspace.model, workspace.selection)
    parts = Parts(
        search=search,
        header=Header(search),
        message=MessageBar(),
        timeline=TimelineView(),
        overview=OverviewView(),
        events=events,
        passages=passages,
        lists=_column(events, passages),
        pane=DocumentPane(),
        status=_label("statusMessage"),
        playhead=_label("playheadLabel"),
        splitters={
            "across": QSplitter(Qt.Orientation.Horizontal),
            "down": QSplitter(Qt.Orientation.Vertical),
        },
    )
    across, down = parts.splitters["across"], parts.splitters["down"]
    down.addWidget(_column(parts.timeline, parts.overview))
    down.addWidget(parts.lists)
    across.addWidget(down)
    across.addWidget(parts.pane)
    for splitter, shares in ((down, (7, 2)), (across, (68, 32))):
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for place, share in enumerate(shares):
            splitter.setStretchFactor(place, share)
        splitter.setSizes([share * 100 for share in shares])
    window.setCentralWidget(_column(parts.header, parts.message, across, stretch=2))
    window.statusBar().addWidget(parts.status, 1)
    window.statusBar().addPermanentWidget(parts.playhead)
    window.statusBar().setSizeGripEnabled(False)
    return parts


def _column(*widgets: QWidget, stretch: int = 0) -> QWidget:
    """Widgets one above the other; the one at ``stretch`` takes the room."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, widget in enumerate(widgets):
        column.addWidget(widget, 1 if place == stretch else 0)
    return box


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setFont(ui_font(12))
    label.setContentsMargins(8, 2, 8, 2)
    return label
