"""What lies under a pointer: the inverse of a picture."""

from enum import StrEnum
from typing import NamedTuple

import numpy as np

from izium_timeline.layout.marks import DOT_RADIUS
from izium_timeline.layout.picture import ROW, Form, Picture

_SLACK = 4.0  # pixels beside a thin bar that still count as on it


class Part(StrEnum):
    """The parts of the lanes that a pointer can be over."""

    MARK = "mark"
    CROWD = "crowd"
    STRIP = "strip"
    HEADER = "header"
    NOTHING = "nothing"


class Target(NamedTuple):
    """What a pointer is over: a mark by its number in the picture, a group by the index's.

    -1 where there is none of it.
    """

    part: Part
    mark: int = -1
    group: int = -1


NOTHING = Target(Part.NOTHING)


def target_at(picture: Picture, x: float, y: float) -> Target:
    """What lies at a point of the lanes; x below 0 is the gutter with the groups' headers."""
    box = next((box for box in picture.boxes if box.top <= y < box.bottom), None)
    if box is None:
        return NOTHING
    if x < 0:
        return Target(Part.HEADER, group=box.group)
    mark = mark_at(picture, x, y)
    if mark >= 0:
        return Target(Part.MARK, mark, box.group)
    for density in picture.densities:
        if density.group == box.group and density.top <= y < density.top + density.height:
            return Target(Part.CROWD if density.crowd else Part.STRIP, group=box.group)
    return Target(Part.NOTHING, group=box.group)


def mark_at(picture: Picture, x: float, y: float) -> int:
    """The mark whose label, dot or bar lies at a point, -1 for none; labels come first."""
    for label in picture.labels:
        if label.top <= y < label.bottom and label.left <= x <= label.right:
            return label.mark
    marks = picture.marks
    middle = marks.middle
    dots = marks.form == Form.DOT
    left = np.where(dots, np.minimum(middle - DOT_RADIUS, marks.left), marks.left) - _SLACK
    right = np.where(dots, np.maximum(middle + DOT_RADIUS, marks.right), marks.right) + _SLACK
    inside = (marks.top <= y) & (y < marks.top + ROW) & (left <= x) & (x <= right)
    found = np.flatnonzero(inside)
    if not len(found):
        return -1
    away = np.maximum(0.0, np.maximum(marks.left[found] - x, x - marks.right[found]))
    return int(found[np.argmin(away)])


def places_past(picture: Picture, group: int, y: float) -> int:
    """By how many places a group moves down (up, below 0) that is carried to ``y`` by its name:
    it takes the place of each group in view past whose middle it has come."""
    own = next((at for at, box in enumerate(picture.boxes) if box.group == group), None)
    if own is None:
        return 0
    middles = [box.top + box.height / 2 for box in picture.boxes]
    return sum(middle < y for middle in middles[own + 1 :]) - sum(
        middle > y for middle in middles[:own]
    )


def mark_of(picture: Picture, bundle: int) -> int:
    """The mark of a bundle, -1 while it is out of view or drawn as density."""
    found = np.flatnonzero(picture.marks.bundle == bundle)
    return int(found[0]) if len(found) else -1
