"""The parts of the window beside the timeline, made and put in their places."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

from izium_timeline.app.frame import Frame
from izium_timeline.app.workspace import Workspace
from izium_timeline.views.changed_bar import ChangedBar
from izium_timeline.views.document_pane import DocumentPane
from izium_timeline.views.event_list import EventList
from izium_timeline.views.file_panel import FilePanel
from izium_timeline.views.header import Header
from izium_timeline.views.message_bar import MessageBar
from izium_timeline.views.overview import OverviewView
from izium_timeline.views.passage_list import PassageList
from izium_timeline.views.progress_line import READING, ProgressLine, ProgressLines
from izium_timeline.views.search_bar import SearchBar
from izium_timeline.views.search_facets import FacetPanel
from izium_timeline.views.timeline import TimelineView


@dataclass(frozen=True, slots=True)
class Parts:
    """Every part, and the places that can be hidden with what is in them."""

    timeline: TimelineView
    search: SearchBar
    facets: FacetPanel
    header: Header
    message: MessageBar
    overview: OverviewView
    events: EventList
    passages: PassageList
    files: FilePanel
    reading: ProgressLine
    working: ProgressLines
    changed: ChangedBar
    pane: DocumentPane
    status: QLabel
    playhead: QLabel
    places: dict[str, QWidget]


def build_parts(frame: Frame, workspace: Workspace, timeline: TimelineView) -> Parts:
    """Make the parts and put each in its place."""
    search = SearchBar()
    parts = Parts(
        timeline=timeline,
        search=search,
        facets=FacetPanel(),
        header=Header(search),
        message=MessageBar(),
        overview=OverviewView(),
        events=EventList(workspace.model, workspace.selection),
        passages=PassageList(),
        files=FilePanel(),
        reading=ProgressLine(READING, "Files read", "Read no more files; what was found stays"),
        working=ProgressLines(),
        changed=ChangedBar(),
        pane=DocumentPane(),
        status=frame.status,
        playhead=frame.playhead,
        places={"overview": frame.overview, "list": frame.lists, "document": frame.pane},
    )
    frame.header.fill(parts.header)
    frame.message.fill(parts.message, parts.reading, parts.working, parts.changed, parts.facets)
    frame.overview.fill(parts.overview)
    frame.lists.fill(_beside(parts.events, parts.passages, parts.files))
    frame.pane.fill(parts.pane)
    return parts


def _beside(events: QWidget, passages: QWidget, files: QWidget) -> QSplitter:
    """Lists side by side: one under the other, none has room for its lines."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for place, (widget, share) in enumerate(((events, 3), (passages, 2), (files, 2))):
        splitter.addWidget(widget)
        splitter.setStretchFactor(place, share)
    return splitter
