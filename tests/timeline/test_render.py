from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from izium_timeline.app.render import render
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.days import day_number
from izium_timeline.model.errors import ExportError
from izium_timeline.store.categories import load_categories
from izium_timeline.store.open import open_chronology
from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.theme import make_theme


def test_a_png_has_the_size_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "izium.png"
    render(open_chronology(None), out, size=(800, 450))
    image = QImage(str(out))
    assert (image.width(), image.height()) == (800, 450)
    colours = {image.pixel(x, y) for x in range(0, 800, 5) for y in range(0, 450, 5)}
    assert len(colours) > 20


def test_an_svg_has_its_texts_as_texts(tmp_path: Path) -> None:
    out = tmp_path / "izium.svg"
    render(open_chronology(None), out)
    text = out.read_text("utf-8")
    assert text.startswith("<?xml")
    assert "Liberation" in text
    assert 'viewBox="0 0 1600 900"' in text


def test_an_svg_of_marks_is_lines_and_shapes_and_no_pixels(tmp_path: Path) -> None:
    """Dots, counts and bars that fade stay sharp at any size, and look as in the window."""
    svg, png = tmp_path / "izium.svg", tmp_path / "izium.png"
    for out in (svg, png):
        render(open_chronology(None), out)
    text = svg.read_text("utf-8")
    assert "<image" not in text
    assert ">15<" in text
    drawn = QImage(1600, 900, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    apart = np.abs(_coarse(drawn) - _coarse(QImage(str(png))))
    assert apart.mean() < 1.0
    assert np.quantile(apart, 0.999) < 40


def _coarse(image: QImage) -> np.ndarray:
    small = image.scaled(200, 112, mode=Qt.TransformationMode.SmoothTransformation).convertToFormat(
        QImage.Format.Format_RGB32
    )
    return np.frombuffer(small.constBits(), np.uint8).astype(np.float64)


def test_a_pdf_is_one(tmp_path: Path) -> None:
    out = tmp_path / "izium.PDF"
    render(open_chronology(None), out)
    assert out.read_bytes().startswith(b"%PDF")


def test_the_range_asked_for_is_shown(tmp_path: Path) -> None:
    out = tmp_path / "september.svg"
    render(open_chronology(None), out, first=738_399, last=738_428)
    text = out.read_text("utf-8")
    assert "Sep 2022" in text
    assert ">2023<" not in text


def _days_shown(first: int | None, last: int | None, out: Path) -> str:
    render(open_chronology(None), out, first=first, last=last)
    return out.read_text("utf-8")


def test_a_last_day_alone_moves_the_first(tmp_path: Path) -> None:
    text = _days_shown(None, day_number(1800), tmp_path / "to.svg")
    assert ">1799<" in text
    assert "2022" not in text
    assert "Composer Mykola" not in text


def test_a_first_day_alone_moves_the_last(tmp_path: Path) -> None:
    text = _days_shown(day_number(2100), None, tmp_path / "from.svg")
    assert ">2101<" in text
    assert "2022" not in text


@pytest.mark.parametrize(
    ("first", "last"),
    [(-62_000_000_000, 62_000_000_000), (-30_000_000, 30_000_000), (62_000_000_000, None)],
)
def test_days_that_no_timeline_can_show_are_refused(
    tmp_path: Path, first: int, last: int | None
) -> None:
    with pytest.raises(ExportError, match=r"out of reach.*100,000 years"):
        render(open_chronology(None), tmp_path / "far.svg", first=first, last=last)
    assert not list(tmp_path.iterdir())


def test_nothing_of_the_lanes_runs_over_the_names(tmp_path: Path) -> None:
    """A day whose dot straddles the left edge: the file can't clip, so the names come later."""
    out = tmp_path / "edge.svg"
    render(open_chronology(None), out, size=(1600, 1200), first=738_409, last=738_438)
    picture = QImage(1600, 1200, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    QSvgRenderer(str(out)).render(painter)
    painter.end()
    theme = make_theme(load_categories(), dark=False)
    down = range(HEADER + 2, 1100)
    seen = {picture.pixelColor(x, y).name() for x in range(GUTTER - 8, GUTTER - 1) for y in down}
    assert seen == {theme.ground.name(), theme.hairline.name()}


def test_every_group_is_in_the_picture_whatever_its_height(tmp_path: Path) -> None:
    for size in ((1600, 900), (1600, 1200), (800, 450), (640, 480)):
        out = tmp_path / "izium.svg"
        render(open_chronology(None), out, size=size)
        root = ElementTree.parse(out).getroot()
        names = {(node.text or "").strip() for node in root.iter() if node.tag.endswith("text")}
        assert {"Attack", "Liberation", "Military", "Background"} <= names


def test_one_day_and_a_range_back_to_front_do_no_harm(tmp_path: Path) -> None:
    for first, last in ((738_408, 738_408), (738_408, 738_300), (None, 1)):
        render(open_chronology(None), tmp_path / "day.png", first=first, last=last)


def test_an_empty_chronology_is_drawn_with_what_to_do(tmp_path: Path) -> None:
    out = tmp_path / "empty.svg"
    render(Chronology(""), out)
    assert "No events yet" in out.read_text("utf-8")


@pytest.mark.parametrize("name", ["izium.bmp", "izium", "izium.png.txt"])
def test_an_unknown_ending_names_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match=r"\.png, \.svg, \.pdf"):
        render(Chronology(""), tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [(0, 0), (10, 10), (100_000, 900)])
def test_a_size_out_of_reach_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    with pytest.raises(ExportError, match="out of reach"):
        render(Chronology(""), tmp_path / "big.png", size=size)


def test_a_target_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "izium.png"
    with pytest.raises(ExportError, match=r"izium\.png.*choose another place"):
        render(Chronology(""), out)
