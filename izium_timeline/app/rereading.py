"""Reading documents again that change while they are open, and telling what became of them."""

from typing import Final

from PySide6.QtCore import QObject

from izium_timeline.app.changes import changed_documents, changes_text
from izium_timeline.app.document_watch import DocumentWatch
from izium_timeline.app.parts import Parts
from izium_timeline.app.renewal import renew
from izium_timeline.app.workspace import Workspace
from izium_timeline.store.open import folders_of, reread

_MOST: Final = 100  # documents; to read more would keep the window waiting unasked


class Rereading(QObject):
    """Keeps the documents of a chronology file as they are on the disk.

    A folder of documents is not its affair: what changes there can change the events themselves.
    """

    def __init__(self, workspace: Workspace, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._parts = parts
        self._watch = DocumentWatch(self)
        self._watch.changed.connect(self._read_again)
        workspace.opened.connect(self._open)
        workspace.renewed.connect(self._open)
        self._open()

    def _open(self) -> None:
        workspace = self._workspace
        if workspace.target is not None and workspace.target.is_dir():
            self._watch.watch((), ())
        else:
            paths = [document.path for document in workspace.base.documents]
            self._watch.watch(folders_of(workspace.target), paths)

    def _read_again(self, paths: tuple[str, ...]) -> None:
        if len(paths) > _MOST:
            self._parts.message.tell(
                f"{len(paths)} documents have changed: reload (F5) to check their quotes again."
            )
            return
        before = self._workspace.base
        after = reread(before, self._workspace.target, paths)
        if changed_documents(before, after):
            renew(self._workspace, self._parts, after)
            self._parts.message.tell(changes_text(before, after))
