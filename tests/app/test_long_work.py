"""Work that takes long in the real window: it tells how far it is, and can be left off."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from izium_timeline.app import long_work
from izium_timeline.app.main import make_window
from izium_timeline.app.main_window import MainWindow
from izium_timeline.export.write import write
from izium_timeline.model.errors import ChronologyFileError
from izium_timeline.model.event import Status
from izium_timeline.model.resource import resource
from izium_timeline.store.chronology_file import read_chronology_file
from izium_timeline.store.open import IZIUM
from izium_timeline.views.export_dialog import ExportChoice, ExportDialog
from tests.app.test_window import part

Named = Callable[[Path], None]


@pytest.fixture(autouse=True)
def _slow(_patience: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is done in a moment, and of all else a step at a time."""
    monkeypatch.setattr(long_work, "MOMENT", 0.0)
    monkeypatch.setattr(long_work, "_SLICE", 0.0)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The chronology of Izium as a file with its documents beside it."""
    folder = tmp_path / "own"
    shutil.copytree(resource("documents"), folder / "documents")
    shutil.copy(resource(IZIUM), folder / "copy.chronology.json")
    return folder / "copy.chronology.json"


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Named:
    """Whoever asks for a name to write under is given a path."""

    def give(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return give


def lines(window: MainWindow) -> list[str]:
    labels = (line.findChild(QLabel, "progressLabel") for line in _lines(window))
    return [label.text() for label in labels if isinstance(label, QLabel)]


def _lines(window: MainWindow) -> list[QWidget]:
    found: list[QWidget] = window.findChildren(QWidget, "workLine")
    return [line for line in found if line.isVisible()]


def wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not lines(window), timeout=20_000)


def status(window: MainWindow) -> str:
    return part(window, QLabel, "statusMessage").text()


def test_a_file_is_opened_while_what_was_shown_stays(
    window: MainWindow, qtbot: QtBot, copy: Path
) -> None:
    window.commands.open(copy)
    assert window.workspace.target is None
    (line,) = lines(window)
    assert line.startswith("Opening copy.chronology.json · ")
    assert " of " in line
    wait(qtbot, window)
    assert window.workspace.target == copy
    assert window.workspace.chronology.verdicts().total() == 194
    assert status(window).startswith("162 events")


def test_opening_is_cancelled_by_its_button_and_by_esc(
    window: MainWindow, qtbot: QtBot, copy: Path
) -> None:
    def by_button() -> None:
        part(window, QToolButton, "cancelWork").click()

    def by_key() -> None:
        QTest.keyClick(window.timeline, Qt.Key.Key_Escape)

    def while_searching() -> None:
        search = part(window, QLineEdit, "searchEdit")
        search.setFocus()
        QTest.keyClick(search, Qt.Key.Key_Escape)

    for cancel in (by_button, by_key, while_searching):
        window.commands.open(copy)
        cancel()
        assert not lines(window)
        assert status(window).startswith("Opening copy.chronology.json was cancelled; what was")
        qtbot.wait(20)
        assert window.workspace.target is None


def test_esc_keeps_its_meanings_while_nothing_takes_long(window: MainWindow) -> None:
    window.timeline.setFocus()
    window.timeline.set_span((738_000.0, 738_500.0))
    QTest.keyClick(window.timeline, Qt.Key.Key_Escape)
    assert window.timeline.span is None


def test_of_two_files_that_are_opened_the_last_is_shown(
    window: MainWindow, qtbot: QtBot, copy: Path
) -> None:
    other = copy.with_name("other.chronology.json")
    shutil.copy(copy, other)
    window.commands.open(copy)
    window.commands.open(other)
    assert len(lines(window)) == 1
    wait(qtbot, window)
    assert window.workspace.target == other


def test_a_folder_that_is_opened_meanwhile_stays(
    window: MainWindow, qtbot: QtBot, copy: Path
) -> None:
    window.commands.open(copy)
    folder = copy.parent / "notes"
    folder.mkdir()
    (folder / "a.txt").write_text("On 1 May 2022 it rained.", "utf-8")
    window.commands.open(folder)
    assert not lines(window)
    qtbot.waitUntil(lambda: not window.workspace.opening.running, timeout=10_000)
    assert window.workspace.target == folder


def test_what_is_saved_is_what_was_open_when_it_was_asked_for(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, named: Named
) -> None:
    path = tmp_path / "mine.chronology.json"
    named(path)
    window.workspace.select(161)
    rejected = window.workspace.current
    assert rejected is not None
    window.run_action("save_as")
    assert lines(window)[0].startswith("Saving mine.chronology.json · ")
    window.run_action("turn_down")
    wait(qtbot, window)
    assert status(window).startswith(f"Saved to {path}")
    events = read_chronology_file(path).events
    assert [event.status for event in events if event.id == rejected.id] == [Status.REVIEWED]
    window.run_action("undo")
    assert "Undone" in status(window)
    assert window.workspace.chronology.events[161].status is Status.REVIEWED


def test_a_save_that_is_cancelled_leaves_the_file_as_it_was(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, named: Named
) -> None:
    path = tmp_path / "mine.chronology.json"
    path.write_text("what was there")
    named(path)
    window.run_action("save_as")
    qtbot.waitUntil(lambda: len(list(tmp_path.iterdir())) == 2)
    QTest.keyClick(window.timeline, Qt.Key.Key_Escape)
    assert status(window) == "Saving mine.chronology.json was cancelled; the file is as it was"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "what was there"


def test_what_is_exported_is_the_same_as_at_one_go_whatever_is_opened_meanwhile(
    window: MainWindow, qtbot: QtBot, copy: Path, named: Named, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy.with_name("out.csv")
    named(path)
    chosen = ExportChoice(only_shown=False, by_evidence=False)
    monkeypatch.setattr(ExportDialog, "exec", lambda _: True)
    monkeypatch.setattr(ExportDialog, "choice", lambda _: chosen)
    izium = window.workspace.chronology
    window.run_action("export")
    window.commands.open(copy)
    assert [line.split(" · ")[0] for line in lines(window)] == [
        "Exporting out.csv",
        "Opening copy.chronology.json",
    ]
    wait(qtbot, window)
    assert window.workspace.target == copy
    write(izium, izium.events, copy.with_name("once.csv"))
    assert path.read_bytes() == copy.with_name("once.csv").read_bytes()


def test_a_window_that_closes_writes_to_its_end(
    window: MainWindow, tmp_path: Path, named: Named
) -> None:
    path = tmp_path / "mine.chronology.json"
    named(path)
    window.run_action("save_as")
    assert not path.exists()
    assert window.close()
    assert len(read_chronology_file(path).events) == 162


def test_a_window_that_can_not_write_to_its_end_stays_and_says_why(
    window: MainWindow, tmp_path: Path, named: Named, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(tmp_path / "mine.chronology.json")
    window.run_action("save_as")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        assert not window.close()
    assert window.isVisible()
    assert "No space left" in window.parts.message.text()
    assert list(tmp_path.iterdir()) == []


def test_undo_outlives_a_reload(window: MainWindow, qtbot: QtBot, copy: Path) -> None:
    window.commands.open(copy)
    wait(qtbot, window)
    window.workspace.select(3)
    window.run_action("turn_down")
    window.run_action("reload")
    assert lines(window)[0].startswith("Reading again · ")
    window.workspace.select(5)
    window.run_action("turn_down")
    wait(qtbot, window)
    rejected = [
        row
        for row, event in enumerate(window.workspace.chronology.events)
        if event.status is Status.REJECTED
    ]
    assert rejected == [3, 5], "also what was entered meanwhile"
    window.run_action("undo")
    window.run_action("undo")
    assert window.workspace.chronology.events[3].status is Status.REVIEWED


def _started(qtbot: QtBot, target: Path) -> MainWindow:
    """A window as it is for a file that takes long to open."""
    window = make_window()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show_file(target)
    window.show()
    qtbot.waitUntil(lambda: bool(lines(window)), timeout=10_000)
    return window


def test_a_program_that_is_started_on_a_large_file_says_so(qtbot: QtBot, copy: Path) -> None:
    window = _started(qtbot, copy)
    assert window.timeline.stage.notice[0] == "Opening the chronology"
    assert window.windowTitle() == "copy.chronology.json"
    assert not window.actions_by_id["save_as"].isEnabled()
    wait(qtbot, window)
    assert len(window.workspace.chronology.events) == 162
    assert window.timeline.stage.awaited is None
    assert window.actions_by_id["save_as"].isEnabled()


def test_a_large_file_that_can_not_be_read_is_not_written_over(qtbot: QtBot, copy: Path) -> None:
    fields = json.loads(copy.read_text("utf-8"))
    fields["events"][160]["date"] = "2022-02-31"
    copy.write_text(json.dumps(fields), "utf-8")
    window = _started(qtbot, copy)
    wait(qtbot, window)
    assert "events[160].date" in window.parts.message.text()
    assert not window.actions_by_id["save_as"].isEnabled()
    assert window.timeline.stage.notice[0] != "Opening the chronology"
    window.close()


def test_work_that_fails_at_its_first_step_has_no_line(
    window: MainWindow, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ChronologyFileError("can't be read", path=copy)

    monkeypatch.setattr("izium_timeline.store.open.read_steps", refuse)
    window.commands.open(copy)
    assert not lines(window)
    assert window.parts.message.text() == f"{copy}: can't be read"
