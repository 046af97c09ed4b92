"""The timeline's keys: each a row, and what of the view it calls."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from izium_timeline.layout.scale import Scale

_SCROLL = 57.0  # three rows


class _Driven(Protocol):
    """What keys ask of the view."""

    @property
    def scale(self) -> Scale: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def pan_left(self) -> None: ...
    def pan_right(self) -> None: ...
    def scroll_by(self, pixels: float) -> None: ...
    def next_event(self) -> object: ...
    def previous_event(self) -> object: ...
    def first_event(self) -> object: ...
    def last_event(self) -> object: ...
    def fit_all(self) -> None: ...
    def fit_selection(self) -> None: ...
    def toggle_play(self) -> None: ...
    def change_pace(self, *, faster: bool) -> None: ...
    def enter(self) -> None: ...
    def escape(self) -> None: ...
    def toggle_current_group(self) -> None: ...
    def open_current_bundle(self) -> None: ...
    def move_current_group(self, by: int) -> None: ...
    def step_playhead(self, days: int) -> None: ...
    def mark_span(self) -> None: ...
    def list_day(self) -> None: ...
    def ask_hits_alone(self) -> None: ...


Act = Callable[[_Driven], object]


def _scroll_page(view: _Driven, way: int) -> None:
    view.scroll_by(way * view.scale.height * 0.85)


_ACTS: dict[str, Act] = {
    "zoom in": lambda view: view.zoom_in(),
    "zoom out": lambda view: view.zoom_out(),
    "earlier": lambda view: view.pan_left(),
    "later": lambda view: view.pan_right(),
    "up": lambda view: view.scroll_by(-_SCROLL),
    "down": lambda view: view.scroll_by(_SCROLL),
    "page up": lambda view: _scroll_page(view, -1),
    "page down": lambda view: _scroll_page(view, 1),
    "next": lambda view: view.next_event(),
    "previous": lambda view: view.previous_event(),
    "first": lambda view: view.first_event(),
    "last": lambda view: view.last_event(),
    "fit all": lambda view: view.fit_all(),
    "fit selection": lambda view: view.fit_selection(),
    "play": lambda view: view.toggle_play(),
    "faster": lambda view: view.change_pace(faster=True),
    "slower": lambda view: view.change_pace(faster=False),
    "enter": lambda view: view.enter(),
    "escape": lambda view: view.escape(),
    "fold": lambda view: view.toggle_current_group(),
    "open": lambda view: view.open_current_bundle(),
    "group up": lambda view: view.move_current_group(-1),
    "group down": lambda view: view.move_current_group(1),
    "day back": lambda view: view.step_playhead(-1),
    "day on": lambda view: view.step_playhead(1),
    "list day": lambda view: view.list_day(),
    "span": lambda view: view.mark_span(),
    "hits alone": lambda view: view.ask_hits_alone(),
}

KEYS: dict[tuple[Qt.Key, bool], str] = {
    (Qt.Key.Key_W, False): "zoom in",
    (Qt.Key.Key_Plus, False): "zoom in",
    (Qt.Key.Key_Plus, True): "zoom in",
    (Qt.Key.Key_Equal, False): "zoom in",
    (Qt.Key.Key_S, False): "zoom out",
    (Qt.Key.Key_Minus, False): "zoom out",
    (Qt.Key.Key_A, False): "earlier",
    (Qt.Key.Key_Left, False): "earlier",
    (Qt.Key.Key_D, False): "later",
    (Qt.Key.Key_Right, False): "later",
    (Qt.Key.Key_Up, False): "up",
    (Qt.Key.Key_Down, False): "down",
    (Qt.Key.Key_PageUp, False): "page up",
    (Qt.Key.Key_PageDown, False): "page down",
    (Qt.Key.Key_Period, False): "next",
    (Qt.Key.Key_Comma, False): "previous",
    (Qt.Key.Key_Home, False): "first",
    (Qt.Key.Key_End, False): "last",
    (Qt.Key.Key_0, False): "fit all",
    (Qt.Key.Key_F, False): "fit all",
    (Qt.Key.Key_F, True): "fit selection",
    (Qt.Key.Key_Space, False): "play",
    (Qt.Key.Key_BracketRight, False): "faster",
    (Qt.Key.Key_BracketLeft, False): "slower",
    (Qt.Key.Key_Return, False): "enter",
    (Qt.Key.Key_Enter, False): "enter",
    (Qt.Key.Key_Escape, False): "escape",
    (Qt.Key.Key_C, False): "fold",
    (Qt.Key.Key_O, False): "open",
    (Qt.Key.Key_Up, True): "group up",
    (Qt.Key.Key_Down, True): "group down",
    (Qt.Key.Key_Left, True): "day back",
    (Qt.Key.Key_Right, True): "day on",
    (Qt.Key.Key_L, False): "list day",
    (Qt.Key.Key_X, False): "span",
    (Qt.Key.Key_H, False): "hits alone",
}
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def act_of(event: QKeyEvent) -> Act | None:
    """What a key does, None where it is not one of the timeline's."""
    if event.modifiers() & _OTHERS:
        return None
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    name = KEYS.get((Qt.Key(event.key()), shift))
    return None if name is None else _ACTS[name]
