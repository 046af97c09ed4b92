"""The strip beside the text: where the evidence lies."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from izium_timeline.views.document_pane_strip import EvidenceStrip
from izium_timeline.views.passages import Passage, Passages
from izium_timeline.views.theme import make_theme
from tests.views.chronologies import CATEGORIES

THEME = make_theme(CATEGORIES, dark=False)
PASSAGES = Passages(
    (Passage(100, 200, 0, 0, "liberation"), Passage(600, 700, 1, 0, "humanitarian"))
)


@pytest.fixture
def strip(qtbot: QtBot) -> EvidenceStrip:
    shown = EvidenceStrip()
    qtbot.addWidget(shown)
    shown.set_theme(THEME)
    shown.set_passages(PASSAGES, 1000, None)
    shown.resize(8, 100)
    shown.show()
    return shown


def colour(strip: EvidenceStrip, y: int) -> QColor:
    image: QImage = strip.grab().toImage()
    return image.pixelColor(2, y)


def test_passages_are_marked_at_their_place(strip: EvidenceStrip) -> None:
    assert colour(strip, 15) == THEME.category("liberation")
    assert colour(strip, 65) == THEME.category("humanitarian")
    assert colour(strip, 40) not in THEME.categories.values()


def test_the_selected_event_stands_out(strip: EvidenceStrip) -> None:
    strip.set_passages(PASSAGES, 1000, 1)
    assert colour(strip, 65) == THEME.accent
    strip.set_passages(PASSAGES, 1000, None)
    assert colour(strip, 65) == THEME.category("humanitarian")


def test_another_size_or_theme_marks_anew(strip: EvidenceStrip) -> None:
    colour(strip, 15)
    strip.resize(8, 200)
    assert colour(strip, 130) == THEME.category("humanitarian")
    dark = make_theme(CATEGORIES, dark=True)
    strip.set_theme(dark)
    assert colour(strip, 130) == dark.category("humanitarian")


def test_a_click_asks_for_the_place(strip: EvidenceStrip) -> None:
    spy = QSignalSpy(strip.place_asked)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(4, 50))
    (point,) = spy.at(0)
    assert 480 <= point <= 520
