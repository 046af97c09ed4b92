"""What can be done with a document: one table, from which menu and shortcuts are made."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class PaneAction(NamedTuple):
    """An action of the pane. ``handler`` names a method of it; a toggle hands it its state.

    ``shortcut`` holds while the focus is in the pane.
    """

    id: str
    text: str
    handler: str
    shortcut: str = ""
    toggle: bool = False
    line_before: bool = False


PANE_ACTIONS: Final = (
    PaneAction("next_passage", "&Next passage", "next_passage", "Alt+Down"),
    PaneAction("previous_passage", "&Previous passage", "previous_passage", "Alt+Up"),
    PaneAction("find", "&Find in this document…", "find", "Ctrl+Alt+F"),
    PaneAction("copy_words", "Copy selected &words", "copy_words", line_before=True),
    PaneAction("copy", "Copy &quote with citation", "copy_citation", "Ctrl+Alt+C"),
    PaneAction("print", "P&rint…", "print_document", "Ctrl+P"),
    PaneAction("dates", "&Underline dates", "set_dates_shown", toggle=True, line_before=True),
    PaneAction("gaps", "&Mark what has no event", "set_gaps_shown", toggle=True),
    PaneAction("next_gap", "Next sentence without an &event", "next_gap", "Alt+Right"),
    PaneAction("follow", "Playhead follows the &caret", "set_follow", toggle=True),
    PaneAction("larger", "&Larger text", "enlarge", "Ctrl++", line_before=True),
    PaneAction("smaller", "&Smaller text", "reduce", "Ctrl+-"),
    PaneAction("common", "&Text in its usual size", "reset_size", "Ctrl+0"),
)


class PaneMenu(QMenu):
    """The menu of a pane, and its actions by their id."""

    def __init__(self, pane: QWidget, handlers: Mapping[str, Callable[..., None]]) -> None:
        super().__init__(pane)
        self.setObjectName("documentMenu")
        self.by_id: dict[str, QAction] = {}
        for row in PANE_ACTIONS:
            self._add(row, handlers[row.handler])
        pane.addActions(list(self.by_id.values()))

    def _add(self, row: PaneAction, handler: Callable[..., None]) -> None:
        if row.line_before:
            self.addSeparator()
        action = QAction(row.text, self)
        action.setObjectName(row.id)
        action.setCheckable(row.toggle)
        action.setShortcut(QKeySequence(row.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if row.toggle:
            action.toggled.connect(handler)
        else:
            action.triggered.connect(lambda _checked=False: handler())
        self.addAction(action)
        self.by_id[row.id] = action
