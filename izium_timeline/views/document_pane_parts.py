"""The parts of the document pane, and how they lie under each other."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from izium_timeline.views.document_pane_head import DocumentHead
from izium_timeline.views.document_pane_strip import EvidenceStrip
from izium_timeline.views.document_pane_tabs import DocumentTabs
from izium_timeline.views.document_pane_text import DocumentText
from izium_timeline.views.evidence_card import EvidenceCard
from izium_timeline.views.find_bar import FindBar
from izium_timeline.views.fitted_area import FittedArea
from izium_timeline.views.publication_field import PublicationField
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme


@dataclass(frozen=True, slots=True)
class PaneParts:
    """Every part, from top to bottom; the strip stands beside the text."""

    tabs: DocumentTabs
    head: DocumentHead
    published: PublicationField
    card: EvidenceCard
    area: FittedArea
    text: DocumentText
    strip: EvidenceStrip
    find: FindBar

    def set_theme(self, theme: Theme) -> None:
        """Paint all in the theme's colours."""
        for part in (
            self.tabs,
            self.head,
            self.published,
            self.card,
            self.text,
            self.strip,
            self.find,
        ):
            part.set_theme(theme)
        self.area.setStyleSheet(scroll_bar_style(theme))


def build_parts(pane: QWidget) -> PaneParts:
    """Make the parts of a pane and lay them out in it."""
    card, text = EvidenceCard(), DocumentText()
    framed = QWidget()
    frame = QVBoxLayout(framed)
    frame.setContentsMargins(14, 4, 14, 8)
    frame.addWidget(card)
    parts = PaneParts(
        DocumentTabs(),
        DocumentHead(),
        PublicationField(),
        card,
        FittedArea(framed),
        text,
        EvidenceStrip(text),
        FindBar(),
    )
    text.set_strip(parts.strip)
    parts.area.setAccessibleName("What the selected event rests on")
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in (parts.tabs, parts.head, parts.published, parts.area):
        column.addWidget(part)
    column.addWidget(parts.text, 1)
    column.addWidget(parts.find)
    return parts
