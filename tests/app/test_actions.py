"""The action table: every row does something, and no two rows want the same key."""

from collections import Counter

import pytest

from izium_timeline.app.actions import ACTIONS, MENUS, ActionRow
from izium_timeline.app.help import choices
from izium_timeline.app.main_window import MainWindow
from izium_timeline.views.document_pane_menu import PANE_ACTIONS


def test_ids_and_shortcuts_are_unique() -> None:
    for values in ([row.id for row in ACTIONS], [row.shortcut for row in ACTIONS if row.shortcut]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_the_pane_wants_no_key_of_the_window() -> None:
    """Qt does nothing at all where two actions want one key."""
    taken = {row.shortcut for row in ACTIONS if row.shortcut}
    assert not taken.intersection(row.shortcut for row in PANE_ACTIONS)


def test_a_letter_chooses_one_entry_of_a_menu() -> None:
    menus = {menu: [row.text for row in ACTIONS if row.menu == menu] for menu in MENUS}
    menus["the document's"] = [row.text for row in PANE_ACTIONS]
    for menu, texts in menus.items():
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert [each for each, count in Counter(letters).items() if count > 1] == [], menu
        assert len(letters) >= len(texts) - 2, menu


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_every_row_is_one_kind_of_action(row: ActionRow) -> None:
    assert not (row.choice and row.toggle)


def test_the_menus_hold_every_action_in_order(window: MainWindow) -> None:
    shown = [
        action.objectName()
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
        if not action.isSeparator()
    ]
    assert shown == [row.id for row in ACTIONS]


def test_the_finder_knows_every_action() -> None:
    assert [choice.id for choice in choices()] == [row.id for row in ACTIONS]
