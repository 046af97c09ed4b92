"""What a person opens, reads again and forgets: folders and chronology files."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from izium_timeline.app.links import Links
from izium_timeline.app.long_work import Kind, LongWork, Task
from izium_timeline.app.opened import Opened, opened_steps
from izium_timeline.app.parts import Parts
from izium_timeline.app.renewal import renew
from izium_timeline.app.workspace import Workspace
from izium_timeline.model.errors import TimelineError
from izium_timeline.store.chronology_file import ENDING
from izium_timeline.store.entered import NOTHING, forget_entered
from izium_timeline.store.last_view import forget_view
from izium_timeline.store.recent import forget_recent, read_recent, remember
from izium_timeline.store.results.result_place import forget_results
from izium_timeline.store.search_cache import forget_indexes
from izium_timeline.store.searches import forget_searches
from izium_timeline.views.finder import ActionFinder, Choice

_ENTERED_TOO: Final = (
    "What you entered about this chronology (publication dates, conclusions, events accepted or "
    "turned down, kept searches) is removed with it, and can't be brought back. Save the "
    "chronology first to keep it.\n\n"
    "Remove it all?"
)
_FORGET: Final = (
    forget_view,
    forget_searches,
    forget_indexes,
    forget_results,
    forget_entered,
    forget_recent,
)


class TargetCommands(QObject):
    """The handlers of actions that are about what is open; which targets were is remembered."""

    def __init__(
        self, workspace: Workspace, parts: Parts, links: Links, work: LongWork, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._parts = parts
        self._links = links
        self._work = work
        self._window = window
        workspace.opened.connect(self._remember)
        self._remember()

    def open_folder(self) -> None:
        """Ask for a folder of documents, and open it."""
        name = QFileDialog.getExistingDirectory(self._window, "Open a folder of documents")
        if name:
            self.open(Path(name))

    def open_file(self) -> None:
        """Ask for a chronology file, and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open a chronology", "", f"Chronologies (*{ENDING});;All files (*)"
        )
        if name:
            self.open(Path(name))

    def open_recent(self) -> None:
        """Offer what was opened before, and open what is chosen."""
        here = self._workspace.target and self._workspace.target.resolve()
        choices = [
            Choice(str(path), path.name or str(path), str(path.parent))
            for path in read_recent()
            if path != here
        ]
        if not choices:
            self._parts.status.setText("No other folder or file was opened before")
            return
        finder = ActionFinder(choices, self._window, "Open recent", "Type a part of its name")
        finder.chosen.connect(lambda name: self.open(Path(name)))
        finder.exec()

    def open_izium(self) -> None:
        """Open the chronology that comes with the program."""
        self.open(None)

    def open(self, target: Path | None) -> None:
        """Open a target; what is open stays where that fails, and the bar says why."""
        if target is None or not target.is_dir():
            name = "the chronology of Izium" if target is None else target.name
            show = partial(self._show, target)
            self._work.begin(Task(Kind.READING, f"Opening {name}", opened_steps(target), show))
            return
        try:
            self._workspace.open(target)
        except TimelineError as error:
            self._parts.message.tell(str(error))

    def _show(self, target: Path | None, opened: Opened) -> None:
        self._workspace.show(target, *opened)

    def reload(self) -> None:
        """Read chronology and documents again; selection, search, span and view stay."""
        if not self._links.folder.reload():
            steps = opened_steps(self._workspace.target)
            self._work.begin(Task(Kind.READING, "Reading again", steps, self._renew))

    def _renew(self, opened: Opened) -> None:
        renew(self._workspace, self._parts, *opened)
        self._parts.status.setText(f"Read again · {self._parts.status.text()}")

    def forget(self) -> None:
        """Remove what the program remembers of the open folder or file."""
        workspace = self._workspace
        if workspace.entries.entered != NOTHING and not self._agrees(_ENTERED_TOO):
            return
        ended = " Reading was ended." if workspace.opening.running else ""
        workspace.opening.stop()
        workspace.opening.progressed.emit()  # nothing is read any more
        for forget in _FORGET:
            forget(workspace.target)
        workspace.forgotten = True
        renew(workspace, self._parts, workspace.base)
        self._parts.message.tell(
            "What was remembered about this chronology is removed; its documents are untouched."
            f"{ended}"
        )

    def _remember(self) -> None:
        remember(self._workspace.target)

    def _agrees(self, question: str) -> bool:
        """Whether a person agrees to what can't be undone; Enter alone does not."""
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        answer = QMessageBox.question(self._window, "Izium Timeline", question, yes | no, no)
        return answer is yes
