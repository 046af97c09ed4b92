"""The tabs of the documents, in order of publication."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from izium_timeline.model.document import Document
from izium_timeline.views.evidence_text import publication_text
from izium_timeline.views.publishers import short_publisher
from izium_timeline.views.theme import Theme, ui_font


class DocumentTabs(QTabBar):
    """One tab for each document. Data of a tab is its document's path."""

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
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(self._choose)

    def set_documents(self, documents: Sequence[Document]) -> None:
        """Show these documents, in this order."""
        blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(self.count() - 1)
        for document in documents:
            tab = self.addTab(_name(document))
            self.setTabData(tab, document.path)
            self.setTabToolTip(tab, _tip(document))
        self.blockSignals(blocked)

    def show_document(self, path: str | None) -> None:
        """Make a document's tab the current one, without telling."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self._paths().index(path) if path in self._paths() else -1)
        self.blockSignals(blocked)

    def set_supporting(self, paths: Collection[str], theme: Theme) -> None:
        """Write the names of these documents, which support the selected event, in full colour."""
        for tab, path in enumerate(self._paths()):
            self.setTabTextColor(tab, theme.text if path in paths else theme.secondary)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        panel, accent = theme.panel.name(), theme.accent.name()
        self.setStyleSheet(
            f"QTabBar {{ background: {panel}; }}"
            f"QTabBar::tab {{ background: {panel}; border: none; padding: 9px 12px 7px 12px;"
            " border-bottom: 2px solid transparent; max-width: 150px; }"
            f"QTabBar::tab:selected {{ border-bottom: 2px solid {accent}; }}"
            f"QTabBar::tab:selected:focus {{ background: {theme.selected_row.name()}; }}"
            f"QTabBar QToolButton {{ background: {panel}; border: none; }}"
        )

    def _paths(self) -> list[str]:
        return [self.tabData(tab) for tab in range(self.count())]

    def _choose(self, tab: int) -> None:
        if tab >= 0:
            self.document_chosen.emit(self.tabData(tab))


def _name(document: Document) -> str:
    missing = " (missing)" if document.missing else ""
    return f"{short_publisher(document)}{missing}".replace("&", "&&")


def _tip(document: Document) -> str:
    lines = (document.title, document.publisher, publication_text(document), document.path)
    return "\n".join(line for line in lines if line)
