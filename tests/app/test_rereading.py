"""A document that is deleted, replaced, emptied, re-encoded or edited while it is open."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from izium_timeline.app.main_window import MainWindow
from izium_timeline.model.event import Verdict
from izium_timeline.model.resource import resource
from izium_timeline.store.open import IZIUM
from tests.app.conftest import OpenWindow

GWARA = "001_cfeb0bea3d3011b6.txt"
EXACT = {Verdict.EXACT: 194}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(resource(IZIUM), tmp_path / "izium.chronology.json")
    shutil.copytree(resource("documents"), tmp_path / "documents")
    return tmp_path


@pytest.fixture
def window(open_window: OpenWindow, folder: Path) -> MainWindow:
    window = open_window(folder / "izium.chronology.json")
    row = window.workspace.row_of("E100")
    assert row is not None
    window.workspace.select(row)
    return window


def verdicts(window: MainWindow, path: str = GWARA) -> Counter[Verdict]:
    return Counter(
        piece.verdict
        for event in window.workspace.chronology.events
        for piece in event.evidence
        if piece.document == path
    )


def text_in(window: MainWindow) -> str:
    return window.parts.pane.findChildren(QPlainTextEdit)[0].toPlainText()


def told(window: MainWindow, qtbot: QtBot, words: str) -> str:
    """The message, once it has these words."""
    qtbot.waitUntil(lambda: words in window.parts.message.text(), timeout=8000)
    return window.parts.message.text()


def test_a_document_that_is_deleted_leaves_its_words_and_comes_back(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    file = folder / "documents" / GWARA
    before = verdicts(window)
    kept = file.read_bytes()
    file.unlink()
    assert "stay readable" in told(window, qtbot, f"{GWARA} is not there")
    assert set(verdicts(window)) == {Verdict.MISSING}
    assert "there is no water, gas, and electricity" in text_in(window)
    assert "1 document missing" in window.parts.status.text()
    current = window.workspace.current
    assert current is not None
    assert current.id == "E100"
    file.write_bytes(kept)
    told(window, qtbot, f"{GWARA} is there again")
    assert verdicts(window) == before


def test_a_directory_in_its_place_is_told_as_such(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    file = folder / "documents" / GWARA
    file.unlink()
    file.mkdir()
    told(window, qtbot, f"{GWARA} is a link or no file")
    assert set(verdicts(window)) == {Verdict.MISSING}


def test_a_document_that_is_emptied_has_lost_its_quotes(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    (folder / "documents" / GWARA).write_bytes(b"")
    told(window, qtbot, f"{GWARA} was emptied while it was open")
    assert set(verdicts(window)) == {Verdict.LOST}


def test_a_document_in_another_encoding_keeps_its_quotes(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    file = folder / "documents" / GWARA
    file.write_bytes(file.read_text("utf-8").encode("utf-16"))
    told(window, qtbot, f"{GWARA} was changed while it was open")
    assert set(verdicts(window)) == {Verdict.EXACT}


def test_an_edited_document_changes_what_is_said_and_not_what_a_person_looks_at(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    pane, timeline = window.parts.pane, window.timeline.state()
    pane.show_passage(GWARA, 0, 0)
    file = folder / "documents" / GWARA
    text = file.read_text("utf-8")
    file.write_text(text.replace("there is no water, gas, and electricity", "all is well"), "utf-8")
    told(window, qtbot, f"{GWARA} was changed while it was open")
    assert verdicts(window)[Verdict.EXACT] < sum(verdicts(window).values())
    assert "all is well" in text_in(window)
    assert pane.state()["top"] == 0
    assert window.timeline.state() == timeline


def test_a_file_that_was_only_touched_says_nothing(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    (folder / "documents" / GWARA).touch()
    qtbot.wait(700)
    assert window.parts.message.text() == ""
