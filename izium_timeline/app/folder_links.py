"""Leads what is read of a folder to the window, and what a person asks about it back."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from izium_timeline.app.parts import Parts
from izium_timeline.app.watch import Watch
from izium_timeline.app.workspace import Workspace
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Publication
from izium_timeline.model.errors import TimelineError
from izium_timeline.store.file_lines import FileLine, FileState
from izium_timeline.store.stamps import Stamp, stamp_of

if TYPE_CHECKING:
    from izium_timeline.store.folder import FolderReading

_UNDATED: Final = "publication date not known"
_PAUSE = 500  # milliseconds between two states of the list of files


class FolderLinks(QObject):
    """Progress, the files, what has changed since, and dates that were entered."""

    part_wanted = Signal(str)
    """A part has to be seen: the id of the action that shows it."""

    def __init__(self, workspace: Workspace, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._opening = workspace.opening
        self._parts = parts
        self._before: dict[str, str] | None = None  # what was read before a reload
        self._watch = Watch(self)
        self._files = QTimer(self)
        self._files.setSingleShot(True)
        self._files.setInterval(_PAUSE)
        self._files.timeout.connect(self._show_files)
        self._opening.progressed.connect(self._show_progress)
        self._opening.finished.connect(self._finish)
        self._opening.failed.connect(parts.message.tell)
        workspace.opened.connect(self._open)
        workspace.entries.changed.connect(self._take_entered)
        self._watch.changed.connect(parts.changed.tell)
        parts.reading.cancelled.connect(self._cancel)
        parts.changed.reload_asked.connect(self.reload)
        parts.files.line_chosen.connect(self._choose)
        self._open()

    def reload(self) -> bool:
        """Read again what has changed in the folder; returns whether a folder is open.

        What came of that is told, as it would not be after a date was entered.
        """
        self._before = self._digests()
        return self._read_again(retry=True)

    def _read_again(self, *, retry: bool = False) -> bool:
        target = self._workspace.target
        if target is None or not target.is_dir():
            return False
        try:
            again = bool(self._workspace.chronology.documents)
            if self._opening.partial:
                self._parts.message.hide()  # it offers what is done now
            self._opening.start(target, again=again, retry=retry)
        except TimelineError as error:
            self._parts.message.tell(str(error))
        return True

    def show_files(self, on: bool) -> None:
        """Show or hide the files of the folder."""
        parts = self._parts
        left = parts.files.isAncestorOf(parts.files.window().focusWidget() or parts.timeline)
        parts.files.setVisible(on)
        self._show_files()
        if on:
            self.part_wanted.emit("show_list")
            parts.files.enter()
        elif left:
            parts.timeline.setFocus()

    def _choose(self, line: FileLine) -> None:
        """Show a file that was read, or say what became of it."""
        if self._workspace.chronology.document(line.path) is not None:
            self.part_wanted.emit("show_document")
            self._parts.pane.show_passage(line.path, 0, 0)
        else:
            became = line.reason or f"is {line.state}"
            self._parts.status.setText(f"{line.path} {became}: there is nothing to show of it")

    def _open(self) -> None:
        self._before = None
        self._watch.stop()
        self._parts.changed.hide()
        self._show_progress()
        self._show_files()

    def _show_progress(self) -> None:
        reading, bar = self._opening.reading, self._parts.reading
        if self._opening.running:
            if reading is not None:
                bar.show_progress(reading.done, len(reading.paths), reading.told)
        else:
            bar.hide()
        if self._parts.files.isVisible() and not self._files.isActive():
            self._files.start()

    def _finish(self) -> None:
        reading = self._opening.reading
        if reading is not None:
            self._parts.changed.hide()
            self._tell_end(reading)
            self._watch.start(reading.folder, _states(reading), self._digests())
        self._show_files()

    def _tell_end(self, reading: "FolderReading") -> None:
        """Say what came of the reading, where that is not what every reading comes to."""
        before, self._before = self._before, None
        if reading.cancelled:
            self._offer_rest(reading.done, len(reading.paths))
        elif before is not None:
            changed = len({path for path, _ in before.items() ^ self._digests().items()})
            told = f"Read again; files new, changed or gone: {changed:,}"
            self._parts.status.setText(f"{told} · {self._parts.status.text()}")

    def _offer_rest(self, shown: int, paths: int) -> None:
        told = f"Reading was cancelled: {shown:,} of {paths:,} files are shown."
        self._parts.message.tell(told, "Read the rest", "reload")

    def _digests(self) -> dict[str, str]:
        """The SHA-256 of each document, as it was read."""
        return {document.path: document.sha256 for document in self._workspace.base.documents}

    def _cancel(self) -> None:
        opening = self._opening
        opening.cancel()
        if opening.running:
            return
        self._parts.status.setText("Reading was cancelled; what was shown stays")
        if opening.partial and opening.reading is not None:
            shown = len(self._workspace.base.documents)
            self._offer_rest(shown, len(opening.reading.paths))

    def _show_files(self) -> None:
        if self._parts.files.isVisible():
            self._parts.files.set_lines(self._lines())

    def _lines(self) -> list[FileLine]:
        """The files of the folder; of a chronology file, the documents that it names."""
        target, reading = self._workspace.target, self._opening.reading
        if reading is not None and target == reading.folder:
            return [self._with_question(line) for line in reading.files()]
        return [
            FileLine(document.path, FileState.FAILED, document.problem)
            if document.missing
            else FileLine(document.path, FileState.READ)
            for document in self._workspace.chronology.documents
        ]

    def _with_question(self, line: FileLine) -> FileLine:
        """The line, with what a person is asked about a file that was read."""
        document = self._workspace.chronology.document(line.path)
        dated = document is None or document.publication is not None
        if line.state is not FileState.READ or line.reason or dated:
            return line
        return replace(line, reason=_UNDATED)

    def _take_entered(self) -> None:
        """Read the documents again whose dates were entered, or taken back."""
        reading = self._opening.reading
        if reading is not None and self._workspace.target == reading.folder:
            entered = self._workspace.entries.entered
            if _publications(entered) != _publications(reading.entered):
                self._read_again()


def _states(reading: "FolderReading") -> dict[str, Stamp]:
    """The states of the files that were read, and of those that a cancelled reading left."""
    left = {
        path: stamp
        for path in reading.paths
        if path not in reading.stamps and (stamp := stamp_of(reading.folder / path))
    }
    return {**reading.stamps, **left}


def _publications(entered: Chronology) -> dict[str, Publication]:
    """The dates alone: of documents that a conclusion rests on, none need be entered."""
    return {doc.path: doc.publication for doc in entered.documents if doc.publication}
