"""What the program says of itself: its actions by name, its keys, what it is."""

from PySide6.QtWidgets import QMessageBox, QWidget

from izium_timeline import __version__
from izium_timeline.app.actions import ACTIONS, GESTURES, TIMELINE_KEYS
from izium_timeline.views.document_pane_menu import PANE_ACTIONS
from izium_timeline.views.finder import Choice, KeysDialog
from izium_timeline.views.theme import Theme

_RIGHTS = (
    "The texts of the five articles belong to Kyiv Post, Gwara Media, Geneva Solutions, AFP and "
    "CNN, and are not covered by the program's licence (MIT)."
)


def choices() -> tuple[Choice, ...]:
    """The actions as the finder shows them."""
    return tuple(
        Choice(row.id, f"{row.menu}: {_plain(row.text)}", row.shortcut or row.keys)
        for row in ACTIONS
    )


def show_keys(theme: Theme, window: QWidget) -> None:
    """Show the keys and the gestures."""
    rows = [
        (" or ".join(filter(None, (row.shortcut, row.keys))), _plain(row.text))
        for row in ACTIONS
        if row.shortcut or row.keys
    ]
    in_pane = [(row.shortcut, f"{_plain(row.text)} (in the document)") for row in PANE_ACTIONS]
    KeysDialog((*rows, *TIMELINE_KEYS, *filter(all, in_pane), *GESTURES), theme, window).exec()


def show_about(window: QWidget) -> None:
    """Say what this is, and whose the texts are."""
    QMessageBox.about(
        window,
        "About Izium Timeline",
        f"Izium Timeline {__version__}\n\nDocuments as a chronology that can be checked.\n\n"
        f"{_RIGHTS}",
    )


def _plain(text: str) -> str:
    """A menu's text without its mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")
