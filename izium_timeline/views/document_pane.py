"""The document pane: every event in the words that it rests on, in their place."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Verdict
from izium_timeline.views.document_pane_head import DocumentHead, ask_to_open
from izium_timeline.views.document_pane_lights import Lighting, Span, SpansFunction, next_event
from izium_timeline.views.document_pane_strip import EvidenceStrip
from izium_timeline.views.document_pane_tabs import DocumentTabs
from izium_timeline.views.document_pane_text import TEXT_PIXELS, DocumentText
from izium_timeline.views.evidence_card import EvidenceCard
from izium_timeline.views.evidence_text import card_of, head_of, recorded_words
from izium_timeline.views.fitted_area import FittedArea
from izium_timeline.views.lights import NoAnnotations
from izium_timeline.views.passages import NO_PASSAGES, Passages, passages_by_document, spans_of
from izium_timeline.views.publishers import by_publication
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme, make_theme

_CARD_SHARE: Final = 0.45  # of the pane's height, at most
_SELECT: Final = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


class DocumentPane(QWidget):
    """Tabs, head, card and text of a chronology's documents.

    Rows are indices into ``chronology.events``, places are code points of a document's text.
    """

    event_selected = Signal(int)
    """A lit passage was clicked: the row of its event."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentPane")
        self._theme = make_theme((), dark=False)
        self._chronology = Chronology("")
        self._passages: Mapping[str, Passages] = {}
        self._words: SpansFunction | None = None
        self._selection: QItemSelectionModel | None = None
        self._path: str | None = None
        self._row: int | None = None
        self._piece = 0
        self._tabs = DocumentTabs(self)
        self._head = DocumentHead(self)
        self._card = EvidenceCard(self)
        self._text = DocumentText(self)
        self._strip = EvidenceStrip(self._text)
        self._lay_out()
        self._connect()
        self.set_theme(self._theme)

    def _lay_out(self) -> None:
        framed = QWidget(self)
        frame = QVBoxLayout(framed)
        frame.setContentsMargins(14, 4, 14, 8)
        frame.addWidget(self._card)
        self._area = FittedArea(framed, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._head)
        column.addWidget(self._area)
        column.addWidget(self._text, 1)
        self._text.set_strip(self._strip)
        self.setAutoFillBackground(True)

    def _connect(self) -> None:
        self._tabs.document_chosen.connect(self._go_to_document)
        self._head.link_requested.connect(lambda url: ask_to_open(url, self))
        self._card.source_chosen.connect(self._show_piece)
        self._card.place_chosen.connect(self._text.show_span)
        self._text.clicked.connect(self._select_at)
        self._strip.place_asked.connect(lambda point: self._text.show_span(point, point))

    def set_chronology(self, chronology: Chronology) -> None:
        """Show the documents of a chronology, the first published in front."""
        self._chronology = chronology
        self._passages = passages_by_document(chronology)
        self._row, self._piece = None, 0
        documents = by_publication(chronology)
        self._tabs.set_documents(documents)
        kept = next((doc for doc in documents if doc.path == self._path), None)
        first = kept or (documents[0] if documents else None)
        self._show_document(first)
        self._card.set_card(None)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.ground)
        self.setPalette(palette)
        for part in (self._tabs, self._head, self._card, self._text, self._strip):
            part.set_theme(theme)
        self._area.setStyleSheet(scroll_bar_style(theme))
        self._relight()

    def set_selection_model(self, selection: QItemSelectionModel) -> None:
        """Follow, and set, the selection that all views share."""
        self._selection = selection
        selection.currentRowChanged.connect(self._follow)

    def set_words(self, words: SpansFunction | None) -> None:
        """Light the words of a search: a function from a text to their spans; None for none."""
        self._words = words
        self._relight()

    def show_event(self, row: int) -> None:
        """Show an event's best evidence, in its document."""
        evidence = self._chronology.events[row].evidence
        order = list(Verdict)
        best = min(evidence, key=lambda piece: order.index(piece.verdict), default=None)
        self._row = row
        self._show_piece(evidence.index(best) if best else 0)

    def show_passage(self, path: str, start: int, end: int) -> None:
        """Show a place of a document, whatever event it belongs to."""
        self._open(path)
        self._text.show_span(start, end)

    def state(self) -> dict[str, Any]:
        """What is shown, and how large, for the next start."""
        top = self._text.span_in_view()[0]
        return {"document": self._path, "top": top, "text_pixels": self._text.text_pixels}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what :meth:`state` gave; whatever no longer fits is left out."""
        pixels, top = state.get("text_pixels"), state.get("top")
        self._text.set_text_pixels(pixels if isinstance(pixels, int) else TEXT_PIXELS)
        if self._document(state.get("document")) is not None:
            self._open(str(state["document"]))
            self._text.show_top(top if isinstance(top, int) else 0)

    def _follow(self, current: QModelIndex) -> None:
        if current.isValid() and current.row() != self._row:
            self.show_event(current.row())

    def _show_piece(self, number: int) -> None:
        """Show one piece of the selected event's evidence."""
        if self._row is None:
            return
        self._piece = number
        evidence = self._chronology.events[self._row].evidence
        if evidence:
            self._open(evidence[number].document)
        self._tell_card()
        self._relight()
        span = self._span_shown()
        if span is not None:
            self._text.show_span(*span)

    def _span_shown(self) -> Span | None:
        """Where the piece that is shown stands; None while that is not certain."""
        evidence = self._chronology.events[self._row].evidence if self._row is not None else ()
        if not evidence:
            return None
        document = self._document(evidence[self._piece].document)
        spans = spans_of(evidence[self._piece], document.text if document else None)
        return spans[0] if len(spans) == 1 else None

    def _go_to_document(self, path: str) -> None:
        """Show the document of a tab: at the selected event's words, where it has any."""
        evidence = self._chronology.events[self._row].evidence if self._row is not None else ()
        here = [number for number, piece in enumerate(evidence) if piece.document == path]
        if here:
            self._show_piece(here[0])
        else:
            self._open(path)

    def _select_at(self, point: int) -> None:
        """Select the event whose passage was clicked; the text stays where it is."""
        here = self._passages_here().at(point)
        chosen = next_event(here, self._row)
        if chosen is None:
            return
        self._row, self._piece = chosen.row, chosen.piece
        self._tell_card()
        self._relight()
        if self._selection is not None:
            model = self._selection.model()
            self._selection.setCurrentIndex(model.index(chosen.row, 0), _SELECT)
        self.event_selected.emit(chosen.row)

    def _open(self, path: str) -> None:
        document = self._document(path)
        if document is not None and path != self._path:
            self._show_document(document)

    def _show_document(self, document: Document | None) -> None:
        self._path = document.path if document else None
        self._tabs.show_document(self._path)
        self._head.set_head(head_of(document, _language(document)) if document else None)
        text = document.text if document else ""
        if text is None and document:
            text = recorded_words(self._chronology, document.path)
        self._text.set_text(text or "", NoAnnotations())
        self._relight()

    def _tell_card(self) -> None:
        if self._row is not None:
            self._card.set_card(card_of(self._chronology, self._row, self._piece))

    def _relight(self) -> None:
        """Light the text anew, after whatever changed."""
        document = self._document(self._path)
        text = document.text if document and document.text else ""
        words = tuple(self._words(text)) if self._words else ()
        passages = self._passages_here()
        self._text.annotate(
            Lighting(self._chronology, self._theme, passages, self._row, self._piece, words)
        )
        self._strip.set_passages(passages, len(text), self._row)
        evidence = self._chronology.events[self._row].evidence if self._row is not None else ()
        self._tabs.set_supporting({piece.document for piece in evidence}, self._theme)

    def _passages_here(self) -> Passages:
        return self._passages.get(self._path or "", NO_PASSAGES)

    def _document(self, path: object) -> Document | None:
        return self._chronology.document(path) if isinstance(path, str) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the larger part of the pane to the text."""
        super().resizeEvent(event)
        self._area.set_limit(int(self.height() * _CARD_SHARE))


def _language(document: Document) -> str:
    if not document.language:
        return ""
    return QLocale.languageToString(QLocale(document.language).language())
