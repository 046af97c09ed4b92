from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from izium_timeline.app.render import render
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.errors import ExportError
from izium_timeline.store.open import open_chronology


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
