import numpy as np
import pytest

from izium_timeline.layout.arrange import Folding, Setting, arrange
from izium_timeline.layout.index import index
from izium_timeline.layout.picture import BAR, DOT, Form
from izium_timeline.layout.scale import Scale
from izium_timeline.layout.touch import NOTHING, Part, mark_of, target_at
from tests.layout.made import columns, izium


def test_every_mark_of_izium_can_be_touched() -> None:
    _, made = izium()
    picture = arrange(index(made), Scale(738_200, 0.1, 1000, 2000))
    for mark in picture.marks.each:
        dot = mark.form == Form.DOT
        x = mark.middle if dot else (max(mark.left, 0) + min(mark.right, 1000)) / 2
        if 0 <= x < 1000:
            target = target_at(picture, x, mark.top + (DOT if dot else BAR))
            touched = picture.marks[target.mark]
            assert target.part is Part.MARK
            assert touched.top == mark.top


def test_a_label_belongs_to_its_mark() -> None:
    picture = arrange(index(columns([(0, 1), (8, 9)])), Scale(0, 0.01, 1000, 200))
    label = picture.labels[0]
    assert target_at(picture, label.right - 2, label.top + 5).mark == label.mark


def test_headers_strips_crowds_and_the_open_ground_are_told_apart() -> None:
    made = columns([(0, 100 + day) for day in range(20)])
    picture = arrange(index(made), Scale(0, 0.1, 1000, 400))
    strip = picture.densities[0]
    assert target_at(picture, -20, 30).part is Part.HEADER
    assert target_at(picture, 500, strip.top + 2).part is Part.STRIP
    assert target_at(picture, 500, 399) == NOTHING
    crowd = arrange(index(columns([(d, d + 1) for d in range(400)])), Scale(0, 0.4, 1000, 100))
    assert target_at(crowd, 500, crowd.densities[0].top + 2).part is Part.CROWD


def test_a_folded_group_is_touched_as_a_strip() -> None:
    setting = Setting(folding=Folding(folded=frozenset(["attack"])))
    picture = arrange(index(columns([(0, 5)])), Scale(0, 0.01, 1000, 100), None, setting)
    assert target_at(picture, 100, picture.densities[0].top + 1).part is Part.STRIP


@pytest.mark.parametrize("at", [(-500.0, 5.0), (5.0, -3.0), (np.inf, 1e9)])
def test_outside_there_is_nothing(at: tuple[float, float]) -> None:
    picture = arrange(index(columns([])), Scale(0, 0.01, 1000, 100))
    assert target_at(picture, *at) == NOTHING


def test_a_bundle_out_of_view_has_no_mark() -> None:
    found = index(columns([(0, 1), (500, 501)]))
    picture = arrange(found, Scale(0, 0.01, 1000, 100))
    marks = [mark_of(picture, int(found.bundle_of[event])) for event in (0, 1)]
    assert marks == [0, -1]
