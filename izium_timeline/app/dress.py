"""The theme on the window and on every part of it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMainWindow

from izium_timeline.views.colours import mix
from izium_timeline.views.theme import Theme

if TYPE_CHECKING:
    from izium_timeline.app.parts import Parts

_ROLES = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "ground",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "secondary",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "ground",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "hairline",
}


def dress_window(window: QMainWindow, theme: Theme) -> None:
    """Give the window and the program's palette a theme's colours."""
    palette = QPalette(getattr(theme, _ROLES[QPalette.ColorRole.Window]))
    for role, colour in _ROLES.items():
        palette.setColor(role, getattr(theme, colour))
    disabled = QPalette.ColorGroup.Disabled
    roles = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
    for role in roles:
        palette.setColor(disabled, role, theme.secondary)
    QApplication.setPalette(palette)
    _dress_menus(palette, theme)
    line = mix(theme.secondary, theme.panel, 0.4).name()  # the style's own is lost in the dark
    window.setStyleSheet(
        f"QMainWindow {{ background: {theme.panel.name()}; }}"
        # Its own style draws the line in pieces, with gaps between them on a dense screen.
        f"QMenuBar {{ background: {theme.panel.name()}; padding: 1px 0 0 0;"
        f" border: none; border-bottom: 1px solid {theme.hairline.name()}; }}"
        "QMenuBar::item { background: transparent; padding: 3px 8px; }"
        f"QMenuBar::item:selected {{ background: {theme.selected_row.name()}; }}"
        f"QMenuBar::item:pressed {{ background: {theme.accent.name()};"
        f" color: {theme.accent_text.name()}; }}"
        f"QMenu::separator {{ background: {line}; height: 1px; margin: 3px 0; }}"
        f"QSplitter::handle {{ background: {theme.hairline.name()}; }}"
        f"QStatusBar {{ background: {theme.panel.name()}; }}"
        f"QStatusBar::item {{ border: none; }}"
        "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }"
        f"#statusMessage, #playheadLabel {{ color: {theme.secondary.name()}; }}"
    )


def _dress_menus(palette: QPalette, theme: Theme) -> None:
    """The style draws the boxes of menus darker than the window: in the dark on the dark."""
    menus = QPalette(palette)
    if theme.dark:
        menus.setColor(QPalette.ColorRole.Window, theme.secondary)
    QApplication.setPalette(menus, "QMenu")  # type: ignore[arg-type] # its stub says bytes


def dress_parts(parts: "Parts", theme: Theme) -> None:
    """Give every part a theme's colours."""
    for view in (
        parts.search,
        parts.facets,
        parts.header,
        parts.message,
        parts.overview,
        parts.events,
        parts.passages,
        parts.files,
        parts.reading,
        parts.working,
        parts.changed,
        parts.pane,
    ):
        view.set_theme(theme)
