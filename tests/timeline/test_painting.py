from itertools import groupby

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from izium_timeline.layout.scale import Scale
from izium_timeline.model.chronology import Chronology
from izium_timeline.store.categories import load_categories
from izium_timeline.views.colours import contrast, mix
from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.paint_overlay import pill_box, playhead_x
from izium_timeline.views.paint_timeline import paint_timeline
from izium_timeline.views.theme import make_theme
from izium_timeline.views.timeline import TimelineView
from izium_timeline.views.timeline_words import short_day
from tests.timeline.conftest import Shown


def _settle(shown: Shown, qtbot: QtBot) -> int:
    shown.rest(qtbot)
    shown.view.repaint()
    return shown.view.base_paints


def test_the_playhead_never_repaints_the_picture(shown: Shown, qtbot: QtBot) -> None:
    before = _settle(shown, qtbot)
    for day in range(738_300, 738_340):
        shown.view.set_playhead(day)
        QApplication.processEvents()
    assert shown.view.base_paints == before


def test_hover_selection_and_span_never_repaint_the_picture(shown: Shown, qtbot: QtBot) -> None:
    shown.select(shown.row("Ukrainian military raises"))
    before = _settle(shown, qtbot)
    for y in range(HEADER, 500, 9):
        QTest.mouseMove(shown.view, QPoint(GUTTER + 200, y))
        QApplication.processEvents()
    shown.view.set_span((738_300, 738_400))
    shown.select(shown.row("Izium retaken"))
    shown.rest(qtbot)
    QApplication.processEvents()
    assert shown.view.base_paints == before


def test_many_wheel_events_in_a_row_are_few_pictures(shown: Shown, qtbot: QtBot) -> None:
    before = _settle(shown, qtbot)
    for _ in range(200):
        shown.view.show_range(738_300, 738_400 + shown.view.base_paints)
    QApplication.processEvents()
    assert shown.view.base_paints <= before + 2


def test_hits_change_the_picture_once(shown: Shown, qtbot: QtBot) -> None:
    before = _settle(shown, qtbot)
    shown.view.set_hits(np.arange(len(shown.columns)) % 5 == 0)
    QApplication.processEvents()
    assert shown.view.base_paints == before + 1


def test_an_empty_chronology_says_what_to_do(shown: Shown, qtbot: QtBot) -> None:
    blank = QImage(shown.view.size(), QImage.Format.Format_RGB32)
    shown.view.set_chronology(Chronology(""))
    assert shown.view.picture.boxes == ()
    shown.view.render(blank, QPoint())
    dark = np.frombuffer(blank.constBits(), np.uint32) & 0xFF < 128
    assert np.count_nonzero(dark) > 200


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (150, 1), (2000, 63), (1, 900)])
def test_no_size_makes_it_fail(shown: Shown, size: tuple[int, int]) -> None:
    shown.view.setMinimumSize(0, 0)
    shown.view.resize(*size)
    shown.view.grab()
    for act in (shown.view.zoom_in, shown.view.fit_all, shown.view.next_event):
        act()
    shown.view.grab()


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_of_text_reads_on_its_ground(dark: bool) -> None:
    theme = make_theme(load_categories(), dark=dark)
    grounds = [theme.ground, theme.panel]
    grounds += [mix(c, theme.ground, theme.phase_tint) for c in theme.categories.values()]
    for ground in grounds:
        for ink in (theme.text, theme.secondary):
            assert contrast(ink, ground) >= 4.5
    for ink in theme.categories.values():
        assert contrast(ink, theme.ground) >= 4.5
    assert contrast(theme.accent_text, theme.accent) >= 4.5
    assert contrast(theme.text, theme.selected_row) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_number_in_a_pill_reads(dark: bool) -> None:
    theme = make_theme(load_categories(), dark=dark)
    view = TimelineView(theme)
    inks = view.stage.inks
    for category, colour in theme.categories.items():
        ground, ink = inks.pill_colours(colour)
        assert contrast(ink, ground) >= 4.5, category


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_lines_are_crisp_at_any_pixel_ratio(shown: Shown, ratio: float) -> None:
    """Down the gutter, right of the names, there is ground and hairline and no blend of them."""
    stage = shown.view.stage
    stage.dress(stage.theme, ratio)
    picture = stage.arrange(Scale(738_200, 1.0, 700, 400, ratio=ratio))
    image = QImage(QSize(900, 480) * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    paint_timeline(painter, picture, stage.inks)
    painter.end()
    x = round((GUTTER - 3) * ratio)
    bottom = round((HEADER + 400) * ratio)
    seen = {image.pixelColor(x, y).name() for y in range(bottom)}
    assert seen == {stage.theme.ground.name(), stage.theme.hairline.name()}
    y = round((HEADER + 3) * ratio)  # above the first mark
    grid = [image.pixelColor(x, y).name() == stage.inks.grid.name() for x in range(image.width())]
    thick = {len(list(run)) for line, run in groupby(grid) if line}
    assert thick == {max(1, int(ratio))}
    sprite = stage.inks.sprite("any", (12.0, 12.0), lambda _painter: None)
    assert (sprite.devicePixelRatio(), sprite.width()) == (ratio, 12 * ratio)


def test_the_pointer_changes_over_what_can_be_clicked(shown: Shown, qtbot: QtBot) -> None:
    shown.rest(qtbot)
    label = shown.view.picture.labels[0]
    at = QPointF(GUTTER + label.left + 3, HEADER + label.top + 5)
    shown.view.point_at(at)
    assert shown.view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert shown.view.mark_under(at) == label.mark
    shown.view.point_at(None)
    assert shown.view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_playheads_date_leaves_no_part_of_a_label(shown: Shown, qtbot: QtBot) -> None:
    """Beside the date there is ground or a whole label, wherever on the ruler it stands."""
    shown.rest(qtbot)
    view, inks = shown.view, shown.view.stage.inks
    ground = view.theme.ground
    for tick in (tick for tick in view.picture.ruler.ticks if tick.text):
        text = QRectF(GUTTER + round(tick.x) + 4, 43, inks.measure(tick.text) - 1, 10)
        view.set_playhead(np.floor(view.scale.day(tick.x + 30)))
        x = playhead_x(view.scale, view.playhead or 0.0)
        pill = pill_box(view.picture, x, short_day(view.playhead or 0.0), inks)
        image = view.grab().toImage()
        if not pill.intersects(text):
            continue
        beside = [
            image.pixelColor(x, y)
            for x in range(int(text.left()), int(text.right()))
            for y in range(43, 53)
            if not pill.adjusted(-1, -1, 1, 1).contains(QPointF(x, y))
        ]
        assert all(colour == ground for colour in beside), tick.text


def test_an_empty_timeline_says_which_emptiness_it_is(shown: Shown) -> None:
    stage = shown.view.stage
    shown.view.set_hidden(frozenset(shown.columns.categories))
    assert stage.notice[0] == "No category is shown"
    shown.view.set_chronology(Chronology("", documents=shown.chronology.documents))
    assert "dated so far" in stage.notice[1]
    shown.view.set_chronology(Chronology(""))
    assert "Open a folder" in stage.notice[1]
