"""How scroll bars look: a thin thumb on the ground of what it scrolls, and no arrows."""

from izium_timeline.views.colours import mix
from izium_timeline.views.theme import Theme


def scroll_bar_style(theme: Theme) -> str:
    """The style sheet of the scroll bars inside a widget."""
    thumb = mix(theme.secondary, theme.ground, 0.4).name()
    lit = mix(theme.secondary, theme.ground, 0.75).name()
    return (
        f"QScrollBar {{ background: {theme.ground.name()}; border: none; }}"
        "QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }"
        f"QScrollBar::handle {{ background: {thumb}; border-radius: 3px; margin: 2px; }}"
        "QScrollBar::handle:vertical { min-height: 28px; }"
        "QScrollBar::handle:horizontal { min-width: 28px; }"
        f"QScrollBar::handle:hover {{ background: {lit}; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: none; }"
    )
