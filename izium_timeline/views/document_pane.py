"""The document pane: every event in the words that it rests on, in their place."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.errors import LostEventError
from izium_timeline.views.document_pane_head import ask_to_open
from izium_timeline.views.document_pane_lights import Lighting, SpansFunction, next_event
from izium_timeline.views.document_pane_marking import Tagger
from izium_timeline.views.document_pane_menu import PaneMenu
from izium_timeline.views.document_pane_page import TEXT_PIXELS
from izium_timeline.views.document_pane_parts import build_parts
from izium_timeline.views.document_pane_shown import Shown, first_shown
from izium_timeline.views.document_pane_tools import PaneTools
from izium_timeline.views.evidence_text import card_of, head_of, nothing_text, recorded_words
from izium_timeline.views.lights import NoAnnotations
from izium_timeline.views.publishers import by_publication
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
    """A passage was clicked or stepped to: the row of its event."""
    day_pointed = Signal(float)
    """The caret went into a passage, and the playhead is to follow: its first day."""
    resolution_written = Signal(str, str)
    """What a person concludes from the conflict of the event of that id."""

    publication_entered = Signal(str, str)
    """A person wrote when a document was published: its path, and what was written."""
    publication_withdrawn = Signal(str)
    """A person takes back the date that they entered for a document."""

    told = Signal(str)
    """What came of an action that changes nothing in sight."""
    failed = Signal(str)
    """Why an event can't be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentPane")
        self.setAutoFillBackground(True)
        self._theme = make_theme((), dark=False)
        self._shown = Shown(Chronology(""))
        self._selection: QItemSelectionModel | None = None
        self._entered: frozenset[str] = frozenset()
        self._parts = build_parts(self)
        self._tools = PaneTools(self._parts, lambda: self._shown, self)
        steps = {
            "next_passage": self.next_passage,
            "previous_passage": self.previous_passage,
            "next_gap": self.next_gap,
        }
        self._menu = PaneMenu(self, {**self._tools.handlers(), **steps})
        self._menu.by_id["dates"].setVisible(False)
        self._parts.head.set_menu(self._menu)
        self._connect()

    def _connect(self) -> None:
        parts = self._parts
        parts.tabs.document_chosen.connect(self._go_to_document)
        parts.head.link_requested.connect(lambda url: ask_to_open(url, self))
        parts.head.stepped.connect(self._step)
        parts.published.entered.connect(
            lambda text: self.publication_entered.emit(self._shown.path, text)
        )
        parts.published.withdrawn.connect(lambda: self.publication_withdrawn.emit(self._shown.path))
        parts.card.source_chosen.connect(self._show_piece)
        parts.card.place_chosen.connect(parts.text.show_span)
        parts.card.resolution_written.connect(self.resolution_written)
        parts.text.clicked.connect(self._select_at)
        parts.text.caret_moved.connect(self._point)
        parts.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        parts.text.customContextMenuRequested.connect(self._open_menu)
        parts.strip.place_asked.connect(lambda point: parts.text.show_span(point, point))
        self._tools.marking_changed.connect(self._relight)
        self._tools.told.connect(self.told)

    def set_chronology(self, chronology: Chronology, *, keep_event: bool = False) -> None:
        """Show the documents of a chronology; no event is selected then, or the one that was.

        A document that was shown before, and is there again, stays where it was scrolled to, and
        the event's words stay in view wherever they are now.
        """
        if not keep_event:
            self._parts.published.forget_drafts()
        before, text = self._shown, self._parts.text
        in_view, top = text.shows(before.span), text.span_in_view()[0]
        self._parts.tabs.set_documents(by_publication(chronology))
        shown = first_shown(chronology, before)
        self._show(shown.with_event_of(before) if keep_event else shown)
        if self._shown.path == before.path:
            text.show_top(top)
        if keep_event and in_view and not text.shows(self._shown.span):
            self._scroll_to_words()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.ground)
        self.setPalette(palette)
        self._parts.set_theme(theme)
        self._relight()

    def set_selection_model(self, selection: QItemSelectionModel) -> None:
        """Follow, and set, the selection that all views share."""
        self._selection = selection
        selection.currentRowChanged.connect(self._follow)

    def set_entered(self, paths: Collection[str]) -> None:
        """Know which documents have a publication date that a person entered."""
        self._entered = frozenset(paths)
        self._ask_publication(self._shown.document)

    def refuse_publication(self, problem: str) -> None:
        """Say why what was written is no date of publication."""
        self._parts.published.tell(problem)

    def set_words(self, words: SpansFunction | None) -> None:
        """Light the words of a search: a function from a text to their spans; None for none."""
        self._tools.wish(words=words)

    def set_tagger(self, tagger: Tagger | None) -> None:
        """Take what finds the dates in a document, so that they can be underlined."""
        self._tools.wish(tagger=tagger)
        self._menu.by_id["dates"].setVisible(tagger is not None)

    def show_event(self, row: int) -> None:
        """Show an event's best evidence, in its document; none where it can't be read."""
        try:
            self._show(self._shown.with_event(row))
        except LostEventError as error:
            self._show(replace(self._shown, row=None, piece=0))
            self.failed.emit(str(error))
        else:
            self._scroll_to_words()

    def show_passage(self, path: str, start: int, end: int) -> None:
        """Show a place of a document, whatever event it belongs to."""
        if self._shown.chronology.document(path) is not None:
            self._show(replace(self._shown, path=path))
            self._parts.text.show_span(start, end)

    def next_passage(self) -> None:
        """Select the event of the next passage in this document."""
        self._step(True)

    def previous_passage(self) -> None:
        """Select the event of the previous passage in this document."""
        self._step(False)

    def next_gap(self) -> None:
        """Mark the sentences that no event rests on, and go to the next of them."""
        self._menu.by_id["gaps"].setChecked(True)
        self._tools.next_gap()

    def finish(self) -> None:
        """Hand over what is half written."""
        self._parts.card.finish()

    def state(self) -> dict[str, Any]:
        """What is shown, and how large, for the next start."""
        text = self._parts.text
        top = text.span_in_view()[0]
        return {"document": self._shown.path, "top": top, "text_pixels": text.text_pixels}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what :meth:`state` gave; whatever no longer fits is left out."""
        pixels, top, path = (state.get(key) for key in ("text_pixels", "top", "document"))
        self._parts.text.set_text_pixels(pixels if isinstance(pixels, int) else TEXT_PIXELS)
        if isinstance(path, str) and self._shown.chronology.document(path) is not None:
            self._show(replace(self._shown, path=path))
            self._parts.text.show_top(top if isinstance(top, int) else 0)

    def _show(self, shown: Shown) -> None:
        """Show another state: what of it is new is put on the screen."""
        before, self._shown = self._shown, shown
        other_file = shown.chronology is not before.chronology
        other_event = (shown.row, shown.piece) != (before.row, before.piece)
        if other_file or shown.path != before.path:
            self._show_document(shown.document, same=shown.same_text(before))
        if other_file or other_event:
            row = shown.row
            card = None if row is None else card_of(shown.chronology, row, shown.piece)
            self._parts.card.set_card(card)
            self._relight()

    def _show_document(self, document: Document | None, *, same: bool) -> None:
        """Show a document's head and, unless the ``same`` text is shown already, its text."""
        parts = self._parts
        parts.tabs.show_document(document.path if document else None)
        words = ""
        if document is not None and document.missing:
            words = recorded_words(self._shown.chronology, document.path)
        parts.head.set_head(head_of(document, _language(document), words) if document else None)
        self._ask_publication(document)
        if not same:
            parts.text.setPlaceholderText(nothing_text(document))
            parts.text.set_text((document.text if document else "") or words, NoAnnotations())
            self._tools.renew()

    def _ask_publication(self, document: Document | None) -> None:
        path = document.path if document else ""
        unknown = document is not None and not document.missing and document.publication is None
        self._parts.published.show_state(path, asks=unknown, entered=path in self._entered)

    def _relight(self) -> None:
        """Light the text anew, after whatever changed."""
        shown, theme = self._shown, self._theme
        text = (shown.document.text if shown.document else None) or ""
        self._parts.text.annotate(
            Lighting(
                shown.chronology,
                theme,
                text,
                shown.here,
                shown.row,
                shown.piece,
                self._tools.marking,
            )
        )
        self._parts.strip.set_passages(shown.here, len(text), shown.row)
        self._parts.tabs.set_supporting(shown.supporting, theme)

    def _scroll_to_words(self) -> None:
        if self._shown.span is not None:
            self._parts.text.show_span(*self._shown.span)

    def _follow(self, current: QModelIndex) -> None:
        if current.isValid() and current.row() != self._shown.row:
            self.show_event(current.row())

    def _show_piece(self, number: int) -> None:
        self._show(self._shown.with_piece(number))
        self._scroll_to_words()

    def _go_to_document(self, path: str) -> None:
        """Show the document of a tab: at the selected event's words, where it has any."""
        self._show(self._shown.with_document(path))
        self._scroll_to_words()

    def _select_at(self, point: int) -> None:
        """Select the event whose passage was clicked; the text stays where it is."""
        chosen = next_event(self._shown.here.at(point), self._shown.row)
        if chosen is not None:
            self._show(self._shown.with_passage(chosen))
            self._tell_selected(chosen.row)

    def _step(self, forward: bool) -> None:
        top = self._parts.text.span_in_view()[0]
        passage = self._shown.beside(top, forward)
        if passage is None:
            self.told.emit(
                f"There is no {'later' if forward else 'earlier'} passage in this document"
            )
        else:
            self._show(self._shown.with_passage(passage))
            self._parts.text.show_span(passage.start, passage.end)
            self._tell_selected(passage.row)

    def _tell_selected(self, row: int) -> None:
        if self._selection is not None:
            model = self._selection.model()
            self._selection.setCurrentIndex(model.index(row, 0), _SELECT)
        self.event_selected.emit(row)

    def _point(self, point: int) -> None:
        """Tell the day of the passage that the caret is in, where the playhead is to follow."""
        here = self._shown.here.at(point) if self._tools.follow else []
        days = (self._shown.chronology.events[item.row].bounds.earliest for item in here)
        day = next((day for day in days if day is not None), None)
        if day is not None:
            self.day_pointed.emit(float(day))

    def _open_menu(self, at: QPoint) -> None:
        self._menu.popup(self._parts.text.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the larger part of the pane to the text."""
        super().resizeEvent(event)
        self._parts.area.set_limit(int(self.height() * _CARD_SHARE))


def _language(document: Document) -> str:
    if not document.language:
        return ""
    return QLocale.languageToString(QLocale(document.language).language())
