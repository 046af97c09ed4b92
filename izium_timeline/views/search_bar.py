"""The search field: tells what is typed, offers what may follow, says how much was found."""

from collections.abc import Callable, Sequence, Sized
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from izium_timeline.views.search_offers import Offer, Offers
from izium_timeline.views.theme import Theme, make_theme, ui_font

if TYPE_CHECKING:
    from izium_timeline.search.find import Hits

_AFTER: Final = 20  # milliseconds after a key for offers: the answer comes first
_LEAST: Final = 160  # pixels that stay for typing, whatever there is to say


class SearchBar(QWidget):
    """A line to type in, with what was found at its right end.

    Enter asks for the next hit, Shift+Enter for the previous one, Esc clears. What was typed is
    told as soon as no further key waits. ``typed`` asks for offers to the line up to the cursor,
    ``history_asked`` for earlier searches, ``dropped`` to forget one; ``offer`` shows them.
    """

    query_changed = Signal(str)
    next_hit = Signal()
    previous_hit = Signal()
    entered = Signal()
    typed = Signal(str, int)
    history_asked = Signal()
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = self._line()
        self._found = self._label()
        self._told = ""
        self._theme = make_theme((), dark=False)
        self._timer = self._after(0, self._tell)
        self._offering = self._after(_AFTER, self._ask_offers)
        self._offers: Offers | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._edit)
        self.setFocusProxy(self._edit)
        self._edit.textChanged.connect(lambda: self._timer.start())
        self._edit.textEdited.connect(lambda: self._offering.start())
        self._edit.installEventFilter(self)

    @property
    def query(self) -> str:
        """What is typed."""
        return self._edit.text()

    def set_query(self, query: str) -> None:
        """Write a query as if it were typed, and tell it at once."""
        self._edit.setText(query)
        self._tell()

    def clear(self) -> None:
        """Empty the line without telling."""
        self._told = ""
        self._edit.clear()
        self._timer.stop()
        self._say("")

    def set_result(self, rows: Sized | None, hits: "Hits | None", total: int | None = None) -> None:
        """Say how many events are shown (of how many), and how many passages were found."""
        self._say("" if hits is None else result_text(() if rows is None else rows, hits, total))

    def set_waiting(self) -> None:
        """Say that an answer takes a while."""
        self._say("preparing the search")

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show what may be typed instead; nothing hides the list. Only while one types."""
        if self._offers is None:
            self._offers = Offers(self._edit, self._theme)
            self._offers.chosen.connect(self._take)
            self._offers.dropped.connect(self.dropped)
        self._offers.show_all(offers if self._edit.hasFocus() else ())

    def set_error(self, text: str) -> None:
        """Say why the query can't be answered."""
        self._say(text, error=True)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self._theme = theme
        if self._offers is not None:
            self._offers.set_theme(theme)
        self.setStyleSheet(
            f"QLineEdit {{ color: {theme.text.name()}; background: {theme.ground.name()};"
            f" border: 1px solid {theme.hairline.name()}; border-radius: 5px; padding: 4px 8px;"
            f" placeholder-text-color: {theme.secondary.name()};"
            f" selection-background-color: {theme.passage.name()};"
            f" selection-color: {theme.text.name()}; }}"
            f"QLineEdit:focus {{ border-color: {theme.accent.name()}; }}"
        )
        self._say(self._found.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that do more than type, and room for what was found."""
        if watched is self._edit and isinstance(event, QResizeEvent):
            self._place()
        if watched is self._edit and event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        if watched is self._edit and event.type() == QEvent.Type.FocusOut:
            self._hide_offers()
        pressed = watched is self._edit and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent):
            return self._act(event)
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> bool:
        if self._offers is not None and self._offers.act(event):
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hide_offers()
            self._tell()
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_hit if back else self.next_hit).emit()
            return True
        if event.key() == Qt.Key.Key_Escape and self._edit.text():
            self.set_query("")
            return True
        if event.key() == Qt.Key.Key_Down:
            self.history_asked.emit()
            return True
        return False

    def _ask_offers(self) -> None:
        self.typed.emit(self._edit.text(), self._edit.cursorPosition())

    def _take(self, offer: Offer) -> None:
        """Write what was chosen in the place of what was typed."""
        line = self._edit.text()
        end = len(line) if offer.end is None else offer.end
        self._edit.setText(line[: offer.start] + offer.text + line[end:].lstrip())
        self._edit.setCursorPosition(offer.start + len(offer.text))
        if offer.text.endswith(":"):
            self._ask_offers()

    def _hide_offers(self) -> None:
        self._offering.stop()
        if self._offers is not None:
            self._offers.hide()

    def _line(self) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName("searchEdit")
        edit.setAccessibleName("Search events and documents")
        edit.setPlaceholderText("Search events and documents   /")
        edit.setFont(ui_font(13))
        return edit

    def _label(self) -> QLabel:
        label = QLabel(self._edit)
        label.setObjectName("searchFound")
        label.setFont(ui_font(12))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label

    def _after(self, pause: int, act: Callable[[], None]) -> QTimer:
        """A timer that acts once, so many milliseconds after it was last started."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(act)
        return timer

    def _tell(self) -> None:
        """Tell the query, once."""
        self._timer.stop()
        if self._edit.text() != self._told:
            self._told = self._edit.text()
            self.query_changed.emit(self._told)

    def _say(self, text: str, *, error: bool = False) -> None:
        colour = self._theme.accent if error else self._theme.secondary
        self._found.setStyleSheet(f"color: {colour.name()}; background: transparent;")
        self._found.setText(text)
        self._found.setToolTip(text)
        self._edit.setAccessibleDescription(text)
        self._edit.setToolTip(text)
        self._place()

    def _place(self) -> None:
        """Put what was found at the right end; where there is no room, it is left out."""
        size = self._found.sizeHint()
        room = self._edit.width() - 16 - _LEAST
        fits = bool(self._found.text()) and size.width() <= room
        self._found.setVisible(fits)
        self._edit.setTextMargins(0, 0, size.width() + 10 if fits else 0, 0)
        left = self._edit.width() - size.width() - 10
        self._found.setGeometry(left, 0, size.width(), self._edit.height())

    def sizeHint(self) -> QSize:
        """Wide enough for a query and what was found."""
        return QSize(460, self._edit.sizeHint().height())


def result_text(rows: Sized, hits: "Hits", total: int | None) -> str:
    """How much was found: "12 of 162 events, 3 passages, showing results for liberation"."""
    of = "" if total is None else f" of {total}"
    plural = "" if total is None and len(rows) == 1 else "s"
    parts = [f"{len(rows)}{of} event{plural}"]
    if hits.near is not None:
        parts[0] += f", {int(hits.near.sum())} of them around the hits"
    if hits.passages:
        parts.append(f"{len(hits.passages)} passage{'' if len(hits.passages) == 1 else 's'}")
    if hits.corrected is not None:
        parts.append(f"showing results for {hits.corrected}")
    return ", ".join(parts)
