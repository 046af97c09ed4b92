"""The search field: tells what is typed, offers what may follow, says how much was found."""

from collections.abc import Callable, Sequence, Sized
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from izium_timeline.views.positions import positions
from izium_timeline.views.search_mark import underline
from izium_timeline.views.search_offers import Offer, Offers
from izium_timeline.views.search_parts import clear_button, found_label, search_line
from izium_timeline.views.search_words import mistake_text, place_text, result_text
from izium_timeline.views.theme import Theme, make_theme

if TYPE_CHECKING:
    from izium_timeline.search.find import Hits
    from izium_timeline.search.mistakes import ParseError

_AFTER: Final = 20  # milliseconds after a key for offers: the answer comes first
_PATIENCE: Final = 600  # milliseconds without a key until a mistake is told: it may be half a word
_LEAST: Final = 160  # pixels that stay for typing, whatever there is to say
_CLEAR: Final = 24  # pixels of the button that clears
_ASKING: Final = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason)


class SearchBar(QWidget):
    """A line to type in, with what was found at its right end.

    Enter asks for the next hit, Shift+Enter for the previous one, Esc clears, and leaves an empty
    line (``left``). What was typed is told as soon as no further key waits. ``typed`` asks for
    offers to the line up to the cursor, in code points, ``history_asked`` for earlier searches,
    ``dropped`` to forget one; ``offer`` shows them.
    """

    query_changed = Signal(str)
    next_hit = Signal()
    previous_hit = Signal()
    entered = Signal()
    left = Signal()
    typed = Signal(str, int)
    history_asked = Signal()
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = search_line(self)
        self._found = found_label(self._edit)
        self._clear = clear_button(self._edit)
        self._clear.clicked.connect(lambda: self.set_query(""))
        self._told = ""
        self._mistake: ParseError | None = None
        self._theme = make_theme((), dark=False)
        self._timer = self._after(0, self._tell)
        self._offering = self._after(_AFTER, self._ask_offers)
        self._telling = self._after(_PATIENCE, self._show_mistake)
        self._offers: Offers | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._edit)
        self.setFocusProxy(self._edit)
        self._edit.textChanged.connect(self._follow)
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

    def set_result(
        self,
        rows: Sized | None,
        hits: "Hits | None",
        total: int | None = None,
        passages: str = "",
    ) -> None:
        """Say how many events are shown (of how many), and what there is of passages."""
        shown = () if rows is None else rows
        self._say("" if hits is None else result_text(shown, hits, total, passages))

    def set_place(self, number: int, count: int, hits: "Hits") -> None:
        """Say at which hit of how many a person stands, counted from 1."""
        self._say(place_text(number, count, hits))

    def set_waiting(self) -> None:
        """Say that an answer takes a while."""
        self._say("preparing the search")

    def set_mistake(self, mistake: "ParseError") -> None:
        """Say why the query can't be answered, soon: a person may be typing on."""
        self._say("", told=str(mistake))
        self._mistake = mistake
        self._telling.start()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show what may be typed instead; nothing hides the list. Only while one types."""
        if offers or self._mistake is None or self._telling.isActive():
            self._show_offers(offers)

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
            f"QLabel {{ color: {theme.secondary.name()}; background: transparent; }}"
            f"QToolButton {{ color: {theme.secondary.name()}; background: transparent;"
            " border: none; padding: 0; }"
            f"QToolButton:hover {{ color: {theme.text.name()}; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that do more than type, and room for what was found."""
        if watched is not self._edit:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._act(event)
        if isinstance(event, QKeyEvent) and _is_the_windows(event):
            event.ignore()
            return True
        if isinstance(event, QResizeEvent):
            self._place()
        if isinstance(event, QFocusEvent):
            self._mind_focus(event)
        return super().eventFilter(watched, event)

    def _mind_focus(self, event: QFocusEvent) -> None:
        """One who comes to an empty line on purpose may want an earlier search."""
        if event.lostFocus():
            self._hide_offers()
            return
        self.entered.emit()
        if event.reason() in _ASKING and not self._edit.text():
            QTimer.singleShot(0, self, self.history_asked.emit)

    def _act(self, event: QKeyEvent) -> bool:
        if self._offers is not None and self._offers.act(event):
            return True
        act = _ACTS.get(Qt.Key(event.key()))
        if act is None:
            return False
        act(self, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _go(self, back: bool) -> None:
        self._hide_offers()
        self._tell()
        if self._mistake is not None:
            self._show_mistake()
        else:
            (self.previous_hit if back else self.next_hit).emit()

    def _escape(self, _back: bool) -> None:
        """Clear the line; leave one that is empty."""
        if self._edit.text():
            self.set_query("")
        else:
            self.left.emit()

    def _ask_history(self, _back: bool) -> None:
        self.history_asked.emit()

    def _follow(self) -> None:
        """Another line: what was said of the last one holds no longer."""
        self._timer.start()
        self._telling.stop()
        if self._mistake is not None:
            self._mistake = None
            underline(self._edit, 0, 0, self._theme.accent)
            self._show_offers(())
        if self._clear.isHidden() == bool(self._edit.text()):
            self._clear.setVisible(bool(self._edit.text()))
            self._place()

    def _ask_offers(self) -> None:
        line = self._edit.text()
        self.typed.emit(line, positions(line).to_text(self._edit.cursorPosition()))

    def _take(self, offer: Offer) -> None:
        """Write what was chosen in the place of what was typed."""
        line = self._edit.text()
        end = len(line) if offer.end is None else offer.end
        begun = line[: offer.start] + offer.text
        self._edit.setText(begun + line[end:].lstrip())
        self._edit.setCursorPosition(positions(begun).to_qt(len(begun)))
        if offer.text.endswith(":"):
            self._ask_offers()

    def _show_mistake(self) -> None:
        """Tell what is wrong where it is wrong, and offer what may have been meant."""
        self._telling.stop()
        mistake, line = self._mistake, self._edit.text()
        completing = self._offers is not None and not self._offers.isHidden()
        if mistake is None or completing:
            return
        at = positions(line)
        start, end = at.to_qt(mistake.position), at.to_qt(min(mistake.end, len(line)))
        underline(self._edit, start, end, self._theme.accent)
        instead = mistake.instead
        fixes = [Offer(instead.text, instead.start, instead.end, "instead")] if instead else []
        self._show_offers(fixes, mistake_text(mistake))

    def _show_offers(self, offers: Sequence[Offer], message: str = "") -> None:
        if self._offers is None:
            self._offers = Offers(self._edit, self._theme)
            self._offers.chosen.connect(self._take)
            self._offers.dropped.connect(self.dropped)
        shown = self._edit.hasFocus()
        self._offers.show_all(offers if shown else (), message if shown else "")

    def _hide_offers(self) -> None:
        self._offering.stop()
        if self._offers is not None:
            self._offers.hide()

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

    def _say(self, text: str, *, told: str = "") -> None:
        """Say a text at the line's end; a longer one is told to those who point or listen."""
        self._found.setText(text)
        self._found.setToolTip(told or text)
        self._edit.setAccessibleDescription(told or text)
        self._edit.setToolTip(told or text)
        self._place()

    def _place(self) -> None:
        """Put what was found at the right end; where there is no room, it is left out."""
        size, height = self._found.sizeHint(), self._edit.height()
        clear = 0 if self._clear.isHidden() else _CLEAR
        room = self._edit.width() - 16 - _LEAST - clear
        fits = bool(self._found.text()) and size.width() <= room
        self._found.setVisible(fits)
        self._edit.setTextMargins(0, 0, clear + (size.width() + 4 if fits else 0), 0)
        right = self._edit.width() - 6 - clear
        self._found.setGeometry(right - size.width(), 0, size.width(), height)
        self._clear.setGeometry(self._edit.width() - 4 - _CLEAR, 0, _CLEAR, height)

    def sizeHint(self) -> QSize:
        """Wide enough for a query and what was found."""
        return QSize(460, self._edit.sizeHint().height())


def _is_the_windows(event: QKeyEvent) -> bool:
    """Whether a key means an action of the window, although the line would take it for its own.

    On X11 a line edit goes to its end by Ctrl+E, as it does by End.
    """
    asked = event.type() == QEvent.Type.ShortcutOverride
    return asked and event.keyCombination() == _EXPORT


_EXPORT: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
_ACTS: Final[dict[Qt.Key, Callable[[SearchBar, bool], None]]] = {
    Qt.Key.Key_Return: SearchBar._go,
    Qt.Key.Key_Enter: SearchBar._go,
    Qt.Key.Key_Escape: SearchBar._escape,
    Qt.Key.Key_Down: SearchBar._ask_history,
}
