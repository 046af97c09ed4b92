"""Taking apart what was joined, and showing what the chronology does not know, in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from izium_timeline.app.main_window import MainWindow
from izium_timeline.build.matching import candidates_in
from izium_timeline.build.merging.merge import merge
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Verdict
from izium_timeline.store.chronology_file import write_chronology_file
from izium_timeline.store.open import open_folder
from tests.app.conftest import OpenWindow
from tests.app.test_window import part

_TEXTS = {
    "a.txt": "Ukrainian forces liberated Izium on 10 September 2022.",
    "b.txt": "Izium was retaken by Ukrainian troops on 10 September 2022.",
    "c.txt": "A siren was installed in Izium on 20 January 2023.",
}


def _write(folder: Path, *, known: int) -> Path:
    """A chronology file beside its documents, with this many of their events."""
    for name, text in _TEXTS.items():
        (folder / name).write_text(text)
    documents = open_folder(folder).documents
    events = merge(candidates_in(documents))
    path = folder / "small.chronology.json"
    write_chronology_file(Chronology("Small", events[:known], documents=documents), path)
    return path


@pytest.fixture
def joined(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    window = open_window(_write(tmp_path, known=2))
    window.workspace.select(0)
    return window


def _titles(window: MainWindow) -> list[str]:
    return [event.title for event in window.workspace.chronology.events]


_TOGETHER = ["Izium was retaken by Ukrainian troops", "A siren was installed in Izium"]
_APART = [
    "Izium was retaken by Ukrainian troops",
    "Ukrainian forces liberated Izium",
    "A siren was installed in Izium",
]


def test_a_joined_event_is_split_for_good_and_that_can_be_undone(
    joined: MainWindow, open_window: OpenWindow
) -> None:
    assert _titles(joined) == _TOGETHER
    view = joined.timeline.visible_range()
    joined.run_action("split")
    assert sorted(_titles(joined)) == sorted(_APART)
    assert joined.timeline.visible_range() == view
    assert joined.workspace.current is not None
    shown = joined.parts.pane.state()["document"]
    assert [piece.document for piece in joined.workspace.current.evidence] == [shown]
    assert joined.workspace.chronology.verdicts() == {Verdict.EXACT: 3}
    assert sorted(_titles(open_window(joined.workspace.target))) == sorted(_APART)
    joined.run_action("undo")
    assert _titles(joined) == _TOGETHER
    joined.run_action("redo")
    assert sorted(_titles(joined)) == sorted(_APART)


def test_a_conclusion_goes_with_the_event_that_is_split_and_comes_back_with_it(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    for name, count in (("a.txt", 447), ("b.txt", 440)):
        text = f"Police exhumed {count} bodies in Izium on 16 September 2022."
        (tmp_path / name).write_text(text)
    window = open_window(tmp_path)
    workspace = window.workspace
    window.commands.keep_resolution(workspace.chronology.events[0].id, "The later count.")
    assert not workspace.opening.running, "nothing has to be read again for that"

    def concluded() -> list[str]:
        return [event.resolution for event in workspace.chronology.events]

    assert concluded() == ["The later count."]
    workspace.select(0)
    window.run_action("split")
    assert concluded() == ["", ""], "what disagreed is apart"
    window.run_action("undo")
    assert concluded() == ["The later count."]


def test_only_what_was_joined_can_be_split(joined: MainWindow) -> None:
    split = joined.actions_by_id["split"]
    assert split.isEnabled()
    joined.workspace.select(1)
    assert not split.isEnabled()
    joined.workspace.select(0)
    joined.run_action("split")
    assert not split.isEnabled()


def test_the_card_says_why_it_was_joined(joined: MainWindow) -> None:
    note = joined.workspace.chronology.events[0].note
    assert note.startswith("Joined from 2 passages of 2 documents")
    assert "“Izium”" in note


def _count(window: MainWindow) -> int:
    return len(window.workspace.chronology.events)


def test_unmatched_candidates_are_shown_and_taken_away(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(_write(tmp_path, known=1))
    workspace = window.workspace
    workspace.select(0)
    window.run_action("unmatched")
    qtbot.waitUntil(lambda: _count(window) == 2, timeout=20_000)
    assert _titles(window) == _TOGETHER
    assert workspace.row == 0
    assert "2 events" in window.parts.status.text()
    window.run_action("reload")
    qtbot.waitUntil(lambda: _count(window) == 2, timeout=20_000)
    window.run_action("unmatched")
    assert _count(window) == 1


def test_to_look_for_unmatched_candidates_can_be_cancelled(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(_write(tmp_path, known=1))
    window.run_action("unmatched")
    line = part(window, QWidget, "workLine").findChild(QLabel, "progressLabel")
    assert isinstance(line, QLabel)
    assert line.text() == "Looking for unmatched candidates · 3 documents are searched"
    QTest.keyClick(window.timeline, Qt.Key.Key_Escape)
    assert not window.actions_by_id["unmatched"].isChecked()
    assert window.parts.status.text().endswith("was cancelled; none are shown")
    qtbot.wait(100)
    assert _count(window) == 1


def test_those_of_izium_are_hollow_and_counted_until_another_chronology_is_open(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    action = window.actions_by_id["unmatched"]
    assert action.isEnabled()
    assert not action.isChecked()
    before = _count(window)
    window.run_action("unmatched")
    qtbot.waitUntil(lambda: _count(window) > before, timeout=20_000)
    extra = _count(window) - before
    assert f"{extra} candidate" in window.parts.status.text()
    window.commands.open(_write(tmp_path, known=2))
    assert not action.isChecked()
    assert _count(window) == 2
    window.commands.open(tmp_path)
    assert not action.isEnabled()
