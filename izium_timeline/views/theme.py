"""The two themes, light and dark: every colour and font that the views paint with."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication

from izium_timeline.model.chronology import Category

# A family is named because Qt's own default can pick one that has no letters; each is a
# sans serif with Latin and Cyrillic, the first found is taken.
FAMILIES = ("Noto Sans", "Segoe UI", "SF Pro Text", "Helvetica Neue", "DejaVu Sans")


class Theme(NamedTuple):
    """Colours by the part they play; ``categories`` maps a category's name to its colour."""

    dark: bool
    ground: QColor
    panel: QColor
    text: QColor
    secondary: QColor
    hairline: QColor
    accent: QColor
    accent_text: QColor
    selected_row: QColor
    passage: QColor
    verified: QColor
    categories: Mapping[str, QColor]

    @property
    def phase_tint(self) -> float:
        """The opacity of a phase's tint down the lanes."""
        return 0.08 if self.dark else 0.05

    def category(self, name: str) -> QColor:
        """A category's colour; one that is not known has the secondary text's."""
        return self.categories.get(name, self.secondary)


def make_theme(categories: Sequence[Category], *, dark: bool) -> Theme:
    """The light or the dark theme for these categories."""
    colours = _DARK if dark else _LIGHT
    return Theme(
        dark=dark,
        **{part: QColor(colour) for part, colour in colours.items()},
        categories={
            category.name: QColor(category.dark if dark else category.light)
            for category in categories
        },
    )


def system_is_dark() -> bool:
    """Whether the system asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def ui_font(pixels: int = 13, *, bold: bool = False) -> QFont:
    """The interface's font at a size in logical pixels."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


_LIGHT = {
    "ground": "#ffffff",
    "panel": "#f6f7f9",
    "text": "#1b1f27",
    "secondary": "#5f6875",
    "hairline": "#e3e6eb",
    "accent": "#b45309",
    "accent_text": "#ffffff",
    "selected_row": "#f4e8dc",
    "passage": "#ffe28a",
    "verified": "#00735c",
}
_DARK = {
    "ground": "#16181d",
    "panel": "#1c1f26",
    "text": "#e6e8ec",
    "secondary": "#9aa1ad",
    "hairline": "#2e333d",
    "accent": "#ffd166",
    "accent_text": "#16181d",
    "selected_row": "#3a3426",
    "passage": "#5c4a12",
    "verified": "#3cc9a3",
}
