"""When documents were published, as far as a person says so in the document pane."""

from PySide6.QtCore import QObject

from izium_timeline.app.parts import Parts
from izium_timeline.app.workspace import Workspace
from izium_timeline.model.document import Publication
from izium_timeline.model.errors import TimelineError
from izium_timeline.store.entered import with_publication


class Publishing(QObject):
    """Takes the dates that are entered, keeps them at once, and says what is wrong with them."""

    def __init__(self, workspace: Workspace, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pane = parts.pane
        self._pane.publication_entered.connect(self._enter)
        self._pane.publication_withdrawn.connect(lambda path: self._change(path, None))
        workspace.opened.connect(self._show_entered)
        workspace.renewed.connect(self._show_entered)
        self._show_entered()

    def _enter(self, path: str, text: str) -> None:
        from izium_timeline.app.dates import publication_from  # the rule tables for dates

        try:
            publication = publication_from(text)
        except TimelineError as error:
            self._pane.refuse_publication(str(error))
        else:
            self._change(path, publication)

    def _change(self, path: str, publication: Publication | None) -> None:
        try:
            self._workspace.entries.change(
                f"the publication date of {path}",
                lambda entered: with_publication(entered, path, publication),
            )
        except TimelineError as error:
            self._pane.refuse_publication(str(error))

    def _show_entered(self) -> None:
        entered = self._workspace.entries.entered.documents
        self._pane.set_entered([document.path for document in entered if document.publication])
