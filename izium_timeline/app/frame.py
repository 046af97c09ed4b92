"""The window's frame: a place for each part, so that parts can come later and nothing jumps."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from izium_timeline.app.actions import MENUS
from izium_timeline.views.cut_line import CutLine
from izium_timeline.views.theme import ui_font

_HEADER_HEIGHT = 45
_OVERVIEW_HEIGHT = 48


class Place(QWidget):
    """Where a part goes."""

    def __init__(self, *parts: QWidget, height: int = 0) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.fill(*parts)
        if height:
            self.setFixedHeight(height)

    def fill(self, *parts: QWidget, stretch: int = 0) -> None:
        """Put parts in, one under another; the one at ``stretch`` takes the room."""
        for place, part in enumerate(parts):
            self._column.addWidget(part, 1 if place == stretch else 0)


class Frame(NamedTuple):
    """The places, the status line's two labels, the splitters and the empty menus by name."""

    header: Place
    message: Place
    overview: Place
    lists: Place
    pane: Place
    status: QLabel
    playhead: QLabel
    splitters: dict[str, QSplitter]
    menus: dict[str, QMenu]


def build_frame(window: QMainWindow, timeline: QWidget) -> Frame:
    """Lay the places out around the timeline: list below it, document at the right."""
    frame = Frame(
        header=Place(height=_HEADER_HEIGHT),
        message=Place(),
        overview=Place(height=_OVERVIEW_HEIGHT),
        lists=Place(),
        pane=Place(),
        status=_label("statusMessage"),
        playhead=_label("playheadLabel"),
        splitters={
            "across": QSplitter(Qt.Orientation.Horizontal),
            "down": QSplitter(Qt.Orientation.Vertical),
        },
        menus={name: window.menuBar().addMenu(f"&{name}") for name in MENUS},
    )
    across, down = frame.splitters["across"], frame.splitters["down"]
    down.addWidget(Place(timeline, frame.overview))
    down.addWidget(frame.lists)
    across.addWidget(down)
    across.addWidget(frame.pane)
    for name, shares in (("down", (7, 2)), ("across", (68, 32))):
        splitter = frame.splitters[name]
        splitter.setObjectName(name)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for place, share in enumerate(shares):
            splitter.setStretchFactor(place, share)
        splitter.setSizes([share * 100 for share in shares])
    central = Place()
    central.fill(frame.header, frame.message, across, stretch=2)
    window.setCentralWidget(central)
    window.statusBar().addWidget(frame.status, 1)
    window.statusBar().addPermanentWidget(frame.playhead)
    window.statusBar().setSizeGripEnabled(False)
    return frame


def _label(name: str) -> QLabel:
    label = CutLine() if name == "statusMessage" else QLabel()
    label.setObjectName(name)
    label.setFont(ui_font(12))
    label.setContentsMargins(8, 2, 8, 2)
    return label
