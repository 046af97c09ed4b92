"""What a person does with the document that is shown: find, copy, print, mark, enlarge."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from izium_timeline.views.clipboard import citation, selected_quote
from izium_timeline.views.document_pane_lights import Marking, Span
from izium_timeline.views.document_pane_marking import Wishes
from izium_timeline.views.document_pane_page import TEXT_PIXELS
from izium_timeline.views.document_pane_parts import PaneParts
from izium_timeline.views.document_pane_print import printed
from izium_timeline.views.document_pane_shown import Shown
from izium_timeline.views.evidence_text import head_of
from izium_timeline.views.finding import step


class PaneTools(QObject):
    """Keeps what a person asked to see, and what that comes to in the document shown.

    ``shown`` tells what the pane shows at the moment.
    """

    marking_changed = Signal()
    told = Signal(str)
    """What came of an action that changes nothing in sight."""

    def __init__(self, parts: PaneParts, shown: Callable[[], Shown], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._shown = shown
        self._wishes = Wishes()
        self.marking = Marking()
        self.follow = False
        parts.find.words_changed.connect(self._seek)
        parts.find.closed.connect(self._close_find)
        parts.find.stepped.connect(self._step_found)

    def handlers(self) -> Mapping[str, Callable[..., None]]:
        """What the menu's rows name."""
        return {
            "find": self.find,
            "copy_words": self.copy_words,
            "copy_citation": self.copy_citation,
            "print_document": self.print_document,
            "set_dates_shown": self.set_dates_shown,
            "set_gaps_shown": self.set_gaps_shown,
            "set_follow": self.set_follow,
            "enlarge": lambda: self._resize(1),
            "reduce": lambda: self._resize(-1),
            "reset_size": lambda: self._parts.text.set_text_pixels(TEXT_PIXELS),
        }

    def wish(self, **changes: object) -> None:
        """Ask for something else to be seen, by the fields of :class:`Wishes`."""
        self._wishes = replace(self._wishes, **changes)  # type: ignore[arg-type]
        self.renew()

    def renew(self) -> None:
        """Work out anew what is marked, after a wish or the document changed."""
        shown = self._shown()
        self.marking = self._wishes.marking(shown.document, shown.here)
        self._parts.find.tell(None, len(self.marking.found))
        self._parts.head.tell(self.marking.note)
        self.marking_changed.emit()

    def set_dates_shown(self, on: bool) -> None:
        """Underline the dates, or no longer."""
        self.wish(dates=on)

    def set_gaps_shown(self, on: bool) -> None:
        """Mark the sentences that no event rests on, or no longer."""
        self.wish(gaps=on)

    def next_gap(self) -> None:
        """Go to the next sentence that no event rests on, of those that are marked."""
        self._go(self.marking.gaps, forward=True)

    def set_follow(self, on: bool) -> None:
        """Let the playhead go where the caret goes, or no longer."""
        self.follow = on

    def find(self) -> None:
        """Open the line to find words in the document; selected words are sought at once."""
        words = self._parts.text.textCursor().selectedText()
        self._parts.find.open(words if "\u2029" not in words else "")

    def copy_words(self) -> None:
        """Copy the selected words."""
        chosen = self._parts.text.textCursor().hasSelection()
        self._parts.text.copy()
        self.told.emit("Copied" if chosen else "No words are selected in the document")

    def copy_citation(self) -> None:
        """Copy the selected words, else the quote that is shown, with their source."""
        shown, document = self._shown(), self._shown().document
        start, end = self._parts.text.selected_span()
        piece = shown.evidence
        if start < end and document is not None and document.text is not None:
            piece = selected_quote(document, start, end) or piece
        if piece is None:
            self.told.emit("There is nothing to copy: select an event, or words in the document")
            return
        QGuiApplication.clipboard().setMimeData(citation(shown.chronology, piece))
        self.told.emit("Copied with its source")

    def print_document(self) -> None:
        """Print the document, the selected event's passages marked in it."""
        shown, document = self._shown(), self._shown().document
        if document is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(document.title or document.path)
        if QPrintDialog(printer, self._parts.text).exec() == QPrintDialog.DialogCode.Accepted:
            marked = [(i.start, i.end) for i in shown.here.items if i.row == shown.row]
            printed(document, head_of(document, document.language), marked).print_(printer)

    def _resize(self, change: int) -> None:
        self._parts.text.set_text_pixels(self._parts.text.text_pixels + change)

    def _seek(self, words: str) -> None:
        self.wish(sought=words)

    def _step_found(self, forward: bool) -> None:
        number = self._go(self.marking.found, forward)
        self._parts.find.tell(number, len(self.marking.found))

    def _go(self, spans: tuple[Span, ...], forward: bool) -> int | None:
        """Show the next or previous of some spans, seen from the caret; its number."""
        number = step(spans, self._parts.text.selected_span()[0], forward)
        if number is not None:
            self._parts.text.show_span(*spans[number])
        return number

    def _close_find(self) -> None:
        self.wish(sought="")
        self._parts.text.setFocus()
