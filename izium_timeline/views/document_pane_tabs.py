"""The tabs of the documents, in order of publication."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from izium_timeline.model.document import Document
from izium_timeline.views.evidence_text import publication_text
from izium_timeline.views.publishers import short_publisher
from izium_timeline.views.theme import Theme, ui_font

_LONGEST: Final = 20  # letters of a name; the tip tells the whole
_MOST: Final = 24  # more than fit; QTabBar measures all its tabs anew with each one more


class DocumentTabs(QTabBar):
    """One tab for each document."""

    document_chosen = Signal(str)
    """A person went to another tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentTabs")
        self.setAccessibleName("Documents, by date of publication")
        self.setFont(ui_font(12))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)  # or many tabs are cut to a letter each
        self._documents: tuple[Document, ...] = ()
        self._tabs: tuple[str, ...] = ()
        self.currentChanged.connect(self._choose)

    def set_documents(self, documents: Sequence[Document]) -> None:
        """Show these documents, in this order; of very many, those about the current one.

        The current document stays the current one while it is among them.
        """
        current = self._tabs[self.currentIndex()] if self.currentIndex() >= 0 else None
        self._documents = tuple(documents)
        self._fill(0)
        if any(document.path == current for document in documents):
            self.show_document(current)

    def show_document(self, path: str | None) -> None:
        """Make a document's tab the current one, without telling."""
        if path is not None and path not in self._tabs:
            place = [document.path for document in self._documents].index(path)
            self._fill(max(0, min(place - _MOST // 2, len(self._documents) - _MOST)))
        blocked = self.blockSignals(True)
        self.setCurrentIndex(-1 if path is None else self._tabs.index(path))
        self.blockSignals(blocked)

    def set_supporting(self, paths: Collection[str], theme: Theme) -> None:
        """Write the names of these documents, which support the selected event, in full colour."""
        for tab, path in enumerate(self._tabs):
            self.setTabTextColor(tab, theme.text if path in paths else theme.secondary)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        panel, accent = theme.panel.name(), theme.accent.name()
        self.setStyleSheet(
            f"QTabBar {{ background: {panel}; }}"
            f"QTabBar::tab {{ background: {panel}; border: none; padding: 9px 12px 7px 12px;"
            " border-bottom: 2px solid transparent; }"
            f"QTabBar::tab:selected {{ border-bottom: 2px solid {accent}; }}"
            f"QTabBar::tab:selected:focus {{ background: {theme.selected_row.name()}; }}"
            f"QTabBar QToolButton {{ background: {panel}; border: none; }}"
        )

    def _fill(self, first: int) -> None:
        """Make the tabs from the document of that number on."""
        blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(self.count() - 1)
        shown = self._documents[first : first + _MOST]
        for document in shown:
            self.setTabToolTip(self.addTab(_name(document)), _tip(document))
        self._tabs = tuple(document.path for document in shown)
        self.blockSignals(blocked)

    def _choose(self, tab: int) -> None:
        if tab >= 0:
            self.document_chosen.emit(self._tabs[tab])


def _name(document: Document) -> str:
    name = short_publisher(document)
    if len(name) > _LONGEST:
        name = f"{name[: _LONGEST - 1].rstrip()}…"
    return f"{name}{_absence(document)}".replace("&", "&&")


def _absence(document: Document) -> str:
    """What a chronology quotes can be missing; a file that is there is only not read."""
    if not document.missing:
        return ""
    return " (missing)" if document.recorded_sha256 else " (not read)"


def _tip(document: Document) -> str:
    lines = (document.title, document.publisher, publication_text(document), document.path)
    return "\n".join(line for line in lines if line)
