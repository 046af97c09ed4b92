"""The text of a document: its lines, its lights, its places."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from izium_timeline.store.open import open_chronology
from izium_timeline.views.document_pane_text import DocumentText
from izium_timeline.views.lights import Light, NoAnnotations

RED = QColor("#ff0000")


class Every(NoAnnotations):
    """Lights sixty signs in every ``step``."""

    def __init__(self, step: int) -> None:
        self.step = step

    def lights(self, start: int, end: int) -> list[Light]:
        first, last = start // self.step, end // self.step + 1
        return [Light(at * self.step, at * self.step + 60, RED) for at in range(first, last)]

    def tip(self, point: int) -> str:
        return f"place {point}" if point % self.step < 60 else ""


@pytest.fixture
def edit(qtbot: QtBot) -> DocumentText:
    shown = DocumentText()
    qtbot.addWidget(shown)
    shown.resize(460, 600)
    shown.show()
    return shown


def lines(edit: DocumentText) -> list[str]:
    """The lines as they are broken."""
    found, block = [], edit.document().firstBlock()
    while block.isValid():
        edit.document().documentLayout().blockBoundingRect(block)
        layout, text = block.layout(), block.text()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append(text[line.textStart() :][: line.textLength()].rstrip())
        block = block.next()
    return found


@pytest.mark.parametrize("width", [300, 460, 900, 2400])
def test_no_line_of_the_articles_is_longer_than_75_characters(
    edit: DocumentText, width: int
) -> None:
    edit.resize(width, 600)
    for document in open_chronology().documents:
        edit.set_text(document.text or "", NoAnnotations())
        assert max(len(line) for line in lines(edit)) <= 75


def test_lines_stand_apart_and_blank_lines_are_lower(edit: DocumentText) -> None:
    edit.set_text("one\n\ntwo " + "words " * 60, NoAnnotations())
    layout, block = edit.document().documentLayout(), edit.document().firstBlock()
    single = layout.blockBoundingRect(block).height()
    natural = block.layout().lineAt(0).height()
    assert 1.4 * natural <= single <= 1.5 * natural
    assert layout.blockBoundingRect(block.next()).height() < 0.6 * single
    many = block.next().next()
    height = layout.blockBoundingRect(many).height()
    margin = edit.document().documentMargin()
    assert height == many.layout().lineCount() * single + margin


def test_a_far_jump_lays_out_lines_while_it_lights_them(edit: DocumentText) -> None:
    # Measuring the lights moves the scroll bar, and moving it asks for the lights again.
    text = "\n\n".join(["Some words of a paragraph that is broken into lines. " * 9] * 900)
    edit.set_text(text, Every(90))
    for share in range(1, 20):
        start = len(text) * share // 20
        edit.show_span(start, start + 10)
        first, last = edit.span_in_view()
        assert first < start < last
        assert len(edit.extraSelections()) <= (last - first) // 90 + 2


def test_a_passage_has_context_above_it_and_keeps_its_place_when_the_pane_is_resized(
    edit: DocumentText,
) -> None:
    text = "\n\n".join(f"Paragraph {number}. " + "words " * 60 for number in range(200))
    edit.set_text(text, NoAnnotations())
    start = text.index("Paragraph 120.")
    edit.show_span(start, start + 10)
    for width, height in ((460, 600), (700, 400), (320, 900)):
        edit.resize(width, height)
        top = edit.cursorRect().top()
        assert 0.1 * height < top < 0.6 * height


def test_a_click_gives_the_code_point_behind_signs_of_two_units(edit: DocumentText) -> None:
    edit.set_text("😀😀\r\nhere", NoAnnotations())
    spy = QSignalSpy(edit.clicked)
    cursor = edit.document().find("here")
    cursor.setPosition(cursor.selectionStart())
    at = edit.cursorRect(cursor).center() + QPoint(3, 0)
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert spy.at(0) == [4]
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(200, 0))
    assert spy.count() == 1


def test_the_pointer_shows_where_a_click_does_something(edit: DocumentText) -> None:
    edit.set_text("word " * 30, Every(100))
    cursor = edit.textCursor()
    for place, shape in (
        (2, Qt.CursorShape.PointingHandCursor),
        (80, Qt.CursorShape.IBeamCursor),
    ):
        cursor.setPosition(place)
        QTest.mouseMove(edit.viewport(), edit.cursorRect(cursor).center() + QPoint(2, 0))
        assert edit.viewport().cursor().shape() == shape


def wheel(edit: DocumentText, delta: int) -> None:
    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(edit.viewport(), event)


def test_the_size_of_the_text_follows_the_wheel_within_bounds(edit: DocumentText) -> None:
    wheel(edit, 120)
    assert edit.text_pixels == 15
    for _ in range(40):
        wheel(edit, -120)
    assert edit.text_pixels == 10
    edit.set_text_pixels(400)
    assert edit.text_pixels == 36


def test_one_line_of_a_million_signs_is_shown(edit: DocumentText) -> None:
    text = "word " * 200_000
    edit.set_text(text, Every(5_000))
    edit.show_span(600_000, 600_010)
    first, last = edit.span_in_view()
    assert first < 600_000 < last
