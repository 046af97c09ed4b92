"""What nobody catches in the window is told where errors are shown."""

import sys

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from izium_timeline.app.uncaught import tell_uncaught
from izium_timeline.model.errors import LostEventError


def test_errors_for_a_person_are_told_once_and_others_go_where_they_went(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    others: list[type[BaseException]] = []
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: others.append(kind))
    tell_uncaught(told.append)

    def lose() -> None:
        raise LostEventError("an event can't be read", remedy="open the folder again")

    def err() -> None:
        raise ZeroDivisionError

    for act in (lose, err, lose):
        QTimer.singleShot(0, act)
    qtbot.waitUntil(lambda: bool(others))
    qtbot.wait(10)
    assert told == ["an event can't be read; open the folder again"]
    assert others == [ZeroDivisionError]
